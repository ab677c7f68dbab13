import { describe, expect, it } from 'vitest'
import { SHOW_ID_PATTERN } from '#shared/show/words.ts'
import { daysInWords } from '../../../client/screens/console/home/days-in-words.ts'
import {
  addressFrom,
  checkNewEvent,
  dayAfter,
  freeAddress,
  mayAddDay,
  zones,
} from '../../../client/screens/console/home/event-draft.ts'

const pattern = new RegExp(SHOW_ID_PATTERN)

describe('the address suggested for a title', () => {
  it.each([
    ['Leeds Digital Showcase 2026', 'leeds-digital-showcase-2026'],
    ['  Pitch & Talk!  ', 'pitch-talk'],
    ['Gŵyl Arloesi Llŷn', 'gwyl-arloesi-llyn'],
    ['Straße, Łódź og Ærø', 'strasse-lodz-og-aero'],
    ['Children’s Day', 'childrens-day'],
    ['東京 2026', '2026'],
    ['東京', ''],
    ['X', ''],
    ['', ''],
  ])('%j becomes %j', (title, address) => {
    expect(addressFrom(title)).toBe(address)
  })

  it('is cut between words, never longer than an address may be, and always one the server takes', () => {
    const long = addressFrom(
      'The combined digital innovation showcase of the councils, health boards and universities',
    )
    expect(long).toBe('the-combined-digital-innovation-showcase')
    for (const title of ['a'.repeat(90), 'word '.repeat(30), `${'b'.repeat(39)} c`, 'ab --- cd']) {
      const address = addressFrom(title)
      expect(address.length).toBeLessThanOrEqual(40)
      expect(address).toMatch(pattern)
    }
  })

  it('takes a number where another event has it, and stays short enough', () => {
    expect(freeAddress('leeds', [])).toBe('leeds')
    expect(freeAddress('leeds', ['leeds', 'leeds-2'])).toBe('leeds-3')
    const long = 'the-combined-digital-innovation-showcase'
    expect(freeAddress(long, [long])).toMatch(pattern)
    expect(freeAddress(long, [long]).length).toBeLessThanOrEqual(40)
    expect(freeAddress('', [''])).toBe('')
  })
})

describe('what is checked before an event is sent', () => {
  const whole = {
    id: 'leeds-2026',
    title: 'Leeds',
    place: '',
    zone: 'Europe/London',
    days: ['2026-11-24'],
  }
  it('lets a whole one through', () => {
    expect(checkNewEvent(whole, [])).toEqual({})
  })
  it.each([
    [{ title: '  ' }, 'title', 'Give the event a name.'],
    [{ id: '' }, 'id', 'Write an address'],
    [{ id: 'Leeds 2026' }, 'id', 'An address has 2 to 40'],
    [{ id: 'a'.repeat(41) }, 'id', 'An address has 2 to 40'],
    [{ id: 'taken' }, 'id', 'Another event is at taken already'],
    [{ days: [''] }, 'days', 'Choose the day'],
    [{ days: [] }, 'days', 'Choose the day'],
    [{ days: ['2026-02-30'] }, 'days', 'not a day of the calendar'],
    [{ days: ['2026-11-24', '2026-11-24'] }, 'days', 'twice'],
  ])('%j is said at its field', (wrong, field, words) => {
    const errors = checkNewEvent({ ...whole, ...wrong }, ['taken'])
    expect(Object.keys(errors)).toEqual([field])
    expect(errors[field as keyof typeof errors]).toContain(words)
  })
})

describe('days', () => {
  it('a further day is the day after, over months and years', () => {
    expect(dayAfter('2026-11-24')).toBe('2026-11-25')
    expect(dayAfter('2026-12-31')).toBe('2027-01-01')
    expect(dayAfter('2028-02-28')).toBe('2028-02-29')
    expect(dayAfter('')).toBe('')
    expect(mayAddDay(Array.from({ length: 13 }, () => ''))).toBe(true)
    expect(mayAddDay(Array.from({ length: 14 }, () => ''))).toBe(false)
  })
  it.each([
    [['2026-11-24'], 'Tuesday 24 November 2026'],
    [['2026-11-24', '2026-11-25'], '24 and 25 November 2026'],
    [['2026-11-30', '2026-12-01', '2026-12-02'], '30 November to 2 December 2026'],
    [['2026-12-31', '2027-01-01'], '31 December 2026 and 1 January 2027'],
    [[], ''],
  ])('%j is said as %j', (days, words) => {
    expect(daysInWords(days)).toBe(words)
  })
})

it('Europe/London is the first zone, and every zone is there once', () => {
  const { likely, all } = zones('America/New_York')
  expect(likely).toEqual(['Europe/London', 'America/New_York', 'UTC'])
  expect(all.length).toBeGreaterThan(300)
  expect(new Set([...likely, ...all]).size).toBe(likely.length + all.length)
})
