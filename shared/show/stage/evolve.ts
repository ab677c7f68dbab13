import { pause, resume, shift, started } from '#shared/time/clock.ts'
import type { Instant } from '#shared/time/instant.ts'
import { type Evolvers, known } from '#shared/show/decision.ts'
import { blockOf } from '#shared/show/programme/evolve.ts'
import { reordered } from '#shared/show/programme/order.ts'
import type { OnStage, Show, Stage } from '#shared/show/state.ts'
import type { SegmentId, StageId } from '#shared/show/words.ts'
import type { StageEvent } from './commands.ts'

export const evolveStage: Evolvers<StageEvent> = {
  'stage-loaded': (show, { stage: id, at, segment, pitch, phase, clock, byNext }) => {
    const stage = known(show.stages, id)
    leave(show, stage, at, segment)
    stage.on = { segment, pitch, phase, clock: { ...clock }, begunAt: clock.startedAt }
    stage.finished = false
    if (pitch !== null && phase === 'pitch') known(show.pitches, pitch).deferred = null
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
  'stage-blacked-out': (show, { stage, on }) => {
    known(show.stages, stage).blackout = on
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
