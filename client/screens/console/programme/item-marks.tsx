import type { DeepReadonly, Segment } from '#shared/show/state.ts'
import { SECOND } from '#shared/time/instant.ts'
import { EDIT } from '#shared/words/console-edit.ts'
import { PROGRAMME } from '#shared/words/console-programme.ts'
import { RUN } from '#shared/words/console-run.ts'
import { useConsole } from '../console-context.ts'

/** Somebody else's change is named for so long. */
const FRESH = 20 * SECOND

/** What an item is, and what is said of it: kind, pitches, to be confirmed, notes, who has just changed it. */
export function ItemMarks({
  segment,
  openPitches,
}: {
  segment: DeepReadonly<Segment>
  openPitches: () => void
}) {
  const { parts, now, actor } = useConsole()
  const { id, kind, confirmed, notes, tablesOpen } = segment
  const rounds = kind === 'rounds' ? segment.rounds : []
  const walkUp = rounds.length > 0 && rounds.every((round) => parts.rounds[round]?.free)
  const names = segment.speakers.flatMap(
    (speaker) => parts.people.find((person) => person.id === speaker)?.name ?? [],
  )
  const fresh = parts.edits.find(
    (edit) => edit.by !== actor.id && edit.at > now() - FRESH && edit.touches.includes(id),
  )
  return (
    <span className="plan__marks">
      <span className="muted">{RUN.kind[kind]}</span>
      {kind === 'pitch-block' && (
        <button type="button" className="button button--quiet button--small" onClick={openPitches}>
          {PROGRAMME.pitches(segment.pitches.length)}
          <span className="vh">{EDIT.ofTitle(segment.title)}</span>
        </button>
      )}
      {kind === 'rounds' && <span className="muted">{PROGRAMME.rounds(rounds.length)}</span>}
      {(kind === 'rounds' || kind === 'pitch-block') && segment.byItself && (
        <span className="muted">{PROGRAMME.byItself}</span>
      )}
      {names.length > 0 && <span>{names.join(', ')}</span>}
      {walkUp && <span className="chip">{EDIT.walkUp}</span>}
      {tablesOpen && <span className="chip">{EDIT.hostsThere}</span>}
      {!confirmed && <span className="chip chip--open">{EDIT.toBeConfirmed}</span>}
      {notes !== '' && (
        <span className="chip" title={notes}>
          {EDIT.notes}
        </span>
      )}
      {fresh && (
        <span className="chip chip--fresh" role="status">
          {EDIT.changedBy(fresh.byName === '' ? EDIT.somebody : fresh.byName)}
        </span>
      )}
    </span>
  )
}
