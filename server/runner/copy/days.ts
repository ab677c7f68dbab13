import { stageTimes } from '#shared/show/course.ts'
import type { ReadShow } from '#shared/show/state.ts'
import type { SegmentId } from '#shared/show/words.ts'
import { DAY, type Instant, type LocalDate, MINUTE, type Ms } from '#shared/time/instant.ts'
import { clockTime, instantOf, localDateOf } from '#shared/time/zone.ts'

/** Where a copy's days and fixed starts lie. */
export interface Dates {
  dayOf(day: LocalDate): LocalDate
  /** null: begins when the item before it ends */
  startOf(segment: SegmentId): Instant | null
}

const noon = (day: LocalDate): Instant => Date.parse(`${day}T12:00:00Z`)

/** `2026-11-24` and 2 → `2026-11-26`: days of the calendar, whatever clocks do in between. */
export const dayLater = (day: LocalDate, by: number): LocalDate =>
  localDateOf(noon(day) + by * DAY, 'UTC')

/** All days as far apart as they were, the first on `first`; fixed starts at the same time by the clocks in the hall. */
export function datesFrom(show: ReadShow, first: LocalDate): Dates {
  const by = Math.round((noon(first) - noon(show.days[0] ?? first)) / DAY)
  const dayOf = (day: LocalDate): LocalDate => dayLater(day, by)
  return {
    dayOf,
    startOf(id) {
      const segment = show.segments[id]
      if (!segment || segment.fixedStart === null) return null
      return instantOf(dayOf(segment.day), clockTime(segment.fixedStart, show.zone), show.zone)
    },
  }
}

/** A rehearsal's programme begins this long after it is made. */
export const SOON: Ms = 5 * MINUTE

/**
 * The first day begins at `at`, everything on it as far from its beginning as planned; days after it keep their clock
 * times. What would fall after midnight follows the item before it, or, first on its stage, ends the day.
 */
export function datesFromNow(show: ReadShow, at: Instant): Dates {
  const begin = Math.ceil(at / MINUTE) * MINUTE
  const today = localDateOf(begin, show.zone)
  const dates = datesFrom(show, today)
  const [day] = show.days
  const firsts = new Map<SegmentId, Instant>()
  for (const stage of Object.values(show.stages)) {
    // As planned: of what is to come, planned times do not depend on the present.
    const times = stageTimes(show, stage.id, at)
    const first = stage.segments
      .flatMap((id) => show.segments[id] ?? [])
      .find((segment) => segment.day === day && segment.kind !== 'note')
    const planned = first && times.get(first.id)?.plannedStart
    if (first && planned !== undefined) firsts.set(first.id, planned)
  }
  const by = firsts.size === 0 ? 0 : begin - Math.min(...firsts.values())
  return {
    dayOf: dates.dayOf,
    startOf(id) {
      const segment = show.segments[id]
      if (!segment || segment.day !== day) return dates.startOf(id)
      const planned = firsts.get(id) ?? segment.fixedStart
      if (planned === null) return null
      const moved = planned + by
      if (localDateOf(moved, show.zone) === today) return moved
      return firsts.has(id) ? instantOf(today, '23:59', show.zone) : null
    },
  }
}

/** The first day of a rehearsal that begins when it is planned to: never a day that has come, or all would fall due. */
export const rehearsalDay = (show: ReadShow, now: Instant): LocalDate => {
  const today = localDateOf(now, show.zone)
  const first = show.days[0] ?? today
  return first > today ? first : dayLater(today, 1)
}
