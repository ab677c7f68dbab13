import { list, quote } from '#shared/sheets/text.ts'

/** Values of a JSON file, of which nothing is known. */
export type Fields = Readonly<Record<string, unknown>>

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Own fields only: a file may well have none called `constructor`. */
export const field = (fields: unknown, name: string): unknown =>
  isFields(fields) && Object.hasOwn(fields, name) ? fields[name] : undefined

export const items = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** A text, or a number as one; the first language of `{"en": "…"}`; '' when it is none of them. */
export function textOf(value: unknown, depth = 0): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (depth > 2 || !isFields(value)) return ''
  const texts = Object.values(value).filter((one) => typeof one === 'string')
  return texts[0] ?? ''
}

/** A text, or null where the file says nothing. */
export const textOrNull = (fields: unknown, name: string): string | null => {
  const value = field(fields, name)
  return value === undefined || value === null ? null : textOf(value)
}

/** What a JSON file holds, for the sentence that refuses it: `a list of 3 objects with “id” and “name”`. */
export function shapeWords(value: unknown): string {
  if (Array.isArray(value)) {
    if (value.length === 0) return 'an empty list'
    const first: unknown = value[0]
    return isFields(first)
      ? `a list of ${value.length} objects${namesIn(first)}`
      : `a list of ${value.length} values`
  }
  if (isFields(value))
    return Object.keys(value).length === 0 ? 'nothing' : `an object${namesIn(value)}`
  return 'a single value'
}

function namesIn(fields: Fields): string {
  const names = Object.keys(fields)
  if (names.length === 0) return ''
  const more = names.length > 6 ? ' and more' : ''
  return ` with ${list(names.slice(0, 6).map(quote))}${more}`
}
