import { decode } from './decode.ts'
import { badFile } from './kind-of-file.ts'
import { guessKind, readSheet, type SheetValues } from './read.ts'
import type { ProgrammeOptions } from './programme.ts'
import { readTable } from './table.ts'
import { list, oneLine, quote } from './text.ts'
import { isBadFile, type BadFile, type ReadSheet, type SheetKind } from './types.ts'

/** One of the three sheets, told apart by its kind. */
export type AnySheet = {
  [Kind in SheetKind]: Omit<ReadSheet<SheetValues[Kind]>, 'kind'> & { kind: Kind }
}[SheetKind]

/** A file's bytes as whichever sheet it is: as said, else by its column names. */
export function readAny(
  said: SheetKind | null,
  bytes: Uint8Array,
  options: ProgrammeOptions = {},
): AnySheet | BadFile {
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
