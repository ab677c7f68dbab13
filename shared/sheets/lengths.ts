import { HOUR, MINUTE, SECOND, type Ms } from '#shared/time/instant.ts'
import type { Unit } from './headers.ts'

const MS: Record<Unit, number> = { hours: HOUR, minutes: MINUTE, seconds: SECOND }
const LONGEST = 24 * HOUR

const unitOf = (word: string): Unit | null => {
  if (/^(?:h|hrs?|hours?)$/.test(word)) return 'hours'
  if (/^(?:m|mins?|minutes?|')$/.test(word)) return 'minutes'
  return /^(?:s|secs?|seconds?|")$/.test(word) ? 'seconds' : null
}

/**
 * A length as people write it, in ms: `5m`, `1h30`, `90s`, `2:30` (minutes and seconds), `0:45:00`,
 * `1 hour 5 minutes`, `half an hour`. A plain number counts `unit`s.
 */
export function parseLength(written: string, unit: Unit | null = null): Ms | null {
  const text = written
    .toLowerCase()
    .trim()
    .replace(/half an hour/, '30m')
    .replace(/three quarters of an hour/, '45m')
    .replace(/(?:a )?quarter of an hour/, '15m')
    .replace(/\b(?:an|a|one) (?=hour|minute)/, '1 ')
    .replace(/(\d)\s*½/, '$1.5')
    .replace(/½/, '0.5')
    .replace(/(\d),(\d)/, '$1.$2')
  const ms =
    /^[\d:]+$/.test(text) && text.includes(':') ? fromColons(text, unit) : fromWords(text, unit)
  return ms === null || ms > LONGEST ? null : Math.round(ms)
}

function fromColons(text: string, unit: Unit | null): number | null {
  const parts = /^(\d{1,3}):(\d{2})(?::(\d{2}))?$/.exec(text)
  if (!parts) return null
  const [first = 0, second = 0, third] = parts
    .slice(1)
    .map((part) => (part ? Number(part) : undefined))
  if (second > 59 || (third ?? 0) > 59) return null
  if (third !== undefined) return first * HOUR + second * MINUTE + third * SECOND
  return unit === 'hours' ? first * HOUR + second * MINUTE : first * MINUTE + second * SECOND
}

const SMALLER: Record<Unit, Unit | null> = { hours: 'minutes', minutes: 'seconds', seconds: null }

function fromWords(text: string, unit: Unit | null): number | null {
  const PART = /\s*(?:and\s+|,\s*)?(\d+(?:\.\d+)?)\s*([a-z'"]*)\.?/y
  let total: number | null = null
  let last: Unit | null = null
  let bare = false
  while (PART.lastIndex < text.length) {
    const part = PART.exec(text)
    if (!part) return null
    const [, digits = '', word = ''] = part
    if (bare) return null
    bare = word === ''
    // `1h30`: a number without a word counts the next smaller unit.
    const here: Unit | null =
      word === '' ? (last === null ? (unit ?? 'minutes') : SMALLER[last]) : unitOf(word)
    if (here === null || (last !== null && MS[here] >= MS[last])) return null
    total = (total ?? 0) + Number(digits) * MS[here]
    last = here
  }
  return total
}
