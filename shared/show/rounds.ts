import Type from 'typebox'
import { started } from '#shared/time/clock.ts'
import { HOUR, type Instant, type Ms } from '#shared/time/instant.ts'
import { pitchesRunningBefore } from './course.ts'
import { accept, type Deciders, type Decision, type Evolvers, known, refuse } from './decision.ts'
import { type RoundStep, roundDue, roundNumber, segmentOfRound } from './round-course.ts'
import { enterSegment, leaveSegment } from '#shared/show/stage/position.ts'
import type { DeepReadonly, ReadShow, Round, RoundPhase, Show } from './state.ts'
import { RoundIdSchema, type RoundId, type TableId } from './words.ts'

const strict = { additionalProperties: false }
const on = <Name extends string>(type: Name) =>
  Type.Object({ type: Type.Literal(type), round: RoundIdSchema }, strict)

/** Delegates may choose tables from now on (again after it was closed). */
export const OpenRound = on('open-round')
export const CloseRound = on('close-round')
/** People walk to their tables: move time begins. */
export const MoveRound = on('move-round')
/** Talk time begins. */
export const RunRound = on('run-round')
export const EndRound = on('end-round')
/** Adds (or takes) time, ms, of the phase that runs. */
export const AddRoundTime = Type.Object(
  {
    type: Type.Literal('add-round-time'),
    round: RoundIdSchema,
    by: Type.Integer({ minimum: -HOUR, maximum: HOUR }),
  },
  strict,
)
/** The ticker's: what a round was to do by itself at `due`. */
export const AdvanceRound = Type.Object(
  { type: Type.Literal('advance-round'), round: RoundIdSchema, due: Type.Integer() },
  strict,
)

export type RoundsCommand =
  | Type.Static<typeof OpenRound>
  | Type.Static<typeof CloseRound>
  | Type.Static<typeof MoveRound>
  | Type.Static<typeof RunRound>
  | Type.Static<typeof EndRound>
  | Type.Static<typeof AddRoundTime>
  | Type.Static<typeof AdvanceRound>

export type RoundsEvent =
  | { type: 'round-opened'; round: RoundId; at: Instant }
  | { type: 'round-closed'; round: RoundId; at: Instant }
  | { type: 'round-moved'; round: RoundId; at: Instant }
  | { type: 'round-ran'; round: RoundId; at: Instant }
  | { type: 'round-ended'; round: RoundId; at: Instant }
  | { type: 'round-time-added'; round: RoundId; by: Ms }

type ReadRound = DeepReadonly<Round>

/** From which phases a round may take each step; a round that is skipped may be ended at any time. */
const FROM: Record<RoundStep, readonly RoundPhase[]> = {
  open: ['planned', 'closed'],
  closed: ['open'],
  moving: ['planned', 'open', 'closed'],
  talking: ['planned', 'open', 'closed', 'moving'],
  ended: ['planned', 'open', 'closed', 'moving', 'talking'],
}

function step(show: ReadShow, id: RoundId, to: RoundStep, at: Instant): Decision {
  const round = show.rounds[id]
  if (!round) return refuse('unknown', { what: 'round', id }, 'round')
  if (round.phase === to) return accept()
  const segment = segmentOfRound(show, round)
  const number = roundNumber(show, round)
  if (show.heldSince !== null) return refuse('on-hold')
  if (round.free && to === 'open') return refuse('round-free', { round: number })
  if (round.window !== null && round.phase === 'planned' && to === 'open')
    return refuse('round-by-wishes', { round: number })
  if (round.phase === 'ended') return refuse('round-over', { round: number })
  if (!FROM[to].includes(round.phase))
    return refuse('round-wrong-phase', { round: number, phase: round.phase, to })
  if (to !== 'ended' && to !== 'closed') {
    const block = pitchesRunningBefore(show, segment)
    if (block)
      return refuse('pitches-running', { round: number, block: show.segments[block]?.title ?? '' })
  }
  if (to === 'moving' || to === 'talking') {
    const other = segment.rounds.find((one) => one !== id && isOn(show.rounds[one]))
    if (other) return refuse('round-running', { round: segment.rounds.indexOf(other) + 1 })
  }
  return accept(...stepEvents(show, round, to, at))
}

const isOn = (round: ReadRound | undefined): boolean =>
  round?.phase === 'moving' || round?.phase === 'talking'

function stepEvents(show: ReadShow, round: ReadRound, to: RoundStep, at: Instant) {
  const segment = segmentOfRound(show, round)
  const stage = show.stages[segment.stage]
  const entering = stage && (stage.on?.segment !== segment.id || stage.on.clock.startedAt === null)
  const enter = entering ? [enterSegment(show, segment.stage, segment.id, at)] : []
  switch (to) {
    case 'open':
      return [{ type: 'round-opened' as const, round: round.id, at }]
    case 'closed':
      return [{ type: 'round-closed' as const, round: round.id, at }]
    case 'moving':
      return [...enter, { type: 'round-moved' as const, round: round.id, at }]
    case 'talking':
      return [...enter, { type: 'round-ran' as const, round: round.id, at }]
    case 'ended': {
      const ended = { type: 'round-ended' as const, round: round.id, at }
      const isLast = segment.rounds.every(
        (one) => one === round.id || show.rounds[one]?.phase === 'ended',
      )
      return isLast && stage?.on?.segment === segment.id
        ? [ended, leaveSegment(show, stage, at)]
        : [ended]
    }
  }
}

export const decideRounds: Deciders<RoundsCommand> = {
  'open-round': (show, { round }, { at }) => step(show, round, 'open', at),
  'close-round': (show, { round }, { at }) => step(show, round, 'closed', at),
  'move-round': (show, { round }, { at }) => step(show, round, 'moving', at),
  'run-round': (show, { round }, { at }) => step(show, round, 'talking', at),
  'end-round': (show, { round }, { at }) => step(show, round, 'ended', at),
  'add-round-time': (show, { round: id, by }) => {
    const round = show.rounds[id]
    if (!round) return refuse('unknown', { what: 'round', id }, 'round')
    if (!round.clock) return refuse('not-running')
    const allowed = Math.max(by, -(round.clock.duration + round.clock.added))
    return allowed === 0 ? accept() : accept({ type: 'round-time-added', round: id, by: allowed })
  },
  'advance-round': (show, { round: id, due }, { at }) => {
    const round = show.rounds[id]
    const next = round && roundDue(show, round, at)
    if (!round || next?.due !== due || due > at) return accept()
    // Pitches that ran long, or a jump to the rounds, take nobody's time to choose: it counts from now.
    return step(show, id, next.to, next.to === 'open' ? at : due)
  },
}

export const evolveRounds: Evolvers<RoundsEvent> = {
  'round-opened': (show, { round: id, at }) => {
    const round = known(show.rounds, id)
    round.phase = 'open'
    round.openedAt ??= at
  },
  'round-closed': (show, { round }) => {
    known(show.rounds, round).phase = 'closed'
  },
  'round-moved': (show, { round: id, at }) => {
    const round = known(show.rounds, id)
    round.waiting = {}
    Object.assign(round, { phase: 'moving', movedAt: at, clock: started(round.move, at) })
  },
  'round-ran': (show, { round: id, at }) => {
    const round = known(show.rounds, id)
    round.waiting = {}
    Object.assign(round, { phase: 'talking', talkedAt: at, clock: started(round.talk, at) })
  },
  'round-ended': (show, { round: id, at }) => {
    const round = known(show.rounds, id)
    round.waiting = {}
    Object.assign(round, { phase: 'ended', endedAt: at, clock: null })
  },
  'round-time-added': (show, { round, by }) => {
    const { clock } = known(show.rounds, round)
    if (clock) clock.added += by
  },
}

/** Keeps `taken` the count of `picks`: the one place where a seat changes hands. */
export function seat(
  show: Show,
  id: RoundId,
  person: keyof Round['picks'],
  table: TableId | null,
): void {
  const round = known(show.rounds, id)
  const before = round.picks[person]
  if (before !== undefined) {
    const rest = (round.taken[before] ?? 0) - 1
    if (rest > 0) round.taken[before] = rest
    else delete round.taken[before]
    delete round.picks[person]
  }
  if (table === null) return
  round.picks[person] = table
  round.taken[table] = (round.taken[table] ?? 0) + 1
}
