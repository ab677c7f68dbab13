import { expect, test } from 'vitest'
import { problemOf } from '#shared/allotment/from-show.ts'
import { seatWindow } from '#shared/allotment/seat-window.ts'
import type { SingleCommand } from '#shared/show/commands.ts'
import { noRequests } from '#shared/show/requests/requests.ts'
import type { PersonId } from '#shared/show/words.ts'
import { buildParts } from '#shared/views/common.ts'
import { consoleParts } from '#shared/views/console.ts'
import { phoneMine } from '#shared/views/phone.ts'
import {
  as,
  bench,
  DAY,
  GUESTS,
  HOSTS,
  INNOVATIONS,
  RD,
  ROUNDS,
  TABLES,
} from '../../support/decider.ts'
import { NEXT_DAY } from '../../support/random-show.ts'
import {
  at,
  ban,
  everyList,
  HELPER,
  musts,
  pin,
  proposed,
  published,
  runFor,
  tablesOf,
  together,
  window,
  wished,
} from '../../support/requests.ts'
import { WINDOW, windowOf } from '../../support/windows.ts'

const [A, B] = RD
const [ONE, TWO, THREE] = TABLES
const [JO, SAM, DEE] = GUESTS

test('B4 the hosts meet whom they must, the most wanted first, in as many seats as the window says', () => {
  const b = wished({ [JO]: [INNOVATIONS[1]], [SAM]: [INNOVATIONS[1]], [DEE]: [INNOVATIONS[1]] })
  const visits = (): PersonId[] =>
    GUESTS.filter((person) => tablesOf(runFor(b), person).includes(THREE))
  const wanted = (mustMeets: number): PersonId[] => {
    b.does({ type: 'save-window', window: windowOf({ mustMeets }) })
    const asked = problemOf(b.show, new Map(), window(b))
    return seatWindow({ ...asked.problem, suggest: false }).visits.flatMap(({ why, person }) =>
      why === 'must' ? [person as PersonId] : [],
    )
  }
  expect(b.does(musts(THREE, SAM, DEE))).toEqual(['musts-set'])
  expect(b.does(musts(THREE, SAM, DEE))).toEqual([])
  expect(wanted(2).toSorted()).toEqual([DEE, SAM].toSorted())
  expect(visits()).toEqual(expect.arrayContaining([SAM, DEE]))
  expect(wanted(1)).toEqual([SAM])
  expect(wanted(0)).toEqual([])
  b.does(ban(SAM, THREE))
  expect(wanted(1), 'who is kept away is not met').toEqual([DEE])
  b.does({ type: 'set-answer', innovation: INNOVATIONS[2], answer: 'no' }, 0, as(DEE))
  expect(wanted(2), 'nor who does not want to').toEqual([])
  expect(b.does(musts(THREE, 'per-gone00' as PersonId))).toBe('unknown')
  expect(b.does(musts(THREE))).toEqual(['musts-set'])
  expect(b.show.requests.musts).toEqual({})
})

test('B4 those whom they have met count in the rounds that are left', () => {
  const b = wished()
  b.does({ type: 'save-window', window: windowOf({ mustMeets: 1 }) })
  b.does(musts(THREE, JO, SAM))
  b.does({ type: 'move-person', person: JO, round: A, table: THREE })
  b.does({ type: 'move-round', round: A })
  const { problem } = problemOf(b.show, new Map(), window(b))
  const must = seatWindow(problem).visits.filter(({ why }) => why === 'must')
  expect(must).toEqual([])
})

test('B5 nobody gets more conversations than they want, those that they had among them', () => {
  const b = wished(everyList)
  const most = (number: number | null, person?: PersonId): SingleCommand => ({
    type: 'set-most',
    most: number,
    ...(person === undefined ? {} : { person }),
  })
  expect(b.does(most(1), 0, as(JO))).toEqual(['most-set'])
  expect(b.does(most(1), 0, as(JO))).toEqual([])
  const run = published(b)
  expect(tablesOf(run, JO)).toHaveLength(1)
  expect(tablesOf(run, SAM)).toHaveLength(2)
  expect(Object.values(run.unmet[JO] ?? {})).toContain('own-maximum')
  // The one they have is over, so nothing is left of it.
  const round = at(b, A)[JO] === undefined ? B : A
  b.does({ type: 'move-round', round })
  expect(tablesOf(runFor(b), JO)).toEqual([])
  expect(phoneMine(b.show, new Map(), JO)?.most).toBe(1)
  expect(b.does(most(2, SAM), 0, as(JO)), 'for others only the desk').toBe('not-allowed')
  expect(b.does(most(2, SAM), 0, HELPER)).toEqual(['most-set'])
  expect(b.does(most(null), 0, as(JO))).toEqual(['most-set'])
  expect(tablesOf(runFor(b), JO)).toHaveLength(1)
})

test('B6 who comes together visits the same table in the same round, where that costs nobody a table', () => {
  const lists = { [JO]: [INNOVATIONS[0], INNOVATIONS[1]], [SAM]: [INNOVATIONS[0], INNOVATIONS[1]] }
  const b = wished({ ...lists, [DEE]: [INNOVATIONS[0], INNOVATIONS[1]] })
  const same = (person: PersonId, other: PersonId): boolean => {
    const { seats } = runFor(b)
    return Object.values(seats[A] ?? {}).some((one) => one.includes(person) && one.includes(other))
  }
  // Of three people at two tables of two in two rounds one pair is apart: whichever that is, it need not be.
  const pairs = [
    [JO, SAM],
    [JO, DEE],
    [SAM, DEE],
  ] as const
  expect(pairs.some(([person, other]) => !same(person, other))).toBe(true)
  for (const [person, other] of pairs) {
    expect(b.does(together(person, other), 0, HELPER)).toEqual(['company-set'])
    expect(b.does(together(other, person), 0, HELPER)).toEqual([])
    expect(same(person, other)).toBe(true)
  }
  const groups = [together(JO, DEE), together(SAM, DEE)].map((command) => {
    b.does(command)
    return structuredClone(b.show.requests.groups)
  })
  expect(groups, 'nobody is in two').toEqual([[[JO, DEE]], [[SAM, DEE]]])
  expect(b.does(together(DEE))).toEqual(['company-set'])
  expect(b.show.requests.groups).toEqual([])
  expect(b.does(together(DEE, 'per-gone00' as PersonId))).toBe('unknown')
})

test('B6 people who ask for one another are together; one who is asked alone is told nothing', () => {
  const b = bench()
  const ask = (other: PersonId | null): SingleCommand => ({ type: 'ask-company', other })
  const before = phoneMine(b.show, new Map(), SAM)
  expect(b.does(ask(SAM), 0, as(JO))).toEqual(['company-asked'])
  expect(b.does(ask(SAM), 0, as(JO))).toEqual([])
  expect(b.show.requests.groups).toEqual([])
  expect(phoneMine(b.show, new Map(), SAM)).toEqual(before)
  expect(JSON.stringify(buildParts(consoleParts, b.show, new Map()).requests)).not.toContain(JO)
  expect(b.does(ask(JO), 0, as(SAM))).toEqual(['company-set'])
  expect(b.show.requests).toMatchObject({ groups: [[SAM, JO]], asks: {} })
  expect(b.does(ask(JO), 0, as(JO)), 'oneself').toBe('not-allowed')
  expect(b.does(ask(null), 0, as(JO))).toEqual(['company-set'])
  expect(b.show.requests.groups).toEqual([])
  const [first, second] = HOSTS
  b.does(together(JO, SAM, DEE))
  b.does(together(first, second))
  b.does(ask(first), 0, as(JO))
  expect(b.does(ask(JO), 0, as(first)), 'five are too many').toBe('too-many-together')
})

test('B7 nobody is seated on a day they do not come, but by hand', () => {
  const b = bench()
  b.does({ type: 'change-days', days: [DAY, NEXT_DAY] })
  const days = (...some: string[]): SingleCommand => ({
    type: 'set-days',
    person: JO,
    days: some.length > 0 ? some : null,
  })
  expect(b.does(days('2026-12-24'))).toBe('bad-value')
  expect(b.does(days(DAY, NEXT_DAY)), 'all of them is no change').toEqual([])
  expect(b.does(days(NEXT_DAY), 0, HELPER)).toEqual(['days-set'])
  wished(everyList, b)
  const run = published(b)
  expect([tablesOf(run, JO), tablesOf(run, SAM)].map(({ length }) => length)).toEqual([0, 2])
  b.does({ type: 'move-person', person: JO, round: A, table: TWO })
  const again = published(b)
  expect(again.seats[A]?.[TWO]).toContain(JO)
  expect(tablesOf(again, JO)).toHaveLength(1)
  expect(b.does(days())).toEqual(['days-set'])
  expect(tablesOf(runFor(b), JO)).toHaveLength(2)
})

test('B7 a seating from before is published without seats on days that somebody does not come', () => {
  const b = wished(everyList)
  b.does({ type: 'change-days', days: [DAY, NEXT_DAY] })
  const run = proposed(b)
  expect(tablesOf(run, JO)).toHaveLength(2)
  b.does({ type: 'set-days', person: JO, days: [NEXT_DAY] })
  b.does({ type: 'publish-seating', window: WINDOW, run: run.id })
  expect([at(b, A)[JO], at(b, B)[JO]]).toEqual([undefined, undefined])
})

test('B8 nothing is asked for somebody who was erased', () => {
  const b = wished(everyList)
  for (const command of [
    ban(JO, ONE),
    pin([JO, SAM], TWO),
    pin([JO], THREE, A),
    pin([JO, SAM, DEE], THREE, B),
    musts(TWO, JO, SAM),
    together(JO, SAM),
    { type: 'set-most', most: 1, person: JO } as const,
  ])
    expect(b.does(command)).toHaveLength(1)
  b.does({ type: 'ask-company', other: JO }, 0, as(DEE))
  proposed(b)
  b.does({ type: 'erase-person', person: JO })
  expect(JSON.stringify([b.show.requests, b.show.windows])).not.toContain(JO)
  expect(b.show.requests).toMatchObject({
    pins: [
      { people: [SAM], table: TWO },
      { people: [SAM, DEE], table: THREE },
    ],
    musts: { [TWO]: [SAM] },
    groups: [],
  })
})

test('B8 what is asked for of a table or a round goes with it, and comes back when that is undone', () => {
  const b = bench()
  b.does(ban(JO, ONE))
  b.does(pin([SAM], ONE))
  b.does(pin([DEE], TWO, A))
  b.does(musts(ONE, SAM))
  const before = structuredClone(b.show.requests)
  b.does({ type: 'remove-table', table: ONE })
  expect(b.show.requests).toEqual({
    ...noRequests(),
    pins: [{ people: [DEE], table: TWO, round: A }],
  })
  b.does({ type: 'undo-edit', edit: b.show.version })
  const sorted = () =>
    b.show.requests.pins.toSorted((one, other) => (one.table < other.table ? -1 : 1))
  expect({ ...b.show.requests, pins: sorted() }).toEqual(before)
  b.does({ type: 'remove-segment', segment: ROUNDS })
  expect(b.show.requests.pins).toEqual([{ people: [SAM], table: ONE, round: null }])
  b.does({ type: 'undo-edit', edit: b.show.version })
  expect({ ...b.show.requests, pins: sorted() }).toEqual(before)
})
