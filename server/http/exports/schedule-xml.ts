import { XMLBuilder } from 'fast-xml-parser'
import {
  hoursMinutesSeconds,
  type Schedule,
  type ScheduleEvent,
} from '#shared/sheets/out/schedule.ts'

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#text',
  format: true,
  indentBy: ' ',
  suppressBooleanAttributes: false,
})

/** schedule.xml as the VOC's schema has it (voc/schedule: validator/xsd/schedule.xml.xsd). */
export function scheduleXml(schedule: Schedule, fileUrl: string): string {
  const { acronym, title, zone, days, url, version } = schedule
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    schedule: {
      '@xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      '@xsi:noNamespaceSchemaLocation': 'https://c3voc.de/schedule/schema.xsd',
      generator: { '@name': 'pitch-and-talk' },
      url: fileUrl,
      version,
      conference: {
        acronym,
        title,
        start: days[0]?.date,
        end: days.at(-1)?.date,
        days: days.length,
        timeslot_duration: '00:01',
        base_url: `${url}/`,
        url,
        time_zone_name: zone,
      },
      day: days.map(({ index, date, start, end, rooms }) => ({
        '@index': index,
        '@date': date,
        '@start': start,
        '@end': end,
        room: rooms.map(({ name, guid, events }) => ({
          '@name': name,
          '@guid': guid,
          event: events.map((event) => eventXml(event, url)),
        })),
      })),
    },
  })
}

const eventXml = (event: ScheduleEvent, url: string) => ({
  '@guid': event.guid,
  '@id': event.number,
  room: event.room,
  title: event.title,
  subtitle: event.subtitle,
  type: event.type,
  date: event.date,
  start: event.clock.endsWith(':00') ? event.clock.slice(0, 5) : event.clock,
  duration: hoursMinutesSeconds(event.length),
  abstract: event.abstract,
  slug: event.slug,
  track: event.track,
  persons: {
    person: event.persons.map(({ guid, name }) => ({ '@guid': guid, '#text': name })),
  },
  url,
})
