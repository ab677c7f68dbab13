import type { ShowId } from '#shared/show/words.ts'
import { openRunner, type OwnRunner, type RunnerDeps } from './show-runner.ts'
import type { Begun, Change, NewJournal, Result, ShowRunner, Shows, Taken } from './types.ts'

/** Opens every show of the store: replays their journals, and does what fell due meanwhile. */
export async function openShows(deps: RunnerDeps): Promise<Shows> {
  const { store, log } = deps
  const runners = new Map<string, OwnRunner>()
  /** addresses at which a show is being made or removed */
  const busy = new Map<ShowId, Promise<unknown>>()
  const listeners = new Set<(runner: ShowRunner) => void>()
  const changes = new Set<(runner: ShowRunner, change: Change) => void>()
  let closing = false

  const open = async (id: ShowId): Promise<OwnRunner> => {
    const runner = await openRunner(id, deps)
    runner.onChange((change) => {
      for (const listener of changes) listener(runner, change)
    })
    return runner
  }
  for (const { id } of await store.shows()) runners.set(id, await open(id))

  /** One after the other at one address: the second finds what the first has made. */
  const inTurn = async <Value>(id: ShowId, work: () => Promise<Value>): Promise<Value> => {
    while (busy.has(id)) await busy.get(id)
    const mine = work()
    // Whoever asked hears of a failure; the next one only waits for the end.
    busy.set(
      id,
      mine.catch(() => undefined),
    )
    try {
      return await mine
    } finally {
      busy.delete(id)
    }
  }
  const tell = (runner: ShowRunner): void => {
    for (const listener of listeners) {
      try {
        listener(runner)
      } catch (error) {
        log.error({ show: runner.id, err: error }, 'a listener failed')
      }
    }
  }

  return {
    list: () => [...runners.values()],
    get: (id) => runners.get(id) ?? null,
    async create(id, submission) {
      if (closing) return refusedAsClosing
      return inTurn(id, async () => {
        const there = runners.get(id)
        if (there) return there.submit(submission)
        const runner = await open(id)
        const result = await runner.submit(submission)
        if (result.ok && runner.show().version > 0) runners.set(id, runner)
        else await runner.close()
        return result
      })
    },
    async begin(id, { journal, people, pictures }: NewJournal): Promise<Begun> {
      if (closing) return { ok: false, reason: 'closing' }
      return inTurn(id, async (): Promise<Begun> => {
        if (runners.has(id)) return { ok: false, reason: 'taken' }
        const outcome = await store.commit(id, 0, journal, people, pictures)
        if (!outcome.ok) {
          log.warn({ show: id, ...outcome }, 'a show was not begun')
          return { ok: false, reason: outcome.reason === 'not-saved' ? 'not-saved' : 'taken' }
        }
        const runner = await open(id)
        runners.set(id, runner)
        return { ok: true, runner }
      })
    },
    async remove(id): Promise<Taken> {
      if (closing) return { ok: false, reason: 'closing' }
      return inTurn(id, async (): Promise<Taken> => {
        const runner = runners.get(id)
        if (!runner) return { ok: false, reason: 'absent' }
        await runner.close()
        const outcome = await store.removeShow(id)
        const stays = !outcome.ok && outcome.reason === 'not-saved'
        // A runner that was closed takes nothing any more: a show that stays gets another.
        if (stays) runners.set(id, await open(id))
        else runners.delete(id)
        tell(runner)
        if (!stays) return { ok: true }
        log.error({ show: id, detail: outcome.detail }, 'a show was not removed')
        return { ok: false, reason: 'not-saved' }
      })
    },
    onRemoved(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    onChange(listener) {
      changes.add(listener)
      return () => void changes.delete(listener)
    },
    async close() {
      closing = true
      const closed = [...runners.values()].map((runner) => runner.close())
      await Promise.allSettled(busy.values())
      // Those that began meanwhile too.
      await Promise.all([...closed, ...[...runners.values()].map((runner) => runner.close())])
    },
  }
}

const refusedAsClosing: Result = { ok: false, refusal: { code: 'closing', params: {} } }
