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
  return instance.byId.flatMap((p) => {
    const person = instance.people[p] as string
    const wishes = listed.get(person) ?? []
    return wishes.flatMap((table, rank) => {
      const t = instance.tableAt.get(table) ?? -1
      const again = t < 0 ? wishes.indexOf(table) !== rank : instance.rank[p * T + t] !== rank
      if (again || (t >= 0 && isMet(timetable, p, t))) return []
      return [{ person, table, rank, reason: reasonOf(timetable, taken, p, t) }]
    })
  })
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
  const rounds = instance.rounds.map((_, r) => r)
  const open = rounds.filter((r) => timetable.seats(t, r) > 0)
  if (open.length === 0) return 'closed'
  const here = rounds.filter((r) => instance.free[p * R + r] === 1)
  const possible = open.filter((r) => here.includes(r))
  if (possible.length === 0) return 'not-here'
  // A suggestion took only what no wish could use: it is not why.
  const left = possible.filter((r) => (taken[t * R + r] as number) < timetable.seats(t, r))
  if (left.length === 0) return 'full'
  if (timetable.groupLeft(p, t) <= 0) return 'group'
  const most = instance.most[p] as number
  if ((timetable.ofPerson[p] as number) >= most && most < here.length) return 'own-maximum'
  return left.some((r) => at[p * R + r] === -1) ? 'full' : 'no-free-round'
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
