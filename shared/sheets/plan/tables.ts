import type { ReadShow, Table } from '#shared/show/state.ts'
import type { PersonId, TableId } from '#shared/show/words.ts'
import { list, quote } from '#shared/sheets/text.ts'
import type { InnovationPlan } from './innovations.ts'
import { nowWords, present, spacedAs } from './words.ts'
import { mend, type RowPlan, type Work } from './work.ts'

/** Seats of a table when the file does not say. */
export const USUAL_SEATS = 8

interface TablePlan {
  draft: Table
  plan: RowPlan
  /** null: the table is new */
  before: ReadShow['tables'][TableId] | null
}

/** Gives the innovations their tables and hosts. Gives notes for the file. */
export function planTables(work: Work, plans: readonly InnovationPlan[]): string[] {
  const wanted = plans.flatMap((one) => wantedTable(work, one))
  shareHosts(work, wanted)
  const allowed = wanted.filter((one) => numberIsFree(work, one, wanted))
  freeHosts(work, allowed)
  let open = allowed
  while (open.length > 0) {
    // A number that nobody holds, or its own; when all wait for one another, two change places.
    const next =
      open.find(({ draft }) => holderOf(work, draft) === null) ?? open.find((one) => one.before)
    if (!next) break
    const holder = holderOf(work, next.draft)
    if (holder !== null) work.send(next.plan, { type: 'swap-tables', a: next.draft.id, b: holder })
    save(work, next)
    open = open.filter((one) => one !== next)
  }
  const guessed = plans.filter(
    ({ row, plan }) => row.table !== null && row.capacity === null && plan.isNew,
  )
  return guessed.length === 0 || wanted.length === 0
    ? []
    : [`Tables without a number of seats get ${USUAL_SEATS}.`]
}

function wantedTable(
  work: Work,
  { id, row, plan, hasOtherPresenters }: InnovationPlan,
): TablePlan[] {
  if (row.table === null) return []
  const tables = Object.values(work.show.tables)
  const own = tables.find(({ innovation }) => innovation === id)
  // A table that nobody stands at is theirs to take.
  const empty = tables.find(({ number, innovation }) => number === row.table && innovation === null)
  const before = own ?? empty ?? null
  const presenters = work.show.innovations[id]?.presenters ?? []
  const draft: Table = {
    id: before?.id ?? work.newId<TableId>('tab'),
    number: row.table,
    zone: spacedAs(row.zone ?? before?.zone ?? '', before?.zone),
    place: spacedAs(row.place ?? before?.place ?? '', before?.place),
    capacity: row.capacity ?? before?.capacity ?? USUAL_SEATS,
    innovation: id,
    // Who hosts may have been chosen by hand: it follows who presents only when that changes.
    hosts: hasOtherPresenters || !own ? [...presenters] : [...own.hosts],
  }
  // The event of the plan changes in place, and this is how the table was.
  return [{ draft, plan, before: before && { ...before } }]
}

/** Nobody hosts two tables: the first row that names somebody has them. */
function shareHosts(work: Work, wanted: readonly TablePlan[]): void {
  const host = new Map<PersonId, number>()
  const mine = new Set(wanted.map(({ draft }) => draft.id))
  for (const table of Object.values(work.show.tables))
    if (!mine.has(table.id)) for (const person of table.hosts) host.set(person, table.number)
  for (const { draft, plan } of wanted) {
    const elsewhere = draft.hosts.filter((person) => host.has(person))
    draft.hosts = draft.hosts.filter((person) => !host.has(person))
    for (const person of draft.hosts) host.set(person, draft.number)
    for (const person of elsewhere) {
      const name = work.people.get(person)?.name ?? ''
      const words = `has ${name} as presenter, who hosts table ${host.get(person)} and so cannot host table ${draft.number} too.`
      mend(plan, 'presenters', words, { blocks: false })
    }
  }
}

const holderOf = (work: Work, { id, number }: Table): TableId | null =>
  Object.values(work.show.tables).find((one) => one.number === number && one.id !== id)?.id ?? null

/** A number held by a table that this file does not move is free only if nobody stands there. */
function numberIsFree(work: Work, one: TablePlan, wanted: readonly TablePlan[]): boolean {
  const holder = holderOf(work, one.draft)
  const table = holder === null ? undefined : work.show.tables[holder]
  if (!table || wanted.some(({ draft }) => draft.id === holder)) return true
  if (table.innovation === null) return true
  const title = work.show.innovations[table.innovation]?.title ?? ''
  mend(
    one.plan,
    'table',
    `stands at table ${table.number}, where ${quote(title)} stands already. Choose another number, or give that one its new number in this file too.`,
  )
  return false
}

/** Hosts who change tables leave the old one first: a person hosts one at most. */
function freeHosts(work: Work, wanted: readonly TablePlan[]): void {
  for (const { draft, before, plan } of wanted) {
    if (!before) continue
    const hosts = before.hosts.filter(
      (person) =>
        draft.hosts.includes(person) || !wanted.some((other) => other.draft.hosts.includes(person)),
    )
    if (hosts.length === before.hosts.length) continue
    work.send(plan, { type: 'save-table', table: { ...before, hosts } })
  }
}

function save(work: Work, { draft, plan, before }: TablePlan): void {
  if (!work.send(plan, { type: 'save-table', table: draft }) || plan.isNew) return
  const names = (ids: readonly PersonId[]): string =>
    list(ids.map((id) => work.people.get(id)?.name ?? ''))
  if (!before) {
    plan.says.push(`Has table ${draft.number} now.`)
    return
  }
  plan.says.push(
    ...present([
      nowWords('Table', String(draft.number), String(before.number)),
      nowWords('Zone', draft.zone, before.zone),
      nowWords('Place', draft.place, before.place),
      nowWords('Seats', String(draft.capacity), String(before.capacity)),
      nowWords('Hosted by', names(draft.hosts), names(before.hosts)),
    ]),
  )
}
