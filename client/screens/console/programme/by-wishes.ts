import type { WindowDraft } from '#shared/show/choosing/commands.ts'
import type { SingleCommand } from '#shared/show/commands.ts'
import type { Course } from '#shared/show/course.ts'
import type { SegmentDraft } from '#shared/show/programme/commands.ts'
import type { RoundId, WindowId } from '#shared/show/words.ts'
import { followed, newDraft } from '#shared/show/choosing/usual.ts'
import type { WindowLine, WindowsPart } from '#shared/views/common.ts'
import type { Way } from './segment-form.ts'

export type RoundsDraft = Extract<SegmentDraft, { kind: 'rounds' }>

/**
 * The commands that save an item of rounds and how people get tables in it, in an order in which none is
 * refused: a window lets go of rounds before they become walk-up, and takes new ones once they are there.
 */
export function saveRounds(
  segment: RoundsDraft,
  way: Way,
  { windows, course, newWindow }: { windows: WindowsPart; course: Course; newWindow: WindowId },
): SingleCommand[] {
  const save: SingleCommand = { type: 'save-segment', segment }
  const held = course.segments[segment.id]
  const before = held?.kind === 'rounds' ? held.rounds : []
  const own = Object.values(windows).filter(({ rounds }) =>
    rounds.some((id) => before.includes(id)),
  )
  const wished = way === 'wishes' ? segment.rounds.filter(({ free }) => !free) : []
  const wanted = wished.map(({ id }) => id)
  const first: SingleCommand[] = []
  const last: SingleCommand[] = []
  for (const window of own) {
    const stay = window.rounds.filter((id) => !before.includes(id) || wanted.includes(id))
    // The first of several windows takes what is new.
    const fresh =
      window === own[0] ? wanted.filter((id) => !own.some(({ rounds }) => rounds.includes(id))) : []
    if (stay.length === 0 && fresh.length === 0) {
      first.push({ type: 'remove-window', window: window.id })
      continue
    }
    if (stay.length > 0 && stay.length < window.rounds.length)
      first.push({ type: 'save-window', window: { ...draftOfLine(window), rounds: stay } })
    if (fresh.length > 0)
      last.push({
        type: 'save-window',
        window: { ...draftOfLine(window), rounds: [...stay, ...fresh] },
      })
  }
  if (own.length === 0 && wanted.length > 0)
    last.push({
      type: 'save-window',
      window: newDraft(newWindow, segment.title, {
        follows: followed(course, windows, segment),
        rounds: wanted,
        byItself: segment.byItself,
      }),
    })
  return [...first, save, ...last]
}

/** A window as a command would save it, from what the console holds of it. */
export const draftOfLine = (window: WindowLine): WindowDraft => ({
  id: window.id,
  title: window.title,
  follows: [...window.follows],
  rounds: [...window.rounds],
  tables: window.tables && [...window.tables],
  policy: window.policy,
  perOrganisation: window.perOrganisation,
  mustMeets: window.mustMeets,
  everyone: window.everyone,
  whoMoves: window.whoMoves,
  byItself: window.byItself,
  publishesItself: window.publishesItself,
  opensBefore: window.opensBefore,
  closesBefore: window.closesBefore,
})

/** Rounds that a window may fill: those it has, and planned ones that are nobody else's. */
export const roundsFor = (
  course: Pick<Course, 'rounds'>,
  window: WindowId,
  ordered: readonly RoundId[],
): RoundId[] =>
  ordered.filter((id) => {
    const round = course.rounds[id]
    if (!round) return false
    return (
      round.window === window || (round.window === null && !round.free && round.phase === 'planned')
    )
  })
