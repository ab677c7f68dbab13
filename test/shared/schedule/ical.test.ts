import { describe, expect, test } from 'vitest'
import { HOUR, MINUTE } from '#shared/time/instant.ts'
import { calendar, refusal, schedule, sessions, uuid, words } from './support.ts'

const item = (...lines: string[]): string[] => ['UID:1@example.org', 'SUMMARY:A talk', ...lines]
const at = (iso: string): number => Date.parse(iso)
const BERLIN = [
  'BEGIN:VTIMEZONE',
  'TZID:Our clocks',
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'DTSTART:19700329T020000',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'DTSTART:19701025T030000',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n')

describe('calendars', () => {
  test('zones by their name, with or without their definition in the file', () => {
    const start = (...lines: string[]) =>
      sessions(calendar(item(...lines, 'DURATION:PT1H')))[0]?.start.at
    expect(start('DTSTART:20260628T090000Z')).toBe(at('2026-06-28T09:00:00Z'))
    expect(start('DTSTART;TZID=Europe/Berlin:20260628T090000')).toBe(at('2026-06-28T07:00:00Z'))
    expect(start('DTSTART;TZID=Europe/Berlin;VALUE=DATE-TIME:20260628T090000')).toBe(
      at('2026-06-28T07:00:00Z'),
    )
    expect(start('DTSTART;TZID=/mozilla.org/20050126_1/Europe/Berlin:20260628T090000')).toBe(
      at('2026-06-28T07:00:00Z'),
    )
    expect(start('DTSTART:20260628T090000')).toBeNull()
  })

  test('a zone of the file’s own by its definition; one that nobody knows by the clocks in the hall', () => {
    const lines = [
      'DTSTART;TZID=Our clocks:20260628T090000',
      'DTEND;TZID=Our clocks:20260628T100000',
    ]
    const text = calendar(item(...lines))
    const defined = text.replace('BEGIN:VEVENT', `${BERLIN}\r\nBEGIN:VEVENT`)
    expect(sessions(defined)[0]).toMatchObject({
      start: { at: at('2026-06-28T07:00:00Z'), time: '09:00:00' },
      length: HOUR,
    })
    const read = schedule(text)
    expect(read.schedule.sessions[0]).toMatchObject({ start: { at: null }, length: HOUR })
    expect(read.notes).toContain(
      'The file names the time zone “Our clocks”, which we do not know and which it does not define. Such times are taken as those of the clocks in the hall.',
    )
    const hostile = defined.replaceAll('FREQ=YEARLY', 'FREQ=SECONDLY')
    expect(sessions(hostile)[0]?.start.at).toBeNull()
  })

  test('folded lines, escaped signs, lengths, and nothing but a start', () => {
    const read = schedule(
      calendar(
        item(
          'DTSTART:20260628T090000Z',
          'DURATION:PT1H30M',
          'LOCATION:Hall\\, first floor',
          'DESCRIPTION:First line\\nsecond\\; and a lo',
          ' nger one',
        ),
        ['UID:2', 'SUMMARY:Open', 'DTSTART:20260628T110000Z'],
      ),
    )
    expect(read.schedule.sessions).toMatchObject([
      {
        ref: 'ical:1@example.org',
        length: 90 * MINUTE,
        room: 'Hall, first floor',
        summary: 'First line\nsecond; and a longer one',
      },
      { ref: 'ical:2', length: 30 * MINUTE, room: null, summary: null },
    ])
    expect(words(read)).toContain('Item 2, “Open” (line 13), has neither an end nor a length.')
    expect(read.notes).toContain(
      '2 items have no DTSTAMP (the first: line 4). We read them all the same.',
    )
  })

  test('whole days, several days and a broken line stay out, each with its place', () => {
    const read = schedule(
      calendar(
        item('DTSTART;VALUE=DATE:20260628'),
        item('DTSTART:20260628T090000Z', 'DTEND:20260630T090000Z'),
        ['UID:3', 'SUMMARY:Broken', 'DTSTART:20260628T090000Z', 'no colon and no semicolon'],
        ['UID:4', 'SUMMARY:Good', 'DTSTART:20260628T090000Z', 'DTEND:20260628T100000Z'],
      ),
    )
    expect(read.schedule.sessions.map(({ title }) => title)).toEqual(['Good'])
    expect(read.leftOut.map((one) => one.words)).toEqual([
      'It is for the whole day and has no time (line 4), so it stays out.',
      'It lasts more than 24 hours (line 9), so it stays out.',
      'It has a line that is no iCalendar (line 15), so it stays out.',
    ])
  })

  test('speakers are named, who was invited is not one', () => {
    const read = schedule(
      calendar(
        item(
          'DTSTART:20260628T090000Z',
          'DTEND:20260628T100000Z',
          'ATTENDEE;CN="Jo Ellis";CUTYPE=INDIVIDUAL:invalid:nomail',
          'ATTENDEE;CN=Zoë Li:mailto:zoe@example.org',
          'ATTENDEE;CN=Boss;PARTSTAT=ACCEPTED:mailto:boss@example.org',
          'ATTENDEE;CN=Room 1;CUTYPE=ROOM:mailto:room@example.org',
        ),
      ),
    )
    expect(read.schedule.sessions[0]?.speakers).toMatchObject([
      { name: 'Jo Ellis', email: null },
      { name: 'Zoë Li', email: 'zoe@example.org' },
    ])
    expect(read.notes).toContain('Invitations of 1 session are not kept.')
  })

  test('states, kinds, repeats, and a UUID that other formats of the tool give too', () => {
    const read = schedule(
      calendar(
        item('DTSTART:20260628T090000Z', 'DURATION:PT1H', 'STATUS:TENTATIVE', 'CATEGORIES:Panel'),
        item(
          'DTSTART:20260629T090000Z',
          'DURATION:PT1H',
          'STATUS:CANCELLED',
          'RECURRENCE-ID:20260628T090000Z',
        ),
        [
          `UID:${uuid(7).toUpperCase()}@example.org`,
          'SUMMARY:Coffee',
          'DTSTART:20260629T110000Z',
          'DURATION:PT1H',
          'RRULE:FREQ=DAILY',
        ],
      ),
    )
    expect(read.schedule.sessions).toMatchObject([
      { confirmed: false, kind: 'panel', status: 'planned' },
      { ref: 'ical:1@example.org#2026-06-28T09:00:00Z', status: 'cancelled' },
      { ref: uuid(7), kind: 'break' },
    ])
    expect(words(read)).toEqual([
      'Item 3, “Coffee” (line 20), is repeated by a rule. Its first time is taken.',
    ])
  })

  test('an empty calendar is refused', () => {
    expect(refusal(calendar())).toContain('has nothing in it')
  })
})
