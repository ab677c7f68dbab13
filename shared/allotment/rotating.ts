/**
 * Presenters move, delegates stay: the same mathematics, turned round. First everybody is given a spot, as for
 * one round in which each table's own presenters stand at it, so that people sit with others who wish alike.
 * Then the groups are seated: each is one person who wishes what its people wish, each table has one seat a round.
 */
import { compare, drawn, hashOf } from './chance.ts'
import type { Rotation, Seating, SeatingPerson, SeatingProblem, Visit } from './problem.ts'
import { seatWindow } from './seat-window.ts'
import { isExcused, unmetWhenRotating } from './rotating-reasons.ts'
import { standsOf } from './stands.ts'

/** People at one spot, in the order in which the seed draws them. */
interface Group {
  spot: string
  people: SeatingPerson[]
}

/** `table` in a round comes to the group at `spot`. */
interface Call {
  spot: string
  table: string
  round: string
}

export function seatRotating(problem: SeatingProblem, rotation: Rotation): Seating {
  const groups = groupsOf(problem, rotation)
  const calls = callsOf(problem, rotation, groups)
  const pinned = pinnedSeats(problem)
  const visits = inOrder(problem, [...pinned.values(), ...visitsOf(problem, groups, calls, pinned)])
  return {
    visits,
    unmet: unmetWhenRotating(
      problem,
      visits,
      new Set(groups.flatMap(({ people }) => people.map(({ id }) => id))),
    ),
    problems: problem.pins.flatMap((pin, at) =>
      pin.people
        .filter((person) => !isKept(pin, person, visits))
        .map((person) => ({ pin: at, reason: 'no-round' as const, person })),
    ),
    stands: standsOf(problem, rotation, calls),
  }
}

const pair = (one: string, other: string): string => `${one} ${other}`

/** Whoever has a spot keeps it. */
function groupsOf(problem: SeatingProblem, { spots, homes }: Rotation): Group[] {
  const round = 'home'
  const { visits } = seatWindow({
    ...withoutRotation(problem),
    rounds: [round],
    tables: spots.map(({ id, chairs }) => ({ id, seats: [chairs] })),
    people: problem.people.map((person) => ({
      ...person,
      vetoes: [],
      visited: [],
      free: [true],
      most: null,
      held: [homes[person.id] ?? null],
    })),
    pins: problem.people.flatMap(({ id }) => {
      const table = homes[id]
      return table === undefined ? [] : [{ people: [id], table, round }]
    }),
    bans: [],
    musts: [],
    suggest: true,
  })
  const spotOf = new Map(visits.map(({ person, table }) => [person, table]))
  return spots.flatMap(({ id: spot }) => {
    const people = problem.people.filter(({ id }) => spotOf.get(id) === spot)
    return people.length === 0 ? [] : [{ spot, people: drawn(people, problem.seed) }]
  })
}

function withoutRotation(problem: SeatingProblem): SeatingProblem {
  const { rotation: _, ...rest } = problem
  return rest
}

/** Which presenters go to which group in which round. */
function callsOf(problem: SeatingProblem, rotation: Rotation, groups: readonly Group[]): Call[] {
  const { visits } = seatWindow({
    ...withoutRotation(problem),
    tables: problem.tables.map(({ id, seats }) => ({
      id,
      seats: seats.map((count) => (count > 0 ? 1 : 0)),
    })),
    people: groups.map((group) => asOne(problem, rotation, group)),
    pins: problem.rounds.flatMap((round, r) =>
      groups.flatMap(({ spot }) => {
        const table = rotation.fixed[r] ? standingAt(rotation, r, spot) : null
        const isOpen = problem.tables.some(({ id, seats }) => id === table && (seats[r] ?? 0) > 0)
        return table !== null && isOpen ? [{ people: [spot], table, round }] : []
      }),
    ),
    bans: [],
    musts: [],
    together: [],
    perGroup: null,
    suggest: true,
  })
  return visits.map(({ person, table, round }) => ({ spot: person, table, round }))
}

const standingAt = ({ stands }: Rotation, r: number, spot: string): string | null =>
  Object.entries(stands[r] ?? {}).find(([, at]) => at === spot)?.[0] ?? null

/** A group as one person: what it wishes is what its people wish, the higher the more, the worst off first. */
function asOne(
  problem: SeatingProblem,
  rotation: Rotation,
  { spot, people }: Group,
): SeatingPerson {
  const half = people.length / 2
  const score = new Map<string, number>()
  const add = (table: string, amount: number): void => {
    score.set(table, (score.get(table) ?? 0) + amount)
  }
  for (const { wishes, visited, vetoes } of people) {
    const had = wishes.filter((table) => visited.includes(table)).length
    wishes.forEach((table, rank) => {
      if (!visited.includes(table)) add(table, 1 / ((1 + rank) * (1 + had)))
    })
    for (const table of vetoes) add(table, -1)
  }
  const ids = new Set(people.map(({ id }) => id))
  for (const { person, table } of problem.musts) if (ids.has(person)) add(table, 1)
  const tie = (table: string): number => hashOf(`${problem.seed} ${spot} ${table}`)
  const most = (of: 'vetoes' | 'visited', id: string): boolean =>
    people.filter((person) => person[of].includes(id)).length > half
  return {
    id: spot,
    group: null,
    wishes: [...score]
      .filter(([, amount]) => amount > 0)
      .sort(([a, one], [b, other]) => other - one || tie(a) - tie(b) || compare(a, b))
      .map(([table]) => table),
    vetoes: problem.tables
      .filter(
        (table) =>
          most('vetoes', table.id) || !isLargeEnough(problem, rotation, table, people.length),
      )
      .map(({ id }) => id),
    visited: problem.tables.filter(({ id }) => most('visited', id)).map(({ id }) => id),
    free: problem.rounds.map(() => true),
    most: null,
    held: problem.rounds.map((_, r) => standingAt(rotation, r, spot)),
  }
}

/** Presenters have seats for so many listeners, some of whom may sit there by hand. */
function isLargeEnough(
  { rounds, pins }: SeatingProblem,
  { fixed }: Rotation,
  { id, seats }: SeatingProblem['tables'][number],
  size: number,
): boolean {
  return rounds.every((round, r) => {
    const count = seats[r] ?? 0
    if (count === 0 || fixed[r]) return true
    const byHand = pins.filter((pin) => pin.table === id && pin.round === round)
    return count - byHand.length >= size
  })
}

/** Whoever is pinned to a table in a round is with it, wherever it stands; by person and round. */
function pinnedSeats(problem: SeatingProblem): Map<string, Visit> {
  const tables = new Map(problem.tables.map(({ id, seats }) => [id, seats]))
  const people = new Map(problem.people.map((person) => [person.id, person]))
  const seats = new Map<string, Visit>()
  const taken = new Map<string, number>()
  const seen = new Set<string>()
  for (const { people: pinned, table, round } of problem.pins) {
    if (round === null) continue
    const r = problem.rounds.indexOf(round)
    for (const id of pinned) {
      const person = people.get(id)
      const key = pair(table, round)
      const used = taken.get(key) ?? 0
      if (!person || used >= (tables.get(table)?.[r] ?? 0)) continue
      if (seats.has(pair(id, round)) || seen.has(pair(id, table))) continue
      if (isExcused(problem, { ...person, vetoes: [] }, table, r)) continue
      seats.set(pair(id, round), {
        person: id,
        table,
        round,
        why: 'pin',
        rank: rankOf(person, table),
      })
      seen.add(pair(id, table))
      taken.set(key, used + 1)
    }
  }
  return seats
}

const rankOf = ({ wishes }: SeatingPerson, table: string): number | null => {
  const rank = wishes.indexOf(table)
  return rank < 0 ? null : rank
}

/** Everybody of a group is with its presenters, but for those who are elsewhere, have met them or would rather not. */
function visitsOf(
  problem: SeatingProblem,
  groups: readonly Group[],
  calls: readonly Call[],
  pinned: ReadonlyMap<string, Visit>,
): Visit[] {
  const tables = new Map(problem.tables.map(({ id, seats }) => [id, seats]))
  const bySpot = new Map(groups.map(({ spot, people }) => [spot, people]))
  const seen = new Set<string>()
  const count = new Map<string, number>()
  const used = new Map<string, number>()
  const add = (to: Map<string, number>, key: string): void => {
    to.set(key, (to.get(key) ?? 0) + 1)
  }
  for (const { person, table, round } of pinned.values()) {
    seen.add(pair(person, table))
    add(count, person)
    add(used, pair(table, round))
  }
  const visits: Visit[] = []
  problem.rounds.forEach((round, r) => {
    for (const { spot, table } of calls.filter((call) => call.round === round))
      for (const person of bySpot.get(spot) ?? []) {
        const { id, most } = person
        const rank = rankOf(person, table)
        if ((used.get(pair(table, round)) ?? 0) >= (tables.get(table)?.[r] ?? 0)) break
        if (pinned.has(pair(id, round)) || seen.has(pair(id, table))) continue
        if ((count.get(id) ?? 0) >= (most ?? Infinity)) continue
        if ((rank === null && !problem.suggest) || isExcused(problem, person, table, r)) continue
        visits.push({ person: id, table, round, why: rank === null ? 'suggestion' : 'wish', rank })
        seen.add(pair(id, table))
        add(count, id)
        add(used, pair(table, round))
      }
  })
  return visits
}

/** By person, then by round. */
function inOrder({ rounds }: SeatingProblem, visits: readonly Visit[]): Visit[] {
  const at = new Map(rounds.map((round, r) => [round, r]))
  return visits.toSorted(
    (a, b) => compare(a.person, b.person) || (at.get(a.round) ?? 0) - (at.get(b.round) ?? 0),
  )
}

const isKept = (
  { table, round }: SeatingProblem['pins'][number],
  person: string,
  visits: readonly Visit[],
): boolean =>
  visits.some(
    (one) =>
      one.person === person && one.table === table && (round === null || one.round === round),
  )
