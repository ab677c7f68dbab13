import type { ReadShow } from '#shared/show/state.ts'
import { isoWithOffset } from '#shared/time/calendar.ts'
import { HOUR, type Instant, MINUTE, type Ms } from '#shared/time/instant.ts'
import { instantOf } from '#shared/time/zone.ts'
import { guidOf } from '#shared/sheets/schedule/guid.ts'
import type { OutEvent } from './events.ts'
import { cleanLine, slugOf } from './text.ts'

/** What a schedule file says beside its events. */
export interface ScheduleAbout {
  /** raised by every change of the file's content */
  version: string
  /** address of the event's public page, `https://pitch.example.org/s/leeds-2026` */
  url: string
}

/** The parts that schedule.json and schedule.xml have in common. */
export interface Schedule extends ScheduleAbout {
  acronym: string
  title: string
  zone: string
  days: ScheduleDay[]
  rooms: { name: string; guid: string }[]
}
export interface ScheduleDay {
  index: number
  date: string
  /** ISO 8601 with the zone's offset */
  start: string
  end: string
  rooms: { name: string; guid: string; events: ScheduleEvent[] }[]
}
export interface ScheduleEvent extends Pick<OutEvent, 'guid' | 'number' | 'title' | 'subtitle'> {
  room: string
  slug: string
  date: string
  end: string
  /** by the clocks in the hall, `10:02:30` */
  clock: string
  length: Ms
  /** `talk`, `pitch`: what kind of item it is */
  type: string
  track: string
  abstract: string
  persons: { guid: string; name: string }[]
}

/** The programme in the shape of frab's and the VOC's schedule files (c3voc.de/wiki/schedule). */
export function scheduleOf(
  show: ReadShow,
  events: readonly OutEvent[],
  about: ScheduleAbout,
): Schedule {
  const acronym = acronymOf(show.id)
  const rooms = Object.values(show.stages).map(({ id, name }) => ({
    id,
    name: cleanLine(name),
    guid: guidOf(id, ''),
  }))
  const days = show.days.map((date, index): ScheduleDay => {
    const today = events.filter((event) => event.day === date)
    const opens = instantOf(date, '00:00', show.zone)
    const closes = instantOf(date, '23:59', show.zone)
    return {
      index: index + 1,
      date,
      start: isoWithOffset(opens, show.zone),
      end: isoWithOffset(Math.max(closes, ...today.map(({ end }) => end)), show.zone),
      rooms: rooms.map(({ id, name, guid }) => ({
        name,
        guid,
        events: today
          .filter(({ stage }) => stage.id === id)
          .map((event) => scheduleEvent(event, acronym, show.zone)),
      })),
    }
  })
  return {
    ...about,
    acronym,
    title: cleanLine(show.title),
    zone: show.zone,
    days,
    rooms: rooms.map(({ name, guid }) => ({ name, guid })),
  }
}

/** Four or more of a to z, digits and `_`. */
const acronymOf = (id: string): string => id.replaceAll('-', '_').padEnd(4, '_')

function scheduleEvent(event: OutEvent, acronym: string, zone: string): ScheduleEvent {
  const { guid, number, title, subtitle, kind, block, summary, start, end, stage, people } = event
  const date = isoWithOffset(start, zone)
  return {
    guid,
    number,
    title,
    subtitle,
    room: stage.name,
    slug: [acronym, number, slugOf(title) || 'item'].join('-'),
    date,
    end: isoWithOffset(end, zone),
    clock: date.slice(11, 19),
    length: end - start,
    type: kind,
    track: block,
    abstract: summary,
    persons: people.map(({ id, name }) => ({ guid: guidOf(id, ''), name })),
  }
}

const two = (value: number): string => String(Math.floor(value)).padStart(2, '0')

/** `00:45`; what lasts at all lasts a minute, since the format knows no seconds. */
export function hoursMinutes(length: Ms): string {
  const minutes = length > 0 ? Math.max(1, Math.round(length / MINUTE)) : 0
  return `${two(minutes / 60)}:${two(minutes % 60)}`
}

/** `00:45`, or `00:01:30` where seconds count. */
export function hoursMinutesSeconds(length: Ms): string {
  const seconds = Math.round(length / 1000) % 60
  const text = `${two(length / HOUR)}:${two((length % HOUR) / MINUTE)}`
  return seconds === 0 ? text : `${text}:${two(seconds)}`
}

/** The first and last moment of all that is planned; null when nothing is. */
export const spanOf = (events: readonly OutEvent[]): { from: Instant; to: Instant } | null =>
  events.length === 0
    ? null
    : {
        from: Math.min(...events.map(({ start }) => start)),
        to: Math.max(...events.map(({ end }) => end)),
      }
