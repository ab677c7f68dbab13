import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seatingFigures } from '#shared/allotment/figures.ts'
import type { Seating, SeatingProblem } from '#shared/allotment/problem.ts'
import { seatWindow } from '#shared/allotment/seat-window.ts'
import { anyProblem } from '../../support/seating/any-problem.ts'
import { heldNow, later, nextRoundFrozen } from '../../support/seating/later.ts'
import { broken } from '../../support/seating/rules-kept.ts'
import { windowOf } from '../../support/seating/window.ts'

const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
const hall = { people: 300, tables: 30, rounds: 6, seats: [10, 10], wishes: [6, 10] } as const
const seeds = [1, 2, 3]
const wishesIn = ({ visits }: Seating): number => visits.filter(({ rank }) => rank !== null).length

test(`seated again when nothing has changed, nobody moves (seed ${SEED})`, () =>
  fc.assert(
    fc.property(
      anyProblem(undefined, { vetoes: true, visited: true, own: true, musts: true, groups: true }),
      (problem) => {
        const first = seatWindow(problem)
        const again = seatWindow(heldNow(problem, first))
        const seats = ({ visits }: Seating): string[] =>
          visits.map(({ person, table, round }) => `${person} ${table} ${round}`)
        expect(seats(again)).toEqual(seats(first))
      },
    ),
    { seed: SEED, numRuns: 1000 },
  ))

/** After two rounds one in twenty has left and some have come; the third round stays as it is. */
function midday(seed: number): { before: Seating; problem: SeatingProblem; gone: Set<string> } {
  const whole = windowOf(hall, seed)
  const before = seatWindow(whole)
  const rest = later(whole, before, 2)
  const gone = new Set(rest.people.filter((_, n) => n % 20 === 3).map(({ id }) => id))
  const stayed = rest.people.map((person) =>
    gone.has(person.id) ? { ...person, free: person.free.map(() => false) } : person,
  )
  const come = windowOf({ ...hall, rounds: rest.rounds.length, people: 9 }, seed + 100).people
  const people = [...stayed, ...come.map((person) => ({ ...person, id: `new ${person.id}` }))]
  return { before, problem: nextRoundFrozen({ ...rest, people }), gone }
}

test.each(seeds)(
  'mid-day: the next round stays, few others are moved, no first choice is lost (seed %i)',
  (seed) => {
    const { before, problem, gone } = midday(seed)
    const again = seatWindow(problem)
    expect(again.problems).toEqual([])
    expect(broken(problem, again)).toEqual([])
    const [next] = problem.rounds
    const inNext = ({ visits }: Seating): string[] =>
      visits.flatMap(({ person, table, round }) =>
        round === next && !gone.has(person) ? [`${person} ${table}`] : [],
      )
    expect(inNext(again)).toEqual(inNext(before))
    const staying = problem.people.filter(({ id }) => !gone.has(id) && !id.startsWith('new'))
    const { moved, firstChoicesLost, firstChoice } = seatingFigures(
      { ...problem, people: staying },
      again,
    )
    expect(moved / staying.length).toBeLessThan(0.13)
    expect(firstChoicesLost).toBe(0)
    const whole = windowOf(hall, seed)
    const stayed = whole.people.filter(({ id }) => !gone.has(id))
    expect(firstChoice).toBeGreaterThanOrEqual(
      seatingFigures({ ...whole, people: stayed }, before).firstChoice - 0.005,
    )
    // Keeping seats costs no wish.
    const people = problem.people.map((person) => ({
      ...person,
      held: person.held.map(() => null),
    }))
    expect(wishesIn(again)).toBeGreaterThanOrEqual(
      0.995 * wishesIn(seatWindow({ ...problem, people })),
    )
  },
)

test.each(seeds)(
  'a table that closes for two rounds moves few but its own people (seed %i)',
  (seed) => {
    const whole = windowOf({ ...hall, seats: [12, 12] }, seed)
    const held = heldNow(whole, seatWindow(whole))
    const tables = held.tables.map((table, t) =>
      t === 0 ? { ...table, seats: table.seats.map((seats, r) => (r < 2 ? 0 : seats)) } : table,
    )
    const problem = { ...held, tables }
    const again = seatWindow(problem)
    expect(broken(problem, again)).toEqual([])
    const [closed] = tables
    const its = problem.people.filter((person) =>
      person.held.slice(0, 2).includes(closed?.id ?? ''),
    )
    const { moved } = seatingFigures(problem, again)
    expect(moved).toBeGreaterThanOrEqual(its.length)
    expect(moved - its.length).toBeLessThan(0.15 * problem.people.length)
  },
)

test.each(seeds)(
  'those who had least so far are served first in a later window (seed %i)',
  (seed) => {
    const problem = windowOf({ ...hall, people: 200, seats: [3, 3], rounds: 3 }, seed)
    const first = seatWindow(problem)
    const had = new Map(problem.people.map(({ id }) => [id, 0]))
    for (const { person, rank } of first.visits)
      if (rank !== null) had.set(person, (had.get(person) ?? 0) + 1)
    const second = later({ ...problem, rounds: [...problem.rounds, 'r4'] }, first, 3)
    const people = second.people.map((person) => ({ ...person, free: [true] }))
    const tables = second.tables.map((table) => ({ ...table, seats: [3] }))
    const { visits } = seatWindow({ ...second, people, tables })
    const served = new Set(visits.filter(({ rank }) => rank !== null).map(({ person }) => person))
    const shareOf = (keep: (count: number) => boolean): number => {
      const these = [...had].filter(([, count]) => keep(count))
      return these.filter(([person]) => served.has(person)).length / these.length
    }
    const least = Math.min(...had.values())
    expect(shareOf((count) => count === least)).toBeGreaterThan(
      shareOf((count) => count > least) + 0.2,
    )
  },
)
