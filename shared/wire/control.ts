import type { Command } from '#shared/show/commands.ts'
import type { ControlView } from '#shared/views/control.ts'
import type { Outcome } from './live.ts'

/** What show control says over `/ws?show=<event>`, one JSON object a text message. */
export type ControlToServer =
  /** needed to command, unless the pass came as `Authorization: Bearer <pass>` */
  | { type: 'hello'; pass: string }
  /** `requestId` comes back with the answer; a repeated one of an accepted command counts once */
  | { type: 'command'; requestId: string; command: Command }

export type ServerToControl =
  /** on connecting and after every change, later ones within 100 ms joined */
  | { type: 'state'; at: number; state: ControlView }
  /** the pass is good: what may be commanded depends on whose it is */
  | { type: 'welcome'; roles: readonly string[] }
  | ({ type: 'answer'; requestId: string } & Outcome)
  /** a message that could not be understood */
  | { type: 'error'; code: ControlError; message: string }

export type ControlError = 'not-json' | 'bad-request' | 'bad-pass' | 'too-many'
