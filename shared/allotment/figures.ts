import type { SeatingFigures } from '#shared/show/choosing/window.ts'
import type { Seating, SeatingPerson, SeatingProblem } from './problem.ts'

/** A first choice scores ten, a tenth and all after it one. */
export const score = (rank: number): number => Math.max(1, 10 - rank)

export function seatingFigures(problem: SeatingProblem, seating: Seating): SeatingFigures {
  const tables = new Map<string, Map<string, string>>()
  for (const { person, round, table } of seating.visits) {
    const mine = tables.get(person) ?? new Map<string, string>()
    tables.set(person, mine.set(round, table))
  }
  const none = new Map<string, string>()
  const of = (person: SeatingPerson): Map<string, string> => tables.get(person.id) ?? none
  const served = problem.people
    .filter((person) => best(person).length > 0)
    .map((person) => ({ person, ranks: ranksMet(person, of(person)) }))
  const met: number[] = []
  for (const { ranks } of served) met[ranks.length] = (met[ranks.length] ?? 0) + 1
  const satisfaction = served
    .map(({ person, ranks }) => sum(ranks.map(score)) / sum(best(person).map(score)))
    .sort((a, b) => a - b)
  const seats = sum(
    problem.tables.flatMap((table) => problem.rounds.map((_, r) => table.seats[r] ?? 0)),
  )
  return {
    wishers: served.length,
    firstChoice: share(served.filter(({ ranks }) => ranks.includes(0)).length, served.length),
    topThree: share(
      served.filter(({ ranks }) => ranks.some((rank) => rank < 3)).length,
      served.length,
    ),
    histogram: Array.from(met, (count) => count ?? 0),
    worstOff: Math.max(
      0,
      met.findIndex((count) => count > 0),
    ),
    satisfaction: share(sum(satisfaction), satisfaction.length),
    satisfactionP5: satisfaction[Math.max(0, Math.ceil(satisfaction.length * 0.05) - 1)] ?? 0,
    satisfactionLeast: satisfaction[0] ?? 0,
    gini: gini(satisfaction),
    seats,
    emptySeats: seats - seating.visits.length,
    suggested: seating.visits.filter(({ why }) => why === 'suggestion').length,
    moved: problem.people.filter((person) => isMoved(problem, person, of(person))).length,
    firstChoicesLost: problem.people.filter((person) => losesFirst(person, of(person))).length,
  }
}

/** Ranks of the wishes that a person could have met at the very best. */
function best({ wishes, visited, free, most }: SeatingPerson): number[] {
  const rounds = free.filter(Boolean).length
  const had = wishes.filter((table) => visited.includes(table)).length
  const possible = had + Math.min(rounds, most ?? rounds)
  return wishes.slice(0, possible).map((_, rank) => rank)
}

function ranksMet({ wishes, visited }: SeatingPerson, now: ReadonlyMap<string, string>): number[] {
  const seen = new Set([...visited, ...now.values()])
  return wishes.flatMap((table, rank) => (seen.has(table) ? [rank] : []))
}

const isMoved = (
  { rounds }: SeatingProblem,
  { held }: SeatingPerson,
  now: ReadonlyMap<string, string>,
): boolean => rounds.some((round, r) => (held[r] ?? null) !== null && now.get(round) !== held[r])

function losesFirst(
  { wishes: [first], held, visited }: SeatingPerson,
  now: ReadonlyMap<string, string>,
): boolean {
  if (first === undefined || !held.includes(first)) return false
  return !visited.includes(first) && ![...now.values()].includes(first)
}

/** How unevenly sorted values are spread: 0 for all the same, towards 1 for one with everything. */
function gini(sorted: readonly number[]): number {
  const total = sum(sorted)
  if (total === 0) return 0
  const weighted = sum(sorted.map((value, at) => (2 * (at + 1) - sorted.length - 1) * value))
  return weighted / (sorted.length * total)
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
