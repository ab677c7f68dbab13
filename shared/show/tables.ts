import Type from 'typebox'
import { accept, type Deciders, type Decision, type Evolvers, known, refuse } from './decision.ts'
import { forgetPlan } from '#shared/show/choosing/evolve.ts'
import { hostedBy } from './hosting.ts'
import type { ReadShow, Show, Table } from './state.ts'
import {
  InnovationIdSchema,
  type PersonId,
  PersonIdSchema,
  type TableId,
  TableIdSchema,
} from './words.ts'

const strict = { additionalProperties: false }
export const TableDraft = Type.Object(
  {
    id: TableIdSchema,
    number: Type.Integer({ minimum: 1, maximum: 999 }),
    zone: Type.String({ maxLength: 20 }),
    place: Type.String({ maxLength: 120 }),
    capacity: Type.Integer({ minimum: 1, maximum: 500 }),
    innovation: Type.Union([InnovationIdSchema, Type.Null()]),
    hosts: Type.Array(PersonIdSchema, { maxItems: 12, uniqueItems: true }),
  },
  strict,
)
/** Adds a table or changes it; people who chose it keep their seats. */
export const SaveTable = Type.Object(
  { type: Type.Literal('save-table'), table: TableDraft },
  strict,
)
/** Two tables change number, zone and place with one another: people who chose them follow. */
export const SwapTables = Type.Object(
  { type: Type.Literal('swap-tables'), a: TableIdSchema, b: TableIdSchema },
  strict,
)
/** Takes a table away at which nobody has a seat. */
export const RemoveTable = Type.Object(
  { type: Type.Literal('remove-table'), table: TableIdSchema },
  strict,
)

export type TablesCommand =
  | Type.Static<typeof SaveTable>
  | Type.Static<typeof SwapTables>
  | Type.Static<typeof RemoveTable>
export type TablesEvent =
  | { type: 'table-saved'; table: Type.Static<typeof TableDraft> }
  | { type: 'tables-swapped'; a: TableId; b: TableId }
  | { type: 'table-removed'; table: TableId }

export const decideTables: Deciders<TablesCommand> = {
  'save-table': (show, { table }) => {
    const present = show.tables[table.id]
    const taken = Object.values(show.tables).find(
      (one) => one.number === table.number && one.id !== table.id,
    )
    if (taken) return refuse('number-taken', { table: table.number }, 'number')
    if (table.innovation !== null && !show.innovations[table.innovation]) {
      return refuse('unknown', { what: 'innovation', id: table.innovation }, 'innovation')
    }
    return (
      refuseCapacity(show, table.id, table.capacity) ??
      // Who hosts it already may go on: only what is changed is looked at.
      (present && present.hosts.join() === table.hosts.join()
        ? null
        : refuseHosts(show, table.id, table.hosts)) ??
      (present && unchanged(present, table) ? accept() : accept({ type: 'table-saved', table }))
    )
  },
  'swap-tables': (show, { a, b }) => {
    const missing = [a, b].find((id) => !show.tables[id])
    if (missing) return refuse('unknown', { what: 'table', id: missing })
    return a === b ? accept() : accept({ type: 'tables-swapped', a, b })
  },
  'remove-table': (show, { table: id }) => {
    const table = show.tables[id]
    if (!table) return refuse('unknown', { what: 'table', id }, 'table')
    const taken = Math.max(everTaken(show, id), mostAtItsPlace(show, id))
    if (taken > 0) return refuse('table-in-use', { table: table.number, taken })
    return accept({ type: 'table-removed', table: id })
  },
}

/** The most people who sit at the place of this table in any one round, whoever presents there. */
const mostAtItsPlace = (show: ReadShow, id: TableId): number =>
  Math.max(
    0,
    ...Object.values(show.rounds).flatMap(({ stands, taken }) =>
      (Object.keys(stands) as TableId[]).map((table) =>
        stands[table] === id ? (taken[table] ?? 0) : 0,
      ),
    ),
  )

/** The most seats taken at this table in any one round that goes by its capacity. */
export const mostTaken = (show: ReadShow, id: TableId): number =>
  Math.max(
    0,
    ...Object.values(show.rounds).map((round) =>
      round.seats[id] === undefined ? (round.taken[id] ?? 0) : 0,
    ),
  )

/** The most people who sit or have sat here in any one round. */
const everTaken = (show: ReadShow, id: TableId): number =>
  Math.max(
    0,
    ...Object.values(show.rounds).map(
      (round) =>
        (round.taken[id] ?? 0) + Object.values(round.walkUps).filter((one) => one === id).length,
    ),
  )

function refuseCapacity(show: ReadShow, id: TableId, capacity: number): Decision | null {
  const taken = mostTaken(show, id)
  const table = show.tables[id]
  if (!table || capacity >= taken) return null
  return refuse('capacity-below-taken', { table: table.number, taken, capacity }, 'capacity')
}

/**
 * A host is at one table, and no round to come, or that is on, may be left in which all hosts sit somewhere else.
 * Where the table is closed, nobody is left alone.
 */
function refuseHosts(show: ReadShow, id: TableId, hosts: readonly PersonId[]): Decision | null {
  const stranger = hosts.find((person) => !show.people[person])
  if (stranger) return refuse('unknown', { what: 'person', id: stranger }, 'hosts')
  for (const person of hosts) {
    const own = hostedBy(show, person)
    const other = own !== null && own !== id && show.tables[own]
    if (other) return refuse('hosts-elsewhere', { table: other.number }, 'hosts')
  }
  for (const round of Object.values(show.rounds)) {
    if (round.phase === 'ended' || round.seats[id] === 0) continue
    const away = hosts.find((person) => round.picks[person] !== undefined)
    const own = hosts.some((person) => round.picks[person] === id)
    if (own || (away && hosts.every((person) => round.picks[person] !== undefined))) {
      const table = away && show.tables[round.picks[away] ?? id]
      return refuse('host-has-pick', { table: table ? table.number : 0 }, 'hosts')
    }
  }
  return null
}

function unchanged(
  present: ReadShow['tables'][TableId],
  table: Type.Static<typeof TableDraft>,
): boolean {
  const fields = ['number', 'zone', 'place', 'capacity', 'innovation'] as const
  return (
    fields.every((field) => present?.[field] === table[field]) &&
    present?.hosts.join() === table.hosts.join()
  )
}

export const evolveTables: Evolvers<TablesEvent> = {
  'table-saved': (show, { table }) => {
    const { id, number, zone, place, capacity, innovation, hosts } = table
    for (const host of show.tables[id]?.hosts ?? []) known(show.people, host).hosts = null
    for (const host of hosts) known(show.people, host).hosts = id
    const saved: Table = { id, number, zone, place, capacity, innovation, hosts: [...hosts] }
    show.tables[id] = saved
  },
  'table-removed': (show, { table: id }) => {
    for (const host of known(show.tables, id).hosts) known(show.people, host).hosts = null
    forgetPlan(show, { table: id })
    for (const round of Object.values(show.rounds)) {
      for (const [table, spot] of Object.entries(round.stands))
        if (table === id || spot === id) delete round.stands[table as TableId]
      delete round.seats[id]
      delete round.came[id]
      delete round.waiting[id]
    }
    for (const call of show.calls) if (call.table === id) call.table = null
    show.announcements = show.announcements.filter(
      ({ to }) => to.kind !== 'table' || to.table !== id,
    )
    delete show.hall?.tables[id]
    delete show.useful[id]
    delete show.tables[id]
  },
  'tables-swapped': (show, { a, b }) => {
    const first = known(show.tables, a)
    const second = known(show.tables, b)
    const { number, zone, place } = first
    Object.assign(first, { number: second.number, zone: second.zone, place: second.place })
    Object.assign(second, { number, zone, place })
    swapPlaces(show, a, b)
  },
}

/** Number and place are one: who goes to another table's place stands there on the map too. */
function swapPlaces({ hall }: Show, a: TableId, b: TableId): void {
  if (!hall) return
  const { [a]: first, [b]: second, ...others } = hall.tables
  hall.tables = { ...others, ...(second ? { [a]: second } : {}), ...(first ? { [b]: first } : {}) }
}
