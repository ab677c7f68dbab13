import { waiting } from '#shared/show/course.ts'
import type { Course } from '#shared/show/course.ts'
import type { DeepReadonly, PitchBlock, Segment } from '#shared/show/state.ts'
import type { PitchId } from '#shared/show/words.ts'
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

/**
 * In front of whom a pitch is put when it is dropped before or after another of those that wait;
 * undefined: it stays where it is.
 */
export function droppedBefore(
  queue: readonly PitchId[],
  moved: PitchId,
  target: PitchId,
  position: 'before' | 'after' | 'on',
): PitchId | null | undefined {
  if (moved === target || position === 'on') return undefined
  const rest = queue.filter((id) => id !== moved)
  const index = rest.indexOf(target) + (position === 'after' ? 1 : 0)
  const before = rest[index] ?? null
  return before === (queue[queue.indexOf(moved) + 1] ?? null) ? undefined : before
}

/** One place up or down in the queue; undefined: it is at that end already. */
export function stepBefore(
  queue: readonly PitchId[],
  moved: PitchId,
  by: -1 | 1,
): PitchId | null | undefined {
  const neighbour = queue[queue.indexOf(moved) + by]
  return neighbour === undefined
    ? undefined
    : droppedBefore(queue, moved, neighbour, by < 0 ? 'before' : 'after')
}
