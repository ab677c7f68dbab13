import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SingleCommand } from '#shared/show/commands.ts'
import { attends, isBanned } from '#shared/show/requests/requests.ts'
import type { PersonId, RoundId, TableId } from '#shared/show/words.ts'
import { buildParts } from '#shared/views/common.ts'
import { consoleParts } from '#shared/views/console.ts'
import { needsYou } from '#shared/views/needs.ts'
import {
  as,
  bench,
  details,
  GUESTS,
  HOSTS,
  INNOVATIONS,
  RD,
  T0,
  TABLES,
} from '../../support/decider.ts'
import { named } from '../../support/random-choosing.ts'
import { steps } from '../../support/random-show.ts'
import {
  at,
  ban,
  everyList,
  HELPER,
  pin,
  proposed,
  published,
  runFor,
  tablesOf,
  window,
  wished,
} from '../../support/requests.ts'
import { WINDOW, windowOf } from '../../support/windows.ts'

const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
const [A, B] = RD
const [ONE, TWO, THREE] = TABLES
const [JO, SAM, DEE] = GUESTS

test('B1 who is kept away from a table gets no seat there, by no seating and not by themselves', () => {
  const b = wished({ [JO]: [INNOVATIONS[0], INNOVATIONS[1]] })
  expect(tablesOf(runFor(b), JO)).toContain(ONE)
  expect(b.does(ban(JO, ONE))).toEqual(['ban-set'])
  expect(b.does(ban(JO, ONE)), 'it is so already').toEqual([])
  const run = proposed(b)
  expect(tablesOf(run, JO)).not.toContain(ONE)
  expect(run.unmet[JO]?.[INNOVATIONS[0]]).toBe('banned')
  b.does({ type: 'publish-seating', window: WINDOW, run: run.id })
  const picks: SingleCommand = { type: 'pick-table', round: A, table: ONE }
  expect(b.does(picks, 0, as(JO))).toBe('not-at-table')
  expect(b.does({ ...picks, type: 'wait-for-table' }, 0, as(JO))).toBe('not-at-table')
  expect(b.does(picks, 0, as(SAM)), 'others may').not.toBe('not-at-table')
  expect(b.does(ban(JO, ONE, false))).toEqual(['ban-set'])
  expect(tablesOf(runFor(b), JO)).toContain(ONE)
})

test('B1 a seating from before somebody was kept away does not put them there either', () => {
  const b = wished({ [JO]: [INNOVATIONS[0]] })
  const run = proposed(b)
  b.does(ban(JO, ONE))
  b.does({ type: 'publish-seating', window: WINDOW, run: run.id })
  expect([at(b, A)[JO], at(b, B)[JO]]).not.toContain(ONE)
})

test('B1 whoever is kept away leaves the line, walks up to nothing, and sits there by the desk alone', () => {
  const b = bench({ capacity: 1 })
  b.does({ type: 'open-round', round: A })
  b.does({ type: 'pick-table', round: A, table: ONE }, 0, as(SAM))
  expect(b.does({ type: 'wait-for-table', round: A, table: ONE }, 0, as(JO))).toHaveLength(1)
  b.does(ban(JO, ONE))
  expect(b.show.rounds[A]?.waiting).toEqual({})
  b.does({ type: 'leave-table', round: A }, 0, as(SAM))
  b.does({ type: 'move-round', round: A })
  const walk = { type: 'walk-up' as const, round: A, table: ONE }
  expect(b.does(walk, 0, as(JO))).toBe('not-at-table')
  expect(b.does({ ...walk, person: JO }, 0, HELPER)).toEqual(['person-walked-up'])
})

test('B1 a seat by hand wins over being kept away, in every later seating', () => {
  const b = wished(everyList)
  b.does(ban(JO, ONE))
  b.does({ type: 'move-person', person: JO, round: A, table: ONE })
  const run = published(b)
  expect(at(b, A)[JO]).toBe(ONE)
  expect(run.seats[A]?.[ONE]).toContain(JO)
  expect(run.seats[B]?.[ONE] ?? []).not.toContain(JO)
})

test(`B1 whatever the day brings, publishing seats nobody where they are kept away from, or when they do not come (seed ${SEED})`, () => {
  let looked = 0
  fc.assert(
    fc.property(steps(true), (day) => {
      const b = bench({ wished: true })
      let clock = 0
      for (const step of day) {
        clock += step.after
        b.ticks(clock)
        const came = b.does(named(b.show, step.command), clock, step.actor)
        if (!came.includes('seating-published')) continue
        const rounds = window(b).rounds.flatMap((id) => b.show.rounds[id] ?? [])
        for (const round of rounds.filter(({ phase }) => phase === 'open' || phase === 'closed'))
          for (const [person, table] of Object.entries(round.picks) as [PersonId, TableId][]) {
            if (round.byHand[person]) continue
            looked += 1
            expect(isBanned(b.show, person, table)).toBe(false)
            expect(attends(b.show, person, round)).toBe(true)
          }
      }
    }),
    { seed: SEED, numRuns: 150 },
  )
  expect(looked, 'somebody was seated').toBeGreaterThan(0)
})

test('B1 only the organiser keeps somebody away, and only whom and where there is', () => {
  const b = bench()
  expect(b.does(ban('per-gone00' as PersonId, ONE))).toBe('unknown')
  expect(b.does(ban(JO, 'tab-gone' as TableId))).toBe('unknown')
  b.does(pin([JO], ONE))
  expect(b.does(ban(JO, ONE))).toBe('kept-at-table')
})

test('B2 people are seated together where the organiser wants them, in this seating and the next', () => {
  const b = wished({ [JO]: [INNOVATIONS[0]], [SAM]: [INNOVATIONS[1]] })
  expect(b.does(pin([JO, SAM], THREE, B))).toEqual(['pin-set'])
  expect(b.does(pin([SAM, JO], THREE, B)), 'in whatever order they are named').toEqual([])
  expect(b.does(pin([DEE], TWO))).toEqual(['pin-set'])
  for (const run of [published(b), published(b)]) {
    expect(run.seats[B]?.[THREE]).toEqual(expect.arrayContaining([JO, SAM]))
    expect(tablesOf(run, DEE)).toContain(TWO)
    expect(run.unkept).toEqual([])
  }
  expect(b.does(pin([SAM, JO], THREE, B, false))).toEqual(['pin-set'])
  expect(b.does(pin([SAM, JO], THREE, B, false))).toEqual([])
  expect(b.show.requests.pins).toEqual([{ people: [DEE], table: TWO, round: null }])
})

test('B2 nobody is to be where they are kept away from, or where there is nothing', () => {
  const b = bench()
  b.does(ban(SAM, TWO))
  expect(b.does(pin([JO, SAM], TWO))).toBe('kept-from-table')
  expect(b.does(pin([JO], TWO, 'rnd-gone' as RoundId))).toBe('unknown')
  expect(b.show.requests.pins).toEqual([])
})

test('B2 one that was kept in an earlier round asks nothing of those to come', () => {
  const b = wished()
  b.does(pin([JO, SAM], THREE))
  const run = published(b)
  const [round, other] = run.seats[A]?.[THREE]?.includes(JO) ? [A, B] : [B, A]
  expect(at(b, round)[SAM]).toBe(THREE)
  b.does({ type: 'move-round', round })
  b.does({ type: 'end-round', round })
  const later = runFor(b)
  expect(later.unkept).toEqual([])
  expect(later.seats[other]?.[THREE] ?? []).not.toContain(JO)
})

test('B3 what cannot be kept is told with why, and is what needs the organiser until it can', () => {
  const b = wished(everyList)
  b.does(pin([JO, SAM, DEE], ONE, A))
  b.does(pin([JO], TWO, B))
  b.does(pin([JO], THREE, B))
  const run = proposed(b)
  expect(run.unkept).toEqual([
    { people: [JO, SAM, DEE], table: ONE, round: A, reason: 'full', person: null },
    { people: [JO], table: THREE, round: B, reason: 'pinned', person: JO },
  ])
  const people = new Map(GUESTS.map((person) => [person, details(person)]))
  const needs = () => {
    const parts = { ...buildParts(consoleParts, b.show, people), screens: [], clockAhead: 0 }
    return needsYou(parts, T0).filter(({ kind }) => kind === 'pins-unkept')
  }
  expect(needs()).toEqual([{ kind: 'pins-unkept', window: WINDOW, run: run.id, pins: 2 }])
  b.does(pin([JO, SAM, DEE], ONE, A, false))
  expect(needs()).toMatchObject([{ pins: 1 }])
  b.does(pin([JO], THREE, B, false))
  expect(needs(), 'nobody wants it any more').toEqual([])
  expect(proposed(b).unkept).toEqual([])
})

test('B3 nobody is waited for: a pin of somebody who has not arrived is told, and the others are free', () => {
  const b = wished(everyList)
  b.does({ type: 'save-window', window: windowOf({ everyone: false }) })
  b.does({ type: 'check-in', person: JO })
  b.does(pin([JO, SAM], ONE, A))
  expect(runFor(b).unkept).toEqual([
    { people: [JO, SAM], table: ONE, round: A, reason: 'not-here', person: SAM },
  ])
  b.does({ type: 'check-in', person: SAM })
  expect(runFor(b).unkept).toEqual([])
  b.does(pin([HOSTS[0]], TWO))
  expect(runFor(b).unkept, 'a host stays at their own table').toMatchObject([
    { people: [HOSTS[0]], reason: 'not-here' },
  ])
})
