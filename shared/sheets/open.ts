import { unguard } from './cells.ts'
import { lookUp, mappingFrom, tableIn } from './content.ts'
import { mapHeaders, type Columns, type Mapping, type Unit } from './headers.ts'
import { badFile } from './kind-of-file.ts'
import { KINDS, knownIn, missingIn, wrongSheet } from './kinds.ts'
import type { Table } from './table.ts'
import { list, oneLine, quote, rowWords, tidy } from './text.ts'
import {
  isBadFile,
  type BadFile,
  type Content,
  type HowToRead,
  type Problem,
  type SheetKind,
  type Told,
} from './types.ts'

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
  /** to be gone through once */
  rows: Iterable<SheetRow<Field>>
  /** the field of each column; null: none */
  fields: (Field | null)[]
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

/** A file as rows of one kind of sheet, with its columns found by name, or as somebody chose them. */
export function openSheet<Field extends string>(
  kind: SheetKind,
  columns: Columns<Field>,
  content: Content,
  how: HowToRead,
  /** which of the columns found for a field count, when that depends on what is in them */
  choose: (mapping: Mapping<Field>, table: Table) => Mapping<Field> = (mapping) => mapping,
): OpenSheet<Field> | BadFile {
  const opened = tableIn(content, (cells) => knownIn(kind, cells), how)
  if (isBadFile(opened)) return opened
  const { table, encoding } = opened
  const chosen = mappingFrom(columns, table.header, how.fields)
  const wrong = chosen ? null : wrongSheet(kind, table.header)
  if (wrong) return notThisSheet(kind, wrong, table.header)
  const mapping = chosen ?? choose(mapHeaders(columns, table.header), table)
  const missing = missingIn(kind, new Set<string>(mapping.keys()))
  if (chosen && missing.length > 0) return notThisSheet(kind, 'none', table.header)
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
    rows: how.told ? toldOf(rows, how.told) : rows,
    fields: lookUp(mapping, table.header.length),
    mapping,
    problems: [...table.problems],
    notes: [...table.notes, ...encodingNote(encoding, table)],
    dropped: () =>
      table.header.flatMap((name, index) => {
        if (used.has(index)) return []
        const filled = table.rows.some(({ cells }) => (cells[index] ?? '').trim() !== '')
        return name === '' ? (filled ? [`column ${index + 1} (no name)`] : []) : [name]
      }),
  }
}

/** Often enough to be seen moving, seldom enough to cost nothing. */
const TELL_EVERY = 500

function* toldOf<Row>(rows: readonly Row[], told: Told): Generator<Row> {
  for (const [index, row] of rows.entries()) {
    if (index % TELL_EVERY === 0) told(index, rows.length)
    yield row
  }
  told(rows.length, rows.length)
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

function encodingNote(encoding: string | null, table: Table): string[] {
  if (encoding === 'UTF-8' || encoding === null) return []
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
