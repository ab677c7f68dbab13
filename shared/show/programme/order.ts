import type { ReadShow } from '#shared/show/state.ts'
import type { SegmentId } from '#shared/show/words.ts'
import type { LocalDate } from '#shared/time/instant.ts'

/** `queue` with `moved` in front of `before`; null: at the end. */
export function reordered<Id extends string>(
  queue: readonly Id[],
  moved: Id,
  before: Id | null,
): Id[] {
  const rest = queue.filter((id) => id !== moved)
  const at = before === null ? -1 : rest.indexOf(before)
  return at < 0 ? [...rest, moved] : [...rest.slice(0, at), moved, ...rest.slice(at)]
}

/** A stage's segments with one of them in front of another; null: at the end of its day. Days stay together. */
export function placed(
  show: Pick<ReadShow, 'segments'>,
  order: readonly SegmentId[],
  id: SegmentId,
  day: LocalDate,
  before: SegmentId | null,
): SegmentId[] {
  const rest = order.filter((one) => one !== id)
  const dayOf = (one: SegmentId): LocalDate => show.segments[one]?.day ?? ''
  // In front of one of another day: as near to it as its own day goes.
  const fits = before !== null && before !== id && dayOf(before) === day
  const next = fits ? before : (rest.find((one) => dayOf(one) > day) ?? null)
  return reordered(rest, id, next)
}
