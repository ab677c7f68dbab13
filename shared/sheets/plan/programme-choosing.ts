import { followed, newDraft } from '#shared/show/choosing/usual.ts'
import type { SegmentId, WindowId } from '#shared/show/words.ts'
import type { Dated } from './programme.ts'
import { mend, type Work } from './work.ts'

/**
 * How people get their tables in an item of rounds. In one that is new they wish for them, as in the console,
 * unless the file says otherwise: one choosing window for each item, which follows the pitches before it. An item
 * that is there stays as it is: its window may hold what an organiser has set, and people's wishes.
 */
export function giveTables(work: Work, { plan, value }: Dated, id: SegmentId | null): void {
  const segment = id === null ? undefined : work.show.segments[id]
  if (segment?.kind !== 'rounds' || value.kind !== 'rounds' || plan.problems.some(isInTheWay))
    return
  const rounds = segment.rounds.flatMap((one) => work.show.rounds[one] ?? [])
  const chosen = rounds.filter(({ free }) => !free)
  if (plan.isNew) {
    if (value.choosing === 'first' || chosen.length === 0) return
    const window = newDraft(work.newId<WindowId>('win'), segment.title, {
      follows: followed(work.show, work.show.windows, segment),
      rounds: chosen.map((round) => round.id),
      byItself: segment.byItself,
    })
    work.send(plan, { type: 'save-window', window })
    return
  }
  const isWished = chosen.some(({ window }) => window !== null)
  if (value.choosing === null || chosen.length === 0 || (value.choosing === 'wishes') === isWished)
    return
  const words = isWished ? 'by wishes' : 'first come, first served'
  mend(
    plan,
    'choosing',
    `is ${words} here and stays so. Change it in the console, at the item of the programme.`,
    { blocks: false },
  )
}

const isInTheWay = ({ blocks }: { blocks: boolean }): boolean => blocks
