import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftOf } from '#shared/show/programme/drafts.ts'
import { consoleParts } from '#shared/views/console.ts'
import { buildParts } from '#shared/views/common.ts'
import type { PersonId, RoundId, ShowId, TableId, WindowId } from '#shared/show/words.ts'
import {
  type Offer,
  offersFor,
  tablesForAll,
} from '../../../client/screens/console/people/walk-in/offers.ts'
import { DEMO } from '../../../scripts/seed/full-show.ts'
import { draftFullShow } from '../../../scripts/seed/into-store.ts'
import { proposal, windowOf } from '../../support/windows.ts'

const T0 = Date.UTC(2026, 5, 28, 8)
const NEW = 'per-walk-in' as PersonId
const WINDOW = 'win-main' as WindowId

/** Four rounds, four tables of two seats: all first come, but for what a test makes of them. */
function hall() {
  const size = { ...DEMO, delegates: 8, pitches: 4, capacity: 2, byItself: false }
  const draft = draftFullShow('walk-in' as ShowId, size, T0)
  const { rounds, tables, delegates } = draft.full
  const details = { name: 'Jo', organisation: '', jobTitle: '', email: '', ticket: '' }
  draft.does({ type: 'save-person', person: NEW, roles: ['delegate'], details }, T0)
  const round = (index: number): RoundId => rounds[index] ?? ('' as RoundId)
  const table = (index: number): TableId => tables[index] ?? ('' as TableId)
  const sit = (person: number | PersonId, one: number, at: number): void =>
    draft.does(
      {
        type: 'move-person',
        person: typeof person === 'number' ? (delegates[person] ?? NEW) : person,
        round: round(one),
        table: table(at),
      },
      T0,
    )
  const offers = (): Offer[] => offersFor(buildParts(consoleParts, draft.show, new Map()), NEW)
  const numbers = (one: number): string[] =>
    (offers().find((offer) => offer.round.id === round(one))?.tables ?? []).map(
      ({ table: { number }, free }) => `${number}:${free}`,
    )
  return { draft, round, table, sit, offers, numbers }
}

describe('what a walk-in is offered', () => {
  it('the rounds that are not over, tables with most room first, none twice', () => {
    const { draft, round, sit, offers, numbers } = hall()
    draft.does({ type: 'end-round', round: round(0) }, T0)
    sit(0, 1, 0)
    sit(1, 1, 1)
    sit(2, 1, 1)
    expect(offers().map(({ round: { number }, kind }) => [number, kind])).toEqual([
      [2, 'seat'],
      [3, 'seat'],
      [4, 'seat'],
    ])
    expect(numbers(1)).toEqual(['3:2', '4:2', '1:1'])
    sit(NEW, 2, 2)
    expect(numbers(1)).toEqual(['4:2', '1:1'])
    expect(offers()[1]?.at).toBe(draft.full.tables[2])
  })

  it('in a round that is on, chairs that one may walk up to: no count, no release', () => {
    const { draft, round, table, sit, offers, numbers } = hall()
    sit(0, 0, 0)
    sit(1, 0, 0)
    draft.does({ type: 'move-round', round: round(0) }, T0)
    expect(offers()[0]?.kind).toBe('now')
    expect(numbers(0)).toEqual(['2:2', '3:2', '4:2'])
    draft.does({ type: 'count-came', round: round(0), table: table(0), came: 1 }, T0)
    expect(numbers(0)).toEqual(['2:2', '3:2', '4:2', '1:1'])
  })

  it('rounds by wishes wait for choosing and the seating, and keep to the window’s tables after it', () => {
    const { draft, round, table, offers, numbers } = hall()
    const rounds = [round(1), round(2)]
    draft.does(
      { type: 'save-window', window: windowOf({ rounds, tables: [table(0), table(1)] }) },
      T0,
    )
    const kinds = () => offers().map(({ kind }) => kind)
    expect(kinds()).toEqual(['seat', 'wishes', 'wishes', 'seat'])
    draft.does({ type: 'open-window', window: WINDOW }, T0)
    expect(kinds()[1]).toBe('wishes')
    draft.does({ type: 'close-window', window: WINDOW }, T0)
    expect(kinds()[1]).toBe('seating')
    expect(tablesForAll(offers()).size).toBe(2)
    draft.does(proposal({}), T0)
    const run = draft.show.windows[WINDOW]?.runs.at(-1)?.id ?? 0
    draft.does({ type: 'publish-seating', window: WINDOW, run }, T0)
    expect(kinds()).toEqual(['seat', 'seat', 'seat', 'seat'])
    expect(numbers(1)).toEqual(['1:2', '2:2'])
    expect(numbers(3)).toHaveLength(4)
  })

  it('a walk-up round has no seats to give', () => {
    const { draft, round, offers } = hall()
    const segment = draftOf(draft.show, draft.full.roundsSegment)
    if (segment?.kind !== 'rounds') throw new Error('there are no rounds')
    const rounds = segment.rounds.map((one) => ({ ...one, free: one.id === round(0) }))
    draft.does({ type: 'save-segment', segment: { ...segment, rounds } }, T0)
    expect(offers()[0]).toMatchObject({ kind: 'walk-up', tables: [] })
  })
})

/** The most rounds that can have a table of their own, by trying everything. */
function most(rounds: readonly (readonly number[])[], used: ReadonlySet<number>): number {
  const [first, ...rest] = rounds
  if (!first) return 0
  const without = most(rest, used)
  const withOne = first
    .filter((table) => !used.has(table))
    .map((table) => 1 + most(rest, new Set([...used, table])))
  return Math.max(without, ...withOne)
}

it('all rounds at once: as many as there can be, each at a table with room, no table twice', () => {
  const rounds = fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 5 }), {
    maxLength: 6,
  })
  fc.assert(
    fc.property(rounds, (lists) => {
      const offers = lists.map((list, index) => ({
        round: { id: `rnd-${index}` },
        kind: 'seat',
        at: null,
        tables: list.map((number) => ({ table: { id: `tab-${number}`, number }, free: 1 })),
      })) as unknown as Offer[]
      const plan = tablesForAll(offers)
      expect(new Set(plan.values()).size).toBe(plan.size)
      expect(plan.size).toBe(most(lists, new Set()))
      for (const [round, table] of plan) {
        const offer = offers.find((one) => one.round.id === round)
        expect(offer?.tables.some((one) => one.table.id === table)).toBe(true)
      }
    }),
  )
})
