import Type from 'typebox'
import type { Instant } from '#shared/time/instant.ts'
import { talkStartsAt, roundNumber } from './round-course.ts'
import { freeSeats, seatsAt } from '#shared/show/choosing/seats.ts'
import { seat } from './rounds.ts'
import { accept, type Deciders, type Decision, type Evolvers, known, refuse } from './decision.ts'
import type { Event } from './events.ts'
import type { DeepReadonly, ReadShow, Round } from './state.ts'
import { hostedBy } from './hosting.ts'
import { isBanned } from '#shared/show/requests/requests.ts'
import {
  type PersonId,
  PersonIdSchema,
  type RoundId,
  RoundIdSchema,
  type TableId,
  TableIdSchema,
} from './words.ts'

const strict = { additionalProperties: false }
/** The sender takes a seat; whoever has one in this round gives it up in the same step. */
export const PickTable = Type.Object(
  { type: Type.Literal('pick-table'), round: RoundIdSchema, table: TableIdSchema },
  strict,
)
export const LeaveTable = Type.Object(
  { type: Type.Literal('leave-table'), round: RoundIdSchema },
  strict,
)
/** The desk or the console seats somebody, also after choosing has closed; null: no table. */
export const MovePerson = Type.Object(
  {
    type: Type.Literal('move-person'),
    person: PersonIdSchema,
    round: RoundIdSchema,
    table: Type.Union([TableIdSchema, Type.Null()]),
  },
  strict,
)

export type PicksCommand =
  | Type.Static<typeof PickTable>
  | Type.Static<typeof LeaveTable>
  | Type.Static<typeof MovePerson>

export type PicksEvent =
  /** `byHand`: no seating changes it afterwards */
  | { type: 'table-picked'; round: RoundId; person: PersonId; table: TableId; byHand?: true }
  | { type: 'table-left'; round: RoundId; person: PersonId; byHand?: true }

export const decidePicks: Deciders<PicksCommand> = {
  'pick-table': (show, { round: id, table }, { actor, at }) => {
    const round = show.rounds[id]
    if (!round) return refuse('unknown', { what: 'round', id }, 'round')
    if (!actor.person || !show.people[actor.person]) return refuse('not-allowed')
    if (round.phase !== 'open')
      return refuse('round-not-open', { round: roundNumber(show, round), phase: round.phase })
    if (isBanned(show, actor.person, table))
      return refuse('not-at-table', { table: show.tables[table]?.number ?? 0 }, 'table')
    return take(show, round, actor.person, table, at, own(round))
  },
  'leave-table': (show, { round: id }, { actor }) => {
    const round = show.rounds[id]
    if (!round) return refuse('unknown', { what: 'round', id }, 'round')
    if (!actor.person) return refuse('not-allowed')
    if (round.phase !== 'open')
      return refuse('round-not-open', { round: roundNumber(show, round), phase: round.phase })
    return give(round, actor.person, own(round))
  },
  'move-person': (show, { person, round: id, table }, { at }) => {
    const round = show.rounds[id]
    if (!round) return refuse('unknown', { what: 'round', id }, 'round')
    if (!show.people[person]) return refuse('unknown', { what: 'person', id: person }, 'person')
    if (round.phase === 'ended') return refuse('round-over', { round: roundNumber(show, round) })
    return table === null ? give(round, person, HAND) : take(show, round, person, table, at, HAND)
  },
}

type ReadRound = DeepReadonly<Round>

type Hand = { byHand?: true }
const HAND: Hand = { byHand: true }
/** What people choose for themselves after a seating, the next one leaves alone too. */
const own = (round: ReadRound): Hand => (round.window === null ? {} : HAND)

const give = (round: ReadRound, person: PersonId, hand: Hand): Decision => {
  if (round.walkUps[person] !== undefined)
    return accept({ type: 'walk-up-left', round: round.id, person })
  return round.picks[person] === undefined
    ? accept()
    : accept({ type: 'table-left', round: round.id, person, ...hand })
}

function take(
  show: ReadShow,
  round: ReadRound,
  person: PersonId,
  id: TableId,
  at: Instant,
  hand: Hand,
): Decision {
  const table = show.tables[id]
  if (!table) return refuse('unknown', { what: 'table', id }, 'table')
  if (round.picks[person] === id) return accept()
  if (table.hosts.includes(person)) return refuse('hosts-here', { table: table.number }, 'table')
  const own = hostedBy(show, person)
  if (own && !coHostHolds(show, round, own, person)) {
    return refuse(
      'host-on-duty',
      { table: show.tables[own]?.number ?? 0, round: roundNumber(show, round) },
      'table',
    )
  }
  if (seatsAt(round, table) === 0)
    return refuse('table-closed', { table: table.number, round: roundNumber(show, round) }, 'table')
  if (freeSeats(round, table) <= 0) return full(show, round, person, id, at)
  const picked = { type: 'table-picked' as const, round: round.id, person, table: id, ...hand }
  return accept(...leftBefore(round, person, id), picked)
}

/** What somebody gives up by taking a seat, beside the one they had: a chair they walked up to, a place in line. */
const leftBefore = (round: ReadRound, person: PersonId, table: TableId): Event[] => [
  ...(round.walkUps[person] === undefined
    ? []
    : [{ type: 'walk-up-left' as const, round: round.id, person }]),
  ...(round.waiting[table]?.includes(person)
    ? [{ type: 'waiting-left' as const, round: round.id, table, person }]
    : []),
]

/** In this round somebody else of the table's hosts stays at it. */
function coHostHolds(show: ReadShow, round: ReadRound, table: TableId, person: PersonId): boolean {
  const hosts = show.tables[table]?.hosts ?? []
  return hosts.some((host) => host !== person && round.picks[host] === undefined)
}

/** Says what the person still has, and which tables have room: never a dead end. */
function full(
  show: ReadShow,
  round: ReadRound,
  person: PersonId,
  id: TableId,
  at: Instant,
): Decision {
  const room = Object.values(show.tables)
    .filter((table) => table.id !== id && freeSeats(round, table) > 0)
    .filter((table) => !table.hosts.includes(person) && table.innovation !== null)
    .sort((a, b) => freeSeats(round, b) - freeSeats(round, a) || a.number - b.number)
    .slice(0, 3)
    .map((table) => table.number)
    .sort((a, b) => a - b)
  const still = round.picks[person]
  const keeps = still === undefined ? undefined : show.tables[still]
  const table = show.tables[id]?.number ?? 0
  const begins = talkStartsAt(show, round, at)
  return refuse(
    'table-full',
    {
      table,
      room,
      round: roundNumber(show, round),
      ...(keeps ? { still: keeps.number } : {}),
      ...(begins === null ? {} : { begins }),
    },
    'table',
  )
}

function settled(round: Round, person: PersonId, byHand: true | undefined): void {
  delete round.suggested[person]
  delete round.promoted[person]
  if (byHand) round.byHand[person] = true
}

export const evolvePicks: Evolvers<PicksEvent> = {
  'table-picked': (show, { round, person, table, byHand }) => {
    seat(show, round, person, table)
    settled(known(show.rounds, round), person, byHand)
  },
  'table-left': (show, { round, person, byHand }) => {
    seat(show, round, person, null)
    settled(known(show.rounds, round), person, byHand)
  },
}
