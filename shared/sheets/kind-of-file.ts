import type { BadFile, BadFileCode } from './types.ts'
import { count } from './text.ts'

export const MAX_SHEET_BYTES = 10_000_000
export const MAX_SHEET_ROWS = 20_000

const EXPECTED =
  'We expected a CSV file: a table saved as text, with its column names in the first row.'
const EXCEL = 'In Excel choose File, Save As, “CSV UTF-8”, and give us that file.'

export const badFile = (code: BadFileCode, words: string): BadFile => ({
  kind: 'bad-file',
  code,
  words,
})

const found = (code: BadFileCode, what: string, hint = ''): BadFile =>
  badFile(code, `${EXPECTED} This is ${what}.${hint === '' ? '' : ` ${hint}`}`)

/** The answer to a file over `MAX_SHEET_BYTES`; whoever receives it checks the size before reading it. */
export const tooBig = (bytes: number): BadFile =>
  badFile(
    'too-big',
    `We expected a table of at most ${MAX_SHEET_BYTES / 1e6} MB. This file has ${
      bytes < 1e6 * 10 ? (bytes / 1e6).toFixed(1) : Math.round(bytes / 1e6)
    } MB. Is it the right one?`,
  )

export const tooManyRows = (rows: number): BadFile =>
  badFile(
    'too-many-rows',
    `We expected at most ${MAX_SHEET_ROWS} rows. This file has ${count(rows, 'row')}. Is it the right one?`,
  )

export const emptyFile = (): BadFile => found('empty', 'an empty file')

/** Starts like a packed file: workbooks are, and so is much else. */
export const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)
/** Starts like a file of older Office, which is also what a workbook with a password is packed in. */
export const isOldOffice = (bytes: Uint8Array): boolean => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)

export type BadBook = 'broken' | 'old' | 'other' | 'ods' | 'password' | 'empty' | 'bomb'

/** The answer to a workbook that cannot be read. */
export function badBook(why: BadBook): BadFile {
  const words: Record<BadBook, [BadFileCode, string]> = {
    broken: [
      'binary',
      `This looks like an Excel workbook, and it is broken or not complete, so nothing in it can be read. Open it and save it again. ${EXCEL}`,
    ],
    old: [
      'binary',
      `We expected a table: CSV, or an Excel workbook (XLSX). This is an old Excel workbook (XLS) or another Office file. In Excel choose File, Save As, “Excel Workbook (.xlsx)”, and give us that file.`,
    ],
    other: [
      'binary',
      `We expected a table: CSV, or an Excel workbook (XLSX). This is another packed file (zip, Word, Numbers). ${EXCEL}`,
    ],
    ods: [
      'binary',
      'We expected a table: CSV, or an Excel workbook (XLSX). This is an OpenDocument spreadsheet. In LibreOffice choose File, Save As, “Excel 2007–365 (.xlsx)”, and give us that file.',
    ],
    password: [
      'binary',
      'This workbook is protected by a password, so we cannot read it. In Excel choose File, Info, Protect Workbook, Encrypt with Password, empty the field, save, and give us that file.',
    ],
    empty: [
      'empty',
      'We expected a table. No sheet of this workbook has a row with anything in it.',
    ],
    bomb: [
      'too-big',
      `We expected a table of at most ${MAX_SHEET_BYTES / 1e6} MB and ${MAX_SHEET_ROWS} rows. Unpacked, this workbook is far larger. Copy the rows that you need into a new workbook.`,
    ],
  }
  return badFile(...words[why])
}

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte)

/** A file that is recognised by its first bytes as something else than text. */
export function otherThanText(bytes: Uint8Array): BadFile | null {
  if (bytes.length === 0) return emptyFile()
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04))
    return found('binary', 'an Excel workbook or another packed file (zip, Numbers)', EXCEL)
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return found('binary', 'an old Excel workbook or another Office file', EXCEL)
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return found('binary', 'a PDF')
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff))
    return found('binary', 'a picture')
  if (startsWith(bytes, 0x1f, 0x8b))
    return found('binary', 'a packed file (gzip)', 'Unpack it first.')
  return null
}

/** A text that is recognised as something else than a table. */
export function otherThanTable(text: string): BadFile | null {
  const start = text.slice(0, 2000).trimStart()
  if (start === '' && text.trim() === '') return emptyFile()
  if (
    /^(?:<!--[^]*?-->\s*)?<(?:!doctype\s+html|html|head|body|table|div|script|meta)\b/i.test(start)
  )
    return found(
      'html',
      'a web page (HTML)',
      'Perhaps a sign-in page was saved in place of the file: download it again while signed in.',
    )
  if (/^<(?:\?xml|[a-z])/i.test(start)) return found('not-csv', 'an XML file')
  if (/^\{\s*(?:"|\})|^\[\s*(?:[{["\]]|$)/.test(start)) return found('not-csv', 'a JSON file')
  if (start.startsWith('{\\rtf')) return found('not-csv', 'a rich text document (RTF)')
  if (/^BEGIN:VCALENDAR/i.test(start)) return found('not-csv', 'a calendar (iCalendar)')
  if (/^BEGIN:VCARD/i.test(start)) return found('not-csv', 'an address card (vCard)')
  const controls = text.match(/(?![\t\n\v\f\r])\p{Cc}/gu)?.length ?? 0
  if (text.includes('\u0000') || controls * 100 > text.length)
    return found('binary', 'not text: it holds characters that no text has')
  return null
}

export const unknownEncoding = (): BadFile =>
  found(
    'wrong-encoding',
    'text in an encoding we do not know, so names would come out garbled',
    `Save it as UTF-8. ${EXCEL}`,
  )
