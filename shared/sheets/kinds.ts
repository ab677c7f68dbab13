import { mapHeaders, type Columns } from './headers.ts'
import { INNOVATION_COLUMNS } from './innovation-columns.ts'
import { PEOPLE_COLUMNS } from './people-columns.ts'
import { PROGRAMME_COLUMNS } from './programme-columns.ts'
import type { SheetKind } from './types.ts'

interface Kind {
  columns: Columns<string>
  /** of each of these lists the file needs one column */
  needs: readonly (readonly string[])[]
  expects: string
}

export const KINDS: Record<SheetKind, Kind> = {
  programme: {
    columns: PROGRAMME_COLUMNS,
    needs: [
      ['title', 'kind'],
      ['start', 'length'],
    ],
    expects:
      'columns for the Title and the Kind of each item (pitch block, talk, panel, ceremony, break, rounds, note), its Start and its Length',
  },
  innovations: {
    columns: INNOVATION_COLUMNS,
    needs: [['title']],
    expects:
      'a column for the Title of each innovation, and if you have them Organisation, Presenters, Pitch block and Table number',
  },
  people: {
    columns: PEOPLE_COLUMNS,
    needs: [['name', 'first', 'last']],
    expects:
      'columns for First name and Last name, or Name, and if you have them E-mail and Organisation',
  },
}

export const SHEET_KINDS: readonly SheetKind[] = ['programme', 'innovations', 'people']

/** How many things of any one kind of sheet these cells name. */
export const knownInAny = (cells: readonly string[]): number =>
  Math.max(...SHEET_KINDS.map((kind) => knownIn(kind, cells)))

/** What any sheet may tell of its rows says nothing of which sheet it is. */
const COMMON: Partial<Record<SheetKind, readonly string[]>> = {
  programme: ['summary', 'notes', 'speakers', 'emails', 'confirmed'],
}

/** How many things of this kind of sheet these cells name. */
export const knownIn = (kind: SheetKind, cells: readonly string[]): number =>
  [...mapHeaders(KINDS[kind].columns, cells).keys()].filter(
    (field) => !COMMON[kind]?.includes(field),
  ).length

const fits = (kind: SheetKind, header: readonly string[]): boolean => {
  const mapped = mapHeaders(KINDS[kind].columns, header)
  return KINDS[kind].needs.every((fields) => fields.some((field) => mapped.has(field)))
}

/** Of what this kind of sheet needs: the lists of fields of which none is there. */
export const missingIn = (
  kind: SheetKind,
  fields: ReadonlySet<string>,
): readonly (readonly string[])[] =>
  KINDS[kind].needs.filter((any) => !any.some((field) => fields.has(field)))

const isTitled = (header: readonly string[]): boolean =>
  header.some((name) => /title|innovation/i.test(name))

/** Which of the three sheets this header belongs to; null when it is none of them. */
export function kindOfHeader(header: readonly string[]): SheetKind | null {
  const fitting = SHEET_KINDS.filter((kind) => fits(kind, header))
  const [best, next] = fitting.sort((a, b) => knownIn(b, header) - knownIn(a, header))
  if (best === undefined) return null
  if (next === undefined || knownIn(best, header) > knownIn(next, header)) return best
  // `Name` is what people have; what is pitched has a title.
  return [best, next].includes('people') && !isTitled(header) ? 'people' : null
}

/** The other sheet that this header clearly is, or whether it lacks what this kind needs. */
export function wrongSheet(kind: SheetKind, header: readonly string[]): SheetKind | 'none' | null {
  const known = knownIn(kind, header)
  const other = SHEET_KINDS.find(
    (each) =>
      each !== kind && fits(each, header) && knownIn(each, header) >= Math.max(3, known * 2),
  )
  if (other) return other
  if (fits(kind, header)) return null
  return (
    SHEET_KINDS.find((each) => fits(each, header) && knownIn(each, header) > Math.max(1, known)) ??
    'none'
  )
}
