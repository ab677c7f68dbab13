import type { SingleCommand } from '#shared/show/commands.ts'
import { decide } from '#shared/show/decide.ts'
import type { Refusal, StoredWrite } from '#shared/show/decision.ts'
import { evolve } from '#shared/show/evolve.ts'
import { may } from '#shared/show/permissions.ts'
import { emptyShow } from '#shared/show/state.ts'
import type { Actor, ShowId } from '#shared/show/words.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { StoredEvent } from '../../store/port.ts'
import type { NewJournal } from '../types.ts'

export type Begins = ({ ok: true } & NewJournal) | { ok: false; refusal: Refusal }

/** The journal of a show that begins with these commands, decided one after the other by the rules; or the first refusal. */
export function begins(
  id: ShowId,
  commands: readonly SingleCommand[],
  actor: Actor,
  at: Instant,
): Begins {
  const show = emptyShow(id)
  const journal: StoredEvent[] = []
  const people: StoredWrite[] = []
  for (const command of commands) {
    const mayNot = may(actor, command)
    if (mayNot) return { ok: false, refusal: mayNot }
    const decision = decide(show, command, { at, actor })
    if (!decision.ok) return { ok: false, refusal: decision.refusal }
    for (const event of decision.events) {
      // Nobody means to undo a whole copy piece by piece: it begins without changes to take back.
      if (event.type === 'edit-made') continue
      evolve(show, JSON.parse(JSON.stringify(event)) as typeof event)
      const none = { device: null, counter: null, commandId: null }
      journal.push({ n: show.version, at, actor: actor.id, ...none, event })
    }
    for (const write of decision.people) if (!('restore' in write)) people.push(write)
  }
  return { ok: true, journal, people }
}
