import type { Course, CourseStage } from '#shared/show/course.ts'
import type { SegmentId } from '#shared/show/words.ts'
import type { PROGRAMME } from '#shared/words/console-programme.ts'

export type ItemState = keyof typeof PROGRAMME.state

/** Where an item stands: over, on, on and ready, left out, or still to come. */
export function stateOf(course: Course, stage: CourseStage, id: SegmentId): ItemState {
  const segment = course.segments[id]
  if (stage.on?.segment === id) return segment?.begunAt == null ? 'ready' : 'now'
  if (segment?.endedAt != null) return 'done'
  const reached = stage.segments.findLastIndex((one) => course.segments[one]?.begunAt != null)
  const passed = segment?.kind !== 'note' && stage.segments.indexOf(id) < reached
  return passed ? 'passed' : 'to-come'
}
