import type { Instant } from '#shared/time/instant.ts'
import { count, quote } from '#shared/sheets/text.ts'
import type { FilePlan } from './plan.ts'
import type { Done } from './schedule-items.ts'
import { lasting } from './words.ts'

/**
 * How much is on at once. Side by side on several stages is as it should be; on one stage it is kept,
 * and said of the item that begins too early. `done` is by start.
 */
export function sideBySide(done: readonly Done[], file: FilePlan): string[] {
  const latest = new Map<string, Done>()
  for (const one of done) {
    const before = latest.get(one.stage)
    const over = before ? endOf(before) - one.item.start : 0
    if (before && over > 0) file.problems.push(overlap(one, before, over))
    if (!before || endOf(one) > endOf(before)) latest.set(one.stage, one)
  }
  const most = mostAtOnce(done)
  return most < 2
    ? []
    : [`Up to ${count(most, 'stage has', 'stages have')} something on at the same time.`]
}

const endOf = ({ item }: Done): Instant => item.start + item.length

const overlap = ({ item }: Done, before: Done, over: number): FilePlan['problems'][number] => ({
  line: item.plan.line,
  field: 'start',
  blocks: false,
  words: `Item ${item.plan.line}, ${quote(item.session.title)}, starts ${lasting(over)} before ${quote(before.item.session.title)} ends on the same stage. Both are kept as they are.`,
})

/** Stages, not items: two at once on one stage are one stage that is busy. */
function mostAtOnce(done: readonly Done[]): number {
  const edges = done
    .filter(({ item }) => item.length > 0)
    .flatMap((one) => [
      { at: one.item.start, by: 1, stage: one.stage },
      { at: endOf(one), by: -1, stage: one.stage },
    ])
    .sort((a, b) => a.at - b.at || a.by - b.by)
  const on = new Map<string, number>()
  let most = 0
  for (const { by, stage } of edges) {
    const now = (on.get(stage) ?? 0) + by
    if (now > 0) on.set(stage, now)
    else on.delete(stage)
    most = Math.max(most, on.size)
  }
  return most
}
