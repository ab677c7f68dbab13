import type { Command } from '#shared/show/commands.ts'
import type { RefusalCode } from '#shared/show/decision.ts'
import type { PersonId, StageId } from '#shared/show/words.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { ConsoleOutside, ConsoleParts } from '#shared/views/console.ts'
import type { HallParts } from '#shared/views/hall.ts'
import type { HostMine } from '#shared/views/host.ts'
import type { PhoneMine, PhoneParts } from '#shared/views/phone.ts'
import type { StageParts } from '#shared/views/stage.ts'

/** Who looks at a screen: decides what is in its frames, and as whom its commands count. */
export const AUDIENCES = ['phone', 'host', 'stage', 'hall', 'console'] as const
export type Audience = (typeof AUDIENCES)[number]

/** What each audience is sent: the parts all of it share, and the part that is one person's own. */
export interface Views {
  phone: { parts: PhoneParts; mine: PhoneMine }
  host: { parts: PhoneParts; mine: HostMine }
  stage: { parts: StageParts; mine: null }
  hall: { parts: HallParts; mine: null }
  console: { parts: ConsoleParts & ConsoleOutside; mine: null }
}

/** Sent by a screen as it connects (Socket.IO `auth`). `held` is the version its parts stand at, 0 for none. */
export interface Hello {
  show: string
  audience: Audience
  stage?: StageId
  /** the server's run that `held` counts in; a restart begins a new one and sends everything */
  epoch: string | null
  held: number
  /** whose `mine` the screen holds as of `held`, null nobody's; left out: it does not say, and is sent its own */
  person?: PersonId | null
}

/**
 * The parts that changed. `from`: the version this audience was last told of; a screen that holds less
 * has a gap and resumes. `at`: server time, a one-way bound for the screen's clock.
 */
export interface Frame<Parts = Record<string, unknown>> {
  epoch: string
  from: number
  to: number
  at: Instant
  parts: Partial<Parts>
}

export interface MineFrame<Mine = unknown> {
  epoch: string
  to: number
  mine: Mine
}

/** A command on its way: the same `id` again is the same command; `counter` counts this device's commands. */
export interface CommandMessage {
  id: string
  device: string
  counter: number
  command: Command
}

/** The answer to every command. `message` is for people, in words that say what to do. */
export type Outcome =
  | { ok: true; version: number }
  | {
      ok: false
      code: RefusalCode | 'bad-request' | 'signed-out' | 'too-many'
      message: string
      field?: string
    }

/** Everything a server-rendered page holds, so that a screen starts from the very state it was drawn from. */
export interface PageState<Which extends Audience = Audience> {
  audience: Which
  epoch: string
  version: number
  parts: Views[Which]['parts']
  /** null: nobody is signed in on this phone */
  mine: Views[Which]['mine'] | null
  /** server time when the page was made */
  at: Instant
  locale: 'en-GB'
}

export interface ServerToClient {
  frame: (frame: Frame) => void
  mine: (frame: MineFrame) => void
  /** this session may not look any more: go to the page again */
  bye: () => void
}
export interface ClientToServer {
  command: (message: CommandMessage, answer: (outcome: Outcome) => void) => void
  /** answered at once with the server's time, ms since the epoch */
  time: (answer: (at: Instant) => void) => void
}
