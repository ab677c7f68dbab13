import { count } from '#shared/sheets/text.ts'
import type { NotKept, Of } from './types.ts'

/** Counts what a file holds and an event has no place for, so that each is named once. */
export class LeftOuts {
  readonly #kept = new Map<string, { what: string; of: Of; keys: Set<string> }>()

  /** `key` is the session, speaker or room that has it: the same one is counted once. */
  add(what: string, of: Of, key: string): void {
    const name = `${of} ${what}`
    const held = this.#kept.get(name) ?? { what, of, keys: new Set() }
    held.keys.add(key)
    this.#kept.set(name, held)
  }

  /** Those that say something. */
  addFilled(what: string, of: Of, key: string, value: unknown): void {
    if (isFilled(value)) this.add(what, of, key)
  }

  list = (): NotKept[] =>
    [...this.#kept.values()].map(({ what, of, keys }) => ({ what, of, count: keys.size }))
}

export const isFilled = (value: unknown): boolean => {
  if (value === null || value === undefined || value === false) return false
  if (typeof value === 'string') return value.trim() !== ''
  if (Array.isArray(value)) return value.length > 0
  return typeof value === 'object' ? Object.keys(value).length > 0 : true
}

/** `Languages of 54 sessions are not kept.` */
export const notKeptWords = ({ what, of, count: amount }: NotKept): string =>
  of === 'event'
    ? `${what} of the event are not kept.`
    : `${what} of ${count(amount, of)} are not kept.`
