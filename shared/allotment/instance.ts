import { compare, drawn } from './chance.ts'
import type { SeatingProblem } from './problem.ts'

/** Why a person may not be seated at a table; flags. */
export const VETOED = 1
export const BANNED = 2
export const VISITED = 4

/**
 * A problem in numbers. People stand in the order in which the seed draws them, tables by id, rounds by
 * time. Matrices are flat: person × table, person × round and table × round, in that order.
 */
export interface Instance {
  problem: SeatingProblem
  people: string[]
  tables: string[]
  rounds: string[]
  /** people in the order of their ids: what is listed does not depend on the draw */
  byId: number[]
  personAt: Map<string, number>
  tableAt: Map<string, number>
  /** for each person: tables, best first, by rank; -1: there is no such table, or it stands in the list already */
  wishes: number[][]
  /** person × table: place in the list, -1: not in it */
  rank: Int16Array
  /** person × table: flags */
  never: Uint8Array
  /** person × round: 1 for free */
  free: Uint8Array
  /** person × round: the table held, -1: none */
  held: Int32Array
  /** table × round */
  seats: Int32Array
  /** for each person, -1: none */
  group: Int32Array
  groups: number
  /** for each person: the most visits, never more than rounds */
  most: Int32Array
}

export function instanceOf(problem: SeatingProblem): Instance {
  const people = drawn(problem.people, problem.seed)
  // Ties between tables fall by chance too, and not with the same luck for every event.
  const tables = drawn(problem.tables, problem.seed)
  const P = people.length
  const T = tables.length
  const R = problem.rounds.length
  const personAt = new Map(people.map(({ id }, at) => [id, at]))
  const tableAt = new Map(tables.map(({ id }, at) => [id, at]))
  const instance: Instance = {
    problem,
    people: people.map(({ id }) => id),
    tables: tables.map(({ id }) => id),
    rounds: problem.rounds,
    byId: people.map((_, p) => p).sort((a, b) => compare(people[a]?.id, people[b]?.id)),
    personAt,
    tableAt,
    wishes: [],
    rank: new Int16Array(P * T).fill(-1),
    never: new Uint8Array(P * T),
    free: new Uint8Array(P * R),
    held: new Int32Array(P * R).fill(-1),
    seats: new Int32Array(T * R),
    group: new Int32Array(P).fill(-1),
    groups: 0,
    most: new Int32Array(P).fill(R),
  }
  const { rank, never, free, held, seats, group, most } = instance
  tables.forEach((table, t) => {
    for (let r = 0; r < R; r += 1) seats[t * R + r] = Math.max(0, table.seats[r] ?? 0)
  })
  const groupAt = new Map<string, number>()
  people.forEach((person, p) => {
    const forbid = (ids: readonly string[], flag: number): void => {
      for (const id of ids) {
        const t = tableAt.get(id)
        if (t !== undefined) never[p * T + t] = (never[p * T + t] as number) | flag
      }
    }
    forbid(person.vetoes, VETOED)
    forbid(person.visited, VISITED)
    instance.wishes.push(
      person.wishes.map((id, at) => {
        const t = tableAt.get(id) ?? -1
        if (t < 0 || rank[p * T + t] !== -1) return -1
        rank[p * T + t] = at
        return t
      }),
    )
    for (let r = 0; r < R; r += 1) {
      free[p * R + r] = person.free[r] === true ? 1 : 0
      held[p * R + r] = tableAt.get(person.held[r] ?? '') ?? -1
    }
    if (person.most !== null) most[p] = Math.max(0, Math.min(R, person.most))
    if (person.group === null) return
    if (!groupAt.has(person.group)) groupAt.set(person.group, groupAt.size)
    group[p] = groupAt.get(person.group) ?? -1
  })
  instance.groups = groupAt.size
  for (const { person, table } of problem.bans) {
    const [p, t] = [personAt.get(person), tableAt.get(table)]
    if (p !== undefined && t !== undefined) never[p * T + t] = (never[p * T + t] as number) | BANNED
  }
  return instance
}
