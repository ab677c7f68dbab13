import { TZDate } from '@date-fns/tz'
import { format } from 'date-fns/format'
import type { Instant, LocalDate } from './instant.ts'

/** Is this an IANA zone this machine knows, such as `Europe/London`? */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: zone })
    return /^[A-Za-z]+(\/[A-Za-z0-9_+-]+)*$/.test(zone)
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** `2026-11-24`, `09:30` in a zone, as an instant. A time that a clock change skips is read as the hour after. */
export function instantOf(date: LocalDate, time: string, zone: string): Instant {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number)
  return new TZDate(year, month - 1, day, hours, minutes, seconds, zone).getTime()
}

export const localDateOf = (at: Instant, zone: string): LocalDate =>
  format(new TZDate(at, zone), 'yyyy-MM-dd')

/** `10:40` */
export const clockTime = (at: Instant, zone: string): string =>
  format(new TZDate(at, zone), 'HH:mm')

/** `Tuesday 24 November` */
export const dayName = (date: LocalDate): string =>
  format(new TZDate(`${date}T12:00:00Z`, 'UTC'), 'EEEE d MMMM')

/** Does this string name a real calendar day? */
export function isLocalDate(date: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (!parts) return false
  const day = new TZDate(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]), 'UTC')
  return format(day, 'yyyy-MM-dd') === date
}

/** ISO 8601 with the zone's offset, for files and feeds: `2026-11-24T09:30:00+00:00`. */
export const isoWithOffset = (at: Instant, zone: string): string =>
  format(new TZDate(at, zone), "yyyy-MM-dd'T'HH:mm:ssxxx")
