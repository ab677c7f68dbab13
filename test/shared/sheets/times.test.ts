import { describe, expect, test } from 'vitest'
import { matchHeader } from '#shared/sheets/headers.ts'
import { PEOPLE_COLUMNS } from '#shared/sheets/people-columns.ts'
import { PROGRAMME_COLUMNS } from '#shared/sheets/programme-columns.ts'
import { addDays, parseDay, weekdayOf } from '#shared/sheets/days.ts'
import { parseLength } from '#shared/sheets/lengths.ts'
import { parseTimeOfDay, parseTimeRange } from '#shared/sheets/times.ts'

describe('lengths', () => {
  test.each<[string, number]>([
    ['5', 300],
    ['5m', 300],
    ['5 min', 300],
    ['5 mins.', 300],
    ['2.5', 150],
    ['2,5', 150],
    ['90s', 90],
    ['90 seconds', 90],
    ['2:30', 150],
    ['0:45', 45],
    ['0:45:00', 2700],
    ['1:00:00', 3600],
    ['1h30', 5400],
    ['1h 30m', 5400],
    ['1 hour 5 minutes', 3900],
    ['1 hour and 5 minutes', 3900],
    ['1hr', 3600],
    ['1.5h', 5400],
    ['1½ hours', 5400],
    ['an hour', 3600],
    ['half an hour', 1800],
    ['2m30', 150],
    ['2m30s', 150],
    ['2s', 2],
    ['0', 0],
  ])('%s', (written, seconds) => expect(parseLength(written)).toBe(seconds * 1000))

  test.each(['', 'soon', '-5', '5x', '30m 1h', '5 5', '1:75', '25h', '1::2', 'm', '5m m'])(
    '%j is none',
    (written) => expect(parseLength(written)).toBeNull(),
  )

  test('what the column says plain numbers are', () => {
    expect(parseLength('90', 'seconds')).toBe(90_000)
    expect(parseLength('1:30', 'hours')).toBe(5_400_000)
    expect(parseLength('5m', 'seconds')).toBe(300_000)
  })
})

describe('times of day', () => {
  test.each([
    ['10:40', '10:40:00'],
    ['9.30', '09:30:00'],
    ['9h30', '09:30:00'],
    ['0930', '09:30:00'],
    ['09:30:15', '09:30:15'],
    ['9am', '09:00:00'],
    ['12.30 am', '00:30:00'],
    ['12pm', '12:00:00'],
    ['2 p.m.', '14:00:00'],
    ['1:05 PM', '13:05:00'],
    ['noon', '12:00:00'],
    ['14', '14:00:00'],
  ])('%s', (written, time) => expect(parseTimeOfDay(written)).toBe(time))

  test.each(['', '25:00', '9:60', '13pm', '0am', 'later', '9:3', '-9:00'])(
    '%j is none',
    (written) => expect(parseTimeOfDay(written)).toBeNull(),
  )

  test('from and to in one cell', () => {
    expect(parseTimeRange('10:40–11:00')).toEqual({ start: '10:40:00', end: '11:00:00' })
    expect(parseTimeRange('9.30 to 10')).toEqual({ start: '09:30:00', end: '10:00:00' })
    expect(parseTimeRange('1.30-2pm')).toEqual({ start: '13:30:00', end: '14:00:00' })
    expect(parseTimeRange('11.30-1pm')).toEqual({ start: '11:30:00', end: '13:00:00' })
    expect(parseTimeRange('10:40')).toBeNull()
  })
})

describe('days', () => {
  const none = { above: null, days: [] }
  test.each([
    ['2026-06-28', '2026-06-28'],
    ['2026-06-28T09:00', '2026-06-28'],
    ['28/06/2026', '2026-06-28'],
    ['28.6.26', '2026-06-28'],
    ['3/4/2026', '2026-04-03'],
    ['28 June 2026', '2026-06-28'],
    ['Sunday 28th June 2026', '2026-06-28'],
    ['Sun, 28 Jun 2026', '2026-06-28'],
    ['28th of June 2026', '2026-06-28'],
    ['June 28, 2026', '2026-06-28'],
    ['28-Jun-26', '2026-06-28'],
    ['29/02/2028', '2028-02-29'],
  ])('%s', (written, day) => expect(parseDay(written, none)).toEqual({ day }))

  test('blank and ditto are the row above, else the first day', () => {
    for (const written of ['', '"', 'same day']) {
      expect(parseDay(written, { above: '2026-06-28', days: [] })).toEqual({ day: '2026-06-28' })
      expect(parseDay(written, { above: null, days: ['2026-06-29'] })).toEqual({
        day: '2026-06-29',
      })
      expect(parseDay(written, none)).toEqual({ day: null })
    }
  })

  test('weekdays and numbered days', () => {
    const days = ['2026-06-28', '2026-06-29']
    expect(parseDay('Monday', { above: '2026-06-28', days: [] })).toEqual({ day: '2026-06-29' })
    expect(parseDay('Sunday', { above: '2026-06-28', days: [] })).toEqual({ day: '2026-06-28' })
    expect(parseDay('Mon', { above: null, days })).toEqual({ day: '2026-06-29' })
    expect(parseDay('Day 2', { above: null, days })).toEqual({ day: '2026-06-29' })
    expect(parseDay('1', { above: null, days })).toEqual({ day: '2026-06-28' })
    expect(parseDay('29 June', { above: null, days })).toEqual({ day: '2026-06-29' })
    expect(parseDay('Day 3', { above: null, days })).toEqual({ unclear: 'The event has 2 days.' })
    expect(parseDay('Day 1', none)).toEqual({ day: null })
  })

  test('what cannot be a day says why', () => {
    expect(parseDay('06/28/2026', none)).toEqual({
      unclear: expect.stringContaining('the day before the month'),
    })
    expect(parseDay('31/02/2026', none)).toEqual({ unclear: 'The calendar has no such day.' })
    expect(parseDay('28 June', none)).toEqual({ unclear: expect.stringContaining('year') })
    expect(parseDay('next week', none)).toEqual({
      unclear: expect.stringContaining('We read days'),
    })
  })

  test('the calendar agrees with Date for 20 years', () => {
    for (let at = Date.UTC(2020, 0, 1); at < Date.UTC(2040, 0, 1); at += 86_400_000) {
      const day = new Date(at).toISOString().slice(0, 10)
      expect(weekdayOf(day)).toBe(new Date(at).getUTCDay())
      expect(addDays(day, 1)).toBe(new Date(at + 86_400_000).toISOString().slice(0, 10))
    }
  })
})

describe('column names', () => {
  test.each([
    ['First Name', 'first'],
    ['first_name', 'first'],
    ['FORENAME', 'first'],
    ['Surname', 'last'],
    ['Family name *', 'last'],
    ['Your full name', 'name'],
    ['What’s your name?', 'name'],
    ['What is your job title?', 'jobTitle'],
    ['Attendee #', 'ticket'],
    ['Ticket Reference', 'ticket'],
    ['E-mail:', 'email'],
    ['Ticket Email', 'email'],
    ['Email Address', 'email'],
    ['Company / Organisation', 'organisation'],
    ['Council or company', 'organisation'],
    ['Organisation (as it should be on your badge)', 'organisation'],
    ['Attendee Status', 'status'],
    ['approval_status', 'status'],
    ['ticket_name', 'ticketType'],
  ])('%s', (header, field) => expect(matchHeader(PEOPLE_COLUMNS, header)?.field).toBe(field))

  test.each([
    'Order #',
    'Order Date',
    'Order Email',
    'Home Address 1',
    'Phone',
    'Event Name',
    'Buyer Name',
    'Dietary needs',
    '',
    'x'.repeat(500),
  ])('%s is not ours', (header) => expect(matchHeader(PEOPLE_COLUMNS, header)).toBeNull())

  test.each<[string, string, string | null]>([
    ['Length', 'length', null],
    ['Length (minutes)', 'length', 'minutes'],
    ['Duration in minutes', 'length', 'minutes'],
    ['Duration (hh:mm)', 'length', 'hours'],
    ['Pitch length (seconds)', 'pitchLength', 'seconds'],
    ['Pitch seconds', 'pitchLength', 'seconds'],
    ['Warn at (s)', 'warnAt', 'seconds'],
    ['Minutes', 'length', 'minutes'],
    ['# of rounds', 'rounds', null],
  ])('%s', (header, field, unit) =>
    expect(matchHeader(PROGRAMME_COLUMNS, header)).toMatchObject({ field, unit }),
  )
})
