import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PersonDetails } from '#shared/show/decision.ts'
import type { ReadShow } from '#shared/show/state.ts'
import type { PersonId, SegmentId } from '#shared/show/words.ts'
import { programmeEntries } from '#shared/sheets/out/calendar.ts'
import { programmeEvents } from '#shared/sheets/out/events.ts'
import { scheduleJson } from '#shared/sheets/out/schedule-json.ts'
import { scheduleOf } from '#shared/sheets/out/schedule.ts'
import { planImport } from '#shared/sheets/plan/plan.ts'
import { readAny } from '#shared/sheets/read-any.ts'
import { icsOf } from '../../../server/http/exports/ics.ts'
import { scheduleXml } from '../../../server/http/exports/schedule-xml.ts'
import { bench } from '../../support/decider.ts'
import { steps } from '../../support/random-show.ts'
import { lives } from '../../support/lives.ts'
import { fullHall, JO, ODD_TITLE, person, plainItem, SAM } from '../out/halls.ts'
import { Hall } from '../plan/support.ts'
import { bytesOf } from '../sheets/support.ts'
import { event, jsonOf } from './support.ts'

type People = ReadonlyMap<PersonId, PersonDetails>
const shown = () => true

/** What an organiser takes out of an event, by name. */
function filesOf(show: ReadShow, people: People): Record<string, string> {
  const events = programmeEvents(show, people, { shown, pitches: 'each' })
  const schedule = scheduleOf(show, events, { version: '1', url: 'https://x.org/s/hall' })
  const about = { name: show.title, zone: show.zone, url: 'https://x.org/s/hall' }
  return {
    'schedule.json': scheduleJson(schedule),
    'schedule.xml': scheduleXml(schedule, 'https://x.org/s/hall/schedule.xml'),
    'programme.ics': icsOf(about, programmeEntries(show, people, shown), () => ({
      sequence: 1,
      changedAt: 0,
    })),
  }
}

function again(show: ReadShow, people: People) {
  return Object.entries(filesOf(show, people)).map(([name, text]) => {
    const read = readAny(null, bytesOf(text), { days: show.days })
    return planImport(show, people, [{ name, read }], (length) => new Uint8Array(length))
  })
}

function changesNothing(show: ReadShow, people: People): void {
  for (const plan of again(show, people)) {
    const [file] = plan.files
    expect(file?.kind).toBe('schedule')
    expect(plan.commands).toEqual([])
    expect(file?.rows.filter((row) => row.changes || row.leftOut)).toEqual([])
    expect(file?.gone).toEqual([])
  }
}

describe('our own schedules and calendars, loaded again', () => {
  test.each([
    ['one day', fullHall()],
    ['several stages and days', fullHall({ days: ['2026-06-28', '2026-06-30'], parallel: true })],
    ['clocks forward', fullHall({ days: ['2026-03-08'], zone: 'America/New_York' })],
    ['clocks back', fullHall({ days: ['2026-10-25'], parallel: true })],
  ])('%s: change nothing', (_, { show, people }) => changesNothing(show, people))

  test('whatever is odd in them', () => {
    const day = '2026-06-28'
    const hall = fullHall({ days: [day, '2026-06-29'], parallel: true })
    hall.do(
      person('per-other' as PersonId, 'Jo Ellis', { email: '' }),
      plainItem('twin1', 'Coffee', { day, kind: 'break', length: 90_500 }),
      plainItem('twin2', 'Coffee', {
        day,
        kind: 'break',
        length: 0,
        speakers: [JO, 'per-other' as PersonId],
      }),
      plainItem('tbcx', 'TBC', {
        day,
        speakers: [SAM],
        confirmed: false,
        summary: '<b>1</b>\n\n\n-2',
      }),
      plainItem('gapx', ODD_TITLE, { day, fixedStart: Date.parse('2026-06-28T13:07:08.250Z') }),
      plainItem('late', 'Party', { day, length: 12 * 3_600_000 }),
      plainItem('night', 'After midnight', { day, length: 600_000 }),
      plainItem('back', 'Fixed before what is before it', {
        day,
        fixedStart: Date.parse('2026-06-28T12:00:00Z'),
      }),
      plainItem('other', 'A day without a fixed start', { day: '2026-06-29' }),
    )
    changesNothing(hall.show, hall.people)
  })

  const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
  test('change nothing at any moment of any day', () => {
    let read = 0
    fc.assert(
      fc.property(steps(true), (day) => {
        const b = bench()
        lives(b, day)
        const people = new Map(
          Object.keys(b.show.people).map((id, index) => [
            id as PersonId,
            { name: `Person ${index % 5}`, organisation: '', jobTitle: '', email: '', ticket: '' },
          ]),
        )
        for (const plan of again(b.show, people)) {
          if (plan.files[0]?.kind !== 'schedule') continue
          read += 1
          expect(plan.commands).toEqual([])
          expect(plan.files[0].gone).toEqual([])
        }
      }),
      { seed: SEED, numRuns: 40 },
    )
    expect(read).toBeGreaterThan(20)
  })

  test('a schedule that came in, went out and comes in again changes nothing', () => {
    const hall = new Hall(['2026-06-28'])
    const [name, text] = [
      'schedule.json',
      jsonOf({
        Hall: [
          event(1, {
            subtitle: 'Sub',
            abstract: '<p>Some <b>words</b></p>',
            description: 'More of them.\n\n* a list',
            persons: [{ id: 1, public_name: 'Jo Ellis' }],
            duration: '01:15',
          }),
        ],
        'Room "2" & foyer': [{ ...event(2), guid: '', id: 17 }],
      }),
    ] as const
    hall.do(...hall.plan([[name, text]]).commands)
    expect(Object.values(hall.show.segments)).toHaveLength(2)
    changesNothing(hall.show, hall.people)
    expect(hall.plan([[name, text]]).commands).toEqual([])
  })

  test('what is moved in one of them comes back moved, and pitches stay with their block', () => {
    const { show, people } = fullHall()
    const { 'schedule.json': text = '' } = filesOf(show, people)
    const file = JSON.parse(text) as Schedule
    for (const room of Object.values(file.schedule.conference.days[0]?.rooms ?? {}))
      for (const one of room)
        if (one.title === 'Coffee') Object.assign(one, { title: 'Tea', duration: '00:20', end: '' })
        else if (one.type === 'pitch') one.title = 'Not kept'
    const read = readAny('schedule', bytesOf(JSON.stringify(file)))
    const plan = planImport(show, people, [{ name: 'a', read }], (length) => new Uint8Array(length))
    expect(plan.commands.map((one) => one.type === 'save-segment' && one.segment.id)).toEqual([
      'seg-coffee' as SegmentId,
    ])
    expect(plan.files[0]?.rows.flatMap(({ says }) => says)).toEqual([
      'Title is now Tea (was Coffee).',
      'Length is now 20 min (was 15 min).',
    ])
  })
})

interface Schedule {
  schedule: {
    conference: { days: { rooms: Record<string, { title: string; type: string }[]> }[] }
  }
}
