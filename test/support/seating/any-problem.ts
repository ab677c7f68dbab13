import fc from 'fast-check'
import type { Pin, SeatingPerson, SeatingProblem } from '#shared/allotment/problem.ts'
import { personId, tableId } from './window.ts'

export interface Features {
  /** people and tables that miss some rounds */
  gaps?: boolean
  pins?: boolean
  musts?: boolean
  vetoes?: boolean
  visited?: boolean
  groups?: boolean
  own?: boolean
  held?: boolean
  together?: boolean
}

/** Every one of them. */
export const ALL: Features = {
  gaps: true,
  pins: true,
  musts: true,
  vetoes: true,
  visited: true,
  groups: true,
  own: true,
  held: true,
  together: true,
}

export interface Bounds {
  people: number
  tables: number
  rounds: number
}

/** Any small window; without `features` all of them are in play, each more or less. */
export const anyProblem = (
  bounds: Bounds = { people: 9, tables: 6, rounds: 4 },
  features: Features = ALL,
): fc.Arbitrary<SeatingProblem> =>
  fc
    .record({
      people: fc.integer({ min: 1, max: bounds.people }),
      tables: fc.integer({ min: 1, max: bounds.tables }),
      rounds: fc.integer({ min: 1, max: bounds.rounds }),
    })
    .chain(({ people, tables, rounds }) => problemOf(people, tables, rounds, features))

function problemOf(P: number, T: number, R: number, on: Features): fc.Arbitrary<SeatingProblem> {
  const tables = Array.from({ length: T }, (_, n) => tableId(n))
  const people = Array.from({ length: P }, (_, n) => personId(n))
  const rounds = Array.from({ length: R }, (_, n) => `r${n + 1}`)
  const table = fc.constantFrom(...tables)
  const person = fc.constantFrom(...people)
  const when = <Of>(feature: boolean | undefined, some: fc.Arbitrary<Of>, none: Of) =>
    feature ? fc.oneof(fc.constant(none), some) : fc.constant(none)
  const few = <Of>(of: fc.Arbitrary<Of>, most: number) => fc.array(of, { maxLength: most })
  const always = Array<boolean>(R).fill(true)
  const nothing = Array<string | null>(R).fill(null)
  const presence = fc.array(fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.boolean()), {
    minLength: R,
    maxLength: R,
  })
  const someone: fc.Arbitrary<Omit<SeatingPerson, 'id'>> = fc.record({
    group: when<string | null>(on.groups, fc.constantFrom('g1', 'g2'), null),
    wishes: fc.shuffledSubarray(tables, { minLength: Math.min(1, T) }),
    vetoes: when(on.vetoes, few(table, 2), []),
    visited: when(on.visited, few(table, 2), []),
    free: when(on.gaps, presence, always),
    most: when<number | null>(on.own, fc.integer({ min: 0, max: R }), null),
    held: when(on.held, fc.array(fc.option(table), { minLength: R, maxLength: R }), nothing),
  })
  const everyone = fc.tuple(...people.map((id) => someone.map((rest) => ({ id, ...rest }))))
  const steady = fc.integer({ min: 1, max: 3 }).map((count) => Array<number>(R).fill(count))
  const varied = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: R, maxLength: R })
  const places = fc.tuple(
    ...tables.map((id) =>
      (on.gaps ? fc.oneof(steady, varied) : steady).map((seats) => ({ id, seats })),
    ),
  )
  const pin: fc.Arbitrary<Pin> = fc.record({
    people: fc.oneof(fc.tuple(person), fc.tuple(person, person)).map((ids) => [...ids]),
    table,
    round: fc.option(fc.constantFrom(...rounds)),
  })
  return fc.record({
    rounds: fc.constant(rounds),
    tables: places,
    people: everyone,
    pins: when(on.pins, few(pin, 3), []),
    bans: when(on.vetoes, few(fc.record({ person, table }), 3), []),
    musts: when(on.musts, few(fc.record({ person, table }), 5), []),
    mustQuota: fc.integer({ min: 0, max: 3 }),
    together: when(on.together, few(fc.subarray(people), 2), []),
    perGroup: when<number | null>(on.groups, fc.integer({ min: 1, max: 2 }), null),
    policy: fc.constantFrom('nested', 'strict'),
    suggest: fc.boolean(),
    seed: fc.constantFrom('one', 'two', 'three'),
  })
}
