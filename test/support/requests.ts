import { problemOf, type SeatingOptions } from '#shared/allotment/from-show.ts'
import { seatingFigures } from '#shared/allotment/figures.ts'
import { seatWindow } from '#shared/allotment/seat-window.ts'
import { type RunDraft, runOf } from '#shared/allotment/to-run.ts'
import type { SingleCommand } from '#shared/show/commands.ts'
import type { InnovationId, PersonId, RoundId, TableId } from '#shared/show/words.ts'
import { SYSTEM } from '#shared/show/words.ts'
import { expect } from 'vitest'
import { as, bench, type Bench, GUESTS, INNOVATIONS } from './decider.ts'
import { WINDOW, windowOf } from './windows.ts'

export const HELPER = as('per-desk' as PersonId, 'helper')
export const ban = (person: PersonId, table: TableId, banned = true): SingleCommand => ({
  type: 'set-ban',
  person,
  table,
  banned,
})
export const pin = (
  people: PersonId[],
  table: TableId,
  round: RoundId | null = null,
  pinned = true,
): SingleCommand => ({ type: 'set-pin', people, table, round, pinned })
export const musts = (table: TableId, ...people: PersonId[]): SingleCommand => ({
  type: 'set-musts',
  table,
  people,
})
export const together = (person: PersonId, ...others: PersonId[]): SingleCommand => ({
  type: 'set-company',
  person,
  others,
})

export const window = (b: Bench) => b.show.windows[WINDOW] ?? expect.fail('there is no window')

/** Everybody's list while choosing is open, and then closed. */
export function wished(lists: Partial<Record<PersonId, InnovationId[]>> = {}, b = bench()): Bench {
  b.does({ type: 'save-window', window: windowOf() })
  b.does({ type: 'open-window', window: WINDOW })
  for (const [person, innovations] of Object.entries(lists))
    b.does({ type: 'set-wishes', innovations: innovations ?? [] }, 0, as(person as PersonId))
  b.does({ type: 'close-window', window: WINDOW })
  return b
}

/** The seating as the server would propose it. */
export function runFor(b: Bench, options: SeatingOptions = {}): RunDraft {
  const asked = problemOf(b.show, new Map(), window(b), options)
  const seating = seatWindow(asked.problem)
  return runOf(b.show, asked, seating, seatingFigures(asked.problem, seating))
}
export function proposed(b: Bench, options: SeatingOptions = {}): RunDraft & { id: number } {
  const run = { ...runFor(b, options), by: 'organiser', basis: b.show.version }
  b.does({ type: 'propose-seating', window: WINDOW, run }, 0, SYSTEM)
  return { ...run, id: b.show.version }
}
export function published(b: Bench, options: SeatingOptions = {}): RunDraft & { id: number } {
  const run = proposed(b, options)
  b.does({ type: 'publish-seating', window: WINDOW, run: run.id })
  return run
}
export const at = (b: Bench, round: RoundId): Record<PersonId, TableId> =>
  b.show.rounds[round]?.picks ?? {}
export const tablesOf = ({ seats }: Pick<RunDraft, 'seats'>, person: PersonId): string[] =>
  Object.values(seats).flatMap((tables) =>
    Object.entries(tables).flatMap(([table, people]) => (people.includes(person) ? [table] : [])),
  )
export const everyList = Object.fromEntries(GUESTS.map((person) => [person, [...INNOVATIONS]]))
