import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { problemOf } from '#shared/allotment/from-show.ts'
import type { SingleCommand } from '#shared/show/commands.ts'
import type { WindowDraft } from '#shared/show/choosing/commands.ts'
import { seatsToPublish } from '#shared/show/choosing/seats.ts'
import type { SeatingRun } from '#shared/show/choosing/window.ts'
import type { InnovationId, PersonId, RoundId, TableId, WindowId } from '#shared/show/words.ts'
import { SYSTEM } from '#shared/show/words.ts'
import { MINUTE, SECOND } from '#shared/time/instant.ts'
import { sharedParts } from '#shared/views/common.ts'
import {
  as,
  bench,
  type Bench,
  BLOCK,
  DRAWN,
  GUESTS,
  HOSTS,
  INNOVATIONS,
  PITCHES,
  RD,
  ROUNDS,
  STAGE,
  T0,
  TABLES,
} from '../../support/decider.ts'
import { proposal, WINDOW, windowOf } from '../../support/windows.ts'

const [A, B] = RD
const [ONE, TWO, THREE] = TABLES
const [JO, SAM, DEE] = GUESTS
const save = (over: Partial<WindowDraft> = {}): SingleCommand => ({
  type: 'save-window',
  window: windowOf(over),
})
const open: SingleCommand = { type: 'open-window', window: WINDOW }
const close: SingleCommand = { type: 'close-window', window: WINDOW }
const wishes = (...innovations: InnovationId[]): SingleCommand => ({
  type: 'set-wishes',
  innovations,
})
const publish = (run: number): SingleCommand => ({ type: 'publish-seating', window: WINDOW, run })
const seats = (round: RoundId, table: TableId, number: number | null): SingleCommand => ({
  type: 'set-round-seats',
  round,
  table,
  seats: number,
})
const window = (b: Bench) => b.show.windows[WINDOW] ?? expect.fail('there is no window')

/** A window with both rounds, closed, and a seating proposed for it. */
function closed(seating: Partial<SeatingRun> = {}, b = bench()): { b: Bench; run: number } {
  for (const command of [save(), open, close]) expect(b.does(command)).toHaveLength(1)
  return { b, run: proposed(b, seating) }
}
function proposed(b: Bench, seating: Partial<SeatingRun>): number {
  expect(b.does(proposal(seating), 0, SYSTEM)).toEqual(['seating-proposed'])
  return b.show.version
}
const at = (b: Bench, round: RoundId): Record<PersonId, TableId> =>
  b.show.rounds[round]?.picks ?? {}

test('W1 a round is in one window at most, and never walk-up; what a window names must exist', () => {
  const b = bench()
  expect(b.does(save())).toEqual(['window-saved'])
  expect(b.does(save())).toEqual([])
  expect(b.show.rounds[A]?.window).toBe(WINDOW)
  const other = 'win-other' as WindowId
  expect(b.does(save({ id: other }))).toBe('round-in-window')
  expect(b.does(save({ rounds: [A] }))).toEqual(['window-saved'])
  expect(b.does(save({ id: other, rounds: [B] }))).toEqual(['window-saved'])
  expect(b.does(save({ rounds: ['rnd-zzzz' as RoundId] }))).toBe('unknown')
  expect(b.does(save({ tables: ['tab-zzzz' as TableId] }))).toBe('unknown')
  expect(b.does(save({ follows: [ROUNDS] }))).toBe('not-a-pitch-block')
  expect(b.does(save({ title: '   ' }))).toBe('bad-value')
  const free = bench()
  free.does({ type: 'open-round', round: A })
  expect(free.does(save()), 'people are choosing in it').toBe('round-in-use')
})

test('W1 rounds, tables and pitches that leave the plan leave their windows, and come back with an undo', () => {
  const b = bench()
  b.does(save({ tables: [ONE, TWO], rounds: [A, B] }))
  const before = structuredClone(window(b))
  b.does({ type: 'remove-table', table: ONE })
  expect(window(b).tables).toEqual([TWO])
  b.does({ type: 'undo-edit', edit: b.show.version })
  expect(window(b)).toEqual(before)
  b.does({ type: 'remove-segment', segment: ROUNDS })
  expect(b.show.windows[WINDOW], 'a window without a round is none').toBeUndefined()
  b.does({ type: 'undo-edit', edit: b.show.version })
  expect(window(b)).toEqual(before)
  expect(b.show.rounds[A]?.window).toBe(WINDOW)
})

test('W2 opens when the pitches have ended and closes before its first round, three minutes later at the earliest', () => {
  const b = bench({ byItself: true, changeover: 10 * SECOND })
  b.does(save({ byItself: true, follows: [BLOCK], closesBefore: 2 * MINUTE }))
  b.does({ type: 'load-item', stage: STAGE, segment: BLOCK, pitch: PITCHES[0] })
  b.does({ type: 'start-clock', stage: STAGE })
  b.ticks(3 * MINUTE)
  expect(window(b).phase, 'pitches are still on').toBe('planned')
  b.ticks(4 * MINUTE)
  expect(window(b).phase).toBe('open')
  const opened = window(b).openedAt ?? 0
  expect(opened).toBe(b.show.segments[BLOCK]?.endedAt)
  b.ticks(opened - T0 + 3 * MINUTE - 1)
  expect(window(b).phase, 'nobody is cut off').toBe('open')
  b.ticks(opened - T0 + 3 * MINUTE)
  expect(window(b)).toMatchObject({ phase: 'closed', closedAt: opened + 3 * MINUTE })
  b.ticks(60 * MINUTE)
  expect(b.show.rounds[A]?.phase, 'W5 nobody knows where to go').toBe('planned')
})

test('W2 without pitches it opens so long before its first round; by hand it waits for a hand', () => {
  const fixedStart = T0 + 60 * MINUTE
  const b = bench({ fixedStart })
  b.does(save({ byItself: true, opensBefore: 20 * MINUTE, closesBefore: 5 * MINUTE }))
  b.ticks(40 * MINUTE - 1)
  expect(window(b).phase).toBe('planned')
  b.ticks(40 * MINUTE)
  expect(window(b).phase).toBe('open')
  b.ticks(55 * MINUTE)
  expect(window(b).phase).toBe('closed')
  const byHand = bench({ fixedStart })
  byHand.does(save())
  byHand.ticks(120 * MINUTE)
  expect(window(byHand).phase).toBe('planned')
})

test('W3 opens again until its seating is published, and is not removed once it has opened', () => {
  const b = bench()
  b.does(save())
  expect(b.does(close)).toBe('window-not-open')
  expect(b.does({ type: 'remove-window', window: WINDOW })).toEqual(['window-removed'])
  expect(b.show.rounds[A]?.window).toBeNull()
  expect(b.does(open)).toBe('unknown')
  const { b: two, run } = closed()
  expect(two.does(open)).toEqual(['window-opened'])
  expect(two.does(publish(run)), 'of wishes that may change').toBe('unknown')
  two.does(close)
  const again = proposed(two, { seats: { [A]: { [ONE]: [JO] } } })
  expect(two.does(close)).toEqual([])
  expect(two.does(publish(again))).toEqual(['seating-published'])
  expect(two.does(open)).toBe('window-published')
  expect(two.does({ type: 'remove-window', window: WINDOW })).toBe('window-begun')
})

test('W4 a list is saved whole while a window is open, and only then', () => {
  const b = bench()
  b.does(save())
  const list = wishes(INNOVATIONS[1], INNOVATIONS[0])
  expect(b.does(list, 0, as(JO))).toBe('choosing-not-open')
  b.does(open)
  expect(b.does(list, 0, as(JO))).toEqual(['wishes-set'])
  expect(b.does(list, 0, as(JO))).toEqual([])
  expect(b.does(wishes('inn-zzzz' as InnovationId), 0, as(JO))).toBe('unknown')
  expect(b.does(list, 0, as('per-zzzz' as PersonId))).toBe('not-allowed')
  b.does(wishes(INNOVATIONS[2]), 0, as(JO))
  expect(b.show.wishes).toEqual({ [JO]: [INNOVATIONS[2]] })
  b.does(wishes(), 0, as(JO))
  expect(b.show.wishes).toEqual({})
  b.does(list, 0, as(JO))
  b.does(close)
  expect(b.does(wishes(), 0, as(JO))).toBe('choosing-not-open')
  b.does({ type: 'erase-person', person: JO })
  expect(b.show.wishes).toEqual({})
})

test('W4 “not for us” takes an innovation off the list and keeps it off', () => {
  const b = bench()
  b.does(save())
  b.does(open)
  b.does(wishes(INNOVATIONS[1], INNOVATIONS[0]), 0, as(JO))
  b.does({ type: 'set-answer', innovation: INNOVATIONS[1], answer: 'no' }, 0, as(JO))
  expect(b.show.wishes[JO]).toEqual([INNOVATIONS[0]])
  expect(b.does(wishes(INNOVATIONS[1]), 0, as(JO))).toBe('not-for-us')
  b.does({ type: 'set-answer', innovation: INNOVATIONS[1], answer: 'maybe' }, 0, as(JO))
  expect(b.does(wishes(INNOVATIONS[1]), 0, as(JO))).toEqual(['wishes-set'])
})

test('W5 a round in a window opens with its seating and moves by hand if it must', () => {
  const { b, run } = closed({ seats: { [A]: { [ONE]: [JO] } } })
  expect(b.does({ type: 'open-round', round: A })).toBe('round-by-wishes')
  expect(b.does({ type: 'pick-table', round: A, table: TWO }, 0, as(JO))).toBe('round-not-open')
  b.does(publish(run))
  expect(b.show.rounds[A]).toMatchObject({ phase: 'open', picks: { [JO]: ONE } })
  expect(b.does({ type: 'pick-table', round: A, table: TWO }, 0, as(SAM))).toEqual(['table-picked'])
  const { b: other } = closed()
  expect(other.does({ type: 'move-round', round: A })).toEqual(['stage-loaded', 'round-moved'])
})

test('W6 publishing gives the run’s seats and leaves alone who was moved or chose by hand', () => {
  const first = { [A]: { [ONE]: [JO, SAM], [TWO]: [DEE] }, [B]: { [TWO]: [JO] } }
  const { b, run } = closed({ seats: first, suggested: { [A]: [DEE] } })
  expect(b.does(publish(run))).toEqual(['seating-published'])
  expect(at(b, A)).toEqual({ [JO]: ONE, [SAM]: ONE, [DEE]: TWO })
  expect(b.show.rounds[A]?.suggested).toEqual({ [DEE]: true })
  b.does({ type: 'move-person', person: JO, round: A, table: THREE })
  b.does({ type: 'leave-table', round: A }, 0, as(DEE))
  const second = proposed(b, {
    seats: { [A]: { [TWO]: [JO, SAM], [ONE]: [DEE] }, [B]: { [TWO]: [JO], [ONE]: [DEE] } },
  })
  b.does(publish(second))
  expect(at(b, A)).toEqual({ [JO]: THREE, [SAM]: TWO })
  expect(at(b, B), 'DEE declined round A only').toEqual({ [JO]: TWO, [DEE]: ONE })
  expect(b.show.rounds[A]?.suggested).toEqual({})
})

test('W6 what is not there any more is not given: seats, people, tables, rounds that have begun, the same table twice', () => {
  const crowd = { [A]: { [ONE]: [JO, SAM, DEE], 'tab-zzzz': [HOSTS[1]] } } as never
  const { b, run } = closed({ seats: crowd })
  expect(seatsToPublish(b.show, window(b), { seats: crowd, suggested: {} }).seats).toEqual({
    [A]: { [ONE]: [JO, SAM] },
    [B]: {},
  })
  b.does({ type: 'erase-person', person: JO })
  b.does(publish(run))
  expect(at(b, A)).toEqual({ [SAM]: ONE, [DEE]: ONE })
  const twice = proposed(b, { seats: { [A]: { [ONE]: [SAM] }, [B]: { [ONE]: [SAM, DEE] } } })
  b.does({ type: 'move-round', round: A })
  b.does(publish(twice))
  expect(at(b, A), 'it has begun').toEqual({ [SAM]: ONE, [DEE]: ONE })
  expect(at(b, B), 'they have been there').toEqual({})
  const host = proposed(b, { seats: { [B]: { [TWO]: [HOSTS[0], SAM] } } })
  b.does(publish(host))
  expect(at(b, B), 'hosts are at their table').toEqual({ [SAM]: TWO })
})

test('W6 nobody is sent to a table that they walked up to', () => {
  const { b } = closed()
  b.does({ type: 'move-round', round: A })
  b.does({ type: 'walk-up', round: A, table: ONE }, 0, as(JO))
  const sent = { [B]: { [ONE]: [JO, SAM] } }
  expect(b.does(publish(proposed(b, { seats: sent })))).toEqual(['seating-published'])
  expect(at(b, B)).toEqual({ [SAM]: ONE })
  const { problem } = problemOf(b.show, new Map(), window(b))
  expect(problem.people.find(({ id }) => id === JO)?.visited).toEqual([ONE])
})

test('W7 an earlier seating can be published again; the same again is no change', () => {
  const { b, run } = closed({ seats: { [A]: { [ONE]: [JO] } } })
  const other = proposed(b, { seats: { [A]: { [TWO]: [JO] } } })
  expect(b.does(publish(run))).toHaveLength(1)
  expect(b.does(publish(run))).toEqual([])
  expect(b.does(publish(other))).toHaveLength(1)
  expect(at(b, A)).toEqual({ [JO]: TWO })
  b.does(publish(run))
  expect(at(b, A)).toEqual({ [JO]: ONE })
  expect(b.does(publish(999))).toBe('unknown')
  expect(window(b)).toMatchObject({ phase: 'published', published: run })
})

test('W8 seats of a table in one round: other than its capacity, closed, and never fewer than are taken', () => {
  const { b, run } = closed({ seats: { [A]: { [ONE]: [JO, SAM] }, [B]: { [ONE]: [DEE] } } })
  b.does(publish(run))
  expect(b.does(seats(A, ONE, 1))).toBe('capacity-below-taken')
  expect(b.does(seats(A, ONE, 3))).toEqual(['round-seats-set'])
  expect(b.does({ type: 'pick-table', round: A, table: ONE }, 0, as(DEE))).toEqual(['table-picked'])
  expect(b.does(seats(A, ONE, 3))).toEqual([])
  expect(b.does(seats(A, ONE, 0))).toEqual([
    'table-left',
    'table-left',
    'table-left',
    'round-seats-set',
  ])
  expect(at(b, A)).toEqual({})
  expect(b.does({ type: 'pick-table', round: A, table: ONE }, 0, as(JO))).toBe('table-closed')
  expect(at(b, B), 'other rounds are not touched').toEqual({ [DEE]: ONE })
  expect(b.does(seats(A, ONE, null))).toEqual(['round-seats-set'])
  b.does({ type: 'end-round', round: A })
  expect(b.does(seats(A, ONE, 5))).toBe('round-over')
})

test('W9 the seed is drawn at opening, known by its hash, and shown once choosing has closed', () => {
  const b = bench()
  b.does(save())
  expect(window(b)).toMatchObject({ seed: null, seedHash: null })
  b.does(open)
  const shown = () => sharedParts.windows(b.show, new Map())[WINDOW]
  expect(window(b).seed).toBe(DRAWN)
  expect(shown()).toMatchObject({ seed: null })
  expect(JSON.stringify(shown())).not.toContain(DRAWN)
  b.does(close)
  expect(shown()?.seed).toBe(DRAWN)
  expect(shown()?.seedHash).toBe(createHash('sha256').update(DRAWN).digest('hex'))
})

test('W10 a seating comes from the server, for a window that has closed; the last six and the published one are kept', () => {
  const b = bench()
  b.does(save())
  expect(b.does(proposal({}), 0, SYSTEM), 'not closed').toEqual([])
  b.does(open)
  expect(b.does(proposal({}), 0, SYSTEM)).toEqual([])
  b.does(close)
  const first = proposed(b, {})
  b.does(publish(first))
  for (let more = 0; more < 8; more += 1) proposed(b, {})
  expect(window(b).runs).toHaveLength(6)
  expect(window(b).runs[0]?.id).toBe(first)
})
