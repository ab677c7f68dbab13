import { BANNED, VETOED, VISITED } from './instance.ts'
import type { Seating, Unmet } from './problem.ts'
import { sizes } from './room.ts'
import type { Timetable } from './timetable.ts'

/** Every wish that was not met, and why, by person and rank. */
export function unmetWishes(timetable: Timetable): Seating['unmet'] {
  const { instance } = timetable
  const T = instance.tables.length
  const taken = seatsOfWishes(timetable)
  const listed = new Map(instance.problem.people.map(({ id, wishes }) => [id, wishes]))
  const unmet: Seating['unmet'] = []
  for (const p of instance.byId) {
    const person = instance.people[p] as string
    const wishes = listed.get(person) ?? []
    wishes.forEach((table, rank) => {
      const t = instance.tableAt.get(table) ?? -1
      const again = t < 0 ? wishes.indexOf(table) !== rank : instance.rank[p * T + t] !== rank
      if (again || (t >= 0 && isMet(timetable, p, t))) return
      unmet.push({ person, table, rank, reason: reasonOf(timetable, taken, p, t) })
    })
  }
  return unmet
}

function isMet({ instance, when }: Timetable, p: number, t: number): boolean {
  const pair = p * instance.tables.length + t
  return when[pair] !== -1 || ((instance.never[pair] as number) & VISITED) !== 0
}

function reasonOf(timetable: Timetable, taken: Int32Array, p: number, t: number): Unmet {
  if (t < 0) return 'unknown'
  const { instance, at } = timetable
  const [, T, R] = sizes(instance)
  const never = instance.never[p * T + t] as number
  if (never & VETOED) return 'vetoed'
  if (never & BANNED) return 'banned'
  let open = 0
  let here = 0
  let possible = 0
  let left = 0
  let leftAndFree = 0
  for (let r = 0; r < R; r += 1) {
    const seats = timetable.seats(t, r)
    const free = instance.free[p * R + r] === 1
    if (seats > 0) open += 1
    if (free) here += 1
    if (seats === 0 || !free) continue
    possible += 1
    // A suggestion took only what no wish could use: it is not why.
    if ((taken[t * R + r] as number) >= seats) continue
    left += 1
    if (at[p * R + r] === -1) leftAndFree += 1
  }
  if (open === 0) return 'closed'
  if (possible === 0) return 'not-here'
  if (left === 0) return 'full'
  if (timetable.groupLeft(p, t) <= 0) return 'group'
  const most = instance.most[p] as number
  if ((timetable.ofPerson[p] as number) >= most && most < here) return 'own-maximum'
  return leftAndFree > 0 ? 'full' : 'no-free-round'
}

/** table × round: seats of pins, musts and wishes. */
function seatsOfWishes(timetable: Timetable): Int32Array {
  const T = timetable.instance.tables.length
  return Int32Array.from(timetable.sitting, (people, cell) => {
    const t = Math.floor(cell / timetable.instance.rounds.length)
    return people.filter(
      (p) => timetable.instance.rank[p * T + t] !== -1 || timetable.whyOf(p, t) !== 'suggestion',
    ).length
  })
}
