import type { Instant } from '#shared/time/instant.ts'
import type { Event } from './events.ts'
import type { ReadShow, Show } from './state.ts'
import type { Actor, PersonId, TextId } from './words.ts'

/** What a person told us of themselves. Never in an event: it lives in a row that can be erased. */
export interface PersonDetails {
  name: string
  organisation: string
  jobTitle: string
  email: string
  /** the ticket or attendee number of the system they registered with */
  ticket: string
}
/** What somebody wrote in words of their own. Never in an event, and gone when either of the two people is. */
export interface TextRow {
  id: TextId
  /** whose it is */
  by: PersonId
  /** whom it is about; null: nobody */
  about: PersonId | null
  text: string
}
/** `restore`: what their details were before the last change, or after the last that was undone, while that is known. */
export type PersonWrite = StoredWrite | { restore: PersonId; step: 'back' | 'forward' }
/** As a store writes it. `erase` takes with it what the person wrote, and what was written about them. */
export type StoredWrite =
  | { put: PersonDetails & { id: PersonId } }
  | { erase: PersonId }
  | { putText: TextRow }
  | { eraseText: TextId }

/** The facts from outside that a decision may use. */
export interface Meta {
  at: Instant
  actor: Actor
  /** a fresh secret, for what must be left to chance; there where a day is run */
  draw?: () => Draw
}
/** A random seed, and its SHA-256 as hex, which can be shown before the seed is. */
export interface Draw {
  seed: string
  seedHash: string
}

export type RefusalCode =
  | 'not-allowed'
  | 'unknown'
  | 'already-exists'
  | 'bad-value'
  | 'superseded'
  | 'not-saved'
  | 'closing'
  | 'on-hold'
  | 'not-on-hold'
  | 'nothing-on-stage'
  | 'nothing-before'
  | 'not-running'
  | 'already-running'
  | 'not-paused'
  | 'no-more-items'
  | 'nobody-else-waiting'
  | 'pitch-done'
  | 'not-a-pitch-block'
  | 'segment-begun'
  | 'on-stage-now'
  | 'number-taken'
  | 'capacity-below-taken'
  | 'table-full'
  | 'round-not-open'
  | 'round-over'
  | 'round-in-use'
  | 'round-running'
  | 'round-wrong-phase'
  | 'pitches-running'
  | 'host-on-duty'
  | 'hosts-here'
  | 'hosts-elsewhere'
  | 'host-has-pick'
  | 'show-closed'
  | 'day-in-use'
  | 'stage-in-use'
  | 'table-in-use'
  | 'person-in-use'
  | 'round-free'
  | 'round-in-window'
  | 'round-by-wishes'
  | 'table-closed'
  | 'table-has-room'
  | 'not-your-table'
  | 'no-room-now'
  | 'round-not-begun'
  | 'choosing-not-open'
  | 'not-for-us'
  | 'window-begun'
  | 'window-not-open'
  | 'window-not-closed'
  | 'window-published'
  | 'kept-from-table'
  | 'kept-at-table'
  | 'not-at-table'
  | 'too-many-together'
  /** breaks show as many pictures as they can */
  | 'pictures-full'
  | 'edit-gone'
  | 'details-gone'
  | 'edited-since'
  | 'undone-before'
  | 'own-innovation'
  | 'not-your-guest'
  | 'not-there'
  | 'not-asked'
  | 'round-still-on'
  | 'hosts-already'
  | 'no-proposal'
  | 'proposal-accepted'

export type Params = Readonly<Record<string, string | number | readonly (string | number)[]>>

/** A refusal is a value: always answered to the sender, in words from the catalogue, never an exception. */
export interface Refusal {
  code: RefusalCode
  /** what the words need; never anything personal */
  params: Params
  /** the field of the command that is at fault */
  field?: string
}

export type Decision =
  | { ok: true; events: Event[]; people: PersonWrite[] }
  | { ok: false; refusal: Refusal }

export const accept = (...events: Event[]): Decision => ({ ok: true, events, people: [] })

export const refuse = (code: RefusalCode, params: Params = {}, field?: string): Decision => ({
  ok: false,
  refusal: field === undefined ? { code, params } : { code, params, field },
})

/** One decider a command type; a chapter that misses one does not compile. */
export type Deciders<Command extends { type: string }> = {
  [Type in Command['type']]: (
    show: ReadShow,
    command: Extract<Command, { type: Type }>,
    meta: Meta,
  ) => Decision
}

/** One evolver an event type. Events are facts: an evolver never refuses and reads no clock. */
export type Evolvers<Fact extends { type: string }> = {
  [Type in Fact['type']]: (show: Show, event: Extract<Fact, { type: Type }>) => void
}

/** Invariant: the event that put `id` here has been evolved before. */
export function known<Id extends string, Item>(items: Record<Id, Item>, id: Id): Item {
  const item = items[id]
  if (item === undefined) throw new Error(`the journal speaks of ${id} before it exists`)
  return item
}
