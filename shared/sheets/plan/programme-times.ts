import type { Ms } from '#shared/time/instant.ts'
import { MINUTE, SECOND } from '#shared/time/instant.ts'
import { secondsOf } from '#shared/sheets/times.ts'
import type { ProgrammeRow, ReadRow } from '#shared/sheets/types.ts'
import { oneLine } from '#shared/sheets/text.ts'
import { lasting } from './words.ts'

export const USUAL = {
  pitch: 2 * MINUTE,
  changeover: 30 * SECOND,
  move: 2 * MINUTE,
  talk: 12 * MINUTE,
  opensBefore: 10 * MINUTE,
  closesBefore: 2 * MINUTE,
} as const

export interface Timed extends ReadRow<ProgrammeRow> {
  /** planned length; null follows from the pitches or rounds in it */
  length: Ms | null
  /** a start that is kept whatever comes before it */
  isFixed: boolean
  /** its start is told and not kept: it follows from pitches that stand in another file */
  isLoose: boolean
}

/** Where a day begins that no item of it says (shared/show/course.ts). */
const DAY_BEGINS = '09:00:00'

/**
 * Times follow from order and lengths, so a written start is fixed only where it says more: at the
 * beginning of a day, after a gap, or when the file says so. What comes right after pitches or rounds
 * says how long those may take, unless the file says that they take what is in them. `rows` are of one
 * day and stage, in order; `at` is the moment of a time of that day, ms. Depends on the file alone, so
 * that the same file always means the same.
 */
export function timed(
  rows: readonly ReadRow<ProgrammeRow>[],
  at: (time: string) => Ms,
): { rows: Timed[]; notes: string[] } {
  const notes: string[] = []
  /** when the item before ends; null: not known, it depends on the pitches */
  let ends: Ms | null = null
  let last: ReadRow<ProgrammeRow> | null = null
  const done = rows.map((row, index): Timed => {
    const { value } = row
    const start = value.start === null ? null : at(value.start)
    const own = ownLength(value)
    const begins: Ms | null = start ?? ends
    // Lengths may count fractions of a second; starts do not.
    const gap: Ms = start === null || ends === null ? 0 : start - ends
    const isApart = Math.abs(gap) >= SECOND
    const isFirst = last === null && !(value.fixedStart === false && value.start === DAY_BEGINS)
    const isFixed = start !== null && (value.fixedStart === true || isFirst || isApart)
    if (isFixed && value.fixedStart !== true && last !== null && isApart)
      notes.push(apart(row, last, gap))
    const isLoose = start !== null && !isFixed && last !== null && ends === null
    const slot =
      value.length === null && !value.lengthFollows && begins !== null
        ? slotOf(rows.slice(index + 1), begins, at)
        : null
    const length = slot !== null && slot > (own ?? 0) ? slot : value.length
    const lasts = length ?? own
    ends = begins === null || lasts === null ? null : begins + lasts
    last = row
    return { ...row, length, isFixed, isLoose }
  })
  return { rows: done, notes }
}

/** ms of its day */
export const startOf = ({ start }: ProgrammeRow): Ms | null =>
  start === null ? null : secondsOf(start) * SECOND

/** What its own cells say it takes; a pitch block takes as long as its pitches, which stand elsewhere. */
export function ownLength(value: ProgrammeRow): Ms | null {
  if (value.length !== null || value.kind !== 'rounds') return value.length
  return Array.from(
    { length: value.rounds },
    (_, index) => (nth(value.move, index) ?? USUAL.move) + (nth(value.talk, index) ?? USUAL.talk),
  ).reduce((total, each) => total + each, 0)
}

/** What a list says of the so-many-th round: its last says it of all that follow. */
export const nth = <Value>(list: readonly Value[] | null, index: number): Value | undefined =>
  list === null ? undefined : (list[index] ?? list.at(-1))

/** From `begins` to the next written start that is not fixed, without what lies between. */
function slotOf(
  after: readonly ReadRow<ProgrammeRow>[],
  begins: Ms,
  at: (time: string) => Ms,
): Ms | null {
  let between: Ms = 0
  for (const { value } of after) {
    if (value.start !== null)
      return value.fixedStart === true ? null : at(value.start) - between - begins
    const length = ownLength(value)
    if (length === null) return null
    between += length
  }
  return null
}

function apart(row: ReadRow<ProgrammeRow>, last: ReadRow<ProgrammeRow>, gap: Ms): string {
  const item = `Row ${row.line}, ${oneLine(row.value.title)},`
  return gap > 0
    ? `${item} starts ${lasting(gap)} after row ${last.line} ends, so its start is fixed.`
    : `${item} starts ${lasting(-gap)} before row ${last.line} ends by its length. Its start is fixed.`
}
