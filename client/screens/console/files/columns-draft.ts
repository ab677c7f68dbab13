import { fieldsOf, guessFields, likeliestKind, missingWords } from '#shared/sheets/fields.ts'
import type {
  ImportChoice,
  ImportFile,
  ImportKind,
  SheetKind,
  ImportTable,
} from '#shared/wire/imports.ts'
import { COLUMNS } from '#shared/words/console-import.ts'

/** What an organiser is about to say of a file's columns. */
export interface ColumnsDraft {
  kind: SheetKind
  /** by column; null: left out */
  fields: readonly (string | null)[]
}

const headerOf = (table: ImportTable): string[] => table.columns.map(({ name }) => name)

/** Nothing can be read of it before somebody says what its columns are. */
export const mustAsk = ({ kind, table }: Pick<ImportFile, 'kind' | 'table'>): boolean =>
  kind === null && table !== null

/** Columns with something in them that have no place here, with how many of their cells are filled. */
export const withoutPlace = (table: ImportTable): { name: string; filled: number }[] =>
  table.columns.flatMap(({ name, filled, field }, index) =>
    field === null && filled > 0 ? [{ name: name || COLUMNS.unnamed(index + 1), filled }] : [],
  )

/** What stands in the selects at first: what was read, else our guess. */
export function draftFor(
  file: Pick<ImportFile, 'kind'>,
  table: ImportTable,
  said: ImportKind | null,
): ColumnsDraft {
  // A table is a sheet, whatever else somebody took it for.
  const known = [file.kind, said].find((one) => one !== null && one !== 'schedule')
  const kind = (known as SheetKind | undefined) ?? likeliestKind(headerOf(table))
  const read = table.columns.map(({ field }) => field)
  return read.some((field) => field !== null) ? { kind, fields: read } : guessFor(table, kind)
}

const EMAIL_FIELD = { people: 'email', innovations: 'emails', programme: null } as const

/** By the names of the columns; addresses are known by what they look like too. */
export function guessFor(table: ImportTable, kind: SheetKind): ColumnsDraft {
  const fields = guessFields(kind, headerOf(table))
  const email = EMAIL_FIELD[kind]
  if (email === null || fields.includes(email)) return { kind, fields }
  const at = table.columns.findIndex(
    ({ samples }, index) =>
      fields[index] === null && samples.length > 0 && samples.every((one) => /^\S+@\S+$/.test(one)),
  )
  return { kind, fields: at < 0 ? fields : fields.with(at, email) }
}

export const withField = (
  draft: ColumnsDraft,
  column: number,
  field: string | null,
): ColumnsDraft => ({ ...draft, fields: draft.fields.with(column, field) })

export interface DraftTrouble {
  /** what is needed and has no column: `Start or Length` */
  missing: string[]
  /** fields that several columns were chosen for */
  twice: { says: string; columns: string[] }[]
}

export function troubleWith(draft: ColumnsDraft, table: ImportTable): DraftTrouble {
  const twice = fieldsOf(draft.kind).flatMap(({ field, says, many }) => {
    const columns = table.columns.flatMap(({ name }, index) =>
      draft.fields[index] === field ? [name || COLUMNS.unnamed(index + 1)] : [],
    )
    return columns.length > 1 && !many ? [{ says, columns }] : []
  })
  return { missing: missingWords(draft.kind, draft.fields), twice }
}

/** As it is sent; header row and sheet are said again, so that the same table is meant. */
export const choiceFrom = ({ kind, fields }: ColumnsDraft, table: ImportTable): ImportChoice => ({
  kind,
  fields,
  headerRow: table.headerRow,
  ...(table.sheet === null ? {} : { sheet: table.sheet }),
})
