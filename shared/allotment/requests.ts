import { seatOf } from '#shared/show/choosing/seats.ts'
import type { ChoosingWindow, UnkeptPin } from '#shared/show/choosing/window.ts'
import type { PinRequest } from '#shared/show/requests/requests.ts'
import type { DeepReadonly, ReadShow, Round } from '#shared/show/state.ts'
import type { PersonId, TableId } from '#shared/show/words.ts'
import type { Pin, SeatingProblem, SeatingTable } from './problem.ts'

type ReadRound = DeepReadonly<Round>
type ReadTables = readonly { readonly id: TableId }[]

/** What a seating is worked out over. `past`: all rounds that it does not fill. */
interface Scope {
  rounds: readonly ReadRound[]
  tables: ReadTables
  seated: ReadonlySet<PersonId>
  past: readonly ReadRound[]
}

/**
 * The organiser's pins that are this window's to keep: at one of its tables, in one of its rounds to come. One
 * that was kept in an earlier round is over. Nobody who has not arrived is waited for at a table.
 */
export function wantedPins(
  show: ReadShow,
  { rounds, tables, seated, past }: Scope,
): { wanted: PinRequest[]; unkept: UnkeptPin[] } {
  const here = new Set(tables.map(({ id }) => id))
  const toCome = new Set(rounds.map(({ id }) => id))
  const wanted: PinRequest[] = []
  const unkept: UnkeptPin[] = []
  for (const { people, table, round } of show.requests.pins) {
    if (!here.has(table) || (round !== null && !toCome.has(round))) continue
    const wasKept = past.some((one) => people.every((person) => seatOf(one, person) === table))
    if (round === null && wasKept) continue
    const pin = { people: [...people], table, round }
    const person = people.find((one) => !seated.has(one))
    if (person === undefined) wanted.push(pin)
    else unkept.push({ ...pin, reason: 'not-here', person })
  }
  return { wanted, unkept }
}

/** But for somebody who was put there by hand: that wins. `held`: the pins of seats that stay. */
export function bansOf(
  { requests }: ReadShow,
  tables: ReadTables,
  held: readonly Pin[],
): SeatingProblem['bans'] {
  const stays = new Set(
    held.flatMap(({ people, table }) => people.map((person) => `${person} ${table}`)),
  )
  const here = new Set(tables.map(({ id }) => id))
  return Object.entries(requests.bans).flatMap(([person, banned]) =>
    banned
      .filter((table) => here.has(table) && !stays.has(`${person} ${table}`))
      .map((table) => ({ person, table })),
  )
}

export const mustsOf = ({ requests }: ReadShow, tables: ReadTables): SeatingProblem['musts'] =>
  tables.flatMap(({ id }) => (requests.musts[id] ?? []).map((person) => ({ table: id, person })))

/** Those whom the hosts of a table have met in the window's earlier rounds. */
export function mustsHad(
  { requests }: ReadShow,
  window: DeepReadonly<Pick<ChoosingWindow, 'rounds'>>,
  past: readonly ReadRound[],
  table: TableId,
): Pick<SeatingTable, 'mustsHad'> {
  const own = past.filter(({ id }) => window.rounds.includes(id))
  const had = (requests.musts[table] ?? []).filter((person) =>
    own.some((round) => seatOf(round, person) === table),
  )
  return had.length === 0 ? {} : { mustsHad: had.length }
}

/** Groups as far as they have come: one alone is no group. */
export const groupsOf = ({ requests }: ReadShow, seated: ReadonlySet<PersonId>): PersonId[][] =>
  requests.groups
    .map((group) => group.filter((person) => seated.has(person)))
    .filter(({ length }) => length > 1)
