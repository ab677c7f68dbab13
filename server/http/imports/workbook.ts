import {
  badBook,
  isOldOffice,
  isZip,
  MAX_SHEET_ROWS,
  tooManyRows,
} from '#shared/sheets/kind-of-file.ts'
import { isBlank } from '#shared/sheets/table.ts'
import { list, quote } from '#shared/sheets/text.ts'
import type { BadFile, Grid } from '#shared/sheets/types.ts'
import { cellText } from './cell-text.ts'
import { lookIntoZip } from './zip-size.ts'

/** A sheet of a workbook, for the choice among them. */
export interface SheetName {
  name: string
  /** rows with something in them */
  rows: number
}
export interface Book {
  kind: 'book'
  grid: Grid
  /** the sheet that was read */
  sheet: string
  sheets: SheetName[]
}

/** Far more than 20,000 rows of 60 columns take. */
const MOST_UNPACKED = 200_000_000

/** An Excel workbook by its first bytes; anything else is read as text. */
export const isWorkbook = (bytes: Uint8Array): boolean => isZip(bytes) || isOldOffice(bytes)

/**
 * A sheet of an Excel workbook as rows of text: the one that is asked for, else the fullest. Formulas count
 * as the value they had when the file was saved. Refused in words: anything that is no workbook, has a
 * password, is broken, or is far larger unpacked than a table is.
 */
export async function readWorkbook(bytes: Uint8Array, wanted?: string): Promise<Book | BadFile> {
  const not = notABook(bytes)
  if (not) return not
  const books = await opened(bytes)
  if (books === null) return badBook('broken')
  const sheets = books.map(({ sheet, data }) => ({
    name: sheet,
    rows: data.filter((cells) => cells.some((value) => cellText(value).trim() !== '')).length,
    cells: data.reduce((sum, cells) => sum + cells.filter((value) => value !== null).length, 0),
    data,
  }))
  const fullest = sheets.toSorted((a, b) => b.cells - a.cells)[0]
  const taken = sheets.find(({ name }) => name === wanted) ?? fullest
  if (!taken || !fullest || fullest.rows === 0) return badBook('empty')
  if (taken.rows > MAX_SHEET_ROWS + 1) return tooManyRows(taken.rows - 1)
  const records = taken.data.map((cells) => cells.map(cellText))
  return {
    kind: 'book',
    grid: {
      kind: 'grid',
      encoding: null,
      records: unmerged(records),
      notes: notesOf(taken.name, sheets),
    },
    sheet: taken.name,
    sheets: sheets.map(({ name, rows }) => ({ name, rows })),
  }
}

function notABook(bytes: Uint8Array): BadFile | null {
  if (isOldOffice(bytes))
    return badBook(
      Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'password' : 'old',
    )
  const zip = lookIntoZip(bytes)
  if (!zip) return badBook('broken')
  if (zip.size > MOST_UNPACKED) return badBook('bomb')
  if (zip.names.includes('xl/workbook.xml')) return null
  return badBook(
    zip.names.includes('content.xml') && zip.names.includes('mimetype') ? 'ods' : 'other',
  )
}

/** null: the library cannot make sense of it. */
async function opened(bytes: Uint8Array): Promise<{ sheet: string; data: unknown[][] }[] | null> {
  // Most files are none, and its code takes its time to load.
  const { default: readExcelFile } = await import('read-excel-file/universal')
  try {
    // A copy of its own memory: a part of a larger one would be read from its beginning.
    return await readExcelFile(new Uint8Array(bytes).buffer, { trim: false })
  } catch (error) {
    // The library throws errors of its own kinds and whatever a broken file makes it trip over.
    if (error instanceof Error) return null
    throw error
  }
}

/** Rows that are there only as a frame are dropped from the end, so that they do not count as rows. */
const unmerged = (records: string[][]): string[][] =>
  records.slice(0, records.findLastIndex((cells) => !isBlank(cells)) + 1)

function notesOf(taken: string, sheets: readonly SheetName[]): string[] {
  const others = sheets.filter(({ name, rows }) => name !== taken && rows > 0)
  if (others.length === 0) return []
  const names = list(others.slice(0, 6).map(({ name }) => quote(name)))
  return [
    `We read the sheet ${quote(taken)}. The workbook also has ${names}${others.length > 6 ? ' and more' : ''}.`,
  ]
}
