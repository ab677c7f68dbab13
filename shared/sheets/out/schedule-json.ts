import { hoursMinutes, type Schedule, type ScheduleEvent } from './schedule.ts'

/**
 * schedule.json as the VOC's schema has it (voc/schedule: validator/json/schema.json). Starts and
 * durations there know no seconds; `date` and `end` do.
 */
export function scheduleJson({ version, url, ...schedule }: Schedule): string {
  const { acronym, title, zone, days, rooms } = schedule
  const file = {
    $schema: 'https://c3voc.de/schedule/schema.json',
    generator: { name: 'pitch-and-talk' },
    schedule: {
      version,
      base_url: `${url}/`,
      conference: {
        acronym,
        title,
        start: days[0]?.date ?? '',
        end: days.at(-1)?.date ?? '',
        daysCount: days.length,
        timeslot_duration: '00:01',
        // The schema has no name for zones such as Etc/GMT+1.
        ...(ZONE.test(zone) ? { time_zone_name: zone } : {}),
        url,
        rooms,
        days: days.map(({ index, date, start, end, rooms: held }) => ({
          index,
          date,
          day_start: start,
          day_end: end,
          rooms: Object.fromEntries(
            held.map(({ name, events }) => [name, events.map((event) => eventJson(event, url))]),
          ),
        })),
      },
    },
  }
  return `${JSON.stringify(file, null, 1)}\n`
}

const ZONE = /^[A-Z][a-z]+\/[A-Z][a-z]+|^UTC$/

const eventJson = (event: ScheduleEvent, url: string) => ({
  guid: event.guid,
  id: event.number,
  date: event.date,
  start: event.clock.slice(0, 5),
  end: event.end,
  duration: hoursMinutes(event.length),
  room: event.room,
  slug: event.slug,
  url,
  title: event.title,
  subtitle: event.subtitle || null,
  track: event.track || null,
  type: event.type,
  language: null,
  abstract: event.abstract || null,
  description: null,
  // `public_name` is what older readers look for.
  persons: event.persons.map(({ guid, name }) => ({ guid, name, public_name: name })),
  links: [],
})
