import { type Course, type CourseStage, waiting } from '#shared/show/course.ts'
import type { PitchId, SegmentId } from '#shared/show/words.ts'

export interface NextUp {
  segment: SegmentId
  pitch: PitchId | null
}

/** What Next puts on, from what a screen holds: the rule book's own answer but for the changeover before it. */
export function nextUp(course: Course, stage: CourseStage): NextUp | null {
  const { on } = stage
  const block = on ? course.segments[on.segment] : undefined
  if (on?.pitch && block?.kind === 'pitch-block') {
    if (on.phase === 'changeover') return { segment: block.id, pitch: on.pitch }
    const next = waiting(course, block, on.pitch)[0]
    if (next !== undefined) return { segment: block.id, pitch: next }
  }
  // A stage with nothing on has not begun, or has finished.
  if (!on && stage.finished) return null
  const from = on ? stage.segments.indexOf(on.segment) + 1 : 0
  for (const id of stage.segments.slice(from)) {
    const segment = course.segments[id]
    if (!segment || segment.kind === 'note') continue
    if (segment.kind !== 'pitch-block') return { segment: id, pitch: null }
    const first = waiting(course, segment, null)[0]
    if (first !== undefined) return { segment: id, pitch: first }
  }
  return null
}
