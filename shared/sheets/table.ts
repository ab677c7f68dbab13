import { CsvError, parse } from 'csv-parse/sync'
import { badFile, MAX_SHEET_ROWS, otherThanTable, tooManyRows } from './kind-of-file.ts'
import { count, list, oneLine } from './text.ts'
import { isBadFile, type BadFile, type Problem } from './types.ts'

export interface TableRow {
  /** row number as a spreadsheet shows it */
  line: number
  /** as many as the header has; short rows are padded */
  cells: string[]
}
export interface Table {
  /** the row they stand in; the first is 1 */
  headerRow: number
  header: string[]
  rows: TableRow[]
  /** rows with more cells than the header; they are not among `rows` */
  problems: Problem[]
  notes: string[]
}

/** How many of these cells are column names that we know. */
export type Score = (cells: readonly string[]) => number

const DELIMITERS = [',', ';', '\t', '|']
const NAMES: Record<string, string> = {
  ',': 'a comma',
  ';': 'a semicolon',
  '\t': 'a tab',
  '|': 'a bar',
}
const LOOK_AT = 10

const options = (delimiter: string) => ({
  delimiter,
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  relax_quotes: true,
})

/** Every record of a text, blank ones too; refused with the row when a quotation mark never closes. */
export function readRecords(text: string, delimiter: string): string[][] | BadFile {
  try {
    return parse(text, options(delimiter))
  } catch (error) {
    if (!(error instanceof CsvError) || error.code !== 'CSV_QUOTE_NOT_CLOSED') throw error
    return badFile(
      'quote-not-closed',
      `Row ${(error.records ?? 0) + 1} opens a quotation mark (") that never closes, so the rows after it cannot be told apart. We expected a second one at the end of that cell.`,
    )
  }
}

/** A text as rows of cells, by whichever delimiter makes most sense of it. */
export function readCells(
  text: string,
  score: Score = () => 0,
): { records: string[][]; notes: string[] } | BadFile {
  const other = otherThanTable(text)
  if (other) return other
  const hint = /^"?sep=(.)"?[ \t]*(?:\r\n|\n|\r)/i.exec(text)
  const body = hint ? text.slice(hint[0].length) : text
  const delimiter = hint?.[1] ?? bestDelimiter(body, score)
  const records = readRecords(body, delimiter)
  if (isBadFile(records)) return records
  const notes =
    delimiter === ','
      ? []
      : [`The columns are separated by ${NAMES[delimiter] ?? `“${delimiter}”`}.`]
  return { records, notes }
}

/** A text as a table, by whichever delimiter and header row make most sense of it. */
export function readTable(text: string, score: Score = () => 0): Table | BadFile {
  const read = readCells(text, score)
  return isBadFile(read) ? read : tableOf(read.records, { score, notes: read.notes })
}

interface Names {
  score: Score
  notes: readonly string[]
  /** row with the column names, when somebody said so; the first is 1 */
  headerRow?: number | undefined
}

/** Rows of cells as a table, below whichever row looks most like column names. */
export function tableOf(
  records: readonly string[][],
  { score, notes: before, headerRow }: Names,
): Table | BadFile {
  const first = records.findIndex((cells) => !isBlank(cells))
  if (first < 0)
    return badFile('empty', 'We expected a table. This file has no row with anything in it.')
  const said = headerRow === undefined ? undefined : records[headerRow - 1]
  const at =
    headerRow !== undefined && said !== undefined && !isBlank(said)
      ? headerRow - 1
      : headerAt(records, first, score)
  const filled = records
    .map((cells, index) => ({ line: index + 1, cells }))
    .filter(({ line, cells }) => line > at + 1 && !isBlank(cells))
  if (filled.length === 0 && score(records[at] ?? []) < PLAIN)
    return badFile(
      'only-headers',
      `We expected rows below the column names. This file has only the column names: ${list((records[at] ?? []).map(oneLine).filter(Boolean))}.`,
    )
  if (filled.length > MAX_SHEET_ROWS) return tooManyRows(filled.length)
  const notes = [
    ...before,
    ...(at > first
      ? [`The column names are in row ${at + 1}; what stands above it is not read.`]
      : []),
  ]
  return level(at + 1, records[at] ?? [], filled, notes)
}

/** With so many names that we know, a table may have no rows: an event that holds nothing is taken out as that. */
const PLAIN = 2

export const isBlank = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell.trim() === '')

function bestDelimiter(text: string, score: Score): string {
  const head = text.slice(0, 64_000)
  const tried = DELIMITERS.map((delimiter) => {
    const { records, neat } = firstRecords(head, delimiter)
    const first = records.find((cells) => !isBlank(cells)) ?? records[0] ?? []
    return { delimiter, known: Math.max(0, ...records.map(score)), neat, columns: first.length }
  })
  return (
    tried.toSorted(
      (a, b) => b.known - a.known || Number(b.neat) - Number(a.neat) || b.columns - a.columns,
    )[0]?.delimiter ?? ','
  )
}

/** The first rows; `neat` when every quotation mark stands where one may by this delimiter. */
function firstRecords(head: string, delimiter: string): { records: string[][]; neat: boolean } {
  const relaxed = options(delimiter)
  const strict = { ...relaxed, relax_quotes: false }
  for (const [to, how] of [
    [LOOK_AT, strict],
    [LOOK_AT, relaxed],
    [1, relaxed],
  ] as const) {
    try {
      return { records: parse(head, { ...how, to }), neat: how === strict }
    } catch (error) {
      // A wrong guess may run into quotation marks that do not fit; the next guess is tried.
      if (!(error instanceof CsvError)) throw error
    }
  }
  return { records: [], neat: false }
}

/** Some reports print a title above the column names. */
function headerAt(records: readonly string[][], first: number, score: Score): number {
  let best = first
  for (let at = first + 1; at < Math.min(first + LOOK_AT, records.length); at++) {
    const known = score(records[at] ?? [])
    if (known >= 2 && known > score(records[best] ?? [])) best = at
  }
  return best
}

const trimEnd = (cells: readonly string[]): string[] =>
  cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1)

/** Every row as wide as the header. */
function level(
  headerRow: number,
  headerCells: readonly string[],
  filled: readonly TableRow[],
  notes: string[],
): Table {
  const named = trimEnd(headerCells)
  const longer = filled.filter(({ cells }) => trimEnd(cells).length > named.length)
  const width = Math.max(named.length, headerCells.length)
  // When most rows run over, the header forgot a name; when few do, a comma stands where none should.
  const forgot = longer.length > 1 && longer.length * 2 > filled.length
  const columns = forgot ? Math.max(...longer.map(({ cells }) => trimEnd(cells).length)) : width
  const header = Array.from({ length: columns }, (_, index) => oneLine(headerCells[index] ?? ''))
  const problems: Problem[] = []
  const rows: TableRow[] = []
  for (const { line, cells } of filled) {
    const extra = trimEnd(cells).length - columns
    if (extra > 0) problems.push(ragged(line, columns, extra))
    else
      rows.push({ line, cells: Array.from({ length: columns }, (_, index) => cells[index] ?? '') })
  }
  return { headerRow, header, rows, problems: [...problems, ...rows.flatMap(swallowed)], notes }
}

const ragged = (line: number, columns: number, extra: number): Problem => ({
  line,
  field: null,
  code: 'ragged',
  blocks: true,
  words: `Row ${line} has ${count(extra, 'cell')} more than the ${columns} columns that have names. Perhaps a cell with a comma in it needs quotation marks.`,
})

/** A stray quotation mark makes one cell of all the rows up to the next. */
function swallowed({ line, cells }: TableRow): Problem[] {
  if (cells.length < 4) return []
  const inner = cells.some(
    (cell) =>
      cell
        .split(/\r\n|\n|\r/)
        .slice(1, -1)
        .filter((part) => DELIMITERS.some((sign) => part.split(sign).length === cells.length))
        .length > 0,
  )
  if (!inner) return []
  return [
    {
      line,
      field: null,
      code: 'swallowed',
      blocks: false,
      words: `Row ${line} seems to hold the rows after it in one cell. Look for a quotation mark (") too many.`,
    },
  ]
}
