import { unguard } from './cells.ts'
import { gridOf, tableIn } from './content.ts'
import { choiceOf, type ColumnChoice, columnKeys, fieldsFrom } from './fields.ts'
import { knownInAny } from './kinds.ts'
import { droppedWords } from './open.ts'
import { type AnyFile, asSchedule, readAnySheet } from './read-any.ts'
import type { Table } from './table.ts'
import { oneLine } from './text.ts'
import {
  isBadFile,
  type BadFile,
  type Content,
  type FileKind,
  type HowToRead,
  type SheetKind,
  type Told,
} from './types.ts'

/** What somebody has said about one file. */
export interface FileChoice {
  kind: FileKind | null
  /** the field of each column, null: left out; without it our guess counts */
  fields?: readonly (string | null)[] | undefined
  headerRow?: number | undefined
}

/** One column as it stands in the file. */
export interface ColumnLook {
  name: string
  /** its first three values, cut short */
  samples: string[]
  /** how many of its cells have something in them */
  filled: number
  /** what it was taken for; null: left out */
  field: string | null
}

/** A table as people look at it before they say what its columns are. */
export interface TableLook {
  headerRow: number
  columns: ColumnLook[]
  /** who said what the columns are */
  how: 'recognised' | 'chosen' | 'remembered'
  /** false: there is something in a column that we do not know, and nobody has looked at it */
  settled: boolean
}

export interface FileRead {
  read: AnyFile | BadFile
  /** null: it is no table */
  look: TableLook | null
  /** what to remember of its columns; null: its kind is not known */
  choice: ColumnChoice | null
}

export interface ReadWith {
  days?: HowToRead['days']
  told?: Told | undefined
  /** what was said before of columns with these names */
  recall?: (keys: readonly string[]) => ColumnChoice | null
}

/** A file as whichever sheet or schedule it is: as said now, else as said before of the same columns, else by their names. */
export function readFile(
  content: Content,
  said: FileChoice | null,
  { days, told, recall = () => null }: ReadWith = {},
): FileRead {
  const schedule = asSchedule(said?.kind ?? null, content)
  if (schedule) return { read: schedule, look: null, choice: null }
  const named = said?.kind == null || said.kind === 'schedule' ? null : said.kind
  const grid = content instanceof Uint8Array ? gridOf(content) : content
  const opened = isBadFile(grid)
    ? grid
    : tableIn(grid, knownInAny, { headerRow: said?.headerRow, fields: [] })
  if (isBadFile(grid) || isBadFile(opened))
    return { read: readAnySheet(named, content, { days, told }), look: null, choice: null }
  const { header } = opened.table
  const fits = said?.fields?.length === header.length ? said.fields : undefined
  // What is said now counts more than what was said before, even when it is only what the file is.
  const before = named ? null : recalled(header, recall)
  const fields = fits ?? before?.fields
  const kind = named ?? before?.kind ?? null
  // The row of names that was looked at is the one that is read.
  const { headerRow } = opened.table
  const read = readAnySheet(kind, grid, { days, told, fields, headerRow })
  const how = fits ? 'chosen' : before ? 'remembered' : 'recognised'
  const taken = fields ?? (isBadFile(read) ? undefined : read.fields) ?? []
  const look = lookAt(opened.table, taken, how)
  const choice = isBadFile(read) || !read.fields ? null : choiceOf(read.kind, header, taken)
  // The columns themselves say which of them have no place here.
  if (!isBadFile(read))
    read.notes = read.notes.filter((note) => note !== droppedWords(read.dropped))
  return { read, look, choice }
}

function recalled(
  header: readonly string[],
  recall: (keys: readonly string[]) => ColumnChoice | null,
): { kind: SheetKind; fields: (string | null)[] } | null {
  const choice = recall(columnKeys(header).toSorted())
  const fields = choice && fieldsFrom(choice, header)
  return choice && fields ? { kind: choice.kind, fields } : null
}

const SAMPLES = 3
const LONGEST_SAMPLE = 60

function lookAt(
  { headerRow, header, rows }: Table,
  fields: readonly (string | null)[],
  how: TableLook['how'],
): TableLook {
  const columns = header.map((name, index): ColumnLook => {
    const samples: string[] = []
    let filled = 0
    for (const { cells } of rows) {
      const text = oneLine(unguard(cells[index] ?? ''))
      if (text === '') continue
      filled += 1
      if (samples.length < SAMPLES)
        samples.push(text.length > LONGEST_SAMPLE ? `${text.slice(0, LONGEST_SAMPLE - 1)}…` : text)
    }
    return { name, samples, filled, field: fields[index] ?? null }
  })
  const settled =
    how !== 'recognised' || columns.every(({ field, filled }) => field !== null || filled === 0)
  return { headerRow, columns, how, settled }
}
