import { TZDate } from '@date-fns/tz'
import ical, { escape, ICalEventStatus } from 'ical-generator'
import { tzlib_get_ical_block, tzlib_get_timezones } from 'timezones-ical-library'
import type { CalendarEntry } from '#shared/sheets/out/calendar.ts'
import { cleanLine } from '#shared/sheets/out/text.ts'
import { isoWithOffset } from '#shared/time/calendar.ts'
import { HOUR, type Instant, MINUTE } from '#shared/time/instant.ts'
import type { Tracked } from './changes.ts'

export interface CalendarAbout {
  name: string
  zone: string
  /** public page of the event; null: a calendar of one's own points nowhere */
  url: string | null
}

const STATUS = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
} as const

/**
 * iCalendar (RFC 5545) with the zone's rules in it. It has no METHOD, so DTSTAMP tells when the entry
 * last changed, as LAST-MODIFIED does, and an unchanged programme is an unchanged file.
 */
export function icsOf(
  about: CalendarAbout,
  entries: readonly CalendarEntry[],
  trackedOf: (entry: CalendarEntry) => Tracked,
): string {
  const zone = zoneBlock(about.zone)
  const calendar = ical({
    // The library writes these as they are.
    name: escape(cleanLine(about.name), false),
    prodId: { company: 'pitch-and-talk', product: 'Pitch and Talk', language: 'EN' },
    // A zone of the calendar itself would take the Z from DTSTAMP; each entry names its own.
    timezone: { name: null, generator: () => zone?.block ?? null },
    ...(about.url === null ? {} : { url: about.url, ttl: (15 * MINUTE) / 1000 }),
    ...(zone === null ? {} : { x: [{ key: 'X-WR-TIMEZONE', value: zone.tzid }] }),
  })
  for (const entry of entries) {
    const { uid, start, end, summary, description, location, status } = entry
    const { sequence, changedAt } = trackedOf(entry)
    // In an hour that the clocks repeat one name has two moments, and readers differ in which: UTC is plain.
    const local = zone !== null && [start, end ?? start].every((at) => isPlain(at, about.zone))
    calendar.createEvent({
      id: uid,
      start: new TZDate(start, about.zone),
      ...(end === null ? {} : { end: new TZDate(end, about.zone) }),
      ...(local ? { timezone: zone.tzid } : {}),
      summary,
      ...(description === '' ? {} : { description }),
      ...(location === '' ? {} : { location }),
      status: STATUS[status],
      sequence,
      stamp: new Date(changedAt),
      lastModified: new Date(changedAt),
    })
  }
  const text = `${calendar.toString()}\r\n`
  // A calendar must hold something (RFC 5545, 3.6): with no entries, the rules of its zone.
  if (entries.length > 0) return text
  const { block } = zone ?? UTC
  return text.replace('END:VCALENDAR', `${block.trimEnd()}\r\nEND:VCALENDAR`)
}

/** The rules of a zone and the name they have there; null: the library does not know it, UTC will do. */
function zoneBlock(zone: string): { block: string; tzid: string } | null {
  if (!KNOWN.has(zone)) return null
  const [block = '', line = ''] = tzlib_get_ical_block(zone)
  return { block, tzid: line.replace(/^TZID=/, '') }
}
const KNOWN: ReadonlySet<string> = new Set(tzlib_get_timezones())
const UTC = { block: tzlib_get_ical_block('Etc/UTC')[0] ?? '' }

/** No hour is repeated there; some zones put their clocks back by half an hour. */
function isPlain(at: Instant, zone: string): boolean {
  const local = (time: Instant): string => isoWithOffset(time, zone).slice(0, 19)
  return ![-HOUR, -HOUR / 2, HOUR / 2, HOUR].some((by) => local(at + by) === local(at))
}
