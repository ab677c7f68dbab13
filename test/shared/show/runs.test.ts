import { expect, test } from 'vitest'
import { movesTo } from '#shared/show/choosing/moves.ts'
import { buildParts } from '#shared/views/common.ts'
import { consoleParts } from '#shared/views/console.ts'
import { GUESTS, INNOVATIONS, RD, TABLES } from '../../support/decider.ts'
import {
  at,
  ban,
  everyList,
  proposed,
  published,
  runFor,
  tablesOf,
  window,
  wished,
} from '../../support/requests.ts'
import { WINDOW } from '../../support/windows.ts'

const [A, B] = RD
const [ONE, TWO] = TABLES
const [JO, SAM] = GUESTS

test('W11 a seating that was tried with other settings keeps them all, and comes out the same by them', () => {
  const b = wished(everyList)
  const tried = { policy: 'strict', perOrganisation: 1, tables: { [ONE]: 0, [TWO]: 1 } } as const
  const run = proposed(b, tried)
  const [kept] = window(b).runs
  expect(kept).toMatchObject({ ...tried, everyone: true, keepSeats: false })
  expect(tablesOf(run, JO)).not.toContain(ONE)
  const again = runFor(b, kept)
  expect([again.seats, again.suggested, again.unmet]).toEqual([run.seats, run.suggested, run.unmet])
  expect(runFor(b).seats, 'they matter').not.toEqual(run.seats)
})

test('W12 going back to an older seating is decided: only what is worked out after it is newer', () => {
  const b = wished({ [JO]: [INNOVATIONS[0], INNOVATIONS[1]], [SAM]: [INNOVATIONS[0]] })
  const lines = () => buildParts(consoleParts, b.show, new Map()).seatings[WINDOW] ?? []
  const first = published(b)
  b.does(ban(JO, ONE))
  const second = proposed(b)
  expect(lines().map(({ newer, moves }) => [newer, moves])).toEqual([
    [true, { moved: second.figures.moved, firstChoicesLost: 1 }],
    [false, null],
  ])
  b.does({ type: 'publish-seating', window: WINDOW, run: second.id })
  b.does(ban(JO, ONE, false))
  b.does({ type: 'publish-seating', window: WINDOW, run: first.id })
  expect(lines().some(({ newer }) => newer)).toBe(false)
  const third = proposed(b)
  expect(lines()[0]).toMatchObject({ id: third.id, newer: true })
})

test('W12 what a seating would change is told against the seats held now', () => {
  const b = wished(everyList)
  published(b)
  const same = proposed(b)
  expect([same.figures.moved, movesTo(b.show, window(b), same).moved]).toEqual([0, 0])
  const table = at(b, A)[JO] ?? expect.fail('everybody has a seat')
  b.does(ban(JO, table))
  published(b)
  b.does(ban(JO, table, false))
  // The same seating, and the same figures when it was worked out: it would take Jo back.
  expect(movesTo(b.show, window(b), same).moved).toBeGreaterThan(0)
  const none = { seats: {}, suggested: {} }
  expect(movesTo(b.show, window(b), none)).toMatchObject({ moved: 3 })
  b.does({ type: 'move-person', person: JO, round: A, table: null })
  b.does({ type: 'move-person', person: JO, round: B, table: null })
  expect(movesTo(b.show, window(b), none), 'a seat by hand stays, and so does none').toMatchObject({
    moved: 2,
  })
})
