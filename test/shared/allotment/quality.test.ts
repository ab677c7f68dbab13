import { expect, test } from 'vitest'
import { score, seatingFigures } from '#shared/allotment/figures.ts'
import type { SeatingFigures } from '#shared/show/choosing/window.ts'
import type { SeatingProblem } from '#shared/allotment/problem.ts'
import { seatWindow } from '#shared/allotment/seat-window.ts'
import { draft } from '../../support/seating/draft.ts'
import { Program } from '../../support/seating/highs.ts'
import { optimum, worth } from '../../support/seating/optimum.ts'
import { type WindowSize, windowOf } from '../../support/seating/window.ts'

const seeds = Array.from({ length: 6 }, (_, n) => n + 1)
const mean = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / values.length

/** Tables of all sizes; enough seats; seats and people even; few seats. */
const halls: Record<string, WindowSize> = {
  A: { people: 500, tables: 30, rounds: 6, seats: [8, 20], wishes: [6, 10] },
  B: { people: 500, tables: 30, rounds: 6, seats: [18, 18], wishes: [6, 10] },
  C: { people: 300, tables: 30, rounds: 6, seats: [10, 10], wishes: [6, 10] },
  E: { people: 500, tables: 15, rounds: 8, seats: [12, 12], wishes: [6, 10] },
}

test.each(Object.entries(halls))(
  'hall %s: near the bound, and the worst off no worse than by the draft',
  (_, size) => {
    const runs = seeds.map((seed) => {
      const problem = windowOf(size, seed)
      const ours = seatingFigures(problem, seatWindow(problem))
      const theirs = seatingFigures(problem, draft(problem))
      expect(ours.worstOff).toBeGreaterThanOrEqual(theirs.worstOff)
      expect(ours.gini).toBeLessThanOrEqual(theirs.gini)
      return { ours, theirs, bound: meanBound(problem) }
    })
    const of = (who: 'ours' | 'theirs', figure: (one: SeatingFigures) => number): number =>
      mean(runs.map((run) => figure(run[who])))
    const bound = mean(runs.map((run) => run.bound))
    expect(of('ours', ({ satisfaction }) => satisfaction)).toBeGreaterThanOrEqual(0.96 * bound)
    const least = (one: SeatingFigures): number => one.satisfactionLeast
    const p5 = (one: SeatingFigures): number => one.satisfactionP5
    const first = (one: SeatingFigures): number => one.firstChoice
    expect(of('ours', least)).toBeGreaterThanOrEqual(of('theirs', least))
    expect(of('ours', p5)).toBeGreaterThanOrEqual(of('theirs', p5))
    // The price of that, in points of first choices.
    expect(of('ours', first)).toBeGreaterThanOrEqual(of('theirs', first) - 0.006)
  },
)

/** The best mean satisfaction that shares of visits could reach, by HiGHS. */
function meanBound({ people, tables, rounds }: SeatingProblem): number {
  const program = new Program()
  const at = new Map<string, string[]>()
  people.forEach(({ wishes }, p) => {
    const best = wishes.slice(0, rounds.length).reduce((sum, _, rank) => sum + score(rank), 0)
    const mine = wishes.map((table, rank) => {
      const name = program.variable(`x${p}${table}`, score(rank) / best)
      at.set(table, [...(at.get(table) ?? []), name])
      return name
    })
    program.row(mine, [], '<=', rounds.length)
  })
  for (const { id, seats } of tables)
    program.row(
      at.get(id) ?? [],
      [],
      '<=',
      seats.reduce((sum, one) => sum + one, 0),
    )
  return program.best() / people.length
}

test.each<WindowSize>([
  { people: 60, tables: 10, rounds: 5, seats: [4, 8], wishes: [4, 8], limited: 0.2, closing: 0.2 },
  { people: 60, tables: 10, rounds: 5, seats: [4, 8], wishes: [4, 8], limited: 0.6, closing: 0.5 },
  { people: 60, tables: 8, rounds: 6, seats: [8, 8], wishes: [8, 8], limited: 0.3, closing: 0.3 },
])(
  '$limited of people and $closing of tables miss rounds: within 99 % of the bound over people, tables and rounds',
  (size) => {
    for (const seed of seeds) {
      const problem = windowOf(size, seed)
      const { visits } = seatWindow(problem)
      // A visit counts about as much as the rewards for which: none of them hides behind the other.
      const price = { visit: 100, whole: false }
      const reached = worth(problem, visits, price) / optimum(problem, price)
      expect(reached).toBeGreaterThanOrEqual(0.99)
      expect(reached).toBeLessThanOrEqual(1 + 1e-9)
    }
  },
)

test('with 35 % absent, seating everybody gives a third of the seats to empty chairs', () => {
  const size: WindowSize = { people: 300, tables: 30, rounds: 6, seats: [10, 10], wishes: [6, 10] }
  const runs = seeds.map((seed) => {
    const everybody = windowOf(size, seed)
    const absent = new Set(everybody.people.filter((_, n) => n % 20 < 7).map(({ id }) => id))
    const people = everybody.people.map((person) =>
      absent.has(person.id) ? { ...person, free: person.free.map(() => false) } : person,
    )
    const all = seatWindow(everybody).visits
    const here = seatWindow({ ...everybody, people }).visits
    expect(here.some(({ person }) => absent.has(person))).toBe(false)
    const each = (visits: typeof all): number =>
      visits.filter(({ person, rank }) => rank !== null && !absent.has(person)).length /
      (people.length - absent.size)
    const chairs = all.filter(({ person }) => absent.has(person)).length / all.length
    return { all: each(all), here: each(here), chairs }
  })
  expect(mean(runs.map(({ chairs }) => chairs))).toBeCloseTo(0.35, 1)
  expect(mean(runs.map(({ all }) => all))).toBeLessThan(5.3)
  expect(mean(runs.map(({ here }) => here))).toBeGreaterThan(5.95)
})
