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
