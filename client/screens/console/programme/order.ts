import type { Course } from '#shared/show/course.ts'
import type { SegmentId, StageId } from '#shared/show/words.ts'
import type { LocalDate } from '#shared/time/instant.ts'

/** The items of a stage on one day, in order. */
export const itemsOn = (course: Course, stage: StageId, day: LocalDate): SegmentId[] =>
  (course.stages[stage]?.segments ?? []).filter((id) => course.segments[id]?.day === day)

/** In front of what an item is put when it is dropped before or after another; null: at the end of the day. */
export function beforeWhat(
  items: readonly SegmentId[],
  moved: SegmentId,
  target: SegmentId,
  position: 'before' | 'after' | 'on',
): SegmentId | null {
  const rest = items.filter((id) => id !== moved)
  const index = rest.indexOf(target)
  return rest[position === 'after' ? index + 1 : index] ?? null
}

/** In front of what one place up or down is; undefined: it is at that end already. */
export function stepTo(
  items: readonly SegmentId[],
  moved: SegmentId,
  by: -1 | 1,
): SegmentId | null | undefined {
  const at = items.indexOf(moved)
  const neighbour = items[at + by]
  if (neighbour === undefined) return undefined
  return beforeWhat(items, moved, neighbour, by < 0 ? 'before' : 'after')
}
