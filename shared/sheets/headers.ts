import { plain } from './text.ts'

export type Unit = 'hours' | 'minutes' | 'seconds'

/** One thing we look for in a sheet. */
export interface Column<Field extends string> {
  field: Field
  /** its name in our own files, and in sentences */
  says: string
  /** other common names with commas between, best first; compared without case, spaces and punctuation */
  names: string
  /** may stand in several numbered columns: Presenter 1, Presenter 2 */
  many?: true
}

interface Named<Field extends string> {
  field: Field
  says: string
  rank: number
  many: boolean
}
/** Columns by each of their names. */
export type Columns<Field extends string> = ReadonlyMap<string, Named<Field>>

export function columnsOf<Field extends string>(columns: readonly Column<Field>[]): Columns<Field> {
  const byName = new Map<string, Named<Field>>()
  for (const { field, says, names, many = false } of columns)
    for (const [rank, name] of `${says}, ${names}`.split(', ').map(plain).entries())
      if (!byName.has(name)) byName.set(name, { field, says, rank, many })
  return byName
}

export interface MappedColumn {
  index: number
  /** what plain numbers in it mean, when the header says */
  unit: Unit | null
}

/** Columns of a field, best first: the first one with something in it counts. */
export type Mapping<Field extends string> = ReadonlyMap<Field, readonly MappedColumn[]>

interface Candidate extends MappedColumn {
  rank: number
}

export function mapHeaders<Field extends string>(
  columns: Columns<Field>,
  header: readonly string[],
): Mapping<Field> {
  const found = new Map<Field, Candidate[]>()
  for (const [index, text] of header.entries()) {
    const match = matchHeader(columns, text)
    if (!match) continue
    const candidates = found.get(match.field) ?? []
    candidates.push({ index, unit: match.unit, rank: match.rank })
    found.set(match.field, candidates)
  }
  // Numbered columns share one rank, so they stay in the file's order.
  for (const candidates of found.values())
    candidates.sort((a, b) => a.rank - b.rank || a.index - b.index)
  return found
}

export function matchHeader<Field extends string>(
  columns: Columns<Field>,
  header: string,
): { field: Field; rank: number; unit: Unit | null } | null {
  if (header.length > LONGEST_HEADER) return null
  const unit = unitIn(header)
  for (const [variant, name] of variantsOf(header).entries()) {
    const named = columns.get(name) ?? numbered(columns, name)
    // A bare name is a better match than one with words taken away.
    if (named) return { field: named.field, rank: named.rank + variant * 100, unit }
  }
  return alternatives(columns, header)
}

const LONGEST_HEADER = 120

function numbered<Field extends string>(
  columns: Columns<Field>,
  name: string,
): Named<Field> | null {
  if (!/\d/.test(name)) return null
  const named = columns.get(name.replace(/\d+/g, ''))
  return named?.many ? named : null
}

const WHOSE =
  /^(?:please\s+)?(?:enter\s+|give\s+)?(?:what(?:'s|’s|\s+is)\s+)?(?:your|the|attendee|delegate|guest|ticket|participant|contact|registrant)(?:'s|’s)?\s+/i
const UNITS = /\s*(?:\bin\s+)?\b(minutes?|mins?|seconds?|secs?|hours?|hrs?)\s*$/i

/** The header itself, then without what stands in brackets, without its unit, without "your". */
function variantsOf(header: string): string[] {
  const bare = header.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ').trim()
  const unitless = bare.replace(UNITS, '')
  return [
    ...new Set(
      [header, bare, unitless, bare.replace(WHOSE, ''), unitless.replace(WHOSE, '')].map(plain),
    ),
  ]
}

/** `Company / organisation`, `Council or company`: when all the parts we know mean one field. */
function alternatives<Field extends string>(
  columns: Columns<Field>,
  header: string,
): { field: Field; rank: number; unit: null } | null {
  const parts = header.split(/\s*\/\s*|\s+or\s+/i).filter((part) => part !== '')
  if (parts.length < 2) return null
  const fields = new Set(parts.flatMap((part) => matchHeader(columns, part)?.field ?? []))
  const [field] = fields
  return field !== undefined && fields.size === 1 ? { field, rank: 900, unit: null } : null
}

/** What plain numbers under this header count, when it says so. */
export function unitIn(header: string): Unit | null {
  const text = header.toLowerCase()
  if (/\bhh?:mm\b(?!:)|\bh(?:(?:ou)?rs?)?\b/.test(text)) return 'hours'
  if (/\bs(?:ec(?:ond)?s?)?\b(?<!['’]s)/.test(text)) return 'seconds'
  return /\bm(?:in(?:ute)?s?)?\b/.test(text) ? 'minutes' : null
}
