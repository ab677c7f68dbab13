import Type from 'typebox'
import type { Instant } from '#shared/time/instant.ts'
import { talkStartsAt, roundNumber } from './round-course.ts'
import { seat } from './rounds.ts'
import { accept, type Deciders, type Decision, type Evolvers, refuse } from './decision.ts'
import type { DeepReadonly, ReadShow, Round } from './state.ts'
import { hostedBy } from './hosting.ts'
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
  | { type: 'table-picked'; round: RoundId; person: PersonId; table: TableId }
  | { type: 'table-left'; round: RoundId; person: PersonId }

export const decidePicks: Deciders<PicksCommand> = {
  'pick-table': (show, { round: id, table }, { actor, at }) => {
    const round = show.rounds[id]
    if (!round) return refuse('unknown', { what: 'round', id }, 'round')
    if (!actor.person || !show.people[actor.person]) return refuse('not-allowed')
    if (round.phase !== 'open')
      return refuse('round-not-open', { round: roundNumber(show, round), phase: round.phase })
    return take(show, round, actor.person, table, at)
  },
  'leave-table': (show, { round: id }, { actor }) => {
    const round = show.rounds[id]
    if (!round) return refuse('unknown', { what: 'round', id }, 'round')
    if (!actor.person) return refuse('not-allowed')
    if (round.phase !== 'open')
      return refuse('round-not-open', { round: roundNumber(show, round), phase: round.phase })
    return give(round, actor.person)
  },
  'move-person': (show, { person, round: id, table }, { at }) => {
    const round = show.rounds[id]
    if (!round) return refuse('unknown', { what: 'round', id }, 'round')
    if (!show.people[person]) return refuse('unknown', { what: 'person', id: person }, 'person')
    if (round.phase === 'ended') return refuse('round-over', { round: roundNumber(show, round) })
    return table === null ? give(round, person) : take(show, round, person, table, at)
  },
}

type ReadRound = DeepReadonly<Round>

const give = (round: ReadRound, person: PersonId): Decision =>
  round.picks[person] === undefined
    ? accept()
    : accept({ type: 'table-left', round: round.id, person })

function take(
  show: ReadShow,
  round: ReadRound,
  person: PersonId,
  id: TableId,
  at: Instant,
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
  if ((round.taken[id] ?? 0) >= table.capacity) return full(show, round, person, id, at)
  return accept({ type: 'table-picked', round: round.id, person, table: id })
}

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
    .filter((table) => table.id !== id && (round.taken[table.id] ?? 0) < table.capacity)
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

const freeSeats = (round: ReadRound, table: { id: TableId; capacity: number }): number =>
  table.capacity - (round.taken[table.id] ?? 0)

export const evolvePicks: Evolvers<PicksEvent> = {
  'table-picked': (show, { round, person, table }) => seat(show, round, person, table),
  'table-left': (show, { round, person }) => seat(show, round, person, null),
}
