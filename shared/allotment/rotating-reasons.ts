import { compare } from './chance.ts'
import type { Seating, SeatingPerson, SeatingProblem, Unmet, Visit } from './problem.ts'

/** Their group's presenters are not for this person in this round. */
export const isExcused = (
  { bans }: SeatingProblem,
  { id, free, vetoes, visited }: SeatingPerson,
  table: string,
  r: number,
): boolean =>
  free[r] !== true ||
  vetoes.includes(table) ||
  visited.includes(table) ||
  bans.some((ban) => ban.person === id && ban.table === table)

/** Every wish that was not met, and why, by person and rank. `seated`: who has a spot. */
export function unmetWhenRotating(
  problem: SeatingProblem,
  visits: readonly Visit[],
  seated: ReadonlySet<string>,
): Seating['unmet'] {
  const tables = new Map(problem.tables.map(({ id, seats }) => [id, seats]))
  const met = new Map<string, Set<string>>()
  for (const { person, table } of visits) met.set(person, (met.get(person) ?? new Set()).add(table))
  const reasonOf = (person: SeatingPerson, table: string): Unmet => {
    const seats = tables.get(table)
    if (!seats) return 'unknown'
    if (person.vetoes.includes(table)) return 'vetoed'
    if (problem.bans.some((ban) => ban.person === person.id && ban.table === table)) return 'banned'
    if (!seats.some((count) => count > 0)) return 'closed'
    if (!seats.some((count, r) => count > 0 && person.free[r] === true)) return 'not-here'
    if (!seated.has(person.id)) return 'full'
    const mine = met.get(person.id)?.size ?? 0
    return mine >= (person.most ?? Infinity) ? 'own-maximum' : 'elsewhere'
  }
  return problem.people
    .toSorted((a, b) => compare(a.id, b.id))
    .flatMap((person) =>
      person.wishes.flatMap((table, rank) => {
        const again = person.wishes.indexOf(table) !== rank
        const had = person.visited.includes(table) || met.get(person.id)?.has(table)
        if (!again && had) return []
        const reason = again ? 'unknown' : reasonOf(person, table)
        return [{ person: person.id, table, rank, reason }]
      }),
    )
}
