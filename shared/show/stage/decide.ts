import { isRunning } from '#shared/time/clock.ts'
import { type Instant, type Ms, SECOND } from '#shared/time/instant.ts'
import { advanceDue, waiting } from '#shared/show/course.ts'
import { accept, type Deciders, type Decision, refuse } from '#shared/show/decision.ts'
import type { DeepReadonly, OnStage, ReadShow } from '#shared/show/state.ts'
import type { PitchId, StageId } from '#shared/show/words.ts'
import type { StageCommand } from './commands.ts'
import { beginning, following, load, type Position, type ReadStage } from './position.ts'

/** A second Next within this long is a double press. */
export const NEXT_GUARD: Ms = SECOND
/** A deadline acted on later than this passed while nobody saw it: the stage then waits for a hand. */
export const OUTAGE: Ms = 3 * SECOND

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
  'black-out': (show, { stage: id, on }) => {
    const stage = show.stages[id]
    if (!stage) return refuse('unknown', { what: 'stage', id }, 'stage')
    return stage.blackout === on ? accept() : accept({ type: 'stage-blacked-out', stage: id, on })
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
