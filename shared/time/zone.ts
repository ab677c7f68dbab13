import { tzOffset } from '@date-fns/tz/tzOffset'
import { DAY as ONE_DAY, type Instant, type LocalDate, MINUTE } from './instant.ts'

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

/**
 * `2026-11-24`, `09:30` in a zone, as an instant. A time that a clock change skips is read as the hour
 * after, one that it repeats as the first.
 */
export function instantOf(date: LocalDate, time: string, zone: string): Instant {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number)
  const asUtc = Date.UTC(year, month - 1, day, hours, minutes, seconds)
  const offsetAt = (at: Instant): number => tzOffset(zone, new Date(at)) * MINUTE
  const around = [offsetAt(asUtc - ONE_DAY), offsetAt(asUtc + ONE_DAY)]
  const earliest = around.sort((a, b) => b - a).find((by) => offsetAt(asUtc - by) === by)
  return asUtc - (earliest ?? Math.min(...around))
}

// What phones show comes from the platform's own Intl: date-fns would be 7 kB more to load.
const formatters = new Map<string, Intl.DateTimeFormat>()
function partsOf(
  at: Instant,
  zone: string,
  options: Intl.DateTimeFormatOptions,
): Record<string, string> {
  const key = `${zone} ${Object.values(options).join(' ')}`
  const held = formatters.get(key)
  const formatter = held ?? new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone })
  if (!held) formatters.set(key, formatter)
  return Object.fromEntries(formatter.formatToParts(at).map(({ type, value }) => [type, value]))
}

export function localDateOf(at: Instant, zone: string): LocalDate {
  const { year = '', month = '', day = '' } = partsOf(at, zone, DATE)
  return `${year.padStart(4, '0')}-${month}-${day}`
}
const DATE = { year: 'numeric', month: '2-digit', day: '2-digit' } as const

/** `10:40` */
export function clockTime(at: Instant, zone: string): string {
  const { hour = '', minute = '' } = partsOf(at, zone, TIME)
  return `${hour}:${minute}`
}
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

/** `Tuesday 24 November`: put together here, since browsers differ in their commas. */
export function dayName(date: LocalDate): string {
  const { weekday, day, month } = partsOf(Date.parse(`${date}T12:00:00Z`), 'UTC', DAY)
  return `${weekday} ${day} ${month}`
}
const DAY = { weekday: 'long', day: 'numeric', month: 'long' } as const
