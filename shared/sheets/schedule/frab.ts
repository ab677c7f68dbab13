import { isZone, instantOf } from '#shared/time/zone.ts'
import { DAY, type LocalDate, MINUTE } from '#shared/time/instant.ts'
import { emailIn } from '#shared/sheets/names.ts'
import { oneLine, plain, quote } from '#shared/sheets/text.ts'
import { type Found, found } from './found.ts'
import {
  CONFERENCE_NAMES,
  type FrabDay,
  type FrabFile,
  KEPT,
  NAMES,
  PERSON_NAMES,
  UNOFFICIAL,
} from './frab-fields.ts'
import { isUuid } from './guid.ts'
import { LeftOuts } from './left-out.ts'
import { Oddities } from './oddities.ts'
import { joined } from './text.ts'
import { dayAfter, parseClock, parseDay, parseDuration, parseMoment } from './times.ts'
import type { Sheet } from './together.ts'
import type { ForeignSpeaker, ForeignStart } from './types.ts'
import { field, type Fields, isFields, items, textOf, textOrNull } from './values.ts'

/** Items of a frab/voc schedule; reads on whatever is wrong with it, and says so. */
export function readFrab(file: FrabFile): Sheet {
  const { conference } = file
  const leftOuts = new LeftOuts()
  const oddities = new Oddities()
  for (const [name, what] of Object.entries(CONFERENCE_NAMES))
    leftOuts.addFilled(what, 'event', 'event', field(conference, name))
  const zoneSaid = textOf(field(conference, 'time_zone_name')).trim()
  const zone = zoneSaid !== '' && isZone(zoneSaid) ? zoneSaid : null
  const series = plain(textOf(field(conference, 'acronym')) || textOf(field(conference, 'title')))
  const { isXml } = file
  const context: Context = { zone, series: series.slice(0, 60), isXml, leftOuts, oddities }
  const founds = file.days.flatMap((day, index) =>
    day.rooms.flatMap((room) =>
      room.events.map(({ fields, where }) =>
        readEvent(context, day, index, room.name, fields, where),
      ),
    ),
  )
  const empty = file.days.filter((day) => day.rooms.every(({ events }) => events.length === 0))
  return {
    format: 'frab',
    title: oneLine(textOf(field(conference, 'title'))),
    zone,
    days: file.days.flatMap((day) => parseDay(day.date) ?? []),
    rooms: file.days.flatMap((day) => day.rooms.map(({ name }) => oneLine(name))),
    founds,
    leftOut: leftOuts.list(),
    notes: [
      ...(zoneSaid !== '' && zone === null
        ? [`The file names the time zone ${quote(zoneSaid)}, which we do not know.`]
        : []),
      ...(empty.length > 0 && empty.length < file.days.length
        ? [
            `${empty.length === 1 ? 'A day' : `${empty.length} days`} of the file ${empty.length === 1 ? 'is' : 'are'} empty.`,
          ]
        : []),
      ...oddities.sentences(),
    ],
  }
}

interface Context {
  zone: string | null
  /** which conference, for ids that are only numbers */
  series: string
  isXml: boolean
  leftOuts: LeftOuts
  oddities: Oddities
}

function readEvent(
  context: Context,
  day: FrabDay,
  dayIndex: number,
  room: string,
  fields: Fields,
  where: string,
): Found {
  const { leftOuts, oddities } = context
  const item = found(where)
  identify(item, context, fields)
  item.title = textOf(field(fields, 'title'))
  item.subtitle = textOrNull(fields, 'subtitle')
  item.type = textOf(field(fields, 'type'))
  item.summary = joined(
    item.subtitle,
    textOrNull(fields, 'abstract'),
    textOrNull(fields, 'description'),
  )
  item.start = startOf(item, context, day, dayIndex, fields)
  readLength(item, fields)
  const named = textOf(field(fields, 'room'))
  item.room = oneLine(room) || oneLine(named) || null
  if (room !== '' && named !== '' && plain(room) !== plain(named))
    oddities.add(
      `names another room (${quote(named)}) than the one it stands in (${quote(room)})`,
      where,
    )
  item.speakers = speakersOf(item, context, fields)
  const state = textOf(field(fields, 'state')) || textOf(field(fields, 'status'))
  item.isCancelled = /cancel|withdrawn|rejected|declined/i.test(state)
  if (state !== '')
    item.confirmed = /confirm|accept|publish|scheduled/i.test(state) && !/un|not/i.test(state)
  const key = item.ref || where
  for (const [name, value] of Object.entries(fields)) {
    if (KEPT.has(name)) continue
    const known = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined
    if (known === undefined || UNOFFICIAL.has(name))
      oddities.add(`has ${quote(name)}, which is not of this kind of file`, where)
    leftOuts.addFilled(known ?? `Contents of ${quote(name)}`, 'session', key, value)
  }
  return item
}

function identify(item: Found, { series, isXml, oddities }: Context, fields: Fields): void {
  const guid = textOf(field(fields, 'guid')).trim()
  const id = textOf(field(fields, 'id')).trim()
  const written = field(fields, 'id')
  const byId = id === '' ? '' : `frab:${series}:${id}`.slice(0, 200)
  if (typeof written === 'string' && id !== '' && !/^\d+$/.test(id))
    oddities.add('has an id that is not a whole number', item.where)
  else if (typeof written === 'string' && !isXml && id !== '')
    oddities.add('has its id in quotation marks, as text', item.where)
  if (guid !== '' && !isUuid(guid)) oddities.add('has a guid that is not a UUID', item.where)
  if (guid === '' && id === '') oddities.add('has neither guid nor id', item.where)
  item.ref = isUuid(guid)
    ? guid.toLowerCase()
    : byId || (guid && `frab:${series}:${guid}`.slice(0, 200))
  item.otherRefs = isUuid(guid) && byId !== '' ? [byId] : []
}

/**
 * Its `date`, else the day it stands in with its `start`: a night that goes on after midnight belongs
 * to the day before it, so a start before that day begins is on the next.
 */
function startOf(
  item: Found,
  { zone, oddities }: Context,
  day: FrabDay,
  dayIndex: number,
  fields: Fields,
): ForeignStart | null {
  const date = textOf(field(fields, 'date'))
  const written = textOf(field(fields, 'start'))
  const clock = parseClock(written)
  const moment = parseMoment(date) ?? parseMoment(written)
  if (moment) {
    if (clock !== null && clock.slice(0, 5) !== moment.time.slice(0, 5))
      item.wrong.push({
        field: 'start',
        rest: `starts at ${clock.slice(0, 5)} and has the date ${date}. We go by its date.`,
      })
    return moment.at === null ? local(moment.day, moment.time, zone) : moment
  }
  const begins = parseMoment(day.start)
  const own = parseDay(date)
  const stands = own ?? parseDay(day.date) ?? begins?.day ?? null
  if (date !== '' && own === null)
    item.wrong.push({ field: 'date', rest: `has a date that we cannot read, ${quote(date)}.` })
  if (stands === null || clock === null) {
    item.stays =
      clock !== null
        ? `has no date, and day ${dayIndex + 1} of the file has none either`
        : written === ''
          ? 'has no start'
          : `starts at ${quote(written)}, which is no time of day`
    return null
  }
  if (own === null && date === '') oddities.add('has no date of its own', item.where)
  const isNight = own === null && begins !== null && clock < begins.time && endsNextDay(day, stands)
  const on: LocalDate = isNight ? dayAfter(stands) : stands
  return local(on, clock, zone)
}

const endsNextDay = (day: FrabDay, date: LocalDate): boolean => {
  const end = parseMoment(day.end)
  return end === null || end.day > date
}

const local = (day: LocalDate, time: string, zone: string | null): ForeignStart => ({
  at: zone === null ? null : instantOf(day, time, zone),
  day,
  time,
})

function readLength(item: Found, fields: Fields): void {
  const written = textOf(field(fields, 'duration')).trim()
  const end = parseMoment(textOf(field(fields, 'end')))
  const said = parseDuration(written)
  const at = item.start?.at
  const spans = end?.at != null && at != null && end.at >= at ? end.at - at : null
  // The format's lengths are whole minutes; an end tells the seconds.
  const isRounded = said !== null && spans !== null && Math.abs(spans - said) < MINUTE
  item.length = isRounded || said === null ? spans : said
  if (item.length !== null && item.length <= DAY) return
  item.length = null
  if (written !== '')
    item.wrong.push({
      field: 'duration',
      rest: `has a length that we cannot read, ${quote(written)}.`,
    })
  else item.wrong.push({ field: 'duration', rest: 'has no length.' })
}

function speakersOf(
  item: Found,
  { isXml, leftOuts, oddities }: Context,
  fields: Fields,
): ForeignSpeaker[] | null {
  const persons = field(fields, 'persons')
  if (persons === undefined || persons === null) return null
  return items(persons).flatMap((person) => {
    const id =
      textOf(field(person, 'guid')) || textOf(field(person, 'code')) || textOf(field(person, 'id'))
    const name = oneLine(
      ['public_name', 'full_public_name', 'name', 'display_name']
        .map((each) => textOf(field(person, each)))
        .find((text) => text.trim() !== '') ?? (isFields(person) ? '' : textOf(person)),
    )
    if (name === '') {
      oddities.add('names a speaker without a name', item.where)
      return []
    }
    const key = id || name
    for (const [each, what] of Object.entries(PERSON_NAMES))
      leftOuts.addFilled(what, 'speaker', key, field(person, each))
    const written = textOf(field(person, 'id'))
    if (typeof field(person, 'id') === 'string' && !isXml && written !== '')
      oddities.add('has a speaker whose id is not a number', `${item.where}.persons`)
    const code = textOf(field(person, 'code'))
    if (code !== '' && !/^[A-Z0-9]+$/.test(code))
      oddities.add('has a speaker whose code is not of capital letters and digits', item.where)
    const organisation = oneLine(
      textOf(field(person, 'organization')) || textOf(field(person, 'organisation')),
    )
    return [
      {
        ref: id,
        name,
        organisation: organisation || null,
        email: emailIn(textOf(field(person, 'email'))),
      },
    ]
  })
}
