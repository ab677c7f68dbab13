import { quote } from '#shared/sheets/text.ts'
import type { FrabDay, FrabFile } from './frab-fields.ts'
import { field, type Fields, isFields, items, textOf } from './values.ts'

/**
 * schedule.json (https://c3voc.de/schedule/schema.json): `schedule.conference.days[].rooms` with a list
 * of events by the name of each room. Null: it is no such file. `notes` say what stands where it should not;
 * `misplaced`: so much is out of place that the file is not to be trusted.
 */
export function frabJson(
  json: unknown,
): { file: FrabFile; notes: string[]; misplaced: string | null } | null {
  const schedule = field(json, 'schedule')
  const [at, conference] = [
    ['schedule.conference', field(schedule, 'conference')] as const,
    ['conference', field(json, 'conference')] as const,
    ['schedule', schedule] as const,
  ].find(([, one]) => Array.isArray(field(one, 'days'))) ?? ['', undefined]
  if (!isFields(conference)) return null
  const days = items(field(conference, 'days'))
  const looksRight = days.some(
    (day) => field(day, 'rooms') !== undefined || field(day, 'date') !== undefined,
  )
  if (!looksRight && days.length > 0) return null
  const notes = [
    ...(at === 'schedule.conference'
      ? []
      : [
          `The days stand in ${quote(`${at}.days`)}, not in “schedule.conference.days”. We read them all the same.`,
        ]),
    ...(field(schedule, 'version') === undefined ? ['The file names no version.'] : []),
  ]
  return {
    file: {
      conference,
      isXml: false,
      days: days.map((day, index) => dayOf(day, `${at}.days[${index}]`)),
    },
    notes,
    misplaced:
      field(schedule, 'rooms') === undefined || at === 'schedule'
        ? null
        : 'The rooms stand in “schedule.rooms”, and belong in “schedule.conference.rooms”.',
  }
}

function dayOf(day: unknown, where: string): FrabDay {
  const rooms = field(day, 'rooms')
  return {
    date: textOf(field(day, 'date')),
    start: textOf(field(day, 'day_start')) || textOf(field(day, 'start')),
    end: textOf(field(day, 'day_end')) || textOf(field(day, 'end')),
    rooms: isFields(rooms)
      ? Object.entries(rooms).map(([name, events]) =>
          roomOf(name, events, `${where}.rooms[${JSON.stringify(name)}]`),
        )
      : items(rooms).map((room, index) =>
          roomOf(
            textOf(field(room, 'name')),
            field(room, 'events') ?? field(room, 'event'),
            `${where}.rooms[${index}].events`,
          ),
        ),
  }
}

const roomOf = (name: string, events: unknown, where: string): FrabDay['rooms'][number] => ({
  name,
  events: items(events).flatMap((fields: unknown, index): { fields: Fields; where: string }[] =>
    isFields(fields) ? [{ fields, where: `${where}[${index}]` }] : [],
  ),
})
