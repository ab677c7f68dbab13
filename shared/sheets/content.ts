import { decode } from './decode.ts'
import { unitIn, type Columns, type MappedColumn, type Mapping } from './headers.ts'
import { knownInAny } from './kinds.ts'
import { readCells, type Score, type Table, tableOf } from './table.ts'
import { isBadFile, type BadFile, type Content, type Grid, type HowToRead } from './types.ts'

/** A file's text as cells; whatever is no table of text is refused in words. */
export function gridOf(bytes: Uint8Array, score: Score = knownInAny): Grid | BadFile {
  const decoded = decode(bytes)
  if (isBadFile(decoded)) return decoded
  const cells = readCells(decoded.text, score)
  return isBadFile(cells) ? cells : { kind: 'grid', encoding: decoded.encoding, ...cells }
}

/** The table in a file. Where somebody chose the columns, their names are found as they were for the choice. */
export function tableIn(
  content: Content,
  score: Score,
  { fields, headerRow }: HowToRead,
): { table: Table; encoding: Grid['encoding'] } | BadFile {
  const counts = fields === undefined ? score : knownInAny
  const grid = content instanceof Uint8Array ? gridOf(content, counts) : content
  if (isBadFile(grid)) return grid
  const { records, notes, encoding } = grid
  const table = tableOf(records, { score: counts, notes, headerRow })
  return isBadFile(table) ? table : { table, encoding }
}

/** Columns as somebody chose them, in the file's order; null: nobody did. */
export function mappingFrom<Field extends string>(
  columns: Columns<Field>,
  header: readonly string[],
  fields: readonly (string | null)[] | undefined,
): Mapping<Field> | null {
  if (!fields) return null
  const known = new Map([...columns.values()].map(({ field }) => [field as string, field]))
  const mapping = new Map<Field, MappedColumn[]>()
  for (const [index, name] of fields.entries()) {
    const field = known.get(name ?? '')
    if (field === undefined || index >= header.length) continue
    const found = mapping.get(field) ?? []
    found.push({ index, unit: unitIn(header[index] ?? '') })
    mapping.set(field, found)
  }
  return mapping
}

/** The field of each column; null: none. */
export function lookUp<Field extends string>(
  mapping: Mapping<Field>,
  columns: number,
): (Field | null)[] {
  const fields = Array.from({ length: columns }, (): Field | null => null)
  for (const [field, found] of mapping) for (const { index } of found) fields[index] = field
  return fields
}
