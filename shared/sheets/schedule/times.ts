import {
  HOUR,
  MINUTE,
  SECOND,
  DAY,
  type Instant,
  type LocalDate,
  type Ms,
} from '#shared/time/instant.ts'
import { isLocalDate } from '#shared/time/calendar.ts'
import { instantOf, localDateOf } from '#shared/time/zone.ts'
import type { ForeignStart } from './types.ts'

const MOMENT =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s?(Z|[+-]\d{2}:?(?:\d{2})?)?$/i

const pad = (value: number): string => String(value).padStart(2, '0')

/**
 * `2020-12-14T09:00:00+01:00`, with or without seconds, fraction and offset (RFC 3339 and its looser
 * kin); null when it is no moment.
 */
export function parseMoment(written: string): ForeignStart | null {
  const parts = MOMENT.exec(written.trim())
  if (!parts) return null
  const [, day = '', hours = '', minutes = '', seconds = '0', offset] = parts
  const time = timeOf(Number(hours), Number(minutes), Number(seconds))
  if (time === null || !isDay(day)) return null
  const by = offset === undefined ? null : offsetOf(offset)
  return { at: by === null ? null : instantOf(day, time, 'UTC') - by, day, time }
}

/** Years that are no slip of a keyboard, or of a system that counts from 1970. */
export const isDay = (day: string): boolean =>
  isLocalDate(day) && day >= '1971-01-01' && day < '2200-01-01'

export function timeOf(hours: number, minutes: number, seconds: number): string | null {
  if (hours > 23 || minutes > 59 || seconds > 60) return null
  return `${pad(hours)}:${pad(minutes)}:${pad(Math.min(59, seconds))}`
}

/** ms east of Greenwich */
function offsetOf(written: string): Ms {
  if (/^z$/i.test(written)) return 0
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(written) ?? []
  const by = Number(hours) * HOUR + Number(minutes || 0) * MINUTE
  return sign === '-' ? -by : by
}

/** `9:30`, `09:30:00` as `09:30:00`; null when it is no time of day. */
export function parseClock(written: string): string | null {
  const parts = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(written.trim())
  return parts ? timeOf(Number(parts[1]), Number(parts[2]), Number(parts[3] ?? 0)) : null
}

/** `2020-12-14`, or the day of a moment. */
export function parseDay(written: string): LocalDate | null {
  const day = written.trim().slice(0, 10)
  return /^\d{4}-\d{2}-\d{2}(?:$|[T ])/.test(written.trim()) && isDay(day) ? day : null
}

/** What a clock that goes by UTC and this offset shows. */
export function startAt(at: Instant, zone: string, time: string): ForeignStart {
  return { at, day: localDateOf(at, zone), time }
}

/** The day after. */
export const dayAfter = (day: LocalDate): LocalDate =>
  localDateOf(instantOf(day, '12:00:00', 'UTC') + DAY, 'UTC')

/**
 * A length as schedules write it, in ms: `1:30` and `01:30:00` are an hour and a half, `90` minutes,
 * `PT1H30M` as ISO 8601 has it, and `2:03:00` of more than a day's hours days, hours and minutes
 * (giggity #521). Minutes over 59 count as minutes. Null when it is none, or longer than a day.
 */
export function parseDuration(written: string): Ms | null {
  const text = written.trim()
  const length = colons(text) ?? iso(text) ?? minutes(text)
  return length === null || length > DAY ? null : length
}

function colons(text: string): Ms | null {
  const parts = /^(\d{1,5}):(\d{1,2})(?::(\d{1,2}))?$/.exec(text)
  if (!parts) return null
  const [, first = '', second = '', third] = parts
  if (third === undefined) return Number(first) * HOUR + Number(second) * MINUTE
  const hasDays = first.length > 2 || Number(first) > 24
  return hasDays
    ? Number(first) * DAY + Number(second) * HOUR + Number(third) * MINUTE
    : Number(first) * HOUR + Number(second) * MINUTE + Number(third) * SECOND
}

function iso(text: string): Ms | null {
  const parts = /^P(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,6})S)?)?$/i.exec(text)
  if (!parts || text.length < 3) return null
  const [days = 0, hours = 0, mins = 0, seconds = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0))
  return days * DAY + hours * HOUR + mins * MINUTE + seconds * SECOND
}

const minutes = (text: string): Ms | null => (/^\d{1,4}$/.test(text) ? Number(text) * MINUTE : null)
