import { describe, expect, test } from 'vitest'
import { MINUTE } from '#shared/time/instant.ts'
import { Hall } from '../plan/support.ts'
import {
  type Rooms,
  at,
  dry,
  named,
  problems,
  programme,
  rows,
  said,
  speakersOf,
  take,
  talks,
} from './hall.ts'
import { calendar, event, hasSamples, jsonOf, NO_SAMPLES, sample, uuid } from './support.ts'

describe('a schedule in a new event', () => {
  test('rooms are stages, sessions items at their times, speakers people', () => {
    const hall = new Hall()
    const plan = take(hall, talks)
    expect(problems(plan)).toEqual([])
    expect(programme(hall)).toEqual({
      Hall: ['10:00 First', '11:00 Second'],
      'Room 2': ['10:00 Third', '12:00 Lunch'],
    })
    expect(named(hall, 'First')).toMatchObject({
      kind: 'talk',
      length: 30 * MINUTE,
      fixedStart: Date.parse('2026-06-28T09:00:00Z'),
      summary: 'All of it.',
      confirmed: true,
      ref: uuid(1),
      warnAt: 2 * MINUTE,
      dangerAt: 30_000,
    })
    expect(named(hall, 'Third')).toMatchObject({ kind: 'panel', confirmed: false })
    expect(named(hall, 'Lunch')).toMatchObject({ kind: 'break', speakers: [] })
    expect(speakersOf(hall, 'Third')).toEqual(['Jo Ellis', 'Zoë Li'])
    expect(hall.people.size).toBe(2)
    expect(Object.values(hall.show.people).map(({ roles }) => roles)).toEqual([
      ['presenter'],
      ['presenter'],
    ])
    expect(said(plan)).toEqual({
      'First, Hall':
        'The stage “Main stage” is called “Hall” now. Jo Ellis is not among the people yet, and comes in as presenter.',
      'Third, Room 2':
        'The stage “Room 2” comes with it. Zoë Li is not among the people yet, and comes in as presenter. It is to be confirmed.',
    })
    expect(plan.files[0]?.notes).toContain('Up to 2 stages have something on at the same time.')
    expect(rows(plan).every(({ isNew, changes }) => isNew && changes)).toBe(true)
  })

  test.for([
    'sessionize-demo-All.json',
    'sessionize-demo-GridSmart.json',
    'sessionize-demo-Sessions.json',
    'voc-pretalx-democon.json',
    'engelsystem-schedule-basic.xml',
    'engelsystem-schedule-minimal.xml',
    'giggity-kielux_2020.ics',
  ])('%s: a second time there is nothing to do', (name, { skip }) => {
    skip(!hasSamples, NO_SAMPLES)
    const hall = new Hall()
    const first = hall.plan([[name, sample(name)]])
    expect(first.blocked).toBe(false)
    expect(first.commands.length).toBeGreaterThan(0)
    hall.do(...first.commands)
    const second = hall.plan([[name, sample(name)]])
    expect(second.commands).toEqual([])
    expect(second.files[0]?.gone).toEqual([])
    expect(rows(second).some(({ changes, isNew }) => changes || isNew)).toBe(false)
  })

  test('the other views of Sessionize find what one has brought', ({ skip }) => {
    skip(!hasSamples, NO_SAMPLES)
    const hall = new Hall()
    const all = 'sessionize-demo-All.json'
    hall.do(...hall.plan([[all, sample(all)]]).commands)
    for (const view of ['GridSmart', 'Sessions']) {
      const plan = hall.plan([[view, sample(`sessionize-demo-${view}.json`)]])
      expect(plan.commands).toEqual([])
      expect(plan.files[0]?.gone).toEqual([])
    }
  })

  test('days come with it, and more than an event has are refused', () => {
    const hall = new Hall()
    const day = (number: number) => `2026-07-${String(number).padStart(2, '0')}`
    const on = (number: number) => event(number, { date: at('10:00', day(number)) })
    const plan = take(hall, { Hall: [on(1), on(2)] })
    expect(hall.show.days).toEqual(['2026-06-28', '2026-07-01', '2026-07-02'])
    expect(plan.files[0]?.notes).toContain(
      'Wednesday 1 July (2026-07-01) and Thursday 2 July (2026-07-02) become days of the event.',
    )
    const many = dry(hall, { Hall: Array.from({ length: 14 }, (_, index) => on(index + 1)) })
    expect(many).toMatchObject({ blocked: true, commands: [] })
    expect(problems(many)).toContain(
      'The file has items on 14 days, from 2026-07-01 to 2026-07-14. With those of the event that is 15 days, and an event has 14 at most.',
    )
  })

  test('other clocks than the event’s are named, and the instant counts', () => {
    const hall = new Hall()
    const plan = take(hall, { Hall: [event(1, { date: '2026-06-28T10:00:00+02:00' })] })
    expect(programme(hall)).toEqual({ Hall: ['09:00 Talk 1'] })
    expect(problems(plan)).toEqual([
      'The times of 1 item are by other clocks than this event’s (Europe/London): 10:00 in the file is 09:00 here (“Talk 1”).',
    ])
  })

  test('what begins when the one before it ends follows it; anything else keeps its start', () => {
    const hall = new Hall()
    take(hall, {
      Hall: [
        event(1, { title: 'First', date: at('10:00'), duration: '0:30' }),
        event(2, { title: 'Follows', date: at('10:30'), duration: '0:30' }),
        event(3, { title: 'After a gap', date: at('11:15'), duration: '0:30' }),
      ],
    })
    expect(programme(hall)).toEqual({ Hall: ['10:00 First', '10:30 Follows', '11:15 After a gap'] })
    const fixed = Object.values(hall.show.segments).map(({ title, fixedStart }) => [
      title,
      fixedStart !== null,
    ])
    expect(Object.fromEntries(fixed)).toEqual({ First: true, Follows: false, 'After a gap': true })
  })

  test('what overlaps on one stage is kept, and named', () => {
    const hall = new Hall()
    const plan = take(hall, {
      Hall: [
        event(1, { title: 'Long', date: at('10:00'), duration: '2:00' }),
        event(2, { title: 'Short', date: at('10:30'), duration: '0:10' }),
        event(3, { title: 'Late', date: at('11:50') }),
      ],
    })
    expect(programme(hall)).toEqual({ Hall: ['10:00 Long', '10:30 Short', '11:50 Late'] })
    expect(problems(plan)).toEqual([
      'Item 2, “Short”, starts 1 h 30 min before “Long” ends on the same stage. Both are kept as they are.',
      'Item 3, “Late”, starts 10 min before “Long” ends on the same stage. Both are kept as they are.',
    ])
    expect(plan.blocked).toBe(false)
  })

  test('items without a room are on the first stage', () => {
    const hall = new Hall()
    const text = calendar([
      'UID:1',
      'SUMMARY:Open house',
      'DTSTART:20260628T090000',
      'DURATION:PT1H',
    ])
    const plan = hall.plan([['a.ics', text]])
    hall.do(...plan.commands)
    expect(programme(hall)).toEqual({ 'Main stage': ['09:00 Open house'] })
    expect(plan.files[0]?.notes).toContain('1 item without a room is on “Main stage”.')
    expect(hall.plan([['a.ics', text]]).commands).toEqual([])
  })
})

test('3,000 sessions are planned in time that grows with them', () => {
  const rooms = (count: number): Rooms =>
    Object.fromEntries(
      Array.from({ length: 20 }, (_, room) => [
        `Room ${room}`,
        Array.from({ length: count / 20 }, (__, index) => {
          const number = room * 1_000 + index
          return event(number, {
            persons: [{ id: number % 900, public_name: `Person ${number % 900}` }],
          })
        }),
      ]),
    )
  const time = (count: number): number => {
    const hall = new Hall()
    const [name, text] = ['schedule.json', jsonOf(rooms(count))] as const
    const from = performance.now()
    const plan = hall.plan([[name, text]])
    const took = performance.now() - from
    expect(plan.commands.filter(({ type }) => type === 'save-segment')).toHaveLength(count)
    return took
  }
  time(100)
  const [few, many] = [time(400), time(3_000)]
  // 7.5 times as many: quadratic would be 56 times as long. The floor is for a loaded computer.
  expect(many).toBeLessThan(Math.max(few, 60) * 25)
})
