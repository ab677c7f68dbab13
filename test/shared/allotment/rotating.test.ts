import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seatingFigures } from '#shared/allotment/figures.ts'
import type { Rotation, Seating, SeatingProblem } from '#shared/allotment/problem.ts'
import { seat } from '#shared/allotment/seat.ts'
import { anyProblem } from '../../support/seating/any-problem.ts'
import { broken } from '../../support/seating/rules-kept.ts'
import { personId, tableId } from '../../support/seating/window.ts'

const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
const RUNS = Number(process.env['RUNS'] ?? 1000)
const seeded = { seed: SEED, numRuns: RUNS }

type Rotating = SeatingProblem & { rotation: Rotation }

/** Any problem, some of whose people sit somewhere already, and some of whose rounds are settled. */
const anyRotation: fc.Arbitrary<Rotating> = anyProblem(undefined, {
  gaps: true,
  vetoes: true,
  visited: true,
  groups: true,
  own: true,
  together: true,
}).chain((problem) => {
  const ids = problem.tables.map(({ id }) => id)
  return fc
    .record({
      chairs: fc.array(fc.integer({ min: 1, max: 4 }), {
        minLength: ids.length,
        maxLength: ids.length,
      }),
      homes: fc.array(fc.option(fc.constantFrom(...ids)), {
        minLength: problem.people.length,
        maxLength: problem.people.length,
      }),
    })
    .map(({ chairs, homes }) => {
      const spots = ids.map((id, at) => ({ id, chairs: chairs[at] ?? 1 }))
      const left = new Map(spots.map((spot) => [spot.id, spot.chairs]))
      const settled: Record<string, string> = {}
      problem.people.forEach(({ id }, at) => {
        const home = homes[at]
        if (home == null || (left.get(home) ?? 0) === 0) return
        settled[id] = home
        left.set(home, (left.get(home) ?? 0) - 1)
      })
      const none = problem.rounds.map(() => ({}))
      const fixed = problem.rounds.map(() => false)
      return { ...problem, suggest: true, rotation: { spots, homes: settled, stands: none, fixed } }
    })
})

/** At which spot each person is in each round, by where their presenters stand. */
const spotsOf = ({ visits, stands = {} }: Seating): Map<string, Set<string>> => {
  const spots = new Map<string, Set<string>>()
  for (const { person, table, round } of visits) {
    const spot = stands[round]?.[table] ?? 'nowhere'
    spots.set(person, (spots.get(person) ?? new Set()).add(spot))
  }
  return spots
}

test(`W13 nobody who stays ever gets up, and every rule of seats is kept (seed ${SEED})`, () =>
  fc.assert(
    fc.property(anyRotation, (problem) => {
      const seating = seat(problem)
      // How many of one organisation sit at a spot is settled where people settle, not by each visit.
      expect(broken({ ...problem, perGroup: null }, seating)).toEqual([])
      const spots = spotsOf(seating)
      for (const at of spots.values()) expect(at.size).toBe(1)
      for (const [person, home] of Object.entries(problem.rotation.homes))
        for (const spot of spots.get(person) ?? []) expect(spot).toBe(home)
      const sitting = new Map<string, number>()
      for (const at of spots.values())
        for (const spot of at) sitting.set(spot, (sitting.get(spot) ?? 0) + 1)
      for (const { id, chairs } of problem.rotation.spots)
        expect(sitting.get(id) ?? 0).toBeLessThanOrEqual(chairs)
    }),
    seeded,
  ))

test(`W13 every table's presenters stand at one place of their own in every round (seed ${SEED})`, () =>
  fc.assert(
    fc.property(anyRotation, (problem) => {
      const { stands = {} } = seat(problem)
      for (const round of problem.rounds) {
        const places = problem.tables.map(({ id }) => stands[round]?.[id])
        expect(new Set(places)).toEqual(new Set(problem.rotation.spots.map(({ id }) => id)))
      }
    }),
    seeded,
  ))

test(`W13 the same problem gives the same seating, and a settled one stays as it is (seed ${SEED})`, () =>
  fc.assert(
    fc.property(anyRotation, (problem) => {
      const seating = seat(problem)
      expect(seat(structuredClone(problem))).toEqual(seating)
      const homes: Record<string, string> = {}
      for (const [person, at] of spotsOf(seating)) homes[person] = [...at][0] ?? ''
      const again = seat({
        ...problem,
        people: problem.people.map((person) => ({
          ...person,
          held: problem.rounds.map(
            (round) =>
              seating.visits.find((one) => one.person === person.id && one.round === round)
                ?.table ?? null,
          ),
        })),
        pins: seating.visits.map(({ person, table, round }) => ({
          people: [person],
          table,
          round,
        })),
        rotation: {
          ...problem.rotation,
          homes,
          stands: problem.rounds.map((round) => seating.stands?.[round] ?? {}),
          fixed: problem.rounds.map(() => true),
        },
      })
      const where = (of: Seating) =>
        of.visits.map(({ person, table, round }) => [person, table, round])
      expect(where(again)).toEqual(expect.arrayContaining(where(seating)))
      expect(again.problems).toEqual([])
    }),
    seeded,
  ))

test(`every wish is met or has its reason (seed ${SEED})`, () =>
  fc.assert(
    fc.property(anyRotation, (problem) => {
      const { visits, unmet } = seat(problem)
      for (const { id, wishes, visited } of problem.people) {
        const sat = visits.filter(({ person }) => person === id).map(({ table }) => table)
        const open = wishes.filter((table) => !visited.includes(table) && !sat.includes(table))
        expect(unmet.filter(({ person }) => person === id).map(({ table }) => table)).toEqual(open)
      }
    }),
    seeded,
  ))

/** Sixty people of three tastes, six tables of ten, four rounds. */
function tastes(): Rotating {
  const tables = Array.from({ length: 6 }, (_, n) => tableId(n))
  const rounds = ['r1', 'r2', 'r3', 'r4']
  return {
    rounds,
    tables: tables.map((id) => ({ id, seats: rounds.map(() => 10) })),
    people: Array.from({ length: 60 }, (_, n) => ({
      id: personId(n),
      group: null,
      wishes: Array.from({ length: 4 }, (_unused, k) => tables[((n % 3) * 2 + k) % 6] ?? ''),
      vetoes: [],
      visited: [],
      free: rounds.map(() => true),
      most: null,
      held: rounds.map(() => null),
    })),
    pins: [],
    bans: [],
    musts: [],
    mustQuota: 0,
    together: [],
    perGroup: null,
    policy: 'nested',
    suggest: true,
    seed: 'taste',
    rotation: {
      spots: tables.map((id) => ({ id, chairs: 10 })),
      homes: {},
      stands: rounds.map(() => ({})),
      fixed: rounds.map(() => false),
    },
  }
}

test('people who wish alike sit together, and whom they wish for comes to them', () => {
  const problem = tastes()
  const figures = seatingFigures(problem, seat(problem))
  expect(figures.firstChoice).toBeGreaterThan(0.9)
  expect(figures.worstOff).toBeGreaterThanOrEqual(3)
  expect(figures.emptySeats).toBe(0)
})

test('a table that is closed in a round sends nobody; another comes instead, and the rest stays', () => {
  const problem = tastes()
  const before = seat(problem)
  const round = 'r2'
  const gone = tableId(0)
  const homes = Object.fromEntries([...spotsOf(before)].map(([id, at]) => [id, [...at][0] ?? '']))
  const after = seat({
    ...problem,
    tables: problem.tables.map((table) =>
      table.id === gone ? { ...table, seats: [10, 0, 10, 10] } : table,
    ),
    pins: before.visits
      .filter((one) => one.round !== round || one.table !== gone)
      .map(({ person, table, round: at }) => ({ people: [person], table, round: at })),
    rotation: {
      ...problem.rotation,
      homes,
      stands: problem.rounds.map((one) => before.stands?.[one] ?? {}),
      fixed: problem.rounds.map(() => true),
    },
  })
  expect(after.visits.filter((one) => one.table === gone && one.round === round)).toEqual([])
  for (const one of problem.rounds.filter((other) => other !== round))
    expect(after.stands?.[one]).toEqual(before.stands?.[one])
})
