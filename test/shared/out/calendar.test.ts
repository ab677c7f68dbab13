import { sync as ical, type VEvent } from 'node-ical'
import { describe, expect, test } from 'vitest'
import type { PersonId, RoundId, SegmentId, TableId } from '#shared/show/words.ts'
import { stageTimes } from '#shared/show/course.ts'
import { type CalendarEntry, programmeEntries } from '#shared/sheets/out/calendar.ts'
import { ownEntries } from '#shared/sheets/out/own-calendar.ts'
import { HOUR, MINUTE } from '#shared/time/instant.ts'
import { instantOf } from '#shared/time/zone.ts'
import { isPublic } from '#shared/views/common.ts'
import { icsOf } from '../../../server/http/exports/ics.ts'
import type { Hall } from '../plan/support.ts'
import { fullHall, JO, NOTE, ODD_TITLE, plainItem, PRIYA, SAM, TOM } from './halls.ts'

const CHANGED = Date.UTC(2026, 0, 2, 3, 4, 5)
const shownIn = (hall: Hall) => (segment: Parameters<typeof isPublic>[1]) =>
  isPublic(hall.show, segment) && segment.kind !== 'note'

const write = (hall: Hall, entries: readonly CalendarEntry[], name = 'Digital places'): string =>
  icsOf({ name, zone: hall.show.zone, url: 'http://hall.test/s/hall' }, entries, () => ({
    sequence: 7,
    changedAt: CHANGED,
  }))
const programme = (hall: Hall, all = false): string =>
  write(hall, programmeEntries(hall.show, hall.people, all ? () => true : shownIn(hall)))
const own = (hall: Hall, person: PersonId, published = false): string => {
  const shown = shownIn(hall)
  const programme = published ? programmeEntries(hall.show, hall.people, shown) : []
  return write(hall, ownEntries(hall.show, hall.people, person, { shown, programme }))
}
/** By node-ical, which has nothing to do with what writes. */
const read = (text: string): VEvent[] =>
  Object.values(ical.parseICS(text)).filter((part): part is VEvent => part?.type === 'VEVENT')

describe.each([
  ['Europe/London', '2026-06-28'],
  ['Europe/London', '2026-10-25'],
  ['Europe/London', '2026-03-29'],
  ['America/New_York', '2026-11-01'],
  ['America/New_York', '2026-03-08'],
  ['Asia/Calcutta', '2026-06-28'],
  ['Europe/Kyiv', '2026-10-25'],
  ['Etc/GMT+1', '2026-06-28'],
])('in %s on %s', (zone, day) => {
  const hall = fullHall({ days: [day], zone, parallel: true })

  test('every time is the one of the plan, read by another parser', () => {
    const events = read(programme(hall, true))
    const planned = new Map(
      Object.keys(hall.show.stages).flatMap((stage) => [
        ...stageTimes(hall.show, stage as 'stg-main' & keyof typeof hall.show.stages, 0),
      ]),
    )
    expect(events).toHaveLength(planned.size)
    for (const event of events) {
      const times = planned.get(event.uid.split('@')[0] as SegmentId)
      expect([event.start.getTime(), event.end?.getTime()], event.uid).toEqual([
        times?.plannedStart,
        times?.plannedEnd,
      ])
    }
  })

  test('the zone’s own rules are in it, under the name that the times use', () => {
    const text = programme(hall)
    const [, tzid = ''] = /^TZID:(.*)\r$/m.exec(text) ?? []
    expect(tzid).not.toBe('')
    expect(text).toContain('BEGIN:VTIMEZONE\r\n')
    const starts = [...text.matchAll(/^DTSTART;TZID=([^:]+):\d{8}T\d{6}\r$/gm)]
    expect(starts.map(([, used]) => used)).toEqual(starts.map(() => tzid))
    expect(starts.length).toBeGreaterThan(4)
  })
})

test('in the hour that the clocks repeat, both halves keep their moment', () => {
  const zone = 'America/New_York'
  const hall = fullHall({ days: ['2026-11-01'], zone })
  const first = instantOf('2026-11-01', '01:30', zone)
  hall.do(
    plainItem('early', 'Early', { day: '2026-11-01', fixedStart: first, length: 10 * MINUTE }),
    plainItem('later', 'Later', {
      day: '2026-11-01',
      fixedStart: first + HOUR,
      length: 10 * MINUTE,
    }),
  )
  const starts = new Map(
    read(programme(hall)).map((event) => [event.summary, event.start.getTime()]),
  )
  expect([starts.get('Early'), starts.get('Later')]).toEqual([first, first + HOUR])
})

describe('the file', () => {
  const hall = fullHall()
  test('has whole lines of 75 octets at most, each ended by CRLF', () => {
    const text = programme(hall, true)
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const lines = text.split('\r\n')
    for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThan(76)
    expect(lines.some((line) => line.startsWith(' '))).toBe(true)
  })

  test('has stable ids, a version, and when it changed, in UTC', () => {
    const text = programme(hall)
    expect(text).toContain('UID:seg-welcome@hall\r\n')
    expect(text.match(/^SEQUENCE:7\r$/gm)).toHaveLength(4)
    expect(text.match(/^DTSTAMP:20260102T030405Z\r$/gm)).toHaveLength(4)
    expect(text.match(/^LAST-MODIFIED:20260102T030405Z\r$/gm)).toHaveLength(4)
    expect(programme(hall)).toBe(text)
    expect(text).not.toContain('x.org')
  })

  test('is the public’s without notes and what is not confirmed, which the organiser’s has as tentative', () => {
    expect(programme(hall)).not.toMatch(/Panel of three|Lights up|TENTATIVE/)
    const all = programme(hall, true)
    expect(all).not.toContain(NOTE.slice(0, 20))
    const panel = read(all).find(({ summary }) => summary === 'Panel of three')
    expect(panel?.status).toBe('TENTATIVE')
    expect(read(all).filter(({ status }) => status === 'TENTATIVE')).toHaveLength(1)
  })

  test('tells pitches and rounds in the text of their item, whatever is in their titles', () => {
    const texts = new Map(read(programme(hall)).map((event) => [event.uid, event.description]))
    expect(texts.get('seg-block@hall')).toBe(
      `09:50 Better Care, Priya Shah, Tom Hirst, Kirklees\n09:52 ${ODD_TITLE.replace('\u0007', '')}, Jo Ellis, Kirklees`,
    )
    expect(texts.get('seg-rounds@hall')).toBe(
      'Round 1: move at 10:30, talk from 10:32 to 10:44\nRound 2, walk up to any table: talk from 10:47 to 10:57',
    )
    expect(texts.get('seg-welcome@hall')).toBe(
      'Doors open at nine.\nComma, semicolon; backslash \\ and “quotes”\nWith Sam Rees',
    )
  })

  test.each(['Europe/London', 'Mars/Olympus'])(
    'of nothing is a calendar all the same: %s',
    (zone) => {
      const text = icsOf({ name: 'Nothing', zone, url: null }, [], () => {
        throw new Error('there is no entry')
      })
      expect(text).toMatch(/\r\nBEGIN:VTIMEZONE\r\n[^]*\r\nEND:VTIMEZONE\r\nEND:VCALENDAR\r\n$/)
      expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1)
    },
  )

  test('cannot be given lines by a name', () => {
    const text = write(hall, [], 'A\r\nBEGIN:VEVENT\nX,Y;Z\\')
    expect(text).not.toMatch(/^BEGIN:VEVENT/m)
    expect(text).toContain('NAME:A BEGIN:VEVENT X\\,Y\\;Z\\\\\r\n')
  })
})

describe('one’s own day', () => {
  const hall = fullHall()
  const rounds: RoundId[] = ['rnd-first' as RoundId, 'rnd-second' as RoundId]
  hall.do({
    type: 'move-person',
    person: SAM,
    round: rounds[0] as RoundId,
    table: 'tab-care' as TableId,
  })

  test('the programme as well once it is published, entry by entry that of the whole calendar', () => {
    const nobody = 'per-nobody' as PersonId
    const whole = read(programme(hall))
    expect(whole.length).toBeGreaterThan(3)
    expect(read(own(hall, nobody, true))).toEqual(whole)
    const told = read(own(hall, SAM, true))
    expect(told).toHaveLength(whole.length + 2)
    expect(told).toEqual(expect.arrayContaining(whole))
    expect(new Set(told.map(({ uid }) => uid)).size).toBe(told.length)
  })

  test('a guest: number, place, innovation and hosts of each table, when they should sit', () => {
    const [speak, table, ...more] = read(own(hall, SAM))
    expect(speak?.summary).toBe('You speak: Welcome')
    expect(more).toEqual([])
    expect(table).toMatchObject({
      summary: 'Table 12: Better Care',
      location: 'Table 12, zone C, Left wall, 3rd from the stage, Town hall',
      uid: 'rnd-first.per-samr@hall',
    })
    expect(table?.description).toContain('Hosts: Priya Shah and Tom Hirst.')
    const at = stageTimes(hall.show, 'stg-main' as never, 0).get('seg-rounds' as SegmentId)
    expect(table?.start.getTime()).toBe((at?.plannedStart ?? 0) + 2 * MINUTE)
    expect(table?.end?.getTime()).toBe((at?.plannedStart ?? 0) + 14 * MINUTE)
  })

  test('a presenter: own pitch and hosting times; no guest is named', () => {
    const text = own(hall, PRIYA)
    expect(read(text).map(({ summary }) => summary)).toEqual([
      'Your pitch: Better Care',
      'Host table 12: Better Care',
      'Host table 12: Better Care',
    ])
    expect(text).not.toContain('Sam Rees')
  })

  test('a host who sits elsewhere in a round is a guest there; an item not confirmed is not told', () => {
    hall.do({
      type: 'move-person',
      person: TOM,
      round: rounds[0] as RoundId,
      table: 'tab-roads' as TableId,
    })
    const events = read(own(hall, TOM))
    expect(
      events.filter(({ summary }) => summary === 'Table 4: ' + ODD_TITLE.replace('\u0007', '')),
    ).toHaveLength(1)
    expect(events.filter(({ summary }) => summary === 'Host table 12: Better Care')).toHaveLength(1)
    expect(own(hall, SAM)).toContain('Hosts: Priya Shah.')
    expect(own(hall, JO)).not.toContain('Panel')
  })
})
