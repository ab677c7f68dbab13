import { describe, expect, test } from 'vitest'
import type { InnovationId, PersonId, RoundId, TableId } from '#shared/show/words.ts'
import { SYSTEM } from '#shared/show/words.ts'
import { buildParts, type SharedParts, type WindowLine } from '#shared/views/common.ts'
import { phoneMine, type PhoneMine, phoneParts } from '#shared/views/phone.ts'
import {
  choicesIn,
  moved,
  offersIn,
  reasonOf,
  roundsWanted,
  seatsEach,
  tablesToExpect,
  toggled,
  unmetIn,
} from '#shared/views/wishes.ts'
import {
  as,
  bench,
  type Bench,
  GUESTS,
  HOSTS,
  INNOVATIONS,
  RD,
  TABLES,
} from '../../support/decider.ts'
import { proposal, WINDOW, windowOf } from '../../support/windows.ts'

const [A, B] = RD
const [ONE, TWO, THREE] = TABLES
const [I1, I2, I3] = INNOVATIONS
const [JO, SAM, DEE] = GUESTS

interface Seen {
  parts: SharedParts
  mine: PhoneMine
  window: WindowLine
}
function seen(b: Bench, person: PersonId = JO): Seen {
  const parts = buildParts(phoneParts, b.show, new Map())
  const mine = phoneMine(b.show, new Map(), person) ?? expect.fail('nobody')
  return { parts, mine, window: parts.windows[WINDOW] ?? expect.fail('no window') }
}
function opened(over: Parameters<typeof windowOf>[0] = {}): Bench {
  const b = bench()
  b.does({ type: 'save-window', window: windowOf(over) })
  expect(b.does({ type: 'open-window', window: WINDOW })).toEqual(['window-opened'])
  return b
}
const answer = (b: Bench, innovation: InnovationId, said: 'yes' | 'maybe' | 'no') =>
  b.does({ type: 'set-answer', innovation, answer: said }, 0, as(JO))
const wish = (b: Bench, ...innovations: InnovationId[]) =>
  b.does({ type: 'set-wishes', innovations }, 0, as(JO))
function published(b: Bench, run: Parameters<typeof proposal>[0]): void {
  b.does({ type: 'close-window', window: WINDOW })
  b.does(proposal(run), 0, SYSTEM)
  expect(b.does({ type: 'publish-seating', window: WINDOW, run: b.show.version })).toEqual([
    'seating-published',
  ])
}
const choices = ({ parts, mine, window }: Seen) => choicesIn(parts, mine, window)

describe('somebody who wants fewer conversations', () => {
  test('has so many rounds to expect, less the seats that they have in others', () => {
    const b = bench()
    const most = (number: number | null) => b.does({ type: 'set-most', most: number }, 0, as(JO))
    b.does({ type: 'open-round', round: A })
    b.does({ type: 'save-window', window: windowOf({ rounds: [B] }) })
    const wanted = (person = JO): number => {
      const { parts, mine, window } = seen(b, person)
      return roundsWanted(parts, mine, window)
    }
    expect(wanted()).toBe(1)
    most(1)
    expect(wanted()).toBe(1)
    b.does({ type: 'pick-table', round: A, table: TWO }, 0, as(JO))
    expect(wanted()).toBe(0)
    most(2)
    expect([wanted(), wanted(SAM)]).toEqual([1, 1])
  })
  test('a table that somebody is kept away from is not offered', () => {
    const b = opened()
    answer(b, I1, 'yes')
    published(b, {})
    const offered = () => {
      const { parts, mine, window } = seen(b)
      return offersIn(parts, mine, window).map(({ table }) => table.id)
    }
    expect(offered()).toContain(ONE)
    b.does({ type: 'set-ban', person: JO, table: ONE, banned: true })
    expect(offered()).not.toContain(ONE)
    expect(offered()).not.toEqual([])
  })
})

describe('what can be chosen in a window', () => {
  test('the list, then yeses, maybes and all others; “not for us” is in none of them', () => {
    const b = opened()
    answer(b, I1, 'maybe')
    answer(b, I2, 'yes')
    wish(b, I3)
    expect(choices(seen(b))).toEqual({ listed: [I3], tail: [I2], maybes: [I1], others: [] })
    answer(b, I3, 'no')
    expect(choices(seen(b))).toEqual({ listed: [], tail: [I2], maybes: [I1], others: [] })
  })

  test('a list on its way counts instead of the one the server has', () => {
    const { parts, mine, window } = seen(opened())
    expect(choicesIn(parts, mine, window, [I2, I1])).toMatchObject({
      listed: [I2, I1],
      others: [I3],
    })
  })

  test('tables of the window that have something to hear, and not one’s own', () => {
    const b = opened({ tables: [ONE, TWO] })
    expect(choices(seen(b)).others).toEqual([I1, I2])
    expect(choices(seen(b, HOSTS[0])).others).toEqual([I2])
  })

  test('whom one has met in a round outside the window is left out, and keeps its place on the list', () => {
    const b = bench()
    b.does({ type: 'open-round', round: A })
    b.does({ type: 'pick-table', round: A, table: TWO }, 0, as(JO))
    b.does({ type: 'end-round', round: A })
    b.does({ type: 'save-window', window: windowOf({ rounds: [B] }) })
    b.does({ type: 'open-window', window: WINDOW })
    wish(b, I2, I3)
    const { parts, mine, window } = seen(b)
    expect(choices({ parts, mine, window })).toMatchObject({ listed: [I3], others: [I1] })
    expect(moved(mine.wishes, [I3], 0, -1)).toEqual([I3, I2])
    expect(toggled(mine.wishes, I3)).toEqual([I2])
    expect(toggled(mine.wishes, I1)).toEqual([I2, I3, I1])
  })

  test('a step up or down swaps neighbours and ends at the ends', () => {
    expect(moved([], [I1, I2, I3], 2, -1)).toEqual([I1, I3, I2])
    expect(moved([], [I1, I2, I3], 0, 1)).toEqual([I2, I1, I3])
    expect(moved([], [I1, I2, I3], 0, -1)).toEqual([I1, I2, I3])
    expect(moved([], [I1, I2, I3], 2, 1)).toEqual([I1, I2, I3])
  })
})

describe('what to expect', () => {
  // research/tables.md, section 4: 300 people, 30 tables of 10, 6 rounds.
  test.each([
    [4, 0.52],
    [6, 0.7],
    [8, 0.84],
    [10, 0.94],
    [12, 0.99],
  ])(
    'a list of %i fills the share of the rounds that was measured, within one in a hundred',
    (length, share) => {
      expect(Math.abs(tablesToExpect(length, 6, 6) / 6 - share)).toBeLessThan(0.01)
    },
  )

  // The same, "Measured": wishes granted, as a share of the six to ten that people had (7.5 in 8 rounds, 6 in 6).
  test.each([
    ['A, 500 people, 30 tables of 8 to 20', 8, 6, (30 * 14 * 6) / 500, 0.747 * 6],
    ['C, 300 people, 30 tables of 10', 8, 6, 6, 0.847 * 6],
    ['E, 2,000 people, 60 tables of 12', 8, 8, (60 * 12 * 8) / 2000, 0.386 * 7.5],
    ['F, 2,000 people, 60 tables of 34', 8, 8, (60 * 34 * 8) / 2000, 0.718 * 7.5],
  ])('%s: within a third of a table', (_, length, rounds, seats, visits) => {
    expect(Math.abs(tablesToExpect(length, rounds, seats) - visits)).toBeLessThan(0.34)
  })

  test('never more than the list, the rounds or the seats; nothing for nothing', () => {
    for (let length = 0; length <= 40; length += 1)
      for (let rounds = 0; rounds <= 10; rounds += 1)
        for (const seats of [0, 0.3, 2.5, 8, 50]) {
          const expected = tablesToExpect(length, rounds, seats)
          expect(expected).toBeGreaterThanOrEqual(0)
          expect(expected).toBeLessThanOrEqual(Math.min(length, rounds, seats) + 1e-9)
          expect(tablesToExpect(length + 1, rounds, seats)).toBeGreaterThanOrEqual(expected - 1e-9)
        }
  })

  test('seats for each person: of the window’s tables in its rounds to come, closed ones left out', () => {
    const b = opened()
    const capacity = Object.values(b.show.tables).reduce((sum, table) => sum + table.capacity, 0)
    const { parts, window } = seen(b)
    expect(seatsEach(parts, window)).toBeCloseTo((2 * capacity) / window.delegates)
    const one = b.show.tables[ONE]?.capacity ?? 0
    b.does({ type: 'set-round-seats', round: A, table: ONE, seats: 0 })
    b.does({ type: 'end-round', round: B })
    const later = seen(b)
    expect(seatsEach(later.parts, later.window)).toBeCloseTo((capacity - one) / window.delegates)
  })
})

describe('the result', () => {
  test('why somebody sits there: their choice, a yes, a suggestion, or by their own hand', () => {
    const b = opened()
    wish(b, I3, I2)
    answer(b, I1, 'yes')
    published(b, { seats: { [A]: { [TWO]: [JO] }, [B]: { [ONE]: [JO] } } })
    const reason = (round: RoundId) => {
      const { parts, mine } = seen(b)
      return reasonOf(parts, mine, parts.rounds[round] ?? expect.fail('no round'))
    }
    expect(reason(A)).toEqual({ kind: 'choice', choice: 2 })
    expect(reason(B)).toEqual({ kind: 'yes' })
    b.does(proposal({ seats: { [B]: { [ONE]: [JO] } }, suggested: { [B]: [JO] } }), 0, SYSTEM)
    b.does({ type: 'publish-seating', window: WINDOW, run: b.show.version })
    expect(reason(A)).toBeNull()
    expect(reason(B)).toEqual({ kind: 'suggested' })
  })

  test('a round that has gone by does not move the ranks of those to come', () => {
    const b = opened()
    wish(b, I1, I2)
    published(b, { seats: { [A]: { [ONE]: [JO] }, [B]: { [TWO]: [JO] } } })
    b.does({ type: 'end-round', round: A })
    const { parts, mine } = seen(b)
    expect(reasonOf(parts, mine, parts.rounds[B] ?? expect.fail('no round'))).toEqual({
      kind: 'choice',
      choice: 2,
    })
  })

  test('wishes that were not met, with what was asked for and how many seats there are; one met since is none', () => {
    const b = opened()
    wish(b, I1, I2)
    const run = { unmet: { [JO]: { [I1]: 'full', [I2]: 'group' } }, asked: { [ONE]: 301 } } as const
    published(b, run)
    const capacity = b.show.tables[ONE]?.capacity ?? 0
    b.does({ type: 'set-round-seats', round: B, table: ONE, seats: capacity + 3 })
    const unmet = () => {
      const { parts, mine, window } = seen(b)
      return unmetIn(parts, mine, window).map(({ table, ...rest }) => ({ ...rest, at: table.id }))
    }
    expect(unmet()).toEqual([
      { innovation: I1, reason: 'full', asked: 301, seats: 2 * capacity + 3, at: ONE },
      { innovation: I2, reason: 'group', asked: 0, seats: expect.any(Number), at: TWO },
    ])
    b.does({ type: 'pick-table', round: A, table: ONE }, 0, as(JO))
    expect(unmet().map(({ at }) => at)).toEqual([TWO])
  })

  test('offers: wishes first, in free rounds first, never full, closed, met or “not for us”', () => {
    const b = opened()
    wish(b, I3)
    answer(b, I1, 'no')
    published(b, { seats: { [A]: { [TWO]: [JO] } } })
    const offers = (): [RoundId, TableId, TableId | null][] => {
      const { parts, mine, window } = seen(b)
      return offersIn(parts, mine, window).map((one) => [one.round.id, one.table.id, one.instead])
    }
    expect(offers()).toEqual([[B, THREE, null]])
    b.does({ type: 'set-round-seats', round: B, table: THREE, seats: 0 })
    expect(offers()).toEqual([])
    b.does({ type: 'set-round-seats', round: B, table: THREE, seats: 1 })
    b.does({ type: 'pick-table', round: B, table: THREE }, 0, as(SAM))
    expect(offers(), 'it is full').toEqual([])
    b.does({ type: 'pick-table', round: B, table: ONE }, 0, as(JO))
    expect(offers(), 'every round is taken: a swap').toEqual([[A, THREE, TWO]])
    answer(b, I3, 'no')
    expect(offers()).toEqual([])
    expect(offersIn(seen(b).parts, seen(b, HOSTS[0]).mine, seen(b).window)).toEqual([])
    expect(choices(seen(b, DEE)).listed).toEqual([])
  })
  test('offers: nobody is asked to give up what they wished for more', () => {
    const b = opened()
    wish(b, I1, I2, I3)
    published(b, { seats: { [A]: { [ONE]: [JO] }, [B]: { [THREE]: [JO] } } })
    const offers = () => {
      const { parts, mine, window } = seen(b)
      return offersIn(parts, mine, window).map((one) => [one.round.id, one.table.id])
    }
    expect(offers(), 'their second choice for their third').toEqual([[B, TWO]])
    b.does({ type: 'pick-table', round: B, table: TWO }, 0, as(JO))
    expect(offers(), 'not their third for their second').toEqual([])
  })
})
