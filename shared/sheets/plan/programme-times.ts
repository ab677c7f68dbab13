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
}

/**
 * Times follow from order and lengths, so a written start is fixed only where it says more: at the
 * beginning of a day, after a gap, or when the file says so. What comes right after pitches or rounds
 * says how long those may take. `rows` are of one day, in order. Depends on the file alone, so that the
 * same file always means the same.
 */
export function timed(rows: readonly ReadRow<ProgrammeRow>[]): { rows: Timed[]; notes: string[] } {
  const notes: string[] = []
  /** ms of the day at which the item before ends; null: not known, it depends on the pitches */
  let at: Ms | null = null
  let last: ReadRow<ProgrammeRow> | null = null
  const done = rows.map((row, index): Timed => {
    const { value } = row
    const start = startOf(value)
    const own = ownLength(value)
    const begins: Ms | null = start ?? at
    const isFixed =
      start !== null && (value.fixedStart || last === null || (at !== null && start !== at))
    if (isFixed && !value.fixedStart && last !== null && at !== null && start !== null)
      notes.push(apart(row, last, start - at))
    const slot =
      value.length === null && begins !== null ? slotOf(rows.slice(index + 1), begins) : null
    const length = slot !== null && slot > (own ?? 0) ? slot : value.length
    const lasts = length ?? own
    at = begins === null || lasts === null ? null : begins + lasts
    last = row
    return { ...row, length, isFixed }
  })
  return { rows: done, notes }
}

export const startOf = ({ start }: ProgrammeRow): Ms | null =>
  start === null ? null : secondsOf(start) * SECOND

/** What its own cells say it takes; a pitch block takes as long as its pitches, which stand elsewhere. */
export function ownLength(value: ProgrammeRow): Ms | null {
  if (value.length !== null || value.kind !== 'rounds') return value.length
  return value.rounds * ((value.move ?? USUAL.move) + (value.talk ?? USUAL.talk))
}

/** From `begins` to the next written start that is not fixed, without what lies between. */
function slotOf(after: readonly ReadRow<ProgrammeRow>[], begins: Ms): Ms | null {
  let between: Ms = 0
  for (const { value } of after) {
    const start = startOf(value)
    if (start !== null) return value.fixedStart ? null : start - between - begins
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
