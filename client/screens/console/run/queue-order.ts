import { waiting } from '#shared/show/course.ts'
import type { Course } from '#shared/show/course.ts'
import type { DeepReadonly, PitchBlock, Segment } from '#shared/show/state.ts'
import type { CourseStage } from '#shared/show/course.ts'

type ReadBlock = DeepReadonly<PitchBlock>
const isBlock = (segment: DeepReadonly<Segment> | undefined): segment is ReadBlock =>
  segment?.kind === 'pitch-block'

/** The block whose queue matters now: the one on stage, else the next that has pitches to come, else the last. */
export function blockToShow(course: Course, stage: CourseStage | null): ReadBlock | null {
  const blocks = (stage?.segments ?? []).map((id) => course.segments[id]).filter(isBlock)
  const on = blocks.find((block) => block.id === stage?.on?.segment)
  const next = blocks.find((block) => waiting(course, block, null).length > 0)
  return on ?? next ?? blocks.at(-1) ?? null
}
