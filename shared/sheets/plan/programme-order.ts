import { hasBegun } from '#shared/show/programme/decide.ts'
import type { SegmentId, StageId } from '#shared/show/words.ts'
import type { LocalDate } from '#shared/time/instant.ts'
import { quote } from '#shared/sheets/text.ts'
import { arranged, moves } from './order.ts'
import type { Dated } from './programme.ts'
import type { Work } from './work.ts'

/**
 * Puts one stage's days one after the other, and each in the file's order. What has begun, and what was
 * before it, stays. `ids` are the items' in the programme; null: not in it.
 */
export function putInOrder(
  work: Work,
  stage: StageId,
  items: readonly Dated[],
  ids: readonly (SegmentId | null)[],
): void {
  const current = work.show.stages[stage]?.segments ?? []
  const from = current.findLastIndex((id) => hasBegun(work.show, id)) + 1
  const open = current.slice(from)
  const planned = ids.filter((id) => id !== null && open.includes(id)) as SegmentId[]
  if (planned.length === 0) return
  const own = items.filter((item) => item.stage === stage)
  const dayOf = (id: SegmentId): LocalDate => work.show.segments[id]?.day ?? ''
  const itemOf = (id: SegmentId): Dated | undefined => items[ids.indexOf(id)]
  const days = [...new Set(open.map(dayOf))].toSorted()
  const wanted = days.flatMap((day) =>
    arranged(
      open.filter((id) => dayOf(id) === day && !itemOf(id)?.plan.isNew),
      planned.filter((id) => dayOf(id) === day),
    ),
  )
  for (const { id, before } of moves(open, wanted)) {
    const item = itemOf(id) ?? own.at(-1)
    if (!item || !work.send(item.plan, { type: 'move-segment', segment: id, before })) continue
    if (item.plan.isNew) continue
    const title = before === null ? null : work.show.segments[before]?.title
    item.plan.says.push(
      ids.includes(id)
        ? title
          ? `Comes before ${quote(title)} now.`
          : 'Comes last now.'
        : 'An item that is not in the file changes its place.',
    )
  }
}
