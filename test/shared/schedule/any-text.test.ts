import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSchedule } from '#shared/sheets/schedule/read-schedule.ts'
import { guidOf, isUuid } from '#shared/sheets/schedule/guid.ts'
import { isBadFile } from '#shared/sheets/types.ts'
import { checkCommand } from '#shared/wire/check.ts'
import { Hall } from '../plan/support.ts'

const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
const RUNS = Number(process.env['RUNS'] ?? 150)
const seeded = { seed: SEED, numRuns: RUNS }

/** Whatever comes in gives a schedule or a sentence; what is planned passes the wire and comes in whole. */
function holds(text: string): void {
  const read = readSchedule(text)
  if (isBadFile(read)) {
    expect(read.words.length).toBeGreaterThan(20)
    return
  }
  expect(read.schedule.sessions.length).toBeGreaterThan(0)
  expect(new Set(read.lines.map(({ line }) => line)).size).toBe(read.lines.length)
  for (const { line } of [...read.problems, ...read.leftOut])
    expect(line === null || (line >= 1 && line <= read.lines.length)).toBe(true)
  const hall = new Hall(['2026-06-28'])
  const plan = hall.plan([['file', text, 'schedule']])
  if (plan.blocked) {
    expect(plan.commands).toEqual([])
    expect(plan.files[0]?.problems.some(({ blocks }) => blocks)).toBe(true)
    // Only the number of days may stand in the way of a schedule, never an item.
    expect(
      plan.files[0]?.rows.flatMap(({ problems }) => problems.filter(({ blocks }) => blocks)),
    ).toEqual([])
    return
  }
  for (const command of plan.commands) expect(checkCommand(command)).toMatchObject({ ok: true })
  if (plan.commands.length > 0) hall.do(...plan.commands)
  expect(hall.plan([['file', text, 'schedule']]).commands).toEqual([])
}

const odd = fc.oneof(
  fc.string({ maxLength: 30, unit: 'grapheme' }),
  fc.constantFrom(
    '',
    'constructor',
    '__proto__',
    '9:99',
    '99:99',
    '01:30',
    'null',
    '<p>x',
    'A',
    'B',
  ),
  fc.integer(),
  fc.constantFrom(null, true, false),
  fc.jsonValue({ maxDepth: 2 }),
)
const moment = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '2026-06-28T10:00:00+01:00',
      '2026-06-28T10:30:00',
      '2026-06-29T23:50:00Z',
      '2026-06-28 11:00',
    ),
  },
  { weight: 1, arbitrary: odd },
)
const often = <Value>(usual: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 4, arbitrary: usual }, { weight: 1, arbitrary: odd })
const title = fc.constantFrom('Coffee', 'A talk', 'Panel', 'Ŵ', '***', '  ', 'x'.repeat(300))
const person = often(
  fc.record(
    {
      id: odd,
      public_name: often(fc.constantFrom('Jo Ellis', 'Zoë Li', 'jo ellis', '***')),
      email: odd,
    },
    { requiredKeys: [] },
  ),
)
const frabEvent = fc.record(
  {
    id: often(fc.integer({ min: 1, max: 4 })),
    guid: often(
      fc.constantFrom(
        '7b1327a5-049b-4411-8421-163743755933',
        '7B1327A5-049B-4411-8421-163743755934',
      ),
    ),
    date: moment,
    start: often(fc.constantFrom('10:00', '01:00', '23:59')),
    duration: often(fc.constantFrom('00:30', '1:30', '01:30:00', '23:00')),
    title: often(title),
    subtitle: odd,
    abstract: odd,
    type: often(fc.constantFrom('Talk', 'panel', 'break', 'ceremony')),
    persons: often(fc.array(person, { maxLength: 3 })),
    state: odd,
    room: odd,
    links: odd,
  },
  { requiredKeys: ['date'] },
)
const room = fc.constantFrom('Hall', 'hall', 'Room 2', '★', 'constructor', '')
const frab = fc.record({
  schedule: fc.record({
    conference: fc.record({
      title: odd,
      acronym: odd,
      time_zone_name: often(fc.constantFrom('Europe/Berlin')),
      days: fc.array(
        often(
          fc.record({
            date: often(fc.constant('2026-06-28')),
            rooms: often(fc.dictionary(room, fc.array(often(frabEvent), { maxLength: 4 }))),
          }),
        ),
        { minLength: 1, maxLength: 3 },
      ),
    }),
  }),
})
const sessionizeSession = fc.record(
  {
    id: often(fc.constantFrom('1', '2', 'f91513e5-6e73-4910-9ee5-070a6ab04035')),
    title: often(title),
    description: odd,
    startsAt: moment,
    endsAt: moment,
    isServiceSession: often(fc.boolean()),
    speakers: often(fc.array(fc.oneof(odd, fc.record({ id: odd, name: odd })), { maxLength: 3 })),
    categoryItems: odd,
    categories: odd,
    roomId: often(fc.constantFrom(1, 2)),
    status: odd,
    isConfirmed: odd,
    questionAnswers: odd,
  },
  { requiredKeys: ['title', 'startsAt'] },
)
const list = fc.array(often(sessionizeSession), { maxLength: 5 })
const rooms = often(
  fc.array(often(fc.record({ id: fc.constantFrom(1, 2), name: often(room), sort: odd }))),
)
const sessionize = fc.oneof(
  fc.record({ sessions: list, rooms, speakers: odd, categories: odd }),
  fc.array(often(fc.record({ groupId: odd, sessions: list })), { maxLength: 3 }),
  fc.array(
    often(
      fc.record({
        date: moment,
        rooms: often(
          fc.array(often(fc.record({ id: odd, name: often(room), sessions: list })), {
            maxLength: 3,
          }),
        ),
        timeSlots: odd,
      }),
    ),
    { maxLength: 2 },
  ),
)

test('any schedule.json, whatever is in its fields', () => {
  fc.assert(
    fc.property(frab, (file) => holds(JSON.stringify(file))),
    seeded,
  )
})

test('any view of Sessionize, whatever is in its fields', () => {
  fc.assert(
    fc.property(sessionize, (file) => holds(JSON.stringify(file))),
    seeded,
  )
})

test('any JSON at all', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (file) => holds(JSON.stringify(file))),
    seeded,
  )
})

const lines = fc.array(
  fc.oneof(
    fc.constantFrom(
      'BEGIN:VEVENT',
      'END:VEVENT',
      'BEGIN:VTIMEZONE',
      'TZID:X',
      'END:VTIMEZONE',
      'UID:1',
      'SUMMARY:Coffee',
      'DTSTART:20260628T100000Z',
      'DTSTART;TZID=X:20260628T100000',
      'DTSTART;VALUE=DATE:20260628',
      'DTSTART;TZID=Europe/London;VALUE=DATE-TIME:20260628T100000',
      'DTEND:20260628T110000Z',
      'DURATION:PT30M',
      'DURATION:-P1W',
      'ATTENDEE;CN="Jo Ellis":invalid:nomail',
      'RRULE:FREQ=SECONDLY',
      'LOCATION:Hall',
      ' folded',
      'STATUS:CANCELLED',
      'BEGIN:VALARM',
    ),
    fc.string({ maxLength: 20, unit: 'grapheme' }),
  ),
  { maxLength: 25 },
)

test('any calendar, line by line', () => {
  const event = 'BEGIN:VEVENT\r\nUID:0\r\nSUMMARY:A\r\nDTSTART:20260628T090000Z\r\nEND:VEVENT'
  fc.assert(
    fc.property(lines, fc.boolean(), (some, withEvent) =>
      holds(
        ['BEGIN:VCALENDAR', ...(withEvent ? [event] : []), ...some, 'END:VCALENDAR'].join('\r\n'),
      ),
    ),
    seeded,
  )
})

const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      '<schedule>',
      '</schedule>',
      "<day date='2026-06-28'>",
      '</day>',
      "<room name='Hall'>",
      '</room>',
      "<event id='1'>",
      '</event>',
      '<event/>',
      '<title>A</title>',
      '<start>10:00</start>',
      '<persons><person>Jo Ellis</person></persons>',
      '<persons/>',
      '<![CDATA[<b>]]>',
      '<!-- -->',
      '&amp;',
      '&#0;',
      '<__proto__>',
      '<!DOCTYPE x>',
    ),
    fc.string({ maxLength: 10 }),
  ),
  { maxLength: 20 },
)

test('any XML, piece by piece, and any text', () => {
  const good =
    "<day date='2026-06-28'><room name='A'><event id='9'><start>9:00</start><title>T</title></event></room></day>"
  fc.assert(
    fc.property(pieces, (some) => {
      holds(`<schedule>${some.join('')}</schedule>`)
      holds(`<schedule>${good}${some.join('')}</schedule>`)
    }),
    seeded,
  )
  fc.assert(
    fc.property(
      fc.string({ maxLength: 200, unit: 'binary' }),
      fc.constantFrom('', '{', '[', '<', '<a>', 'BEGIN:VCALENDAR\n'),
      (text, start) => holds(start + text),
    ),
    seeded,
  )
})

test('an item has one UUID for good', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (id, ref) => {
      const guid = guidOf(id, ref)
      expect(isUuid(guid)).toBe(true)
      expect(guid).toBe(guidOf(id, ref))
      // Version 8, variant 10xx: RFC 9562, sections 4.1 and 5.8.
      if (!isUuid(ref)) expect(guid).toMatch(/^.{14}8.{4}[89ab]/)
    }),
    seeded,
  )
  const ids = Array.from({ length: 20_000 }, (_, index) => guidOf(`seg-${index.toString(36)}`, ''))
  expect(new Set(ids).size).toBe(ids.length)
  expect(guidOf('seg-1', '7B1327A5-049B-4411-8421-163743755934')).toBe(
    '7b1327a5-049b-4411-8421-163743755934',
  )
})
