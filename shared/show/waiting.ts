import Type from 'typebox'
import { freeSeats, seatsAt } from '#shared/show/choosing/seats.ts'
import type { Instant } from '#shared/time/instant.ts'
import { MINUTE } from '#shared/time/instant.ts'
import { accept, type Deciders, type Evolvers, known, refuse } from './decision.ts'
import { hostedBy } from './hosting.ts'
import { isBanned } from '#shared/show/requests/requests.ts'
import { movesAt, roundNumber } from './round-course.ts'
import { seat } from './rounds.ts'
import type { ReadShow, Round } from './state.ts'
import { type PersonId, type RoundId, RoundIdSchema, type TableId, TableIdSchema } from './words.ts'

const strict = { additionalProperties: false }
const at = { round: RoundIdSchema, table: TableIdSchema }
/** The sender waits for a seat at a full table, behind those who wait already. */
export const WaitForTable = Type.Object({ type: Type.Literal('wait-for-table'), ...at }, strict)
export const StopWaiting = Type.Object({ type: Type.Literal('stop-waiting'), ...at }, strict)
/** The ticker's: a seat has come free, and whoever waits first for it gets it. `due`: 0, at once. */
export const PromoteWaiting = Type.Object(
  { type: Type.Literal('promote-waiting'), ...at, due: Type.Integer() },
  strict,
)

export type WaitingCommand =
  | Type.Static<typeof WaitForTable>
  | Type.Static<typeof StopWaiting>
  | Type.Static<typeof PromoteWaiting>

export type WaitingEvent =
  | { type: 'waiting-joined'; round: RoundId; table: TableId; person: PersonId }
  | { type: 'waiting-left'; round: RoundId; table: TableId; person: PersonId }
  | { type: 'waiting-promoted'; round: RoundId; table: TableId; person: PersonId }

/** So shortly before people move nobody is sent elsewhere without being asked: they read that there is room. */
export const NO_PROMOTION = 10 * MINUTE

export const decideWaiting: Deciders<WaitingCommand> = {
  'wait-for-table': (show, { round: id, table: tableId }, { actor }) => {
    const round = show.rounds[id]
    if (!round) return refuse('unknown', { what: 'round', id }, 'round')
    const table = show.tables[tableId]
    if (!table) return refuse('unknown', { what: 'table', id: tableId }, 'table')
    const { person } = actor
    if (!person || !show.people[person]) return refuse('not-allowed')
    if (round.phase !== 'open')
      return refuse('round-not-open', { round: roundNumber(show, round), phase: round.phase })
    if (hostedBy(show, person) === tableId)
      return refuse('hosts-here', { table: table.number }, 'table')
    if (hostedBy(show, person) !== null) return refuse('not-allowed')
    if (isBanned(show, person, tableId))
      return refuse('not-at-table', { table: table.number }, 'table')
    if (round.picks[person] === tableId || round.waiting[tableId]?.includes(person)) return accept()
    if (seatsAt(round, table) === 0)
      return refuse('table-closed', { table: table.number, round: roundNumber(show, round) })
    if (freeSeats(round, table) > 0) return refuse('table-has-room', { table: table.number })
    return accept({ type: 'waiting-joined', round: id, table: tableId, person })
  },
  'stop-waiting': (show, { round: id, table }, { actor }) => {
    const round = show.rounds[id]
    if (!round) return refuse('unknown', { what: 'round', id }, 'round')
    if (!actor.person) return refuse('not-allowed')
    return round.waiting[table]?.includes(actor.person)
      ? accept({ type: 'waiting-left', round: id, table, person: actor.person })
      : accept()
  },
  'promote-waiting': (show, { round: id, table }, { at: now }) => {
    const next = promotionDue(show, now)
    if (next?.round !== id || next.table !== table) return accept()
    return accept({ type: 'waiting-promoted', ...next })
  },
}

/** Who gets which free seat next; null: nobody waits for one that is free. */
export function promotionDue(
  show: ReadShow,
  now: Instant,
): { round: RoundId; table: TableId; person: PersonId } | null {
  if (show.heldSince !== null) return null
  for (const round of Object.values(show.rounds)) {
    const waits = Object.entries(round.waiting) as [TableId, readonly PersonId[]][]
    if (waits.length === 0 || (round.phase !== 'open' && round.phase !== 'closed')) continue
    const moves = movesAt(show, round, now)
    if (moves !== null && moves - now < NO_PROMOTION) continue
    for (const [id, [person]] of waits) {
      const table = show.tables[id]
      if (person && table && freeSeats(round, table) > 0)
        return { round: round.id, table: id, person }
    }
  }
  return null
}

export const evolveWaiting: Evolvers<WaitingEvent> = {
  'waiting-joined': (show, { round: id, table, person }) => {
    const round = known(show.rounds, id)
    ;(round.waiting[table] ??= []).push(person)
  },
  'waiting-left': (show, { round, table, person }) =>
    stopWaiting(known(show.rounds, round), table, person),
  'waiting-promoted': (show, { round: id, table, person }) => {
    const round = known(show.rounds, id)
    stopWaiting(round, table, person)
    seat(show, id, person, table)
    delete round.suggested[person]
    round.byHand[person] = true
    round.promoted[person] = true
  },
}

export function stopWaiting(round: Round, table: TableId, person: PersonId): void {
  const rest = (round.waiting[table] ?? []).filter((one) => one !== person)
  if (rest.length > 0) round.waiting[table] = rest
  else delete round.waiting[table]
}

export function stopWaitingAnywhere(round: Round, person: PersonId): void {
  for (const table of Object.keys(round.waiting) as TableId[]) stopWaiting(round, table, person)
}
