import { oneLine, plain, tidy } from './text.ts'

const AFTER_NAME =
  /^(?:jr|sr|ii|iii|ph\.?d|md|m\.?sc|b\.?sc|ba|ma|mba|obe|mbe|cbe|kc|frs|cpfa|cipfa)\.?$/i

/** `Ellis, Jo` as `Jo Ellis`; `Jo Ellis, OBE` stays. */
export function naturalName(written: string): string {
  const name = oneLine(written)
  const parts = name.split(/\s*,\s*/)
  const [last = '', first = ''] = parts
  if (parts.length !== 2 || first === '' || AFTER_NAME.test(first)) return name
  return `${first} ${last}`
}

/** The last word of a name, which is how most people with one name column mean it. */
export function surnameOf(name: string): string {
  const words = name
    .replace(/,.*$/, '')
    .split(' ')
    .filter((word) => !AFTER_NAME.test(word))
  return words.at(-1) ?? name
}

const EMAIL = /^[^\s@<>(),;:"[\]]+@[^\s@<>(),;:"[\]]+\.[^\s@<>(),;:"[\].]{2,}$/

/** An address in small letters, out of `mailto:…` or `Jo Ellis <jo@…>`; null when it is none. */
export function emailIn(written: string): string | null {
  const bare = /<([^<>]+)>\s*$/.exec(written)?.[1] ?? written
  const address = bare
    .trim()
    .replace(/^mailto:/i, '')
    .toLowerCase()
  return EMAIL.test(address) ? address : null
}

/** Several things in one cell, by semicolons or line breaks; blanks are kept so that lists stay side by side. */
export function splitList(text: string): string[] {
  const parts = tidy(text)
    .split(/\s*[;\n]\s*/)
    .map(oneLine)
  while (parts.length > 0 && parts.at(-1) === '') parts.pop()
  return parts
}

const isFullName = (part: string): boolean => /\S \S/.test(part)

/** Names in one cell: by semicolons, else by commas, `and` or `&` where each part is a whole name. */
export function splitNames(text: string): string[] {
  const parts = splitList(text)
  const [only] = parts
  if (only === undefined || parts.length > 1) return parts
  const loose = only.split(/\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+/i)
  return loose.length > 1 && loose.every(isFullName) ? loose : parts
}

/** The same person, innovation or table name in another file. */
export const keyOf = (...parts: (string | null)[]): string =>
  parts.map((part) => plain(part ?? '')).join('|')
