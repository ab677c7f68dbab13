import { randomUUID } from 'node:crypto'
import { decide } from '#shared/show/decide.ts'
import type { Command } from '#shared/show/commands.ts'
import { evolve } from '#shared/show/evolve.ts'
import { draftOf } from '#shared/show/programme/drafts.ts'
import {
  type Actor,
  type InnovationId,
  type PersonId,
  SYSTEM,
  type WindowId,
} from '#shared/show/words.ts'
import { courseOf } from '#shared/views/course.ts'
import { newDraft } from '#shared/show/choosing/usual.ts'
import type { RoundsDraft } from '../../../client/screens/console/programme/by-wishes.ts'
import { type Played, playedShow, sure } from '../console/shows.ts'

export const WINDOW = 'win-main1' as WindowId
const ORGANISER: Actor = { id: 'organiser', roles: ['organiser'], person: null }

export interface Choosing extends Played {
  /** as whoever; the code of the refusal, or null */
  sends(command: Command, actor?: Actor): string | null
  /** as the delegate of that number in the list */
  ranks(index: number, innovations: readonly InnovationId[]): string | null
  course(): ReturnType<typeof courseOf>
  item(): RoundsDraft
}

/** The believable show, with who chooses what. */
export function choosingShow(size: Parameters<typeof playedShow>[0] = {}): Choosing {
  const played = playedShow({ pitches: 4, rounds: 3, capacity: 2, delegates: 12, ...size })
  const { show, full } = played
  const sends: Choosing['sends'] = (command, actor = ORGANISER) => {
    const meta = { at: played.at, actor, draw: () => ({ seed: randomUUID(), seedHash: 'hash' }) }
    const decision = decide(show, command, meta)
    if (!decision.ok) return decision.refusal.code
    for (const event of decision.events) evolve(show, event)
    return null
  }
  return Object.assign(played, {
    sends,
    ranks(index: number, innovations: readonly InnovationId[]) {
      const person: PersonId = sure(full.delegates[index])
      const actor: Actor = { id: person, roles: ['delegate'], person }
      return sends({ type: 'set-wishes', innovations: [...innovations] }, actor)
    },
    course: () => courseOf(played.parts()),
    item() {
      const draft = draftOf(show, full.roundsSegment)
      if (draft?.kind !== 'rounds') throw new Error('the show has no rounds')
      return draft
    },
  })
}

/** The same with a window over all its rounds after its pitches. */
export function withWindow(size: Parameters<typeof playedShow>[0] = {}): Choosing {
  const choosing = choosingShow(size)
  const { full } = choosing
  const window = newDraft(WINDOW, 'Your tables', {
    follows: [full.block],
    rounds: full.rounds,
    byItself: true,
  })
  const refused = choosing.sends({ type: 'save-window', window })
  if (refused !== null) throw new Error(refused)
  return choosing
}

export { SYSTEM }
