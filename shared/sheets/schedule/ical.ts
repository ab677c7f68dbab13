import ICAL, { type JCalComponent } from 'ical.js'
import { DAY, type Ms } from '#shared/time/instant.ts'
import { emailIn } from '#shared/sheets/names.ts'
import { oneLine, quote } from '#shared/sheets/text.ts'
import { instantOf } from '#shared/time/zone.ts'
import { type Found, found } from './found.ts'
import { isUuid } from './guid.ts'
import { type Property, propertiesOf, textIn, valueOf, zonesOf } from './ical-properties.ts'
import { blocksOf } from './ical-blocks.ts'
import { LeftOuts } from './left-out.ts'
import { Oddities } from './oddities.ts'
import { joined } from './text.ts'
import { isDay, parseDuration, parseMoment } from './times.ts'
import type { Sheet } from './together.ts'
import type { ForeignSpeaker, ForeignStart } from './types.ts'

/** Items of a calendar (RFC 5545). Each event is parsed on its own, so that one broken line is one broken item. */
export function readCalendar(text: string): Sheet {
  const { head, zones, events } = blocksOf(text)
  const leftOuts = new LeftOuts()
  const oddities = new Oddities()
  const calendar = propertiesOf(parsed(head)?.[1] ?? [])
  const zone = zonesOf(
    zones.map((block) => parsed(block)),
    oneLine(textIn(calendar, 'x-wr-timezone')),
  )
  const founds = events.map(({ text: block, line }, index): Found => {
    const item = found(`line ${line}`)
    const component = parsed(block)?.[2].find(([name]) => name === 'vevent')
    if (!component) {
      item.title = oneLine(/^SUMMARY[^:\n]*:(.*)$/im.exec(block)?.[1] ?? '')
      item.stays = 'has a line that is no iCalendar'
      return item
    }
    const fields = propertiesOf(component[1])
    readText(item, fields, leftOuts, oddities, index)
    readTimes(item, fields, zone.startOf)
    return item
  })
  return {
    format: 'ical',
    title: oneLine(textIn(calendar, 'x-wr-calname') || textIn(calendar, 'name')),
    zone: zone.named,
    days: [],
    rooms: [],
    founds,
    leftOut: leftOuts.list(),
    notes: [...oddities.sentences(), ...zone.notes()],
  }
}

/** Null: the parser does not like it. */
function parsed(block: string): JCalComponent | null {
  try {
    const read = ICAL.parse(`BEGIN:VCALENDAR\r\n${block}\r\nEND:VCALENDAR`)
    return Array.isArray(read) && read[0] === 'vcalendar' ? read : null
  } catch (error) {
    // The parser's errors have no class of their own that could be told apart from others.
    if (error instanceof Error) return null
    throw error
  }
}

const KEPT = new Set([
  'uid',
  'dtstart',
  'dtend',
  'duration',
  'summary',
  'description',
  'location',
  'status',
  'categories',
  'attendee',
  'recurrence-id',
  'rrule',
  'rdate',
  // About the calendar's entry, not about what happens.
  'dtstamp',
  'created',
  'last-modified',
  'sequence',
  'transp',
  'class',
  'method',
  'priority',
])
const NAMES: Readonly<Record<string, string>> = {
  url: 'Web addresses',
  organizer: 'Organisers',
  attach: 'Attachments',
  image: 'Pictures',
  geo: 'Places on the map',
  comment: 'Comments',
  contact: 'Contacts',
  conference: 'Video calls',
  exdate: 'Exceptions',
  'request-status': 'States of requests',
}

function readText(
  item: Found,
  fields: Map<string, Property[]>,
  leftOuts: LeftOuts,
  oddities: Oddities,
  index: number,
): void {
  const uid = textIn(fields, 'uid').trim()
  const again = textIn(fields, 'recurrence-id')
  if (uid === '') oddities.add('has no UID', item.where)
  if (!fields.has('dtstamp')) oddities.add('has no DTSTAMP', item.where)
  item.ref = refOf(uid, again)
  item.title = textIn(fields, 'summary')
  item.summary = fields.has('description') ? joined(textIn(fields, 'description')) : null
  item.room = oneLine(textIn(fields, 'location')) || null
  item.type = (fields.get('categories') ?? []).flatMap(({ values }) => values).join(', ')
  const status = textIn(fields, 'status').trim().toUpperCase()
  item.isCancelled = status === 'CANCELLED'
  item.confirmed = status === 'CONFIRMED' ? true : status === 'TENTATIVE' ? false : null
  const key = item.ref || String(index)
  item.speakers = speakersOf(fields, leftOuts, key)
  for (const [name, properties] of fields) {
    if (KEPT.has(name)) continue
    const known = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined
    leftOuts.addFilled(
      known ?? `Contents of ${quote(name.toUpperCase())}`,
      'session',
      key,
      textIn(fields, name) || properties.length,
    )
  }
  if (item.type !== '') leftOuts.add('Categories', 'session', key)
  if (fields.has('rrule') || fields.has('rdate'))
    item.wrong.push({ field: 'rrule', rest: 'is repeated by a rule. Its first time is taken.' })
}

/** `7b13…-…@example.org` is known by its UUID alone: another format of the same tool gives that as guid. */
function refOf(uid: string, again: string): string {
  if (uid === '') return ''
  const [local = ''] = uid.split('@')
  if (isUuid(local) && again === '') return local.toLowerCase()
  return `ical:${uid}${again === '' ? '' : `#${again}`}`.slice(0, 200)
}

/**
 * Calendars of programmes name speakers as attendees (`invalid:nomail`); those of offices name who was
 * invited, with an answer to it. Only the former are speakers. Null: nobody is named.
 */
function speakersOf(
  fields: Map<string, Property[]>,
  leftOuts: LeftOuts,
  key: string,
): ForeignSpeaker[] | null {
  const attendees = fields.get('attendee')
  if (!attendees) return null
  const speakers = attendees.flatMap(({ parameters, values }) => {
    const name = oneLine(parameters['cn'] ?? '')
    const isInvited = parameters['partstat'] !== undefined || parameters['rsvp'] !== undefined
    const isPerson = ['', 'individual'].includes((parameters['cutype'] ?? '').toLowerCase())
    if (isInvited || !isPerson || name === '' || name.includes('@')) {
      leftOuts.add('Invitations', 'session', key)
      return []
    }
    return [{ ref: '', name, organisation: null, email: emailIn(values[0] ?? '') }]
  })
  return speakers.length === 0 ? null : speakers
}

function readTimes(
  item: Found,
  fields: Map<string, Property[]>,
  startOf: (day: string, time: string, tzid: string | null) => ForeignStart,
): void {
  const start = valueOf(fields, 'dtstart')
  if (!start) {
    item.stays = 'has no DTSTART'
    return
  }
  const from = parseMoment(start.value)
  if (!from) {
    item.stays = isDay(start.value)
      ? 'is for the whole day and has no time'
      : `starts at ${quote(start.value)}, which is no time`
    return
  }
  item.start = from.at === null ? startOf(from.day, from.time, start.tzid) : from
  const end = valueOf(fields, 'dtend')
  const length = end ? between(item.start, end, startOf) : durationOf(textIn(fields, 'duration'))
  if (length === 'too-long') item.stays = 'lasts more than 24 hours'
  else if (length !== null) item.length = length
  else
    item.wrong.push({
      field: 'end',
      rest: end ? 'ends before it starts, or at no time.' : 'has neither an end nor a length.',
    })
}

function between(
  start: ForeignStart,
  end: { value: string; tzid: string | null },
  startOf: (day: string, time: string, tzid: string | null) => ForeignStart,
): Ms | 'too-long' | null {
  const to = parseMoment(end.value)
  if (!to) return null
  const until = to.at === null ? startOf(to.day, to.time, end.tzid) : to
  const isHall = start.at === null || until.at === null
  const from = isHall ? instantOf(start.day, start.time, 'UTC') : (start.at ?? 0)
  const till = isHall ? instantOf(until.day, until.time, 'UTC') : (until.at ?? 0)
  if (till < from) return null
  return till - from > DAY ? 'too-long' : till - from
}

function durationOf(written: string): Ms | 'too-long' | null {
  const weeks = /^\+?P\d+W$/i.test(written)
  if (weeks || /^\+?P0*[2-9]\d*D/i.test(written)) return 'too-long'
  return parseDuration(written.replace(/^\+/, ''))
}
