import type { Command } from '#shared/show/commands.ts'
import type { Refusal } from '#shared/show/decision.ts'
import type { Event } from '#shared/show/events.ts'
import type { ReadShow } from '#shared/show/state.ts'
import type { Actor, ShowId } from '#shared/show/words.ts'
import type { People } from '#shared/views/common.ts'
import type { Texts } from '#shared/show/talk/texts.ts'
import type { PersonWrite, Picture, StoredEvent } from '../store/port.ts'

/** A command as it reaches a show: who sends it comes from the session, never from the message. */
export interface Submission {
  command: Command
  actor: Actor
  /** id, device and counter of a client that may repeat itself; null for the server's own commands */
  repeat: { id: string; device: string; counter: number } | null
}

export type Result = { ok: true; version: number } | { ok: false; refusal: Refusal }

/** What one durable commit changed. Told only after it is on disk and answered. */
export interface Change {
  /** versions before and after */
  from: number
  to: number
  events: readonly Event[]
}

/** One show: queue, may, decide, commit, answer, tell. */
export interface ShowRunner {
  readonly id: ShowId
  /** a random name of this run of the server: versions of parts are known within it */
  readonly epoch: string
  /** the present state, for views; nobody but the runner writes it */
  show(): ReadShow
  people(): People
  /** what people wrote in words of their own */
  texts(): Texts
  /** Resolves when the command is refused, or on disk. Never rejects for anything a client can cause. */
  submit(submission: Submission): Promise<Result>
  /** Calls after every commit, in order. Returns the way to stop. */
  onChange(listener: (change: Change) => void): () => void
  /** server time, ms since the epoch; runs on by a monotonic clock while the show is open */
  now(): number
  /** ms that the computer's clock is ahead of it: the computer slept, or its clock was put on */
  clockAhead(): number
}

/** The whole past of a show that is new here: a copy's, or one out of a file. Numbered from 1. */
export interface NewJournal {
  journal: readonly StoredEvent[]
  people: readonly PersonWrite[]
  /** that its map is drawn on, or was */
  pictures?: readonly Picture[]
}
export type Begun =
  | { ok: true; runner: ShowRunner }
  | { ok: false; reason: 'taken' | 'not-saved' | 'closing' }
export type Taken = { ok: true } | { ok: false; reason: 'absent' | 'not-saved' | 'closing' }

/** All shows of this server. */
export interface Shows {
  list(): readonly ShowRunner[]
  get(id: string): ShowRunner | null
  /** Makes the show if its first command is accepted; refuses an address that is taken. */
  create(id: ShowId, submission: Submission): Promise<Result>
  /** Makes a show that has a past already, all of it or nothing. Its events must replay. */
  begin(id: ShowId, journal: NewJournal): Promise<Begun>
  /** Ends a show and removes it wholly; its runner answers what is under way and takes nothing after. */
  remove(id: ShowId): Promise<Taken>
  /**
   * Calls with the runner of a show that has just been removed, whose screens must be told. If the disk failed, the
   * show has another runner by now. Returns the way to stop.
   */
  onRemoved(listener: (runner: ShowRunner) => void): () => void
  /** Calls after every commit of any show, in each show's order. Returns the way to stop. */
  onChange(listener: (runner: ShowRunner, change: Change) => void): () => void
  /** Waits for what is under way and lets nothing new in. */
  close(): Promise<void>
}
