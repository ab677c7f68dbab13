import type { PersonDetails, StoredWrite as PersonWrite, TextRow } from '#shared/show/decision.ts'
import type { HallPicture } from '#shared/show/state.ts'
import type { PersonId, ShowId } from '#shared/show/words.ts'
import type { Instant } from '#shared/time/instant.ts'

export type { PersonWrite, TextRow }
export type PersonRow = PersonDetails & { id: PersonId }

/** A fact as the journal keeps it: number `n` of its show, without gaps from 1. */
export interface StoredEvent {
  n: number
  at: Instant
  /** id of who sent the command */
  actor: string
  device: string | null
  /** the device's count of its commands */
  counter: number | null
  /** all events of one accepted command carry its id and follow one another in one commit */
  commandId: string | null
  /** JSON, as `{type, …}` */
  event: unknown
}

/** A picture that a map is drawn on; the journal names it by its hash. */
export interface Picture {
  /** SHA-256 of its bytes, as hex */
  hash: string
  /** media type */
  format: HallPicture['format']
  bytes: Uint8Array
}

export interface ShowEntry {
  id: ShowId
  /** when its first event happened */
  createdAt: Instant
  lastN: number
}

/** The disk is full, gone or read-only: nothing of what was asked is saved. */
export interface NotSaved {
  ok: false
  reason: 'not-saved'
  /** for the log; holds nothing personal */
  detail: string
}
export type Saved = { ok: true } | NotSaved

export type CommitOutcome =
  | { ok: true; lastN: number }
  /** somebody else has appended since: read on from what you hold, and decide again */
  | { ok: false; reason: 'conflict'; lastN: number }
  /** this command was accepted before: its events are in the journal already */
  | { ok: false; reason: 'repeated'; commandId: string }
  | NotSaved

export type Removed = { ok: true } | { ok: false; reason: 'absent' } | NotSaved

export type Taken = { ok: true; value: string } | { ok: false; reason: 'absent' } | NotSaved

/** What a pass or a sign-in has given a session; counts while its generation is the present one. */
export type Grant =
  | { role: 'organiser'; generation: number }
  | { role: 'person'; show: ShowId; person: PersonId; generation: number }
  | { role: 'screen'; show: ShowId; generation: number }

export interface Session {
  /** SHA-256 of the token in hex; the token itself is only in the browser */
  hash: string
  grants: readonly Grant[]
  createdAt: Instant
  seenAt: Instant
  expiresAt: Instant
}

/** How many events `read` gives at most, so that a long replay leaves the server time for others. */
export const PAGE = 2000

/**
 * Everything the server keeps: journal, people, their texts, settings and sessions. Whatever is answered `ok` is
 * on disk, not only handed to the system. Refusals are values; an exception is a bug of the caller,
 * or a read from a disk that fails.
 */
export interface Store {
  shows(): Promise<ShowEntry[]>

  /** The events after number `after` in order, at most `limit` and never more than PAGE; [] at the end. */
  read(show: ShowId, after: number, limit?: number): Promise<StoredEvent[]>

  /**
   * Appends events numbered from `expected + 1` and writes people, texts and pictures, in one transaction: all or
   * nothing.
   * A show begins with its first event (`expected` 0). The call is made at once, so that two calls
   * are committed in their order without waiting for the first.
   */
  commit(
    show: ShowId,
    expected: number,
    events: readonly StoredEvent[],
    people: readonly PersonWrite[],
    pictures?: readonly Picture[],
  ): Promise<CommitOutcome>

  people(show: ShowId): Promise<PersonRow[]>

  /** What people wrote in words of their own. Whoever is erased takes theirs, and those about them, along. */
  texts(show: ShowId): Promise<TextRow[]>

  /**
   * Removes a show wholly, in one transaction: its events, its people, their texts, its pictures, its address, and
   * what sessions held at it. Nothing of its people is left on disk. `absent`: there is none of this name.
   */
  removeShow(show: ShowId): Promise<Removed>

  /** Keeps a picture before an event names it; one that is there already stays as it is. */
  putPicture(show: ShowId, picture: Picture): Promise<Saved>
  picture(show: ShowId, hash: string): Promise<Picture | null>
  /** Drops all pictures of a show but these. */
  keepPictures(show: ShowId, hashes: readonly string[]): Promise<Saved>

  setting(key: string): Promise<string | null>
  putSetting(key: string, value: string): Promise<Saved>
  /**
   * Reads and removes a setting in one step, so that of many takers one gets it. With `expected` only
   * when that is its value; anything else is `absent` and removes nothing.
   */
  takeSetting(key: string, expected?: string): Promise<Taken>

  /** null when there is none, or when it has expired at `now`. */
  session(hash: string, now: Instant): Promise<Session | null>
  putSession(session: Session): Promise<Saved>
  /** Moves the times of a session that still exists, and leaves its grants alone. */
  touchSession(hash: string, seenAt: Instant, expiresAt: Instant): Promise<Saved>
  deleteSession(hash: string): Promise<Saved>
  purgeSessions(now: Instant): Promise<Saved>

  /** A complete copy as of one moment, while others go on writing. Refuses a path that exists. */
  backup(path: string): Promise<Saved>
  close(): Promise<void>
}
