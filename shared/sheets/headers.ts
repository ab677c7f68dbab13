import { plain } from './text.ts'

export type Unit = 'hours' | 'minutes' | 'seconds'

/** One thing we look for in a sheet. */
export interface Column<Field extends string> {
  field: Field
  /** its name in our own files, and in sentences */
  says: string
  /** other common names, best first; compared without case, spaces and punctuation */
  names: readonly string[]
  /** may stand in several numbered columns: Presenter 1, Presenter 2 */
  many?: true
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
  columns: readonly Column<Field>[],
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
  for (const candidates of found.values()) candidates.sort((a, b) => a.rank - b.rank || a.index - b.index)
  return found
}

export function matchHeader<Field extends string>(
  columns: readonly Column<Field>[],
  header: string,
): { field: Field; rank: number; unit: Unit | null } | null {
  const unit = unitIn(header)
  for (const [variant, name] of variantsOf(header).entries()) {
    if (name === '') continue
    for (const column of columns) {
      const rank = rankOf(column, name)
      // A bare name is a better match than one with words taken away.
      if (rank >= 0) return { field: column.field, rank: rank + variant * 100, unit }
    }
  }
  return alternatives(columns, header)
}

function rankOf(column: Column<string>, name: string): number {
  const names = [column.says, ...column.names].map(plain)
  const rank = names.indexOf(name)
  if (rank >= 0 || !column.many) return rank
  const bare = name.replace(/\d+/g, '')
  return bare === name ? -1 : names.indexOf(bare)
}

const WHOSE =
  /^(?:please\s+)?(?:enter\s+|give\s+)?(?:what(?:'s|’s|\s+is)\s+)?(?:your|the|attendee|delegate|guest|ticket|participant|contact|registrant)(?:'s|’s)?\s+/i
const UNITS = /\s*(?:\bin\s+)?\b(minutes?|mins?|seconds?|secs?|hours?|hrs?)\s*$/i

/** The header itself, then without what stands in brackets, without its unit, without "your". */
function variantsOf(header: string): string[] {
  const bare = header.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ').trim()
  const unitless = bare.replace(UNITS, '')
  return [...new Set([header, bare, unitless, bare.replace(WHOSE, ''), unitless.replace(WHOSE, '')].map(plain))]
}

/** `Company / organisation`, `Council or company`: when all the parts we know mean one field. */
function alternatives<Field extends string>(
  columns: readonly Column<Field>[],
  header: string,
): { field: Field; rank: number; unit: null } | null {
  const parts = header.split(/\s*\/\s*|\s+or\s+/i)
  if (parts.length < 2) return null
  const fields = new Set(parts.flatMap((part) => matchHeader(columns, part)?.field ?? []))
  const [field] = fields
  return field !== undefined && fields.size === 1 ? { field, rank: 900, unit: null } : null
}

function unitIn(header: string): Unit | null {
  const text = header.toLowerCase()
  if (/\bhh?:mm\b(?!:)|\bh(?:ou)?rs?\b|\bhours\b/.test(text)) return 'hours'
  if (/\bs(?:ec(?:ond)?s?)?\b(?<!['’]s)/.test(text)) return 'seconds'
  return /\bm(?:in(?:ute)?s?)?\b/.test(text) ? 'minutes' : null
}
