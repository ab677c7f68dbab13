import { tableIn } from './content.ts'
import { readInnovations } from './innovations.ts'
import { kindOfHeader, knownInAny } from './kinds.ts'
import { readPeople } from './people.ts'
import { readProgramme } from './programme.ts'
import {
  isBadFile,
  type BadFile,
  type Content,
  type HowToRead,
  type InnovationRow,
  type PersonRow,
  type ProgrammeRow,
  type ReadSheet,
  type SheetKind,
} from './types.ts'

export interface SheetValues {
  programme: ProgrammeRow
  innovations: InnovationRow
  people: PersonRow
}

const READERS: {
  [Kind in SheetKind]: (content: Content, how: HowToRead) => ReadSheet<SheetValues[Kind]> | BadFile
} = { programme: readProgramme, innovations: readInnovations, people: readPeople }

/** A file as one of the three sheets. Files over `MAX_SHEET_BYTES` are answered with `tooBig` before. */
export const readSheet = <Kind extends SheetKind>(
  kind: Kind,
  content: Content,
  how: HowToRead = {},
): ReadSheet<SheetValues[Kind]> | BadFile => READERS[kind](content, how)

/** Which of the three sheets a file is, by its column names; null when that is not plain. */
export function guessKind(content: Content, how: HowToRead = {}): SheetKind | null {
  const opened = tableIn(content, knownInAny, how)
  return isBadFile(opened) ? null : kindOfHeader(opened.table.header)
}
