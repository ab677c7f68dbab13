import { randomOf } from '#shared/allotment/chance.ts'

/** Repeatable chance: the same seed gives the same show. */
export interface Chance {
  /** 0 ≤ n < 1 */
  next(): number
  /** a whole number, 0 ≤ n < below */
  below(below: number): number
  of<Item>(items: readonly Item[]): Item
  bytes(count: number): Uint8Array
}

export function chance(seed: number): Chance {
  const next = randomOf(seed)
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    next,
    below,
    of: (items) => items[below(items.length)] as (typeof items)[number],
    bytes: (count) => Uint8Array.from({ length: count }, () => below(256)),
  }
}
