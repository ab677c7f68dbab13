import { SHOW_ID_PATTERN } from '#shared/show/words.ts'
import { isLocalDate } from '#shared/time/calendar.ts'
import type { NewShow } from '#shared/wire/console.ts'
import { NEW_EVENT } from '#shared/words/console-data.ts'

const LONGEST_ADDRESS = 40
const MOST_DAYS = 14

/** Letters that do not come apart into a plain letter and its mark. */
const SPELT: Record<string, string> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ß: 'ss',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  đ: 'd',
  ı: 'i',
}

/** The address suggested for a title: `Leeds & Bradford 2026` → `leeds-bradford-2026`; '' when no letter is left. */
export function addressFrom(title: string): string {
  const plain = title
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/['’]/g, '')
    .replaceAll(/[æœøßðþłđı]/g, (letter) => SPELT[letter] ?? '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  if (plain.length <= LONGEST_ADDRESS) return plain.length < 2 ? '' : plain
  const cut = plain.slice(0, LONGEST_ADDRESS + 1)
  const whole = cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : cut.slice(0, -1)
  return whole.replaceAll(/-+$/g, '')
}

/** The same address, or with a number where an event has it already. */
export function freeAddress(address: string, taken: readonly string[]): string {
  if (address === '' || !taken.includes(address)) return address
  for (let number = 2; ; number += 1) {
    const next = `${address.slice(0, LONGEST_ADDRESS - 4).replaceAll(/-+$/g, '')}-${number}`
    if (!taken.includes(next)) return next
  }
}

/** The title of the next one: `Leeds 2026` → `Leeds 2027`; without a year in it as it is. */
export const nextYear = (title: string): string =>
  title.replace(/\b(20\d\d)\b(?!.*\b20\d\d\b)/, (year) => String(Number(year) + 1))

/** Why this is no address; null: it is one. */
export function addressWrong(id: string): string | null {
  if (id === '') return NEW_EVENT.addressMissing
  const fits = id.length <= LONGEST_ADDRESS && new RegExp(SHOW_ID_PATTERN).test(id)
  return fits ? null : NEW_EVENT.addressOdd
}

export type NewEventField = keyof NewShow
export type FieldErrors = Partial<Record<NewEventField, string>>

/** What is missing or does not fit, by field, before anything is sent. The server decides again. */
export function checkNewEvent(event: NewShow, taken: readonly string[]): FieldErrors {
  const errors: FieldErrors = {}
  if (event.title.trim() === '') errors.title = NEW_EVENT.titleMissing
  const address = addressWrong(event.id)
  if (address !== null) errors.id = address
  else if (taken.includes(event.id)) errors.id = NEW_EVENT.addressTaken(event.id)
  if (event.days.length === 0 || event.days.some((day) => day === ''))
    errors.days = NEW_EVENT.dayMissing
  else if (event.days.some((day) => !isLocalDate(day))) errors.days = NEW_EVENT.dayOdd
  else if (new Set(event.days).size < event.days.length) errors.days = NEW_EVENT.dayTwice
  else if (event.days.length > MOST_DAYS) errors.days = NEW_EVENT.tooManyDays
  return errors
}

export const mayAddDay = (days: readonly string[]): boolean => days.length < MOST_DAYS

/** The day after, for a second day of the event; '' when this one is not chosen yet. */
export function dayAfter(day: string): string {
  if (!isLocalDate(day)) return ''
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, date + 1)).toISOString().slice(0, 10)
}

/** Every zone this browser knows, with those that are likeliest first. */
export function zones(own: string): { likely: string[]; all: string[] } {
  const known =
    typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : []
  const likely = [...new Set(['Europe/London', own, 'UTC'])].filter((zone) => zone !== '')
  return { likely, all: known.filter((zone) => !likely.includes(zone)) }
}
