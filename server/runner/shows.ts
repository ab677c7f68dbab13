import type { ShowId } from '#shared/show/words.ts'
import { openRunner, type OwnRunner, type RunnerDeps } from './show-runner.ts'
import type { Result, Shows } from './types.ts'

/** Opens every show of the store: replays their journals, and does what fell due meanwhile. */
export async function openShows(deps: RunnerDeps): Promise<Shows> {
  const runners = new Map<string, OwnRunner>()
  const beginning = new Map<ShowId, Promise<Result>>()
  let closing = false

  for (const { id } of await deps.store.shows()) runners.set(id, await openRunner(id, deps))

  return {
    list: () => [...runners.values()],
    get: (id) => runners.get(id) ?? null,
    async create(id, submission) {
      if (closing) return { ok: false, refusal: { code: 'closing', params: {} } }
      // Two that begin the same show: the second finds what the first has made.
      while (beginning.has(id)) await beginning.get(id)
      const there = runners.get(id)
      if (there) return there.submit(submission)
      const begun = begin(id, submission)
      beginning.set(id, begun)
      try {
        return await begun
      } finally {
        beginning.delete(id)
      }
    },
    async close() {
      closing = true
      const closed = [...runners.values()].map((runner) => runner.close())
      await Promise.allSettled(beginning.values())
      // Those that began meanwhile too.
      await Promise.all([...closed, ...[...runners.values()].map((runner) => runner.close())])
    },
  }

  async function begin(id: ShowId, submission: Parameters<Shows['create']>[1]): Promise<Result> {
    const runner = await openRunner(id, deps)
    const result = await runner.submit(submission)
    if (result.ok && runner.show().version > 0) runners.set(id, runner)
    else await runner.close()
    return result
  }
}
