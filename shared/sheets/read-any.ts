import { tableIn } from './content.ts'
import { badFile } from './kind-of-file.ts'
import { guessKind, readSheet, type SheetValues } from './read.ts'
import { list, oneLine, quote } from './text.ts'
import {
  isBadFile,
  type BadFile,
  type Content,
  type HowToRead,
  type ReadSheet,
  type SheetKind,
} from './types.ts'

/** One of the three sheets, told apart by its kind. */
export type AnySheet = {
  [Kind in SheetKind]: Omit<ReadSheet<SheetValues[Kind]>, 'kind'> & { kind: Kind }
}[SheetKind]

/** A file as whichever sheet it is: as said, else by its column names. */
export function readAny(
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
