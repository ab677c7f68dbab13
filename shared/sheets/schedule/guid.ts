const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export const isUuid = (text: string): boolean => UUID.test(text)

/**
 * The UUID under which an item goes out to other systems: the one it came in with (in small letters),
 * else one made of its own id by a fixed hash, so that the same item has the same UUID in every export
 * (RFC 9562, version 8). `ref` is the segment's, '' when it has none.
 */
export function guidOf(segmentId: string, ref: string): string {
  if (isUuid(ref)) return ref.toLowerCase()
  const hex = SEEDS.map((seed) => hash(segmentId, seed).toString(16).padStart(8, '0')).join('')
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0b0011) | 0b1000).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-')
}

const SEEDS = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x6a09e667]

/** MurmurHash3 (x86, 32 bits) over UTF-16 code units, one block a unit. */
function hash(text: string, seed: number): number {
  let h = seed
  for (let at = 0; at < text.length; at++) {
    let k = Math.imul(text.charCodeAt(at), 0xcc9e2d51)
    k = Math.imul((k << 15) | (k >>> 17), 0x1b873593)
    h ^= k
    h = Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64
  }
  h ^= text.length
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
