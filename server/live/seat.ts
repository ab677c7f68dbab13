import type { PersonId } from '#shared/show/words.ts'
import type { Audience } from '#shared/wire/live.ts'
import type { Signed } from '../access/types.ts'
import type { Encoded } from './frames.ts'
import type { View } from './view.ts'

/** The line to one screen. */
export interface Line {
  /** true: the packet has left for the network; false: `sent` is called once it has */
  send(packet: Encoded, sent: () => void): boolean
  /** says that this screen may not look any more, and hangs up */
  bye(): void
}

/** One connected screen: what it may see, and what it has been sent. */
export interface Seat {
  readonly audience: Audience
  readonly view: View
  readonly line: Line
  signed: Signed
  person: PersonId | null
  /** the version its parts stand at */
  held: number
  /** the text of its own part, as sent; null: nothing was sent */
  mine: string | null
  /** its own part may have changed */
  mineOld: boolean
  /** what it may see may have changed */
  rightsOld: boolean
  /** packets that have not left yet */
  flying: number
  /** something newer waits until they have */
  behind: boolean
  /** a packet that was under way has left */
  readonly onSent: () => void
}
