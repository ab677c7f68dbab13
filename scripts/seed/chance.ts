/** Repeatable chance: the same seed gives the same show (mulberry32, public domain, by Tommy Ettinger). */
export interface Chance {
  /** 0 ≤ n < 1 */
  next(): number
  /** a whole number, 0 ≤ n < below */
  below(below: number): number
  of<Item>(items: readonly Item[]): Item
  bytes(count: number): Uint8Array
}

export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    next,
    below,
    of: (items) => items[below(items.length)] as (typeof items)[number],
    bytes: (count) => Uint8Array.from({ length: count }, () => below(256)),
  }
}
