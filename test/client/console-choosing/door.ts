import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import type { Command } from '#shared/show/commands.ts'
import type { SeatingRun } from '#shared/show/choosing/window.ts'
import {
  type Actor,
  type InnovationId,
  type PersonId,
  type RoundId,
  SYSTEM,
  type TableId,
  type WindowId,
} from '#shared/show/words.ts'
import { DEMO, type FullShow, type Size } from '../../../scripts/seed/full-show.ts'
import { draftFullShow, storeDraft } from '../../../scripts/seed/into-store.ts'
import { createAccess } from '../../../server/access/access.ts'
import { createApp } from '../../../server/app.ts'
import { createLive } from '../../../server/live/live.ts'
import type { ShowRunner } from '../../../server/runner/types.ts'
import { openShows } from '../../../server/runner/shows.ts'
import { seatHere } from '../../support/seat-here.ts'
import { createSeating } from '../../../server/seating/seating.ts'
import { openStore } from '../../../server/store/open.ts'
import { session, SHOW } from '../../support/seeded.ts'
import { proposal } from '../../support/windows.ts'

const ORGANISER: Actor = { id: 'organiser', roles: ['organiser'], person: null }

/** A server in this process, with a way to its runner that no browser has. */
export interface Door {
  port: number
  /** cookie of the organiser */
  organiser: string
  full: FullShow
  runner: ShowRunner
  sends(command: Command, actor?: Actor): Promise<void>
  /** the delegate of that number in the list ranks these */
  ranks(index: number, innovations: readonly InnovationId[]): Promise<void>
  /** what the server's own seating would hand in, with these figures */
  proposes(window: WindowId, run: Partial<SeatingRun>): Promise<void>
  close(): Promise<void>
}

/** The believable show of today on a store in memory, its day not begun. */
export async function openDoor(size: Partial<Size> = {}): Promise<Door> {
  const outcome = await openStore({ folder: ':memory:' })
  if (!outcome.ok) throw new Error(outcome.reason)
  const { store } = outcome
  const now = Date.now()
  const day = new Date(now).toISOString().slice(0, 10)
  const draft = draftFullShow(SHOW, { ...DEMO, day, byItself: false, ...size }, now)
  await storeDraft(store, draft)
  const organiser = await session(store, { role: 'organiser', generation: 1 }, now)
  const log = pino({ level: 'silent' })
  const clock = { now: Date.now, monotonic: () => performance.now() }
  const access = await createAccess({ store, now: clock.now, secure: false })
  const shows = await openShows({ store, clock, log })
  const live = createLive({ shows, access, log, publicUrl: null })
  const config = { publicUrl: null, secure: false }
  const seating = createSeating({ shows, seat: seatHere, log })
  const app = await createApp({ shows, access, live, seating, store, log, config })
  live.attach(app.server)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const runner = shows.get(SHOW)
  if (!runner) throw new Error('the show is not there')
  const sends: Door['sends'] = async (command, actor = ORGANISER) => {
    const result = await runner.submit({ command, actor, repeat: null })
    if (!result.ok) throw new Error(`${command.type}: ${result.refusal.code}`)
  }
  return {
    port: (app.server.address() as AddressInfo).port,
    organiser,
    full: draft.full,
    runner,
    sends,
    ranks: async (index, innovations) => {
      const person = draft.full.delegates[index]
      if (!person) throw new Error(`there is no delegate ${index}`)
      const actor: Actor = { id: person, roles: ['delegate'], person }
      await sends({ type: 'set-wishes', innovations: [...innovations] }, actor)
    },
    proposes: (window, run) => sends(proposal({ by: 'system', ...run }, window), SYSTEM),
    async close() {
      await live.close()
      await app.close()
      await seating.close()
      await shows.close()
      await store.close()
    },
  }
}

/** Everybody goes from table to table, beginning one table further each: a seating by hand for tests. */
export function goRound(
  people: readonly PersonId[],
  rounds: readonly RoundId[],
  tables: readonly TableId[],
  capacity: number,
): SeatingRun['seats'] {
  const seats: SeatingRun['seats'] = {}
  for (const [r, round] of rounds.entries()) {
    const own: Record<TableId, PersonId[]> = {}
    for (const [index, person] of people.entries()) {
      const table = tables[(index + r) % tables.length]
      if (table === undefined) continue
      const list = (own[table] ??= [])
      if (list.length < capacity) list.push(person)
    }
    seats[round] = own
  }
  return seats
}
