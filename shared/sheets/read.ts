import { decode } from './decode.ts'
import { readInnovations } from './innovations.ts'
import { kindOfHeader, knownIn, SHEET_KINDS } from './kinds.ts'
import { readPeople } from './people.ts'
import { readProgramme, type ProgrammeOptions } from './programme.ts'
import { readTable } from './table.ts'
import {
  isBadFile,
  type BadFile,
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
  [Kind in SheetKind]: (
    bytes: Uint8Array,
    options: ProgrammeOptions,
  ) => ReadSheet<SheetValues[Kind]> | BadFile
} = { programme: readProgramme, innovations: readInnovations, people: readPeople }

/** A file's bytes as one of the three sheets. Files over `MAX_SHEET_BYTES` are answered with `tooBig` before. */
export const readSheet = <Kind extends SheetKind>(
  kind: Kind,
  bytes: Uint8Array,
  options: ProgrammeOptions = {},
): ReadSheet<SheetValues[Kind]> | BadFile => READERS[kind](bytes, options)

/** Which of the three sheets a file is, by its column names; null when that is not plain. */
export function guessKind(bytes: Uint8Array): SheetKind | null {
  const decoded = decode(bytes)
  if (isBadFile(decoded)) return null
  const table = readTable(decoded.text, (cells) =>
    Math.max(...SHEET_KINDS.map((kind) => knownIn(kind, cells))),
  )
  return isBadFile(table) ? null : kindOfHeader(table.header)
}
