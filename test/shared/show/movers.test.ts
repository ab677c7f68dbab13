import { expect, test } from 'vitest'
import { Check } from 'typebox/value'
import { WindowDraft } from '#shared/show/choosing/commands.ts'
import { draftOfWindow } from '#shared/show/choosing/drafts.ts'
import type { SingleCommand } from '#shared/show/commands.ts'
import type { SeatingRun } from '#shared/show/choosing/window.ts'
import { SYSTEM } from '#shared/show/words.ts'
import { as, bench, type Bench, GUESTS, RD, TABLES } from '../../support/decider.ts'
import { proposal, WINDOW, windowOf } from '../../support/windows.ts'

const [A, B] = RD
const [ONE, TWO, THREE] = TABLES
const [JO] = GUESTS
const save = (over: Parameters<typeof windowOf>[0] = {}): SingleCommand => ({
  type: 'save-window',
  window: windowOf(over),
})
const publish = (run: number): SingleCommand => ({ type: 'publish-seating', window: WINDOW, run })
function proposed(b: Bench, seating: Partial<SeatingRun>): number {
  expect(b.does(proposal(seating), 0, SYSTEM)).toEqual(['seating-proposed'])
  return b.show.version
}
/** A window in which presenters move, closed. */
function closed(): Bench {
  const b = bench()
  b.does(save({ whoMoves: 'presenters' }))
  b.does({ type: 'open-window', window: WINDOW })
  b.does({ type: 'close-window', window: WINDOW })
  return b
}

test('W13 who moves is settled once people have been told; places are published with the seats', () => {
  const b = closed()
  const stands = { [A]: { [ONE]: TWO, [TWO]: ONE }, [B]: { [ONE]: ONE, [TWO]: TWO } }
  const run = proposed(b, { seats: { [A]: { [ONE]: [JO] }, [B]: { [TWO]: [JO] } }, stands })
  expect(b.does(save({ whoMoves: 'delegates' }))).toEqual(['window-saved'])
  expect(b.does(save())).toEqual([])
  expect(b.does(save({ whoMoves: 'presenters' }))).toEqual(['window-saved'])
  expect(b.show.rounds[A]?.stands).toEqual({})
  b.does(publish(run))
  expect(b.show.rounds[A]?.stands).toEqual(stands[A])
  expect(b.does(save({ whoMoves: 'delegates' }))).toBe('window-published')
  expect(b.does(save({ whoMoves: 'presenters', title: 'Other' }))).toEqual(['window-saved'])
  // A seating of delegates who move has nobody stand anywhere else.
  const plain = proposed(b, { seats: { [A]: { [ONE]: [JO] } } })
  b.does(publish(plain))
  expect(b.show.rounds[A]?.stands).toEqual({})
})

test('T5 a table at whose place people sit cannot be removed, also when nobody chose it', () => {
  const b = closed()
  const run = proposed(b, {
    seats: { [A]: { [ONE]: [JO] } },
    stands: { [A]: { [ONE]: THREE, [THREE]: ONE } },
  })
  const remove: SingleCommand = { type: 'remove-table', table: THREE }
  b.does(publish(run))
  expect(b.does(remove)).toBe('table-in-use')
  b.does({ type: 'leave-table', round: A }, 0, as(JO))
  expect(b.does(remove)).toEqual(['table-removed'])
  expect(b.show.rounds[A]?.stands).toEqual({})
})

test('W1 a window whose only table is removed is left without one, and is saved as it stands', () => {
  const b = bench()
  b.does(save({ tables: [THREE] }))
  b.does({ type: 'remove-table', table: THREE })
  const draft = draftOfWindow(b.show, WINDOW) ?? expect.fail('the window is gone')
  expect(draft.tables).toEqual([])
  expect(Check(WindowDraft, draft)).toBe(true)
})
