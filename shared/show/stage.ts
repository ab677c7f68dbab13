import Type from 'typebox'
import {
  type Clock,
  endsAt,
  isRunning,
  loaded,
  pause,
  resume,
  shift,
  started,
} from '#shared/time/clock.ts'
import { HOUR, type Instant, type Ms, SECOND } from '#shared/time/instant.ts'
import { advanceDue, pitchLength, plannedLength, waiting } from './course.ts'
import { accept, type Deciders, type Decision, type Evolvers, known, refuse } from './decision.ts'
import { blockOf, reordered } from './programme.ts'
import type { DeepReadonly, OnStage, ReadShow, Show, Stage, StagePhase } from './state.ts'
import {
  type PitchId,
  PitchIdSchema,
  type SegmentId,
  SegmentIdSchema,
  type StageId,
  StageIdSchema,
} from './words.ts'

const strict = { additionalProperties: false }
const on = <Name extends string>(type: Name) =>
  Type.Object({ type: Type.Literal(type), stage: StageIdSchema }, strict)

/** Puts an item on stage with its clock ready, not running. Without `pitch`, a block begins at its first waiting one. */
export const LoadItem = Type.Object(
  {
    type: Type.Literal('load-item'),
    stage: StageIdSchema,
    segment: SegmentIdSchema,
    pitch: Type.Union([PitchIdSchema, Type.Null()]),
  },
  strict,
)
/** Starts the clock of what is loaded; with nothing loaded, loads what comes next and starts it. */
export const StartClock = on('start-clock')
export const PauseClock = on('pause-clock')
export const ResumeClock = on('resume-clock')
/** Adds (or, negative, takes) time, ms. */
export const AddTime = Type.Object(
  {
    type: Type.Literal('add-time'),
    stage: StageIdSchema,
    by: Type.Integer({ minimum: -HOUR, maximum: HOUR }),
  },
  strict,
)
export const RestartClock = on('restart-clock')
/** Ends the item and gets the next one ready without starting it. */
export const FinishItem = on('finish-item')
/** Ends the item and starts the next one. */
export const NextItem = on('next-item')
/** Goes back to the item before, with the clock as it was left. */
export const PreviousItem = on('previous-item')
/** Sends a presenter who is absent or late to the end of the block. */
export const DeferPitch = Type.Object(
  {
    type: Type.Literal('defer-pitch'),
    pitch: PitchIdSchema,
    reason: Type.Union([Type.Literal('absent'), Type.Literal('late')]),
  },
  strict,
)
/** The ticker's: what the stage's clock was to do by itself at `due`. */
export const AdvanceStage = Type.Object(
  { type: Type.Literal('advance-stage'), stage: StageIdSchema, due: Type.Integer() },
  strict,
)

export type StageCommand =
  | Type.Static<typeof LoadItem>
  | Type.Static<typeof StartClock>
  | Type.Static<typeof PauseClock>
  | Type.Static<typeof ResumeClock>
  | Type.Static<typeof AddTime>
  | Type.Static<typeof RestartClock>
  | Type.Static<typeof FinishItem>
  | Type.Static<typeof NextItem>
  | Type.Static<typeof PreviousItem>
  | Type.Static<typeof DeferPitch>
  | Type.Static<typeof AdvanceStage>

export type StageEvent =
  | {
      type: 'stage-loaded'
      stage: StageId
      at: Instant
      segment: SegmentId
      pitch: PitchId | null
      phase: StagePhase
      clock: Clock
      /** pressed by hand: a second Next within a second is ignored */
      byNext: boolean
    }
  | { type: 'clock-started'; stage: StageId; at: Instant }
  | { type: 'clock-paused'; stage: StageId; at: Instant }
  | { type: 'clock-resumed'; stage: StageId; at: Instant }
  | { type: 'time-added'; stage: StageId; by: Ms }
  | { type: 'clock-restarted'; stage: StageId; at: Instant }
  | { type: 'stage-finished'; stage: StageId; at: Instant }
  | { type: 'stage-went-back'; stage: StageId; at: Instant }
  | { type: 'stage-overdue'; stage: StageId; due: Instant }
  | { type: 'pitch-deferred'; pitch: PitchId; reason: 'absent' | 'late' }

/** A second Next within this long is a double press. */
export const NEXT_GUARD: Ms = SECOND
/** A deadline acted on later than this passed while nobody saw it: the stage then waits for a hand. */
export const OUTAGE: Ms = 3 * SECOND

type ReadStage = DeepReadonly<Stage>
interface Position {
  segment: SegmentId
  pitch: PitchId | null
  phase: StagePhase
}

/** Where a segment begins: a pitch block at its first waiting pitch. Null where there is nothing to put on. */
function beginning(show: ReadShow, id: SegmentId): Position | null {
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
  const reached = current?.segment ?? stage.past.at(-1)?.segment
  const from = reached === undefined ? 0 : stage.segments.indexOf(reached) + 1
  for (const id of stage.segments.slice(from)) {
    if (show.segments[id]?.kind === 'note') continue
    const position = beginning(show, id)
    if (position) return position
  }
  return null
}

function lengthAt(show: ReadShow, { segment: id, pitch, phase }: Position): Ms {
  const segment = show.segments[id]
  if (!segment) return 0
  if (segment.kind !== 'pitch-block') return plannedLength(show, segment)
  return phase === 'changeover'
    ? segment.changeover
    : pitchLength(segment, pitch ? show.pitches[pitch] : undefined)
}

const load = (
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

function withClock(
  show: ReadShow,
  id: StageId,
  decide: (on: DeepReadonly<OnStage>, stage: ReadStage) => Decision,
): Decision {
  const stage = show.stages[id]
  if (!stage) return refuse('unknown', { what: 'stage', id }, 'stage')
  if (show.heldSince !== null) return refuse('on-hold')
  return stage.on ? decide(stage.on, stage) : refuse('nothing-on-stage')
}

export const decideStage: Deciders<StageCommand> = {
  'load-item': (show, { stage: id, segment, pitch }, { at }) => {
    const stage = show.stages[id]
    if (!stage) return refuse('unknown', { what: 'stage', id }, 'stage')
    if (show.heldSince !== null) return refuse('on-hold')
    const item = show.segments[segment]
    if (!item || item.stage !== id)
      return refuse('unknown', { what: 'segment', id: segment }, 'segment')
    if (pitch !== null && show.pitches[pitch]?.block !== segment) {
      return refuse('unknown', { what: 'pitch', id: pitch }, 'pitch')
    }
    const position: Position | null =
      pitch === null ? beginning(show, segment) : { segment, pitch, phase: 'pitch' }
    if (!position) return refuse('no-more-items')
    const { on: now } = stage
    const already =
      now?.segment === segment && now.pitch === position.pitch && now.phase === position.phase
    if (already && now.clock.startedAt === null) return accept()
    return accept(load(show, id, at, position, false))
  },
  'start-clock': (show, { stage: id }, { at }) => {
    const stage = show.stages[id]
    if (!stage) return refuse('unknown', { what: 'stage', id }, 'stage')
    if (show.heldSince !== null) return refuse('on-hold')
    if (stage.on?.clock.startedAt != null) return refuse('already-running')
    if (stage.on) return accept({ type: 'clock-started', stage: id, at })
    const next = stage.finished ? null : following(show, stage)
    return next ? accept(load(show, id, at, next, true)) : refuse('no-more-items')
  },
  'pause-clock': (show, { stage }, { at }) =>
    withClock(show, stage, ({ clock }) =>
      isRunning(clock) ? accept({ type: 'clock-paused', stage, at }) : refuse('not-running'),
    ),
  'resume-clock': (show, { stage }, { at }) =>
    withClock(show, stage, ({ clock }) =>
      clock.pausedAt === null ? refuse('not-paused') : accept({ type: 'clock-resumed', stage, at }),
    ),
  'add-time': (show, { stage, by }) =>
    withClock(show, stage, ({ clock }) => {
      // Taking more than the item's whole length would put its end before its start.
      const allowed = Math.max(by, -(clock.duration + clock.added))
      return allowed === 0 ? accept() : accept({ type: 'time-added', stage, by: allowed })
    }),
  'restart-clock': (show, { stage }, { at }) =>
    withClock(show, stage, ({ clock }) =>
      clock.startedAt === null
        ? refuse('not-running')
        : accept({ type: 'clock-restarted', stage, at }),
    ),
  'finish-item': (show, { stage: id }, { at }) =>
    withClock(show, id, (_, stage) => {
      const next = afterPitch(show, stage)
      return accept(
        next ? load(show, id, at, next, false) : { type: 'stage-finished', stage: id, at },
      )
    }),
  'next-item': (show, { stage: id }, { at }) => {
    const stage = show.stages[id]
    if (!stage) return refuse('unknown', { what: 'stage', id }, 'stage')
    if (show.heldSince !== null) return refuse('on-hold')
    if (stage.lastNextAt !== null && at >= stage.lastNextAt && at - stage.lastNextAt < NEXT_GUARD)
      return accept()
    if (!stage.on && stage.finished) return refuse('no-more-items')
    const next = following(show, stage)
    if (next) return accept(load(show, id, at, next, true, true))
    return stage.on ? accept({ type: 'stage-finished', stage: id, at }) : refuse('no-more-items')
  },
  'previous-item': (show, { stage: id }, { at }) => {
    const stage = show.stages[id]
    if (!stage) return refuse('unknown', { what: 'stage', id }, 'stage')
    if (show.heldSince !== null) return refuse('on-hold')
    return stage.past.length === 0
      ? refuse('nothing-before')
      : accept({ type: 'stage-went-back', stage: id, at })
  },
  'defer-pitch': (show, { pitch, reason }, { at }) => {
    const held = show.pitches[pitch]
    const block = held ? show.segments[held.block] : undefined
    if (!held || block?.kind !== 'pitch-block')
      return refuse('unknown', { what: 'pitch', id: pitch }, 'pitch')
    if (held.done) return refuse('pitch-done')
    const stage = show.stages[block.stage]
    const deferred = { type: 'pitch-deferred' as const, pitch, reason }
    if (stage?.on?.pitch !== pitch) {
      const isLast = waiting(show, block, stage?.on?.pitch ?? null).at(-1) === pitch
      return isLast && held.deferred === reason ? accept() : accept(deferred)
    }
    if (show.heldSince !== null) return refuse('on-hold')
    const next = waiting(show, block, pitch)[0]
    if (next === undefined) return refuse('nobody-else-waiting')
    return accept(deferred, takeOver(show, stage.on, { stage: block.stage, next, at }))
  },
  'advance-stage': (show, { stage: id, due }, { at }) => {
    const stage = show.stages[id]
    if (!stage || show.heldSince !== null || advanceDue(show, stage) !== due || due > at)
      return accept()
    if (at - due > OUTAGE) return accept({ type: 'stage-overdue', stage: id, due })
    const next = following(show, stage)
    if (!next) return accept({ type: 'stage-finished', stage: id, at: due })
    return accept(load(show, id, due, next, next.segment === stage.on?.segment))
  },
}

/** The position that Finish gets ready: a pitch is followed by the next pitch, not by a changeover. */
function afterPitch(show: ReadShow, stage: ReadStage): Position | null {
  const next = following(show, stage)
  return next?.phase === 'changeover' ? { ...next, phase: 'pitch' } : next
}

/** The next presenter takes the place of the one who is not there: a running changeover keeps its clock. */
function takeOver(
  show: ReadShow,
  on: DeepReadonly<OnStage>,
  { stage, next, at }: { stage: StageId; next: PitchId; at: Instant },
) {
  const position = { segment: on.segment, pitch: next, phase: on.phase }
  if (on.phase === 'changeover') {
    return {
      type: 'stage-loaded' as const,
      stage,
      at,
      ...position,
      clock: { ...on.clock },
      byNext: false,
    }
  }
  return load(show, stage, at, position, on.clock.startedAt !== null)
}

export const evolveStage: Evolvers<StageEvent> = {
  'stage-loaded': (show, { stage: id, at, segment, pitch, phase, clock, byNext }) => {
    const stage = known(show.stages, id)
    leave(show, stage, at, segment)
    stage.on = { segment, pitch, phase, clock: { ...clock }, begunAt: clock.startedAt }
    stage.finished = false
    if (byNext) stage.lastNextAt = at
    if (clock.startedAt !== null) begin(show, segment, clock.startedAt)
  },
  'clock-started': (show, { stage, at }) => {
    const onStage = held(show, stage)
    onStage.clock = { ...onStage.clock, startedAt: at, pausedAt: null }
    onStage.begunAt = at
    begin(show, onStage.segment, at)
  },
  'clock-paused': (show, { stage, at }) => {
    const onStage = held(show, stage)
    onStage.clock = pause(onStage.clock, at)
  },
  'clock-resumed': (show, { stage, at }) => {
    const onStage = held(show, stage)
    onStage.clock = resume(onStage.clock, at)
  },
  'time-added': (show, { stage: id, by }) => {
    held(show, id).clock.added += by
    known(show.stages, id).overdue = null
  },
  'clock-restarted': (show, { stage: id, at }) => {
    const onStage = held(show, id)
    onStage.clock = started(onStage.clock.duration, at)
    known(show.stages, id).overdue = null
  },
  'stage-finished': (show, { stage: id, at }) => {
    const stage = known(show.stages, id)
    leave(show, stage, at, null)
    stage.on = null
    stage.finished = true
  },
  'stage-went-back': (show, { stage: id, at }) => {
    const stage = known(show.stages, id)
    const restored = stage.past.pop()
    if (!restored) throw new Error('went back with nothing before')
    const { leftAt, ...before } = restored
    const undone = stage.on
    if (undone && undone.segment !== before.segment) forget(show, stage, undone.segment)
    stage.on = { ...before, clock: shift(before.clock, at - leftAt) }
    stage.finished = false
    stage.overdue = null
    stage.lastNextAt = null
    known(show.segments, before.segment).endedAt = null
    const pitch = before.pitch ? known(show.pitches, before.pitch) : null
    if (pitch && before.phase === 'pitch') pitch.done = false
  },
  'stage-overdue': (show, { stage, due }) => {
    known(show.stages, stage).overdue = due
  },
  'pitch-deferred': (show, { pitch: id, reason }) => {
    const pitch = known(show.pitches, id)
    pitch.deferred = reason
    const block = blockOf(show, pitch.block)
    block.pitches = reordered(block.pitches, id, null)
    const stage = known(show.stages, block.stage)
    // Sent away before it was given: it leaves no trace in the record of what was on.
    if (stage.on?.pitch === id) stage.on = null
  },
}

function held(show: Show, id: StageId): OnStage {
  const { on: onStage } = known(show.stages, id)
  if (!onStage) throw new Error(`nothing is on ${id}`)
  return onStage
}

function begin(show: Show, id: SegmentId, at: Instant): void {
  const segment = known(show.segments, id)
  segment.begunAt ??= at
  segment.endedAt = null
}

/** What was on goes into the record if its clock ever ran. */
function leave(show: Show, stage: Stage, at: Instant, next: SegmentId | null): void {
  const { on: left } = stage
  stage.overdue = null
  if (!left) return
  const segment = known(show.segments, left.segment)
  if (left.segment !== next && segment.begunAt !== null) segment.endedAt = at
  if (left.clock.startedAt === null) return
  stage.past.push({ ...left, leftAt: at })
  if (left.pitch && left.phase === 'pitch') known(show.pitches, left.pitch).done = true
}

/** A segment entered by mistake and left by Previous has not begun, unless it was on before. */
function forget(show: Show, stage: Stage, id: SegmentId): void {
  if (stage.past.some((past) => past.segment === id)) return
  const segment = known(show.segments, id)
  segment.begunAt = segment.endedAt = null
}

/** When the running item reaches zero, for screens. */
export const itemEndsAt = (onStage: DeepReadonly<OnStage>): Instant | null => endsAt(onStage.clock)
