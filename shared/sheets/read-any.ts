import { tableIn } from './content.ts'
import { badFile } from './kind-of-file.ts'
import { decode } from './decode.ts'
import { guessKind, readSheet, type SheetValues } from './read.ts'
import { readSchedule, shapeOf } from '#shared/sheets/schedule/read-schedule.ts'
import type { ReadSchedule } from '#shared/sheets/schedule/types.ts'
import { list, oneLine, quote } from './text.ts'
import {
  isBadFile,
  type BadFile,
  type Content,
  type FileKind,
  type HowToRead,
  type ReadSheet,
  type SheetKind,
} from './types.ts'

/** One of the three sheets, told apart by its kind. */
export type AnySheet = {
  [Kind in SheetKind]: Omit<ReadSheet<SheetValues[Kind]>, 'kind'> & { kind: Kind }
}[SheetKind]

/** A sheet, or the schedule of another tool. */
export type AnyFile = AnySheet | ReadSchedule

/** A file as whichever sheet or schedule it is: as said, else by its shape and its column names. */
export function readAny(
  said: FileKind | null,
  content: Content,
  how: HowToRead = {},
): AnyFile | BadFile {
  const schedule = asSchedule(said, content)
  if (schedule) return schedule
  return readAnySheet(said === 'schedule' ? null : said, content, how)
}

/** null: it is none, so it may be a sheet. A web page may have been to be either. */
export function asSchedule(said: FileKind | null, content: Content): ReadSchedule | BadFile | null {
  if (!(content instanceof Uint8Array) || (said !== null && said !== 'schedule')) return null
  const decoded = decode(content)
  if (isBadFile(decoded)) return said === null ? null : decoded
  if (said !== null) return readSchedule(decoded.text)
  const shape = shapeOf(decoded.text)
  return shape === null || shape === 'html' ? null : readSchedule(decoded.text)
}

/** A table as whichever of the three sheets it is: as said, else by its column names. */
export function readAnySheet(
  said: SheetKind | null,
  content: Content,
  how: HowToRead = {},
): AnySheet | BadFile {
  const kind = said ?? guessKind(content, how)
  // Invariant of readSheet: it answers with the kind it was asked for.
  return kind === null
    ? noneOfThree(content, how)
    : (readSheet(kind, content, how) as AnySheet | BadFile)
}

function noneOfThree(content: Content, how: HowToRead): BadFile {
  const opened = tableIn(content, () => 0, how)
  if (isBadFile(opened)) return opened
  const names = opened.table.header.map(oneLine).filter((name) => name !== '')
  const more = names.length > 12 ? ' and more' : ''
  return badFile(
    'missing-columns',
    `We expected the programme (Title, Kind, Start), the innovations (Title, Presenters, Table number) or the people (First name, Last name, E-mail). We found ${
      names.length === 0 ? 'no column names' : `${list(names.slice(0, 12).map(quote))}${more}`
    }.`,
  )
}
