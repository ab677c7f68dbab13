import { unguard } from './cells.ts'
import { decode } from './decode.ts'
import { mapHeaders, type Columns, type Mapping, type Unit } from './headers.ts'
import { badFile } from './kind-of-file.ts'
import { KINDS, knownIn, wrongSheet } from './kinds.ts'
import { readTable, type Table } from './table.ts'
import { list, oneLine, quote, rowWords, tidy } from './text.ts'
import { isBadFile, type BadFile, type Problem, type SheetKind } from './types.ts'

export interface SheetCell {
  /** in one line, tidied */
  text: string
  unit: Unit | null
}
export interface SheetRow<Field extends string> {
  line: number
  /** the first filled cell of this field; empty when there is none */
  cell(field: Field): SheetCell
  /** all cells of a field that may stand in several columns, line breaks kept */
  cells(field: Field): string[]
}
export interface OpenSheet<Field extends string> {
  rows: SheetRow<Field>[]
  mapping: Mapping<Field>
  problems: Problem[]
  notes: string[]
  /** after the rows are read: headers of columns from which nothing was taken */
  dropped(): string[]
}

const NAMES: Record<SheetKind, string> = {
  programme: 'programme file',
  innovations: 'innovations file',
  people: 'people file',
}

/** Bytes as rows of one kind of sheet, with its columns found by name. */
export function openSheet<Field extends string>(
  kind: SheetKind,
  columns: Columns<Field>,
  bytes: Uint8Array,
  /** which of the columns found for a field count, when that depends on what is in them */
  choose: (mapping: Mapping<Field>, table: Table) => Mapping<Field> = (mapping) => mapping,
): OpenSheet<Field> | BadFile {
  const decoded = decode(bytes)
  if (isBadFile(decoded)) return decoded
  const table = readTable(decoded.text, (cells) => knownIn(kind, cells))
  if (isBadFile(table)) return table
  const wrong = wrongSheet(kind, table.header)
  if (wrong) return notThisSheet(kind, wrong, table.header)
  const mapping = choose(mapHeaders(columns, table.header), table)
  const used = new Set(
    [...mapping.values()].flatMap((found) => found.slice(0, 1).map(({ index }) => index)),
  )
  const rows = table.rows.map(({ line, cells }): SheetRow<Field> => {
    const at = (index: number): string => unguard(cells[index] ?? '')
    return {
      line,
      cell(field) {
        const found = mapping.get(field) ?? []
        const filled = found.find(({ index }) => oneLine(at(index)) !== '')
        if (!filled) return { text: '', unit: null }
        used.add(filled.index)
        return { text: oneLine(at(filled.index)), unit: filled.unit }
      },
      cells(field) {
        const found = mapping.get(field) ?? []
        for (const { index } of found) used.add(index)
        return found.map(({ index }) => tidy(at(index)))
      },
    }
  })
  return {
    rows,
    mapping,
    problems: [...table.problems],
    notes: [...table.notes, ...encodingNote(decoded.encoding, table)],
    dropped: () =>
      table.header.flatMap((name, index) => {
        if (used.has(index)) return []
        const filled = table.rows.some(({ cells }) => (cells[index] ?? '').trim() !== '')
        return name === '' ? (filled ? [`column ${index + 1} (no name)`] : []) : [name]
      }),
  }
}

function notThisSheet(
  kind: SheetKind,
  wrong: SheetKind | 'none',
  header: readonly string[],
): BadFile {
  const names = header.filter((name) => name !== '').slice(0, 12)
  const more = header.length > 12 ? ' and more' : ''
  const looks =
    wrong === 'none'
      ? `We found ${list(names.map(quote))}${more}.`
      : `This looks like the ${NAMES[wrong]}.`
  return badFile(
    'missing-columns',
    `We expected the ${NAMES[kind]}, with ${KINDS[kind].expects}. ${looks}`,
  )
}

function encodingNote(encoding: string, table: Table): string[] {
  if (encoding === 'UTF-8') return []
  const accented = table.rows
    .flatMap(({ line, cells }) => cells.map((text) => ({ line, text })))
    .find(({ text }) => /\P{ASCII}/u.test(text))
  const look = accented ? ` Look at row ${accented.line}: is ${quote(accented.text)} right?` : ''
  return [
    encoding === 'UTF-16'
      ? 'The file is UTF-16, which we can read.'
      : `The file is not UTF-8, so its letters were read as Windows-1252, the usual one in older Excel.${look}`,
  ]
}

const LOST = /\ufffd/
// UTF-8 that was once read as Windows-1252 and saved so: Zoë, ’, Ŵ.
const TWICE = /[ÃÂÅÄ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\u0080-\u00bf™œ˜“”¦]/

/** Letters that were lost or garbled before the file reached us. */
export function garbled(
  line: number,
  label: string,
  values: readonly (string | null)[],
): Problem[] {
  const text = values.find((value) => value !== null && (LOST.test(value) || TWICE.test(value)))
  if (text === undefined || text === null) return []
  const what = LOST.test(text) ? 'has lost letters' : 'has garbled letters'
  return [
    {
      line,
      field: null,
      code: 'garbled',
      blocks: false,
      words: rowWords(
        line,
        label,
        `${what}: ${quote(text)}. Save the file again as UTF-8 from where it was made.`,
      ),
    },
  ]
}

// Named as the example because they are what people worry about most.
const PERSONAL =
  /address|phone|mobile|birth|diet|allerg|access|post ?code|zip|gender|disab|emergency/i

/** "We will not keep 9 columns, among them Home Address 1." */
export function droppedWords(dropped: readonly string[]): string | null {
  const example = dropped.find((name) => PERSONAL.test(name)) ?? dropped[0]
  if (example === undefined) return null
  return dropped.length === 1
    ? `We will not keep the column ${example}.`
    : `We will not keep ${dropped.length} columns, among them ${example}.`
}
