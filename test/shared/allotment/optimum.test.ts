import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wishNetwork } from '#shared/allotment/day-plan.ts'
import { instanceOf } from '#shared/allotment/instance.ts'
import { solve } from '#shared/allotment/min-cost-flow.ts'
import { Network } from '#shared/allotment/network.ts'
import type { SeatingProblem } from '#shared/allotment/problem.ts'
import { roomFrom } from '#shared/allotment/room.ts'
import { seatWindow } from '#shared/allotment/seat-window.ts'
import { Timetable } from '#shared/allotment/timetable.ts'
import { anyProblem } from '../../support/seating/any-problem.ts'
import { Program } from '../../support/seating/highs.ts'
import { optimum, worth } from '../../support/seating/optimum.ts'

const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
const RUNS = Number(process.env['RUNS'] ?? 200)
const seeded = { seed: SEED, numRuns: RUNS }
const small = { people: 7, tables: 5, rounds: 3 }
const day = { vetoes: true, visited: true, own: true, held: true }

test(`equal to the integer program over people, tables and rounds (seed ${SEED})`, () =>
  fc.assert(
    fc.property(anyProblem(small, day), (problem) => {
      expect(worth(problem, seatWindow(problem).visits)).toBe(Math.round(optimum(problem)))
    }),
    seeded,
  ))

test(`equal to it with a limit for each group (seed ${SEED})`, () =>
  fc.assert(
    fc.property(anyProblem(small, { ...day, groups: true }), (problem) => {
      expect(worth(problem, seatWindow(problem).visits)).toBe(Math.round(optimum(problem)))
    }),
    { ...seeded, numRuns: Math.ceil(RUNS / 2) },
  ))

test(`the network's flow is the optimum of its linear program (seed ${SEED})`, () =>
  fc.assert(
    fc.property(
      anyProblem({ people: 14, tables: 8, rounds: 4 }, { ...day, groups: true, gaps: true }),
      (problem) => {
        const instance = instanceOf(problem)
        const { network, sink } = wishNetwork(instance, roomFrom(new Timetable(instance), 0, []))
        const bound = boundOf(network, sink)
        const { flow, cost } = solve(network, 0, sink)
        expect(UNIT * flow - cost).toBeCloseTo(bound, 3)
      },
    ),
    { ...seeded, numRuns: Math.ceil(RUNS / 4) },
  ))

const UNIT = 10_000

/** The largest flow at the least cost, by HiGHS. */
function boundOf(network: Network, sink: number): number {
  const program = new Program()
  const from = Array.from({ length: network.nodes }, (): string[] => [])
  const into = Array.from({ length: network.nodes }, (): string[] => [])
  for (let arc = 0; arc < network.arcs; arc += 2) {
    const [tail, head] = [network.to[arc ^ 1] ?? 0, network.to[arc] ?? 0]
    const value = (head === sink ? UNIT : 0) - (network.cost[arc] ?? 0)
    const name = program.variable(`f${arc}`, value, { most: network.left[arc] ?? 0 })
    from[tail]?.push(name)
    into[head]?.push(name)
  }
  for (let node = 1; node < sink; node += 1) program.row(into[node] ?? [], from[node] ?? [], '=', 0)
  return program.best()
}

/** Count first: nobody can have more without somebody having less who has as few (Frank and Murota 2021). */
test(`strict: for each k, as many have k wishes met as any seating could give (seed ${SEED})`, () =>
  fc.assert(
    fc.property(anyProblem(undefined, { ...day, groups: true }), (any) => {
      const problem: SeatingProblem = { ...any, policy: 'strict' }
      const { visits } = seatWindow(problem)
      const tables = new Set(problem.tables.map(({ id }) => id))
      for (let k = 1; k <= problem.tables.length; k += 1) {
        const found = problem.people.map(({ id, wishes, visited }) => {
          const had = wishes.filter((table) => tables.has(table) && visited.includes(table)).length
          const now = visits.filter(({ person, rank }) => person === id && rank !== null).length
          return Math.max(0, Math.min(now, k - had))
        })
        expect(found.reduce((sum, one) => sum + one, 0)).toBe(mostWithin(problem, k))
      }
    }),
    { ...seeded, numRuns: 2 * RUNS },
  ))

/** How many wishes can be met when nobody may have more than k, today's earlier ones counted. */
function mostWithin(problem: SeatingProblem, k: number): number {
  const { people, tables, rounds, perGroup, bans } = problem
  const groups = [...new Set(people.map(({ group }) => group))]
  const groupNode = (group: string, t: number): number =>
    1 + people.length + groups.indexOf(group) * tables.length + t
  const tableNode = (t: number): number => 1 + people.length + groups.length * tables.length + t
  const sink = tableNode(tables.length)
  const network = new Network(sink + 1)
  people.forEach((person, p) => {
    const had = person.wishes.filter((table) => person.visited.includes(table)).length
    const most = Math.min(rounds.length, person.most ?? rounds.length, k - had)
    network.arc(0, 1 + p, Math.max(0, most), 0)
    tables.forEach(({ id }, t) => {
      const never =
        person.vetoes.includes(id) ||
        person.visited.includes(id) ||
        bans.some((ban) => ban.person === person.id && ban.table === id)
      if (never || !person.wishes.includes(id)) return
      const limited = perGroup !== null && person.group !== null
      network.arc(1 + p, limited ? groupNode(person.group ?? '', t) : tableNode(t), 1, 0)
    })
  })
  groups.forEach((group) =>
    tables.forEach((_, t) => {
      if (perGroup !== null && group !== null)
        network.arc(groupNode(group, t), tableNode(t), perGroup, 0)
    }),
  )
  tables.forEach(({ seats }, t) =>
    network.arc(
      tableNode(t),
      sink,
      seats.reduce((sum, one) => sum + one, 0),
      0,
    ),
  )
  return solve(network, 0, sink).flow
}
