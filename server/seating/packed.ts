import type { SeatingFigures } from '#shared/allotment/figures.ts'
import type { Seating, SeatingProblem, Unmet, Why } from '#shared/allotment/problem.ts'

/**
 * A seating as numbers that refer to the problem's own lists. As objects, two thousand people with sixty
 * wishes each would keep the thread that runs the clocks busy for more than 50 ms when they come over;
 * as numbers their memory changes hands.
 */
export interface Packed {
  /** person, table, round, why, rank (-1: not wished), over and over */
  visits: Int32Array
  /** person, rank, reason, over and over */
  unmet: Int32Array
  problems: Seating['problems']
  figures: SeatingFigures
}

const WHYS: readonly Why[] = ['pin', 'must', 'wish', 'suggestion']
const REASONS: readonly Unmet[] = [
  'unknown',
  'vetoed',
  'banned',
  'closed',
  'not-here',
  'full',
  'group',
  'own-maximum',
  'no-free-round',
]

export function pack(problem: SeatingProblem, seating: Seating, figures: SeatingFigures): Packed {
  const people = new Map(problem.people.map(({ id }, at) => [id, at]))
  const tables = new Map(problem.tables.map(({ id }, at) => [id, at]))
  const rounds = new Map(problem.rounds.map((id, at) => [id, at]))
  const visits = new Int32Array(seating.visits.length * 5)
  seating.visits.forEach(({ person, table, round, why, rank }, at) => {
    visits.set(
      [
        people.get(person) ?? -1,
        tables.get(table) ?? -1,
        rounds.get(round) ?? -1,
        WHYS.indexOf(why),
        rank ?? -1,
      ],
      at * 5,
    )
  })
  const unmet = new Int32Array(seating.unmet.length * 3)
  seating.unmet.forEach(({ person, rank, reason }, at) => {
    unmet.set([people.get(person) ?? -1, rank, REASONS.indexOf(reason)], at * 3)
  })
  return { visits, unmet, problems: seating.problems, figures }
}

export function unpack(problem: SeatingProblem, { visits, unmet, problems }: Packed): Seating {
  const { people, tables, rounds } = problem
  const at = (list: Int32Array, index: number): number => list[index] as number
  return {
    visits: Array.from({ length: visits.length / 5 }, (_, n) => {
      const rank = at(visits, n * 5 + 4)
      return {
        person: people[at(visits, n * 5)]?.id ?? '',
        table: tables[at(visits, n * 5 + 1)]?.id ?? '',
        round: rounds[at(visits, n * 5 + 2)] ?? '',
        why: WHYS[at(visits, n * 5 + 3)] as Why,
        rank: rank < 0 ? null : rank,
      }
    }),
    unmet: Array.from({ length: unmet.length / 3 }, (_, n) => {
      const person = people[at(unmet, n * 3)]
      const rank = at(unmet, n * 3 + 1)
      return {
        person: person?.id ?? '',
        table: person?.wishes[rank] ?? '',
        rank,
        reason: REASONS[at(unmet, n * 3 + 2)] as Unmet,
      }
    }),
    problems,
  }
}
