import type { LocalDate } from '#shared/time/instant.ts'
import { isLocalDate } from '#shared/time/calendar.ts'

export interface DayContext {
  /** the day of the row above */
  above: LocalDate | null
  /** the event's days, when they are known */
  days: readonly LocalDate[]
}

export type ReadDay = { day: LocalDate | null } | { unclear: string }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const WEEKDAY = /^(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?\b\.?,?\s*/i

const iso = (year: number, month: number, day: number): LocalDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** 0 is Sunday. Sakamoto's method. */
export function weekdayOf(date: LocalDate): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const shifted = month < 3 ? year - 1 : year
  const offset = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0
  const leaps = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400)
  return (shifted + leaps + offset + day) % 7
}

export function addDays(date: LocalDate, days: number): LocalDate {
  let [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  for (let left = days; left > 0; left--) {
    day++
    if (isLocalDate(iso(year, month, day))) continue
    day = 1
    month = (month % 12) + 1
    if (month === 1) year++
  }
  return iso(year, month, day)
}

/**
 * A day as people write it: ISO, `28/06/2026` (day first), `Sunday 28 June 2026`, `28 June`, `Monday`,
 * `Day 2`; blank is the day of the row above.
 */
export function parseDay(written: string, { above, days }: DayContext): ReadDay {
  const text = written.trim().replace(/\s+/g, ' ')
  if (text === '' || /^(?:"|''|ditto|same(?: day)?)$/i.test(text))
    return { day: above ?? days[0] ?? null }
  const numbered = /^(?:day ?)?(\d{1,2})$/i.exec(text)
  if (numbered) return nthDay(Number(numbered[1]), days)
  const rest = text.replace(WEEKDAY, '')
  if (rest === '') return onWeekday(text, above, days)
  const parts = numericDate(rest) ?? namedDate(rest)
  if (!parts) return { unclear: 'We read days such as 28/06/2026, 28 June 2026 or 2026-06-28.' }
  const year = parts.year ?? yearOf(parts.month, parts.day, above, days)
  if (year === null) return { unclear: 'Write the year too, such as 28 June 2026.' }
  const date = iso(year, parts.month, parts.day)
  if (isLocalDate(date)) return { day: date }
  return {
    unclear:
      parts.month > 12 && parts.day <= 12
        ? 'We read the day before the month: write 28/06/2026, not 06/28/2026.'
        : 'The calendar has no such day.',
  }
}

interface DateParts {
  year: number | null
  month: number
  day: number
}

const fullYear = (digits: string): number =>
  digits.length === 2 ? 2000 + Number(digits) : Number(digits)

function numericDate(text: string): DateParts | null {
  const year = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:$|[T ])/.exec(text)
  if (year) return { year: Number(year[1]), month: Number(year[2]), day: Number(year[3]) }
  const day = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(text)
  return day ? { day: Number(day[1]), month: Number(day[2]), year: fullYear(day[3] ?? '') } : null
}

function namedDate(text: string): DateParts | null {
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th)?(?: of)?[- ]([a-z]{3,9})\.?(?:,?[- ](\d{4}|\d{2}))?$/i.exec(text)
  const monthFirst = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/i.exec(text)
  const [day, name, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]]
  const month = MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1
  if (day === undefined || month === 0) return null
  return { day: Number(day), month, year: year === undefined ? null : fullYear(year) }
}

function yearOf(
  month: number,
  day: number,
  above: LocalDate | null,
  days: readonly LocalDate[],
): number | null {
  const same = days.find((date) => date.endsWith(iso(0, month, day).slice(4)))
  const from = same ?? above ?? days[0]
  return from === undefined ? null : Number(from.slice(0, 4))
}

function nthDay(number: number, days: readonly LocalDate[]): ReadDay {
  const day = days[number - 1]
  if (day !== undefined) return { day }
  // Whoever asks knows which day the first is.
  if (number === 1 && days.length === 0) return { day: null }
  return {
    unclear:
      days.length === 0
        ? 'Write the date, such as 28/06/2026.'
        : `The event has ${days.length === 1 ? 'one day' : `${days.length} days`}.`,
  }
}

/** The first such weekday from the row above on. */
function onWeekday(text: string, above: LocalDate | null, days: readonly LocalDate[]): ReadDay {
  const weekday = WEEKDAYS.findIndex((name) => name.startsWith(text.slice(0, 3).toLowerCase()))
  const known = days.find(
    (date) => weekdayOf(date) === weekday && (above === null || date >= above),
  )
  if (known !== undefined) return { day: known }
  if (above === null) return { unclear: 'Write the date of the first row, such as 28/06/2026.' }
  return { day: addDays(above, (weekday - weekdayOf(above) + 7) % 7) }
}
