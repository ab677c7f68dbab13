import { existsSync, readFileSync } from 'node:fs'
import Ajv from 'ajv'
import addFormats from 'ajv-formats'
import draft06 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' }
import { XMLParser } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import type { SegmentId } from '#shared/show/words.ts'
import { stageTimes } from '#shared/show/course.ts'
import { programmeEvents } from '#shared/sheets/out/events.ts'
import { scheduleJson } from '#shared/sheets/out/schedule-json.ts'
import { scheduleOf } from '#shared/sheets/out/schedule.ts'
import { isPublic } from '#shared/views/common.ts'
import { scheduleXml } from '../../../server/http/exports/schedule-xml.ts'
import type { Hall } from '../plan/support.ts'
import { fullHall, MAIN, NOTE, ODD_TITLE } from './halls.ts'

const sample = (name: string) => new URL(`../../../../shared/samples/${name}`, import.meta.url)
const schema = sample('voc-schema.json')
const xsd = sample('voc-schedule.xml.xsd')
const hasSamples = existsSync(schema)
if (!hasSamples) console.warn('Schemas are not tried: there is no ../shared/samples.')

function checkJson(file: unknown): unknown[] {
  const ajv = new Ajv({ strict: false, allErrors: true })
  ajv.addMetaSchema(draft06)
  addFormats.default(ajv)
  ajv.addFormat('color', true)
  const check = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')) as object)
  check(file)
  return check.errors ?? []
}
test.skipIf(!hasSamples)('the checker finds what is wrong in the VOC’s own bad example', () => {
  const bad = JSON.parse(readFileSync(sample('voc-invalid-example.json'), 'utf8')) as unknown
  expect(checkJson(bad)).not.toEqual([])
})

const about = { version: '12', url: 'http://hall.test:3000/s/hall' }

const eventsOf = ({ show, people }: Hall, all = false) =>
  programmeEvents(show, people, {
    shown: (segment) => all || (isPublic(show, segment) && segment.kind !== 'note'),
    pitches: 'each',
  })
const filesOf = (hall: Hall, all = false) => {
  const schedule = scheduleOf(hall.show, eventsOf(hall, all), about)
  return { json: scheduleJson(schedule), xml: scheduleXml(schedule, `${about.url}/schedule.xml`) }
}

const HALLS = {
  'one day': fullHall(),
  'several days, parallel stages': fullHall({
    days: ['2026-10-24', '2026-10-25', '2026-10-26'],
    parallel: true,
  }),
  'New York on the day clocks change': fullHall({
    days: ['2026-11-01'],
    zone: 'America/New_York',
  }),
}

describe.each(Object.entries(HALLS))('%s', (_, hall) => {
  test.skipIf(!hasSamples).each([false, true])(
    'everything: %s, valid by the VOC’s own JSON schema',
    (all) => {
      const { json } = filesOf(hall, all)
      expect(checkJson(JSON.parse(json))).toEqual([])
    },
  )

  test.skipIf(!hasSamples).each([false, true])(
    'everything: %s, valid by the VOC’s own XSD',
    async (all) => {
      const { xml } = filesOf(hall, all)
      const { errors } = await validateXML({
        xml: [{ fileName: 'schedule.xml', contents: xml }],
        schema: [readFileSync(xsd, 'utf8')],
      })
      expect(errors.map(({ message }) => message)).toEqual([])
    },
  )

  test('XML and JSON agree, in every time to the second', () => {
    const { json, xml } = filesOf(hall)
    const parser = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '',
      parseTagValue: false,
      parseAttributeValue: false,
      isArray: (name) => ['day', 'room', 'event', 'person'].includes(name),
    })
    const read = parser.parse(xml).schedule
    const days = JSON.parse(json).schedule.conference.days
    expect(read.day).toHaveLength(days.length)
    for (const [index, day] of read.day.entries())
      for (const room of day.room) {
        const held = days[index].rooms[room.name]
        expect((room.event ?? []).length).toBe(held.length)
        for (const [at, event] of (room.event ?? []).entries()) {
          const other = held[at]
          expect([event.guid, Number(event.id), event.title, event.date, event.slug]).toEqual([
            other.guid,
            other.id,
            other.title,
            other.date,
            other.slug,
          ])
          const [hours = 0, minutes = 0, seconds = 0] = event.duration.split(':').map(Number)
          expect(((hours * 60 + minutes) * 60 + seconds) * 1000).toBe(
            Date.parse(other.end) - Date.parse(other.date),
          )
        }
      }
  })

  test('nothing overlaps in a room, and items keep the times of the plan', () => {
    const { show } = hall
    const events = eventsOf(hall)
    for (const stage of Object.values(show.stages)) {
      const times = stageTimes(show, stage.id, Date.now())
      const here = events.filter((event) => event.stage.id === stage.id)
      for (const [index, event] of here.entries()) {
        const next = here[index + 1]
        if (next?.day === event.day) expect(next.start).toBeGreaterThanOrEqual(event.end)
        const own = times.get(event.id as SegmentId)
        if (event.kind === 'pitch') continue
        expect([event.start, event.end]).toEqual([own?.plannedStart, own?.plannedEnd])
      }
    }
  })
})

describe('what goes out', () => {
  const { 'one day': hall } = HALLS
  test('pitches one by one at their planned times, without a block around them', () => {
    const events = eventsOf(hall).filter(({ stage }) => stage.id === MAIN)
    expect(
      events.map(({ kind, title, start, end }) => [kind, title, (end - start) / 1000]),
    ).toEqual([
      ['ceremony', 'Welcome', 600],
      ['pitch', 'Better Care', 90],
      ['pitch', `Tea & "cake" <b>'=1+1'</b> \u{1f370} 茶`, 60],
      ['break', 'Coffee', 900],
      ['rounds', 'Talk at the tables', 27 * 60],
    ])
    const [, first, second] = events
    expect((second?.start ?? 0) - (first?.end ?? 0)).toBe(30_000)
    expect(first).toMatchObject({
      subtitle: 'Kirklees',
      block: 'Pitches, block 1',
      people: [{ name: 'Priya Shah' }, { name: 'Tom Hirst' }],
    })
  })

  test('an empty block goes out as one event', () => {
    const empty = fullHall()
    for (const { id } of Object.values(empty.show.pitches))
      empty.do({ type: 'remove-pitch', pitch: id })
    expect(eventsOf(empty).map(({ id }) => id)).toContain('seg-block')
  })

  test('never a note for the crew or what is not confirmed; the organiser’s file has the latter', () => {
    const { json, xml } = filesOf(hall)
    for (const text of [json, xml]) {
      expect(text).not.toContain(NOTE)
      expect(text).not.toMatch(/Lights up|Panel of three|x\.org/)
    }
    const all = filesOf(hall, true)
    expect(all.json).toContain('Panel of three')
    expect(all.json + all.xml).not.toContain(NOTE)
  })

  test('the same item has the same guid and number in every file, and a UUID that it came with', () => {
    const ref = '7B1327A5-049B-4411-8421-163743755933'
    const other = fullHall({ parallel: true })
    for (const id of ['seg-beside', 'seg-beside2']) {
      const segment = other.show.segments[id as SegmentId]
      if (segment) segment.ref = ref
    }
    const before = new Map(eventsOf(hall).map((event) => [event.id, event]))
    const events = eventsOf(other)
    for (const { id, guid, number } of events)
      if (before.has(id)) expect(before.get(id)).toMatchObject({ guid, number })
    const guids = events.map(({ guid }) => guid)
    expect(guids).toContain(ref.toLowerCase())
    expect(new Set(guids).size, 'two under one UUID go out under two').toBe(guids.length)
    expect(new Set(events.map(({ number }) => number)).size).toBe(events.length)
  })

  test('what is odd in a title stays text', () => {
    const { xml } = filesOf(hall)
    const read = new XMLParser().parse(xml).schedule.day.room.event
    expect(read.map(({ title }: { title: string }) => title)).toContain(
      ODD_TITLE.replace('\u0007', ''),
    )
  })
})
