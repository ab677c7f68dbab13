import type { Instance } from './instance.ts'
import type { Timetable } from './timetable.ts'

/** One person at one table, in a round that is not yet said. */
export type Pair = readonly [person: number, table: number]

/** What is left to give in the rounds from one on: what a plan of the day is made from. */
export interface Room {
  /** for each person: visits */
  people: Int32Array
  /** for each table: seats, over all these rounds */
  tables: Int32Array
  may(p: number, t: number): boolean
  groupLeft(p: number, t: number): number
  /** the person has this table, or has had it today */
  has(p: number, t: number): boolean
}

/** `promised`: pairs that take their share of the room already. */
export function roomFrom(timetable: Timetable, from: number, promised: readonly Pair[]): Room {
  const { instance } = timetable
  const [P, T] = sizes(instance)
  const people = new Int32Array(P)
  const tables = new Int32Array(T)
  // A round counts where somebody can come and some table has a seat.
  const wanted = people.map(
    (_, p) => (instance.most[p] as number) - (timetable.ofPerson[p] as number),
  )
  const rounds = instance.rounds.flatMap((_, r) =>
    r >= from && wanted.some((most, p) => most > 0 && timetable.free(p, r)) ? [r] : [],
  )
  const open = rounds.filter((r) => {
    let left = 0
    for (let t = 0; t < T; t += 1) {
      const seats = Math.max(0, timetable.seatsLeft(t, r))
      tables[t] = (tables[t] as number) + seats
      left += seats
    }
    return left > 0
  })
  for (let p = 0; p < P; p += 1) {
    const free = open.filter((r) => timetable.free(p, r)).length
    people[p] = Math.max(0, Math.min(free, wanted[p] as number))
  }
  const given = new Set<number>()
  const ofGroup = new Map<number, number>()
  for (const [p, t] of promised) {
    given.add(p * T + t)
    people[p] = (people[p] as number) - 1
    tables[t] = (tables[t] as number) - 1
    const g = instance.group[p] as number
    if (g >= 0) ofGroup.set(g * T + t, (ofGroup.get(g * T + t) ?? 0) + 1)
  }
  const has = (p: number, t: number): boolean =>
    timetable.when[p * T + t] !== -1 || given.has(p * T + t)
  return {
    people,
    tables,
    has,
    may: (p, t) =>
      instance.never[p * T + t] === 0 &&
      (people[p] as number) > 0 &&
      (tables[t] as number) > 0 &&
      !has(p, t) &&
      meets(timetable, p, t, from),
    groupLeft: (p, t) =>
      timetable.groupLeft(p, t) - (ofGroup.get((instance.group[p] as number) * T + t) ?? 0),
  }
}

export const sizes = ({ people, tables, rounds }: Instance): [P: number, T: number, R: number] => [
  people.length,
  tables.length,
  rounds.length,
]

/** There is a round, from this one on, in which the person is free and the table has a seat. */
export function meets(timetable: Timetable, p: number, t: number, from: number): boolean {
  const R = timetable.instance.rounds.length
  for (let r = from; r < R; r += 1)
    if (timetable.free(p, r) && timetable.seatsLeft(t, r) > 0) return true
  return false
}
