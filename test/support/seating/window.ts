import { randomOf } from '#shared/allotment/chance.ts'
import type { SeatingPerson, SeatingProblem } from '#shared/allotment/problem.ts'

export interface WindowSize {
  people: number
  tables: number
  rounds: number
  /** seats of a table in a round: the least and the most */
  seats: readonly [number, number]
  /** length of a list: the shortest and the longest */
  wishes: readonly [number, number]
  /** how much more the first tables are wanted than the last (Zipf's exponent); taste has its say too */
  zipf?: number
  /** organisations that people come from; 0: none */
  groups?: number
  /** 0 to 1: who misses some rounds */
  limited?: number
  /** 0 to 1: tables that are closed in one round */
  closing?: number
}

export const tableId = (n: number): string => `t${String(n).padStart(2, '0')}`
export const personId = (n: number): string => `p${String(n).padStart(4, '0')}`

/** A choosing window as a hall might have it: some tables are wanted by many, and tastes differ. */
export function windowOf(size: WindowSize, seed: number): SeatingProblem {
  const random = randomOf(seed)
  const between = ([least, most]: readonly [number, number]): number =>
    least + Math.floor(random() * (most - least + 1))
  const { rounds, zipf = 0.9, groups = 0, limited = 0, closing = 0 } = size
  const fame = Array.from({ length: size.tables }, (_, n) => 1 / (n + 1) ** zipf)
  const tables = fame.map((_, n) => {
    const seats = between(size.seats)
    const closed = random() < closing ? Math.floor(random() * rounds) : -1
    const each = Array.from({ length: rounds }, (__, r) => (r === closed ? 0 : seats))
    return { id: tableId(n), seats: each }
  })
  const people = Array.from({ length: size.people }, (_, n): SeatingPerson => {
    // Weighted sampling without replacement (Efraimidis and Spirakis 2006), taste doubling or halving fame.
    const keys = fame.map((weight) => random() ** (1 / (weight * 4 ** (random() - 0.5))))
    const order = keys.map((_key, at) => at).sort((a, b) => (keys[b] ?? 0) - (keys[a] ?? 0))
    const wishes = order.slice(0, between(size.wishes)).map(tableId)
    const misses = random() < limited
    const [from, to] = misses ? [between([0, rounds - 1]), between([1, rounds])] : [0, rounds]
    const free = Array.from({ length: rounds }, (__, r) => !misses || (r >= from && r < from + to))
    return {
      id: personId(n),
      group: groups > 0 ? `g${Math.floor(random() ** 2 * groups)}` : null,
      wishes,
      vetoes: [],
      visited: [],
      free,
      most: null,
      held: free.map(() => null),
    }
  })
  return {
    rounds: Array.from({ length: rounds }, (_, r) => `r${r + 1}`),
    tables,
    people,
    pins: [],
    bans: [],
    musts: [],
    mustQuota: 0,
    together: [],
    perGroup: null,
    policy: 'nested',
    suggest: true,
    seed: `seed ${seed}`,
  }
}
