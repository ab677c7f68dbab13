import { mapHeaders } from './headers.ts'
import { KINDS, kindOfHeader, knownIn, missingIn, SHEET_KINDS } from './kinds.ts'
import { list, plain } from './text.ts'
import type { SheetKind } from './types.ts'

/** Something that a column may be taken for. */
export interface FieldName {
  field: string
  /** its name in our own files: `Job title` */
  says: string
  /** may stand in several columns, all of which count */
  many: boolean
}

/** All that a column of this kind of sheet may be. */
export function fieldsOf(kind: SheetKind): FieldName[] {
  const names = new Map<string, FieldName>()
  for (const { field, says, many } of KINDS[kind].columns.values())
    names.set(field, { field, says, many })
  return [...names.values()]
}

/** The field of each column by its name alone; null: we do not know it. */
export function guessFields(kind: SheetKind, header: readonly string[]): (string | null)[] {
  const fields = header.map((): string | null => null)
  for (const [field, columns] of mapHeaders(KINDS[kind].columns, header))
    for (const { index } of columns) fields[index] = field
  return fields
}

/** The kind of sheet that these column names say most about; people when they say nothing. */
export const likeliestKind = (header: readonly string[]): SheetKind =>
  kindOfHeader(header) ??
  SHEET_KINDS.reduce(
    (best, kind) => (knownIn(kind, header) > knownIn(best, header) ? kind : best),
    'people',
  )

/**
 * What is missing for this kind of sheet, in the words of its columns: `Start or Length`. One entry for
 * each thing that is needed and has no column.
 */
export function missingWords(kind: SheetKind, fields: readonly (string | null)[]): string[] {
  const says = new Map(fieldsOf(kind).map((one) => [one.field, one.says]))
  const there = new Set(fields.filter((field) => field !== null))
  return missingIn(kind, there).map((any) =>
    list(
      any.map((field) => says.get(field) ?? field),
      'or',
    ),
  )
}

/**
 * A name for each column that stays the same when case, spaces and punctuation change. Columns without
 * a name of their own, and the second of the same name, are told apart by their place.
 */
export function columnKeys(header: readonly string[]): string[] {
  const seen = new Set<string>()
  return header.map((name, index) => {
    const key = plain(name)
    const own = key === '' || seen.has(key) ? `${key}#${index + 1}` : key
    seen.add(own)
    return own
  })
}

/** What somebody said a set of columns is. Holds no cell of any file. */
export interface ColumnChoice {
  kind: SheetKind
  /** by `columnKeys` */
  fields: Readonly<Record<string, string | null>>
}

export const choiceOf = (
  kind: SheetKind,
  header: readonly string[],
  fields: readonly (string | null)[],
): ColumnChoice => ({
  kind,
  fields: Object.fromEntries(
    columnKeys(header).map((key, index): [string, string | null] => [key, fields[index] ?? null]),
  ),
})

/** A choice of before for the same columns; null: it no longer gives this kind of sheet what it needs. */
export function fieldsFrom(
  { kind, fields }: ColumnChoice,
  header: readonly string[],
): (string | null)[] | null {
  const known = new Set(fieldsOf(kind).map(({ field }) => field))
  const found = columnKeys(header).map((key) => {
    const field = Object.hasOwn(fields, key) ? (fields[key] ?? null) : null
    return field !== null && known.has(field) ? field : null
  })
  return missingWords(kind, found).length > 0 ? null : found
}
