import { type Course, plannedLength } from '#shared/show/course.ts'
import { draftOf } from '#shared/show/programme/drafts.ts'
import type { SegmentPlan } from '#shared/show/programme/commands.ts'
import type { SegmentId } from '#shared/show/words.ts'
import type { Ms } from '#shared/time/instant.ts'

export interface Shift {
  segment: SegmentPlan
  /** how many items follow it that way, up to one with a fixed start */
  moved: number
  fixed: SegmentId | null
}

/**
 * Everything after an item later (or earlier) by so much: the item takes the time, what has a fixed start
 * stays, and so does all behind that. null: it is not as long as what is to be taken from it.
 */
export function shiftAfter(course: Course, id: SegmentId, by: Ms): Shift | null {
  const segment = course.segments[id]
  const draft = draftOf(course, id)
  if (!segment || !draft) return null
  const length = plannedLength(course, segment) + by
  if (length < 0) return null
  const order = course.stages[segment.stage]?.segments ?? []
  const after = order
    .slice(order.indexOf(id) + 1)
    .filter((one) => course.segments[one]?.day === segment.day)
  const stop = after.findIndex((one) => course.segments[one]?.fixedStart != null)
  const fixed = after[stop] ?? null
  return { segment: { ...draft, length }, moved: fixed === null ? after.length : stop, fixed }
}
