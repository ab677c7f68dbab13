import type { Course } from '#shared/show/course.ts'
import type { SegmentId, StageId } from '#shared/show/words.ts'
import type { LocalDate } from '#shared/time/instant.ts'

/** The items of a stage on one day, in order. */
export const itemsOn = (course: Course, stage: StageId, day: LocalDate): SegmentId[] =>
  (course.stages[stage]?.segments ?? []).filter((id) => course.segments[id]?.day === day)
