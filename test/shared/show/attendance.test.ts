import { expect, test } from 'vitest'
import type { SingleCommand } from '#shared/show/commands.ts'
import { roomNow } from '#shared/show/attendance.ts'
import { promotionDue } from '#shared/show/waiting.ts'
import type { PersonId, RoundId, TableId } from '#shared/show/words.ts'
import { SYSTEM } from '#shared/show/words.ts'
import { MINUTE } from '#shared/time/instant.ts'
import { sharedParts } from '#shared/views/common.ts'
import {
  as,
  bench,
  type Bench,
  COHOST,
  GUESTS,
  HOSTS,
  RD,
  T0,
  TABLES,
} from '../../support/decider.ts'

const [A, B] = RD
const [ONE, TWO, THREE] = TABLES
const [JO, SAM, DEE] = GUESTS
const on =
  (type: 'pick-table' | 'wait-for-table' | 'stop-waiting' | 'arrive' | 'walk-up') =>
  (table: TableId, round: RoundId = A) =>
    ({ type, round, table }) as SingleCommand
const [pick, wait, stop, arrive, walkUp] = [
  on('pick-table'),
  on('wait-for-table'),
  on('stop-waiting'),
  on('arrive'),
  on('walk-up'),
]
const leave: SingleCommand = { type: 'leave-table', round: A }
const came = (number: number | null, table: TableId = ONE): SingleCommand => ({
  type: 'count-came',
  round: A,
  table,
  came: number,
})
const round = (b: Bench) => b.show.rounds[A] ?? expect.fail('no round')
const table = (b: Bench, id: TableId) => b.show.tables[id] ?? expect.fail('no table')
const room = (b: Bench, id: TableId = ONE) => roomNow(round(b), table(b, id))

/** Round A is open, its first table full with one seat. Times are hours before it moves. */
function full(): Bench {
  const b = bench({ capacity: 1, fixedStart: T0 + 180 * MINUTE })
  b.does({ type: 'open-round', round: A })
  expect(b.does(pick(ONE), 0, as(JO))).toEqual(['table-picked'])
  return b
}
/** The same, and its talk time runs. */
function running(capacity = 2): Bench {
  const b = bench({ capacity })
  b.does({ type: 'open-round', round: A })
  for (const person of [JO, SAM]) b.does(pick(ONE), 0, as(person))
  b.does({ type: 'move-round', round: A })
  b.does({ type: 'run-round', round: A })
  return b
}

test('Q1 people wait for a full table, in order, and not where there is room or they sit', () => {
  const b = full()
  expect(b.does(wait(TWO), 0, as(SAM))).toBe('table-has-room')
  expect(b.does(wait(ONE), 0, as(SAM))).toEqual(['waiting-joined'])
  expect(b.does(wait(ONE), 0, as(SAM))).toEqual([])
  expect(b.does(wait(ONE), 0, as(DEE))).toEqual(['waiting-joined'])
  expect(b.does(wait(ONE), 0, as(JO)), 'it is hers').toEqual([])
  expect(b.does(wait(ONE), 0, as(HOSTS[0]))).toBe('hosts-here')
  expect(b.does(wait(ONE), 0, as(HOSTS[1])), 'they are at their own table').toBe('not-allowed')
  expect(round(b).waiting).toEqual({ [ONE]: [SAM, DEE] })
  expect(b.does(wait(ONE, B), 0, as(SAM))).toBe('round-not-open')
})

test('Q2 a seat that comes free goes to whoever waits first, once, and is kept by hand', () => {
  const b = full()
  b.does(pick(TWO), 0, as(SAM))
  b.does(wait(ONE), 0, as(SAM))
  b.does(wait(ONE), 0, as(DEE))
  expect(b.ticks(0), 'nothing is free').toBe(0)
  b.does(leave, 0, as(JO))
  expect(b.ticks(0)).toBe(1)
  expect(round(b).picks).toEqual({ [SAM]: ONE })
  expect(round(b).taken, 'the seat at table 2 is free again').toEqual({ [ONE]: 1 })
  expect(round(b)).toMatchObject({ byHand: { [SAM]: true }, promoted: { [SAM]: true } })
  expect(round(b).waiting).toEqual({ [ONE]: [DEE] })
  const again = { type: 'promote-waiting', round: A, table: ONE, due: 0 } as const
  expect(b.does(again, 0, SYSTEM)).toEqual([])
  // Room for one more: the second in line.
  const { hosts, ...rest } = table(b, ONE)
  b.does({ type: 'save-table', table: { ...rest, capacity: 2, hosts: [...hosts] } })
  b.ticks(0)
  expect(round(b).picks).toEqual({ [SAM]: ONE, [DEE]: ONE })
  expect(round(b).waiting).toEqual({})
})

test('Q2 a seat that is taken at once by somebody else promotes nobody', () => {
  const b = full()
  b.does(wait(ONE), 0, as(SAM))
  b.does(leave, 0, as(JO))
  b.does(pick(ONE), 0, as(DEE))
  expect(b.ticks(0)).toBe(0)
  expect(round(b).waiting).toEqual({ [ONE]: [SAM] })
})

test('Q3 in the last ten minutes nobody is moved up without being asked', () => {
  const b = bench({ capacity: 1, fixedStart: T0 + 20 * MINUTE })
  b.does({ type: 'open-round', round: A }, 9 * MINUTE)
  b.does(pick(ONE), 9 * MINUTE, as(JO))
  b.does(wait(ONE), 9 * MINUTE, as(SAM))
  b.does(leave, 11 * MINUTE, as(JO))
  expect(promotionDue(b.show, T0 + 9 * MINUTE)).toMatchObject({ person: SAM })
  expect(promotionDue(b.show, T0 + 11 * MINUTE)).toBeNull()
  expect(b.does(pick(ONE), 11 * MINUTE, as(SAM)), 'they read it and take it').toEqual([
    'waiting-left',
    'table-picked',
  ])
  expect(round(b).waiting).toEqual({})
})

test('Q4 waiting ends when the round begins, with the seat, by oneself, and with an erasure', () => {
  const b = full()
  b.does(wait(ONE), 0, as(SAM))
  b.does(wait(ONE), 0, as(DEE))
  expect(b.does(stop(ONE), 0, as(SAM))).toEqual(['waiting-left'])
  expect(b.does(stop(ONE), 0, as(SAM))).toEqual([])
  b.does(wait(ONE), 0, as(SAM))
  b.does({ type: 'erase-person', person: DEE })
  expect(round(b).waiting).toEqual({ [ONE]: [SAM] })
  b.does({ type: 'move-round', round: A })
  expect(round(b).waiting).toEqual({})
})

test('N1 the host or the crew counts who came, again and back; nobody else does', () => {
  const b = bench()
  expect(b.does(came(1), 0, as(HOSTS[0], 'presenter'))).toBe('round-not-begun')
  const on = running()
  expect(on.does(came(1), 0, as(HOSTS[0], 'presenter'))).toEqual(['came-counted'])
  expect(on.does(came(1), 0, as(COHOST, 'presenter'))).toEqual([])
  expect(on.does(came(2), 0, as(HOSTS[1], 'presenter')), 'another table’s').toBe('not-allowed')
  expect(on.does(came(2), 0, as(JO))).toBe('not-allowed')
  expect(on.does(came(2))).toEqual(['came-counted'])
  on.does({ type: 'end-round', round: A })
  expect(on.does(came(null)), 'set right after the round').toEqual(['came-counted'])
  expect(round(on).came).toEqual({})
})

test('N2 “I’m here” is said at one’s own table, also late, and checks one in', () => {
  const b = running()
  expect(b.does(arrive(ONE), 0, as(JO))).toEqual(['person-arrived', 'person-checked-in'])
  expect(b.does(arrive(ONE), 0, as(JO))).toEqual([])
  expect(b.refusal(arrive(TWO), as(SAM))).toMatchObject({
    code: 'not-your-table',
    params: { table: 2, own: 1 },
  })
  expect(b.refusal(arrive(TWO), as(DEE)).params).toEqual({ table: 2 })
  expect(b.does(arrive(ONE, B), 0, as(JO))).toBe('round-not-begun')
  b.does({ type: 'end-round', round: A })
  expect(b.does(arrive(ONE), 0, as(SAM)), 'the phone had no line').toContain('person-arrived')
})

test('N3 no count, no release: an empty chair may be somebody’s who is on their way', () => {
  const b = running()
  expect(room(b)).toBe(0)
  expect(b.does(walkUp(ONE), 0, as(DEE))).toBe('no-room-now')
  expect(room(b, TWO), 'nobody has these').toBe(2)
  b.does(came(1))
  expect(room(b)).toBe(1)
  expect(sharedParts.room(b.show, new Map())).toEqual({ [A]: { [ONE]: 1, [TWO]: 2, [THREE]: 2 } })
  expect(b.does(walkUp(ONE), 0, as(DEE))).toEqual(['person-walked-up'])
  expect([room(b), round(b).came[ONE]]).toEqual([0, 2])
  expect(b.does(walkUp(ONE), 0, as(DEE))).toEqual([])
  b.does({ type: 'end-round', round: A })
  expect(b.does(walkUp(TWO), 0, as(DEE))).toBe('round-over')
  expect(b.does(walkUp(TWO, B), 0, as(DEE))).toBe('round-not-begun')
})

test('N3 walk-ups fill seats that nobody has, and no more', () => {
  const b = running(2)
  const third = 'per-more00' as PersonId
  const details = { name: 'More', organisation: '', jobTitle: '', email: '', ticket: '' }
  for (const person of [third, 'per-last00' as PersonId])
    b.does({ type: 'save-person', person, roles: ['delegate'], details })
  expect(b.does(walkUp(TWO), 0, as(DEE))).toEqual(['person-walked-up'])
  expect(b.does(walkUp(TWO), 0, as(third))).toEqual(['person-walked-up'])
  expect(b.does(walkUp(TWO), 0, as('per-last00' as PersonId))).toBe('no-room-now')
  expect(
    b.does({ type: 'move-person', person: 'per-last00' as PersonId, round: A, table: TWO }),
    'nor does the desk',
  ).toBe('table-full')
  expect(b.does({ type: 'remove-table', table: TWO })).toBe('table-in-use')
})

test('N4 whoever walks up gives up their seat, and whoever goes on leaves their chair', () => {
  const b = running()
  b.does(came(0, TWO))
  expect(b.does(walkUp(TWO), 0, as(JO))).toEqual(['table-left', 'person-walked-up'])
  expect(round(b).picks).toEqual({ [SAM]: ONE })
  expect(round(b).came[TWO]).toBe(1)
  b.does(arrive(TWO), 0, as(JO))
  expect(round(b).arrived[JO]).toBe(TWO)
  b.does(walkUp(THREE), 0, as(JO))
  expect(round(b).came[TWO]).toBe(0)
  expect(round(b).walkUps).toEqual({ [JO]: THREE })
  expect(round(b).arrived).toEqual({})
  expect(b.does(walkUp(TWO), 0, as(HOSTS[0]))).toBe('host-on-duty')
  expect(b.does(walkUp(ONE), 0, as(HOSTS[0]))).toBe('hosts-here')
  const desk: SingleCommand = { type: 'walk-up', round: A, table: TWO, person: DEE }
  expect(b.does(desk, 0, as(SAM)), 'not for others').toBe('not-allowed')
  expect(b.does(desk, 0, as(COHOST, 'helper'))).toEqual(['person-walked-up'])
  b.does({ type: 'erase-person', person: DEE })
  expect(round(b)).toMatchObject({ walkUps: { [JO]: THREE }, came: { [TWO]: 0 } })
})

test('N5 hosts and delegates call the desk; the crew sees to it, or the caller takes it back', () => {
  const b = running()
  const host = as(HOSTS[0], 'presenter')
  const call = (what: 'help' | 'way' | 'closing', about: RoundId | null = null): SingleCommand => ({
    type: 'call-desk',
    what,
    ...(about === null ? {} : { round: about }),
  })
  expect(b.does(call('help'), 0, as(JO)), 'hosts no table').toBe('not-allowed')
  expect(b.does(call('help'), 0, host)).toEqual(['desk-called'])
  expect(b.does(call('help'), MINUTE, host), 'it waits').toEqual([])
  expect(b.does(call('closing'), 0, host)).toBe('unknown')
  expect(b.does(call('closing', B), 0, host)).toEqual(['desk-called'])
  expect(b.does(call('way'), 0, as(JO))).toEqual(['desk-called'])
  expect(b.show.calls).toMatchObject([
    { person: HOSTS[0], what: 'help', table: ONE, round: null },
    { person: HOSTS[0], what: 'closing', table: ONE, round: B },
    { person: JO, what: 'way', table: ONE },
  ])
  const settle = (index: number): SingleCommand => ({
    type: 'settle-call',
    call: b.show.calls[index]?.id ?? 0,
  })
  expect(b.does(settle(0), 0, as(SAM))).toBe('not-allowed')
  expect(b.does(settle(2), 0, as(JO))).toEqual(['call-settled'])
  expect(b.does(settle(0), 0, as(COHOST, 'helper'))).toEqual(['call-settled'])
  expect(b.does({ type: 'settle-call', call: 9_999 })).toEqual([])
  b.does({ type: 'erase-person', person: HOSTS[0] })
  expect(b.show.calls).toEqual([])
})
