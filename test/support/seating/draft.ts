import { drawn } from '#shared/allotment/chance.ts'
import type { Seating, SeatingProblem, Visit } from '#shared/allotment/problem.ts'

/**
 * The serpentine draft, for comparison: people choose in drawn order, back and forth, one table a turn,
 * each their best wish with a seat in a round that they have free, there the emptiest.
 */
export function draft(problem: SeatingProblem): Seating {
  const { rounds, tables } = problem
  const left = new Map(tables.map(({ id, seats }) => [id, [...seats]]))
  const people = drawn(problem.people, problem.seed).map((person) => ({
    id: person.id,
    wishes: person.wishes.map((table, rank) => ({ table, rank })),
    free: [...person.free],
  }))
  const visits: Visit[] = []
  for (let turn = 0; turn < rounds.length; turn += 1)
    for (const person of turn % 2 === 0 ? people : people.toReversed())
      for (const { table, rank } of person.wishes) {
        const seats = left.get(table)
        if (!seats) continue
        const possible = rounds.flatMap((_, r) =>
          person.free[r] && (seats[r] ?? 0) > 0 ? [r] : [],
        )
        const [first, ...others] = possible
        if (first === undefined) continue
        const r = others.reduce(
          (best, one) => ((seats[one] ?? 0) > (seats[best] ?? 0) ? one : best),
          first,
        )
        seats[r] = (seats[r] ?? 0) - 1
        person.free[r] = false
        person.wishes = person.wishes.filter((wish) => wish.table !== table)
        visits.push({ person: person.id, table, round: rounds[r] ?? '', why: 'wish', rank })
        break
      }
  return { visits, unmet: [], problems: [] }
}
