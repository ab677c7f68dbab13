import { createHash } from 'node:crypto'
import type { Command } from '#shared/show/commands.ts'
import type { Draw, StoredWrite } from '#shared/show/decision.ts'
import { decide } from '#shared/show/decide.ts'
import type { Event } from '#shared/show/events.ts'
import { evolve } from '#shared/show/evolve.ts'
import { emptyShow, type Show } from '#shared/show/state.ts'
import { type Actor, idFrom, type ShowId, type StageId } from '#shared/show/words.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { Store, StoredEvent } from '../../server/store/port.ts'
import { chance } from './chance.ts'
import { fullShow, type FullShow, type Size } from './full-show.ts'

const ORGANISER: Actor = { id: 'organiser', roles: ['organiser'], person: null }

/** What a window draws: the same each time, so that a draft is. */
const SEED = 'drawn for a draft'
const draw = (): Draw => ({
  seed: SEED,
  seedHash: createHash('sha256').update(SEED).digest('hex'),
})

/** A show made by commands alone, in memory: its state, its journal and who is in it. */
export interface Draft {
  readonly show: Show
  readonly journal: readonly StoredEvent[]
  readonly people: readonly StoredWrite[]
  /** One more command, as the organiser or as somebody else. One that is refused is a mistake of the caller. */
  does(command: Command, at: Instant, actor?: Actor): void
}

/** A show with its title, place and days, and nothing in it. */
export function draftShow(
  id: ShowId,
  { title, place, zone, days }: { title: string; place: string; zone: string; days: string[] },
  at: Instant,
): Draft & { stage: StageId } {
  const show = emptyShow(id)
  const journal: StoredEvent[] = []
  const people: StoredWrite[] = []
  const stage = idFrom<StageId>('stg', chance(7).bytes(12))
  const does: Draft['does'] = (command, when, actor = ORGANISER) => {
    const decision = decide(show, command, { at: when, actor, draw })
    if (!decision.ok)
      throw new Error(`${command.type} was refused: ${JSON.stringify(decision.refusal)}`)
    for (const event of decision.events) {
      evolve(show, event)
      journal.push(stored(show.version, when, actor, event))
    }
    for (const write of decision.people) if (!('restore' in write)) people.push(write)
  }
  does({ type: 'create-show', title, place, zone, days, stage }, at)
  return { show, journal, people, does, stage }
}

/** A believable full show, as `fullShow` makes it. */
export function draftFullShow(
  id: ShowId,
  size: Size,
  at: Instant,
): Draft & { stage: StageId; full: FullShow } {
  const { zone, day } = size
  const title = size.longTitles
    ? 'The combined digital innovation showcase of the councils, health boards and universities of the whole northern region 2026'
    : 'Leeds Pitch & Talk'
  const draft = draftShow(id, { title, place: 'Leeds Town Hall', zone, days: [day] }, at)
  const full = fullShow(draft.stage, size)
  for (const command of full.commands) draft.does(command, at)
  draft.does({ type: 'publish-programme', published: true }, at)
  return { ...draft, full }
}

/** Writes it into a store that no server has open. */
export async function storeDraft(store: Store, { show, journal, people }: Draft): Promise<void> {
  const outcome = await store.commit(show.id, 0, journal, people)
  if (!outcome.ok) throw new Error(`the show was not saved: ${JSON.stringify(outcome)}`)
}

const stored = (n: number, at: Instant, actor: Actor, event: Event): StoredEvent => ({
  n,
  at,
  actor: actor.id,
  device: null,
  counter: null,
  commandId: null,
  event,
})
