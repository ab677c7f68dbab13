import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SeatingProblem, Seating } from '#shared/allotment/problem.ts'
import { randomOf } from '#shared/allotment/chance.ts'
import { seatWindow } from '#shared/allotment/seat-window.ts'
import { ALL, anyProblem } from '../../support/seating/any-problem.ts'
import { broken } from '../../support/seating/rules-kept.ts'

const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
const RUNS = Number(process.env['RUNS'] ?? 2000)
const seeded = { seed: SEED, numRuns: RUNS }

test(`no rule is ever broken, and every pin is kept or reported (seed ${SEED})`, () =>
  fc.assert(
    fc.property(anyProblem(), (problem) => {
      expect(broken(problem, seatWindow(problem))).toEqual([])
    }),
    seeded,
  ))

test(`every wish is met or has one true reason (seed ${SEED})`, () =>
  fc.assert(
    fc.property(anyProblem(), (problem) => {
      const seating = seatWindow(problem)
      const wrong = seating.unmet.filter((unmet) => !isTrue(problem, seating, unmet))
      expect(wrong).toEqual([])
      for (const { id, wishes, visited } of problem.people) {
        const mine = (one: { person: string }): boolean => one.person === id
        const told = seating.unmet.filter(mine).map(({ table }) => table)
        const sat = seating.visits.filter(mine).map(({ table }) => table)
        const open = wishes.filter((table) => !visited.includes(table) && !sat.includes(table))
        expect(told).toEqual(open)
      }
    }),
    seeded,
  ))

/** Rounds that are the same for everybody, with everything else at random. */
const even = anyProblem(undefined, { ...ALL, gaps: false, pins: false })

test(`a table's rounds differ by one person at the most where rounds are alike (seed ${SEED})`, () =>
  fc.assert(
    fc.property(even, (problem) => {
      const { visits } = seatWindow(problem)
      for (const { id } of problem.tables) {
        const loads = problem.rounds.map(
          (round) => visits.filter((visit) => visit.table === id && visit.round === round).length,
        )
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
      }
    }),
    seeded,
  ))

test(`the same problem gives the same seating, in whatever order its people and tables are listed (seed ${SEED})`, () =>
  fc.assert(
    fc.property(anyProblem(), fc.integer(), (problem, order) => {
      const seating = seatWindow(problem)
      const before = JSON.stringify(problem)
      expect(seatWindow(problem)).toEqual(seating)
      expect(JSON.stringify(problem)).toBe(before)
      const mixed: SeatingProblem = {
        ...problem,
        people: shuffled(problem.people, order),
        tables: shuffled(problem.tables, order + 1),
        bans: shuffled(problem.bans, order + 2),
      }
      expect(seatWindow(mixed)).toEqual(seating)
    }),
    seeded,
  ))

function shuffled<Of>(items: readonly Of[], seed: number): Of[] {
  const random = randomOf(seed)
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
}

function isTrue(
  problem: SeatingProblem,
  { visits }: Seating,
  { person: id, table: at, rank, reason }: Seating['unmet'][number],
): boolean {
  const person = problem.people.find((one) => one.id === id)
  const table = problem.tables.find((one) => one.id === at)
  if (!person || !table || person.wishes[rank] !== at) return false
  const rounds = problem.rounds.map((round, r) => ({
    here: person.free[r] === true,
    seats: table.seats[r] ?? 0,
    taken: visits.filter((visit) => visit.table === at && visit.round === round).length,
    // Suggestions fill what no wish could use.
    wished: visits.filter(
      ({ table: one, round: when, why }) => one === at && when === round && why !== 'suggestion',
    ).length,
    busy: visits.some((visit) => visit.person === id && visit.round === round),
  }))
  const mine = visits.filter((visit) => visit.person === id).length
  const possible = rounds.filter(({ here, seats }) => here && seats > 0)
  const colleagues = visits.filter(
    (visit) =>
      visit.table === at &&
      problem.people.find((one) => one.id === visit.person)?.group === person.group,
  ).length
  switch (reason) {
    case 'vetoed':
      return person.vetoes.includes(at)
    case 'banned':
      return problem.bans.some((ban) => ban.person === id && ban.table === at)
    case 'closed':
      return rounds.every(({ seats }) => seats === 0)
    case 'not-here':
      return possible.length === 0 && rounds.some(({ seats }) => seats > 0)
    case 'full':
      return (
        possible.every(({ seats, taken, busy }) => taken >= seats || busy) &&
        (possible.every(({ seats, wished }) => wished >= seats) ||
          possible.some(({ busy }) => !busy))
      )
    case 'group':
      return problem.perGroup !== null && person.group !== null && colleagues >= problem.perGroup
    case 'own-maximum':
      return person.most !== null && mine >= person.most
    case 'no-free-round':
      return (
        possible.every(({ seats, wished, busy }) => busy || wished >= seats) &&
        possible.some(({ seats, wished }) => wished < seats)
      )
    case 'elsewhere':
    case 'unknown':
      return false
  }
}
