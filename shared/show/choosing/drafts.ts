import type { ReadShow } from '#shared/show/state.ts'
import type { WindowId } from '#shared/show/words.ts'
import type { WindowDraft } from './commands.ts'

/** A window as a command would save it, as it is now; null: there is none. */
export function draftOfWindow(show: Pick<ReadShow, 'windows'>, id: WindowId): WindowDraft | null {
  const held = show.windows[id]
  if (!held) return null
  const { title, follows, rounds, tables, policy, perOrganisation, mustMeets, everyone } = held
  const { whoMoves, byItself, publishesItself, opensBefore, closesBefore } = held
  return {
    id,
    title,
    follows: [...follows],
    rounds: [...rounds],
    tables: tables && [...tables],
    policy,
    perOrganisation,
    mustMeets,
    everyone,
    whoMoves,
    byItself,
    publishesItself,
    opensBefore,
    closesBefore,
  }
}
