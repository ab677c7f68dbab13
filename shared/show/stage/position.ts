import { loaded, started } from '#shared/time/clock.ts'
import type { Instant, Ms } from '#shared/time/instant.ts'
import { pitchLength, plannedLength, waiting } from '#shared/show/course.ts'
import type { DeepReadonly, ReadShow, Stage, StagePhase } from '#shared/show/state.ts'
import type { PitchId, SegmentId, StageId } from '#shared/show/words.ts'

export type ReadStage = DeepReadonly<Stage>
export interface Position {
  segment: SegmentId
  pitch: PitchId | null
  phase: StagePhase
}

/** Where a segment begins: a pitch block at its first waiting pitch. Null where there is nothing to put on. */
export function beginning(show: ReadShow, id: SegmentId): Position | null {
  const segment = show.segments[id]
  if (!segment) return null
  if (segment.kind !== 'pitch-block') return { segment: id, pitch: null, phase: 'item' }
  const first = waiting(show, segment, null)[0]
  return first === undefined ? null : { segment: id, pitch: first, phase: 'pitch' }
}

/** What comes after what is on. Notes are for the crew and take no turn; the end never wraps round. */
export function following(show: ReadShow, stage: ReadStage): Position | null {
  const current = stage.on
  const segment = current ? show.segments[current.segment] : undefined
  if (current?.pitch && segment?.kind === 'pitch-block') {
    if (current.phase === 'changeover')
      return { segment: segment.id, pitch: current.pitch, phase: 'pitch' }
    const next = waiting(show, segment, current.pitch)[0]
    if (next !== undefined) {
      return {
        segment: segment.id,
        pitch: next,
        phase: segment.changeover > 0 ? 'changeover' : 'pitch',
      }
    }
  }
  return afterSegment(show, stage, current?.segment ?? stage.past.at(-1)?.segment)
}

/** Where the first item after a segment begins; after `undefined`, the first of all. */
export function afterSegment(
  show: ReadShow,
  stage: ReadStage,
  reached: SegmentId | undefined,
): Position | null {
  const from = reached === undefined ? 0 : stage.segments.indexOf(reached) + 1
  for (const id of stage.segments.slice(from)) {
    if (show.segments[id]?.kind === 'note') continue
    const position = beginning(show, id)
    if (position) return position
  }
  return null
}

/** ms that a position is given. */
export function lengthAt(show: ReadShow, { segment: id, pitch, phase }: Position): Ms {
  const segment = show.segments[id]
  if (!segment) return 0
  if (segment.kind !== 'pitch-block') return plannedLength(show, segment)
  return phase === 'changeover'
    ? segment.changeover
    : pitchLength(segment, pitch ? show.pitches[pitch] : undefined)
}

/** The event that puts a position on stage, its clock running or ready. */
export const load = (
  show: ReadShow,
  stage: StageId,
  at: Instant,
  position: Position,
  running: boolean,
  byNext = false,
) => {
  const duration = lengthAt(show, position)
  const clock = running ? started(duration, at) : loaded(duration)
  return { type: 'stage-loaded' as const, stage, at, ...position, clock, byNext }
}

/** The event that takes the stage to a segment and starts it: rounds do this when they begin to move. */
export const enterSegment = (show: ReadShow, stage: StageId, segment: SegmentId, at: Instant) =>
  load(show, stage, at, { segment, pitch: null, phase: 'item' }, true)

/** The event after the item that is on: the next one loaded (not started), or the end. */
export function leaveSegment(show: ReadShow, stage: ReadStage, at: Instant) {
  const next = following(show, stage)
  return next
    ? load(show, stage.id, at, next, false)
    : { type: 'stage-finished' as const, stage: stage.id, at }
}
