import { oneLine, plain } from './text.ts'
import type { MappedColumn, Mapping } from './headers.ts'
import type { PeopleField } from './people-columns.ts'
import { rolesIn } from './people-words.ts'
import type { Table } from './table.ts'

const HONORIFIC =
  /^(?:mrs?|ms|miss|mx|dr|prof(?:essor)?|sir|dame|lord|lady|rev(?:erend)?|cllr|councillor)\.?$/i

/**
 * Three column names mean different things in different shops, so what is in them decides: an `ID` that
 * ten people share is no ticket number, a `Title` may be Mr or Head of Housing, and so may a `Role`.
 */
export function choosePeopleColumns(
  mapping: Mapping<PeopleField>,
  table: Table,
): Mapping<PeopleField> {
  const chosen = new Map(mapping)
  const valuesOf = ({ index }: MappedColumn): string[] =>
    table.rows.map(({ cells }) => oneLine(cells[index] ?? '')).filter((text) => text !== '')

  const jobs = (mapping.get('jobTitle') ?? []).filter(
    (column) => !valuesOf(column).some((text) => HONORIFIC.test(text)),
  )
  set(chosen, 'jobTitle', jobs)

  const roles = mapping.get('role') ?? []
  const known = roles.filter((column) => valuesOf(column).some((text) => rolesIn(text).length > 0))
  set(chosen, 'role', known)
  if (jobs.length === 0 && known.length === 0) set(chosen, 'jobTitle', roles)

  const tickets = mapping.get('ticket') ?? []
  const own = tickets.find((column) => isOwn(column, mapping, table))
  set(
    chosen,
    'ticket',
    own ? [own] : tickets.slice(0, 1).filter((column) => mostlyOwn(valuesOf(column))),
  )
  return chosen
}

function set(
  chosen: Map<PeopleField, readonly MappedColumn[]>,
  field: PeopleField,
  columns: readonly MappedColumn[],
): void {
  if (columns.length > 0) chosen.set(field, columns)
  else chosen.delete(field)
}

/** No two people share a value of it. */
function isOwn({ index }: MappedColumn, mapping: Mapping<PeopleField>, table: Table): boolean {
  const named = (['first', 'last', 'name'] as const).flatMap((field) => mapping.get(field) ?? [])
  const owner = new Map<string, string>()
  return table.rows.every(({ cells }) => {
    const value = oneLine(cells[index] ?? '')
    const name = named.map((column) => plain(cells[column.index] ?? '')).join(' ')
    const other = owner.get(value)
    if (value !== '') owner.set(value, name)
    return value === '' || other === undefined || other === name
  })
}

/** A ticket number with a few slips in it is still one, and the slips are shown. */
const mostlyOwn = (values: readonly string[]): boolean =>
  new Set(values).size * 10 > values.length * 9
