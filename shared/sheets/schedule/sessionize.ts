import { oneLine, plain, quote } from '#shared/sheets/text.ts'
import { DAY } from '#shared/time/instant.ts'
import { instantOf } from '#shared/time/zone.ts'
import { type Found, found } from './found.ts'
import { isUuid } from './guid.ts'
import { LeftOuts } from './left-out.ts'
import { Oddities } from './oddities.ts'
import type { Raw } from './sessionize-views.ts'
import { parseMoment } from './times.ts'
import type { Sheet } from './together.ts'
import type { ForeignSpeaker } from './types.ts'
import { field, type Fields, items, textOf, textOrNull } from './values.ts'

/**
 * Sessionize's API v2 (`/api/v2/<id>/view/All`, `Sessions` or `GridSmart`). The three views say the same
 * of the same event; what only one of them has (tag lines, photos) is not kept, so that they agree.
 */
export function readSessionize({ sessions, rooms, speakers, categories, view }: Raw): Sheet {
  const leftOuts = new LeftOuts()
  const oddities = new Oddities()
  for (const speaker of speakers.values())
    for (const [name, what] of Object.entries(SPEAKER_NAMES))
      leftOuts.addFilled(what, 'speaker', idOf(speaker), field(speaker, name))
  const founds = sessions.map(({ fields, where }): Found => {
    const item = found(where)
    const id = textOf(field(fields, 'id')).trim()
    if (id === '') oddities.add('has no id', where)
    item.ref = id === '' ? '' : isUuid(id) ? id.toLowerCase() : `sessionize:${id}`.slice(0, 200)
    item.title = textOf(field(fields, 'title'))
    item.summary = textOrNull(fields, 'description')
    item.isService = field(fields, 'isServiceSession') === true
    const roomId = textOf(field(fields, 'roomId'))
    item.room = oneLine(textOf(field(fields, 'room'))) || (rooms.get(roomId) ?? null)
    if (roomId !== '' && item.room === null)
      item.wrong.push({
        field: 'room',
        rest: `is in room ${quote(roomId)}, which the file does not list.`,
      })
    const sorts = categoriesOf(fields, categories)
    item.type = sorts.find(({ title }) => /format|type/i.test(title))?.items.join(', ') ?? ''
    for (const { title } of sorts)
      if (!/format|type/i.test(title))
        leftOuts.add(
          title === '' ? 'Categories' : `Categories (${title})`,
          'session',
          item.ref || where,
        )
    readTimes(item, fields)
    readState(item, fields)
    item.speakers = items(field(fields, 'speakers')).flatMap((speaker) =>
      speakerOf(item, speaker, speakers),
    )
    for (const [name, what] of Object.entries(SESSION_NAMES))
      leftOuts.addFilled(what, 'session', item.ref || where, field(fields, name))
    const answers = items(field(fields, 'questionAnswers')).filter((answer) =>
      [field(answer, 'answerValue'), field(answer, 'answer')].some((text) => textOf(text) !== ''),
    )
    leftOuts.addFilled('Answers to questions', 'session', item.ref || where, answers)
    return item
  })
  return {
    format: 'sessionize',
    title: '',
    zone: null,
    days: [],
    rooms: [...rooms.values()],
    founds,
    leftOut: leftOuts.list(),
    hasNoBreaks: view === 'Sessions' && !founds.some(({ isService }) => isService),
    notes: [
      ...(view === 'Sessions'
        ? [
            'Sessionize’s view Sessions leaves out breaks and other service sessions; All and Grid Smart have them.',
          ]
        : []),
      ...oddities.sentences(),
    ],
  }
}

const SESSION_NAMES: Readonly<Record<string, string>> = {
  liveUrl: 'Links',
  recordingUrl: 'Recordings',
  isPlenumSession: 'Marks for the whole event',
}
const SPEAKER_NAMES: Readonly<Record<string, string>> = {
  bio: 'Biographies',
  tagLine: 'Tag lines',
  profilePicture: 'Photos',
  links: 'Links',
  isTopSpeaker: 'Marks as top speaker',
  categoryItems: 'Categories',
  questionAnswers: 'Answers to questions',
}

const idOf = (speaker: Fields): string => textOf(field(speaker, 'id'))

/** Titles of the categories that a session has something of, whichever view says it. */
function categoriesOf(
  fields: Fields,
  known: Raw['categories'],
): { title: string; items: string[] }[] {
  const own = items(field(fields, 'categories')).map((category) => ({
    title: oneLine(textOf(field(category, 'name')) || textOf(field(category, 'title'))),
    items: items(field(category, 'categoryItems')).map((one) => textOf(field(one, 'name'))),
  }))
  const byTitle = new Map<string, string[]>()
  for (const id of items(field(fields, 'categoryItems'))) {
    const item = known.get(textOf(id))
    if (item) byTitle.set(item.category, [...(byTitle.get(item.category) ?? []), item.name])
  }
  return [...own, ...[...byTitle].map(([title, names]) => ({ title, items: names }))].filter(
    (category) => category.items.length > 0,
  )
}

function readTimes(item: Found, fields: Fields): void {
  const from = textOf(field(fields, 'startsAt'))
  const to = textOf(field(fields, 'endsAt'))
  if (from === '') {
    item.stays = 'has no time yet'
    return
  }
  const start = parseMoment(from)
  if (!start) {
    item.stays = `starts at ${quote(from)}, which is no time`
    return
  }
  item.start = start
  const end = parseMoment(to)
  if (!end) {
    const rest = to === '' ? 'has no end.' : `ends at ${quote(to)}, which is no time.`
    item.wrong.push({ field: 'end', rest })
    return
  }
  const begins = start.at ?? instantOf(start.day, start.time, 'UTC')
  const ends = (start.at === null ? null : end.at) ?? instantOf(end.day, end.time, 'UTC')
  if (ends < begins) item.wrong.push({ field: 'end', rest: 'ends before it starts.' })
  else if (ends - begins > DAY) item.stays = 'lasts more than 24 hours'
  else item.length = ends - begins
}

/** Service sessions have nobody who could confirm them. */
function readState(item: Found, fields: Fields): void {
  const status = plain(textOf(field(fields, 'status')))
  const confirmed = field(fields, 'isConfirmed')
  item.isCancelled = /declined|cancel|withdrawn|rejected/.test(status)
  if (item.isService) item.confirmed = status === '' ? null : status === 'accepted'
  else if (status !== '' && status !== 'accepted') item.confirmed = false
  else if (typeof confirmed === 'boolean') item.confirmed = confirmed
  else item.confirmed = status === '' ? null : true
}

/** An id that stands for a speaker of the list, or a speaker with name. */
function speakerOf(item: Found, written: unknown, known: Raw['speakers']): ForeignSpeaker[] {
  const ref = textOf(field(written, 'id')) || textOf(written)
  const speaker = known.get(ref)
  const parts = [textOf(field(speaker, 'firstName')), textOf(field(speaker, 'lastName'))].join(' ')
  const name =
    oneLine(textOf(field(written, 'name'))) ||
    oneLine(textOf(field(speaker, 'fullName'))) ||
    oneLine(parts)
  if (name !== '') return [{ ref, name, organisation: null, email: null }]
  if (ref !== '')
    item.wrong.push({
      field: 'speakers',
      rest: `has the speaker ${quote(ref)}, whom the file does not name.`,
    })
  return []
}
