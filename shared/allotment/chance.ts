/** Numbers 0 ≤ n < 1, the same ones for the same seed (mulberry32, public domain, by Tommy Ettinger). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A number for a text: FNV-1a (32 bits) over its UTF-16 code units. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** By code units, so the same on every computer. */
export const compare = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0)

/** The order in which a seed draws these items, whatever order they come in (Fisher and Yates). */
export function drawn<Item extends { id: string }>(items: readonly Item[], seed: string): Item[] {
  const order = [...items].sort((a, b) => compare(a.id, b.id))
  const random = randomOf(hashOf(seed))
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1))
    const [one, two] = [order[at], order[other]]
    if (one === undefined || two === undefined) break
    order[at] = two
    order[other] = one
  }
  return order
}
