import { expect, test } from 'vitest'
import type { Seating, SeatingProblem } from '#shared/allotment/problem.ts'
import { seatWindow } from '#shared/allotment/seat-window.ts'
import { broken } from '../../support/seating/rules-kept.ts'
import { personId, tableId, windowOf } from '../../support/seating/window.ts'

const hall = { people: 120, tables: 12, rounds: 6, seats: [10, 10], wishes: [6, 8] } as const
const seatOf = ({ visits }: Seating, person: string, table: string): string | undefined =>
  visits.find((visit) => visit.person === person && visit.table === table)?.round

test('an interpreter shared by two: pinned together they sit together, whatever else is wished', () => {
  const problem: SeatingProblem = {
    ...windowOf(hall, 1),
    pins: [3, 4, 5, 6].map((t) => ({
      people: [personId(7), personId(8)],
      table: tableId(t),
      round: t === 3 ? 'r6' : null,
    })),
  }
  const seating = seatWindow(problem)
  expect(broken(problem, seating)).toEqual([])
  expect(seating.problems).toEqual([])
  for (const t of [3, 4, 5, 6]) {
    const round = seatOf(seating, personId(7), tableId(t))
    expect(round).toBeDefined()
    expect(seatOf(seating, personId(8), tableId(t))).toBe(round)
  }
  expect(seatOf(seating, personId(7), tableId(3))).toBe('r6')
})

test('a pin that cannot be kept says which and why', () => {
  const problem = windowOf({ ...hall, people: 20 }, 1)
  const [p, q] = [personId(1), personId(2)]
  const pin = (people: string[], table: string, round: string | null) => ({ people, table, round })
  const seating = seatWindow({
    ...problem,
    tables: [...problem.tables, { id: 'small', seats: [1, 0, 0, 0, 0, 0] }],
    people: problem.people.map((person) =>
      person.id === q
        ? { ...person, visited: ['t01'], free: [true, false, true, true, true, true] }
        : person,
    ),
    bans: [{ person: p, table: 't02' }],
    pins: [
      pin([p], 't05', 'r1'),
      pin([p], 't06', 'r1'),
      pin([p], 't02', null),
      pin([q], 't01', null),
      pin([p, q], 't03', 'r2'),
      pin([personId(3), personId(4)], 'small', 'r1'),
      pin([personId(3), personId(4)], 'small', null),
      pin([p], 'nowhere', null),
    ],
  })
  expect(seating.problems).toEqual([
    { pin: 1, reason: 'pinned', person: p },
    { pin: 2, reason: 'banned', person: p },
    { pin: 3, reason: 'visited', person: q },
    { pin: 4, reason: 'not-free', person: q },
    { pin: 5, reason: 'full', person: null },
    { pin: 6, reason: 'no-round', person: null },
    { pin: 7, reason: 'unknown', person: null },
  ])
})

test('hosts meet whom they must, the most wanted first, as far as the quota goes and no veto speaks against it', () => {
  const base = windowOf(hall, 2)
  const asked = [20, 21, 22, 23, 24].map(personId)
  const problem: SeatingProblem = {
    ...base,
    people: base.people.map((person) =>
      person.id === asked[1] ? { ...person, vetoes: ['t00'], wishes: ['t01'] } : person,
    ),
    musts: asked.map((person) => ({ table: 't00', person })),
    mustQuota: 3,
  }
  const seating = seatWindow(problem)
  expect(broken(problem, seating)).toEqual([])
  const musts = seating.visits.filter(({ why }) => why === 'must').map(({ person }) => person)
  expect(musts).toEqual([asked[0], asked[2], asked[3]])
})

test('friends who visit the same tables mostly do so in the same round, at nobody’s cost', () => {
  const counts = [1, 2, 3, 4].map((seed) => {
    const base = windowOf(hall, seed)
    const people = base.people.map((person, n) =>
      n % 10 === 1 ? { ...person, wishes: base.people[n - 1]?.wishes ?? [] } : person,
    )
    const pairs = people.flatMap((person, n) =>
      n % 10 === 0 ? [[person.id, personId(n + 1)]] : [],
    )
    const apart = seatWindow({ ...base, people })
    const problem = { ...base, people, together: pairs }
    const seating = seatWindow(problem)
    expect(broken(problem, seating)).toEqual([])
    const tables = ({ visits }: Seating): string[] =>
      visits.map(({ person, table }) => `${person} ${table}`).sort()
    expect(tables(seating)).toEqual(tables(apart))
    const met = (one: Seating): number =>
      pairs.flatMap(([p = '', q = '']) =>
        base.tables.filter(({ id }) => {
          const round = seatOf(one, p, id)
          return round !== undefined && seatOf(one, q, id) === round
        }),
      ).length
    const shared = pairs.flatMap(([p = '', q = '']) =>
      base.tables.filter(({ id }) => seatOf(seating, p, id) && seatOf(seating, q, id)),
    ).length
    return { before: met(apart) / shared, after: met(seating) / shared }
  })
  for (const { before, after } of counts) {
    expect(before).toBeLessThan(0.4)
    expect(after).toBeGreaterThan(0.6)
  }
})
