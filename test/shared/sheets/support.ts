import { readFileSync } from 'node:fs'
import { readSheet, type SheetValues } from '#shared/sheets/read.ts'
import { isBadFile, type BadFile, type ReadSheet, type SheetKind } from '#shared/sheets/types.ts'

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Reads a sheet that must be readable. */
export function sheet<Kind extends SheetKind>(
  kind: Kind,
  file: string | Uint8Array,
  days?: string[],
): ReadSheet<SheetValues[Kind]> {
  const read = readSheet(
    kind,
    typeof file === 'string' ? bytesOf(file) : file,
    days ? { days } : {},
  )
  if (isBadFile(read)) throw new Error(read.words)
  return read
}

/** Reads a file that must be refused as a whole. */
export function refused(kind: SheetKind, file: string | Uint8Array): BadFile {
  const read = readSheet(kind, typeof file === 'string' ? bytesOf(file) : file)
  if (isBadFile(read)) return read
  throw new Error(`read as ${read.rows.length} rows`)
}

export const values = <Value>(read: ReadSheet<Value>): Value[] =>
  read.rows.map(({ value }) => value)
export const words = (items: readonly { words: string }[]): string[] =>
  items.map((item) => item.words)

export const example = (kind: SheetKind): Uint8Array =>
  readFileSync(new URL(`../../../server/http/example/${kind}.csv`, import.meta.url))
