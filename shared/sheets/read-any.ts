import { decode } from './decode.ts'
import { badFile } from './kind-of-file.ts'
import { guessKind, readSheet, type SheetValues } from './read.ts'
import type { ProgrammeOptions } from './programme.ts'
import { readSchedule, shapeOf } from '#shared/sheets/schedule/read-schedule.ts'
import type { ReadSchedule } from '#shared/sheets/schedule/types.ts'
import { readTable } from './table.ts'
import { list, oneLine, quote } from './text.ts'
import { isBadFile, type BadFile, type FileKind, type ReadSheet, type SheetKind } from './types.ts'

/** One of the three sheets, told apart by its kind. */
export type AnySheet = {
  [Kind in SheetKind]: Omit<ReadSheet<SheetValues[Kind]>, 'kind'> & { kind: Kind }
}[SheetKind]

/** A sheet, or the schedule of another tool. */
export type AnyFile = AnySheet | ReadSchedule

/** A file's bytes as whichever sheet or schedule it is: as said, else by its shape and its column names. */
export function readAny(
  said: FileKind | null,
  bytes: Uint8Array,
  options: ProgrammeOptions = {},
): AnyFile | BadFile {
  if (said === 'schedule') return scheduleOf(bytes)
  const schedule = said === null ? foundSchedule(bytes) : null
  if (schedule) return schedule
  const kind = said ?? guessKind(bytes)
  // Invariant of readSheet: it answers with the kind it was asked for.
  return kind === null
    ? noneOfThree(bytes)
    : (readSheet(kind, bytes, options) as AnySheet | BadFile)
}

function noneOfThree(bytes: Uint8Array): BadFile {
  const decoded = decode(bytes)
  if (isBadFile(decoded)) return decoded
  const table = readTable(decoded.text)
  if (isBadFile(table)) return table
  const names = table.header.map(oneLine).filter((name) => name !== '')
  const more = names.length > 12 ? ' and more' : ''
  return badFile(
    'missing-columns',
    `We expected the programme (Title, Kind, Start), the innovations (Title, Presenters, Table number) or the people (First name, Last name, E-mail). We found ${
      names.length === 0 ? 'no column names' : `${list(names.slice(0, 12).map(quote))}${more}`
    }.`,
  )
}

function scheduleOf(bytes: Uint8Array): ReadSchedule | BadFile {
  const decoded = decode(bytes)
  return isBadFile(decoded) ? decoded : readSchedule(decoded.text)
}

/** Null: it has not the shape of a schedule, so it may be a sheet. A web page may have been to be either. */
function foundSchedule(bytes: Uint8Array): ReadSchedule | BadFile | null {
  const decoded = decode(bytes)
  if (isBadFile(decoded)) return null
  const shape = shapeOf(decoded.text)
  return shape === null || shape === 'html' ? null : readSchedule(decoded.text)
}
