import type { Command } from '#shared/show/commands.ts'
import type { Refusal } from '#shared/show/decision.ts'
import type { Event } from '#shared/show/events.ts'
import type { ReadShow } from '#shared/show/state.ts'
import type { Actor, ShowId } from '#shared/show/words.ts'
import type { People } from '#shared/views/common.ts'

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
  /** Resolves when the command is refused, or on disk. Never rejects for anything a client can cause. */
  submit(submission: Submission): Promise<Result>
  /** Calls after every commit, in order. Returns the way to stop. */
  onChange(listener: (change: Change) => void): () => void
  /** server time, ms since the epoch; runs on by a monotonic clock while the show is open */
  now(): number
  /** ms that the computer's clock is ahead of it: the computer slept, or its clock was put on */
  clockAhead(): number
}

/** All shows of this server. */
export interface Shows {
  list(): readonly ShowRunner[]
  get(id: string): ShowRunner | null
  /** Makes the show if its first command is accepted; refuses an address that is taken. */
  create(id: ShowId, submission: Submission): Promise<Result>
  /** Waits for what is under way and lets nothing new in. */
  close(): Promise<void>
}
