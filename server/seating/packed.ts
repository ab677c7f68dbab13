import { setImmediate } from 'node:timers/promises'
import type { SeatingFigures } from '#shared/show/choosing/window.ts'
import type { Seating, SeatingProblem, Unmet, Visit, Why } from '#shared/allotment/problem.ts'

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
  stands: Seating['stands']
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
  'elsewhere',
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
  return { visits, unmet, problems: seating.problems, stands: seating.stands, figures }
}

/** So many objects are made at once: far less than 50 ms even on a slow computer. */
const SLICE = 4_000

/** As objects again, with room between for whatever else the thread has to do. */
export async function unpack(problem: SeatingProblem, packed: Packed): Promise<Seating> {
  const { visits, unmet, problems, stands } = packed
  return {
    visits: await inSlices(visits.length / 5, (n) => visitAt(problem, visits, n * 5)),
    unmet: await inSlices(unmet.length / 3, (n) => unmetAt(problem, unmet, n * 3)),
    problems,
    ...(stands ? { stands } : {}),
  }
}

async function inSlices<Of>(count: number, make: (n: number) => Of): Promise<Of[]> {
  const made: Of[] = []
  for (let n = 0; n < count; n += 1) {
    if (n % SLICE === 0 && n > 0) await setImmediate()
    made.push(make(n))
  }
  return made
}

function visitAt({ people, tables, rounds }: SeatingProblem, list: Int32Array, at: number): Visit {
  const rank = list[at + 4] as number
  return {
    person: people[list[at] as number]?.id ?? '',
    table: tables[list[at + 1] as number]?.id ?? '',
    round: rounds[list[at + 2] as number] ?? '',
    why: WHYS[list[at + 3] as number] as Why,
    rank: rank < 0 ? null : rank,
  }
}

function unmetAt(
  { people }: SeatingProblem,
  list: Int32Array,
  at: number,
): Seating['unmet'][number] {
  const person = people[list[at] as number]
  const rank = list[at + 1] as number
  return {
    person: person?.id ?? '',
    table: person?.wishes[rank] ?? '',
    rank,
    reason: REASONS[list[at + 2] as number] as Unmet,
  }
}
