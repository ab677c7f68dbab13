import type { Crowd } from '../crowd.ts'
import type { Hall } from '../hall.ts'
import { child, type Child } from './children.ts'

export interface Pair {
  hall: Child<Hall>
  crowd: Child<Crowd>
}

/** A server on one core and its phones on the other, for as long as `use` takes. */
export async function withPair<Found>(use: (pair: Pair) => Promise<Found>): Promise<Found> {
  const hall = child<Hall>('hall.ts', 0, ['--expose-gc'])
  const crowd = child<Crowd>('crowd.ts', 1)
  try {
    return await use({ hall, crowd })
  } finally {
    await Promise.all([hall.end(), crowd.end()])
  }
}

/** `cookies` again and again until there are `count`. */
export const phonesOf = (cookies: readonly string[], count: number): string[] =>
  Array.from({ length: count }, (_, index) => cookies[index % cookies.length] ?? '')
