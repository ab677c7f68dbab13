import Type from 'typebox'
import { freeSeats, seatOf, seatsAt } from '#shared/show/choosing/seats.ts'
import { accept, type Deciders, type Decision, type Evolvers, known, refuse } from './decision.ts'
import { hostedBy } from './hosting.ts'
import { isBanned } from '#shared/show/requests/requests.ts'
import { roundNumber } from './round-course.ts'
import type { DeepReadonly, ReadShow, Round } from './state.ts'
import {
  type Actor,
  isCrew,
  type PersonId,
  PersonIdSchema,
  type RoundId,
  RoundIdSchema,
  type TableId,
  TableIdSchema,
} from './words.ts'

const strict = { additionalProperties: false }
const at = { round: RoundIdSchema, table: TableIdSchema }
/** How many are at a table in this round, by somebody who looked: its host, or the crew; null: not counted. */
export const CountCame = Type.Object(
  {
    type: Type.Literal('count-came'),
    ...at,
    came: Type.Union([Type.Integer({ minimum: 0, maximum: 500 }), Type.Null()]),
  },
  strict,
)
/** “I’m here”: the sender is at the table where they have their seat. May be sent late, by a phone without a line. */
export const Arrive = Type.Object({ type: Type.Literal('arrive'), ...at }, strict)
/**
 * The sender, or whom the desk names, sits down where there is room in a round that has begun; the seat they had,
 * if any, is given up.
 */
export const WalkUp = Type.Object(
  { type: Type.Literal('walk-up'), ...at, person: Type.Optional(PersonIdSchema) },
  strict,
)

export type AttendanceCommand =
  | Type.Static<typeof CountCame>
  | Type.Static<typeof Arrive>
  | Type.Static<typeof WalkUp>

export type AttendanceEvent =
  | { type: 'came-counted'; round: RoundId; table: TableId; came: number | null }
  | { type: 'person-arrived'; round: RoundId; table: TableId; person: PersonId }
  | { type: 'person-walked-up'; round: RoundId; table: TableId; person: PersonId }
  | { type: 'walk-up-left'; round: RoundId; person: PersonId }

type ReadRound = DeepReadonly<Round>

/**
 * Seats that somebody may walk up to now. Where people were counted, those are the chairs that nobody sits on;
 * where they were not, only seats that nobody has: an empty chair may be somebody's who is on their way.
 */
export function roomNow(
  round: Pick<ReadRound, 'seats' | 'taken' | 'came' | 'walkUps'>,
  table: { id: TableId; capacity: number },
): number {
  const came = round.came[table.id]
  return Math.max(0, came === undefined ? freeSeats(round, table) : seatsAt(round, table) - came)
}

const isOn = ({ phase }: ReadRound): boolean => phase === 'moving' || phase === 'talking'

/** Round and table of a command, or why not. */
function found(
  show: ReadShow,
  command: { round: RoundId; table: TableId },
  decide: (round: ReadRound, table: ReadShow['tables'][TableId]) => Decision,
): Decision {
  const round = show.rounds[command.round]
  if (!round) return refuse('unknown', { what: 'round', id: command.round }, 'round')
  const table = show.tables[command.table]
  if (!table) return refuse('unknown', { what: 'table', id: command.table }, 'table')
  return decide(round, table)
}

/** Hosts speak for their own table, the crew and the desk for any. */
export const speaksFor = (show: ReadShow, actor: Actor, table: TableId): boolean =>
  actor.roles.some(isCrew) || (actor.person !== null && hostedBy(show, actor.person) === table)

export const decideAttendance: Deciders<AttendanceCommand> = {
  'count-came': (show, command, { actor }) =>
    found(show, command, (round, table) => {
      const { came } = command
      if (!speaksFor(show, actor, table.id)) return refuse('not-allowed')
      if (!isOn(round) && round.phase !== 'ended') return notBegun(show, round)
      if ((round.came[table.id] ?? null) === came) return accept()
      return accept({ type: 'came-counted', round: round.id, table: table.id, came })
    }),
  arrive: (show, command, { actor, at: now }) =>
    found(show, command, (round, table) => {
      const { person } = actor
      const attendee = person && show.people[person]
      if (!person || !attendee) return refuse('not-allowed')
      if (!isOn(round) && round.phase !== 'ended') return notBegun(show, round)
      const seat = seatOf(round, person)
      if (seat !== table.id) {
        const own = seat && show.tables[seat]
        return refuse('not-your-table', {
          table: table.number,
          ...(own ? { own: own.number } : {}),
        })
      }
      if (round.arrived[person] === table.id) return accept()
      const arrived = { type: 'person-arrived', round: round.id, table: table.id, person } as const
      return attendee.checkedInAt === null
        ? accept(arrived, { type: 'person-checked-in', person, at: now })
        : accept(arrived)
    }),
  'walk-up': (show, command, { actor }) =>
    found(show, command, (round, table) => {
      const person = command.person ?? actor.person
      if (person !== actor.person && !actor.roles.some(isCrew)) return refuse('not-allowed')
      if (!person || !show.people[person]) return refuse('not-allowed')
      if (!isOn(round)) return notBegun(show, round)
      if (round.walkUps[person] === table.id || round.picks[person] === table.id) return accept()
      const own = hostedBy(show, person)
      if (own === table.id) return refuse('hosts-here', { table: table.number }, 'table')
      if (own) {
        const params = { table: show.tables[own]?.number ?? 0, round: roundNumber(show, round) }
        return refuse('host-on-duty', params, 'table')
      }
      // The desk may seat anybody anywhere.
      if (person === actor.person && isBanned(show, person, table.id))
        return refuse('not-at-table', { table: table.number }, 'table')
      if (seatsAt(round, table) === 0)
        return refuse('table-closed', { table: table.number, round: roundNumber(show, round) })
      if (roomNow(round, table) === 0) return refuse('no-room-now', { table: table.number })
      const walked = { type: 'person-walked-up' as const, round: round.id, table: table.id, person }
      return round.picks[person] === undefined
        ? accept(walked)
        : accept({ type: 'table-left', round: round.id, person, byHand: true }, walked)
    }),
}

const notBegun = (show: ReadShow, round: ReadRound): Decision =>
  round.phase === 'ended'
    ? refuse('round-over', { round: roundNumber(show, round) })
    : refuse('round-not-begun', { round: roundNumber(show, round) })

export const evolveAttendance: Evolvers<AttendanceEvent> = {
  'came-counted': (show, { round: id, table, came }) => {
    const round = known(show.rounds, id)
    if (came === null) delete round.came[table]
    else round.came[table] = came
  },
  'person-arrived': (show, { round, table, person }) => {
    known(show.rounds, round).arrived[person] = table
  },
  'person-walked-up': (show, { round: id, table, person }) => {
    const round = known(show.rounds, id)
    leaveWalkUp(round, person)
    round.walkUps[person] = table
    delete round.arrived[person]
    const came = round.came[table]
    if (came !== undefined) round.came[table] = came + 1
  },
  'walk-up-left': (show, { round, person }) => leaveWalkUp(known(show.rounds, round), person),
}

/** Whoever walked up and goes again leaves their chair, where chairs are counted. */
export function leaveWalkUp(round: Round, person: PersonId): void {
  const before = round.walkUps[person]
  if (before === undefined) return
  delete round.walkUps[person]
  const came = round.came[before]
  if (came !== undefined && came > 0) round.came[before] = came - 1
}
