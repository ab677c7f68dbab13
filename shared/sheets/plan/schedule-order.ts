import { hasBegun } from '#shared/show/programme/decide.ts'
import type { SegmentId, StageId } from '#shared/show/words.ts'
import type { LocalDate } from '#shared/time/instant.ts'
import { quote } from '#shared/sheets/text.ts'
import { arranged, moves } from './order.ts'
import type { Done } from './schedule-items.ts'
import type { Work } from './work.ts'

/**
 * Each stage and day by start; what is not in the file stays behind what it followed. What has begun,
 * and what was before it, stays. `done` is by start.
 */
export function inOrderOfStart(work: Work, done: readonly Done[]): void {
  const byId = new Map(done.map((one) => [one.id, one]))
  const byPlace = Map.groupBy(done, ({ stage, item }) => `${stage} ${item.day}`)
  for (const place of byPlace.values()) {
    const [first] = place
    if (first) orderDay(work, first.stage, first.item.day, place, byId)
  }
}

function orderDay(
  work: Work,
  stage: StageId,
  day: LocalDate,
  place: readonly Done[],
  byId: ReadonlyMap<SegmentId, Done>,
): void {
  const { show } = work
  const all = show.stages[stage]?.segments ?? []
  const from = all.findLastIndex((id) => hasBegun(show, id)) + 1
  const open = all.slice(from).filter((id) => show.segments[id]?.day === day)
  const isOpen = new Set(open)
  const isNew = (id: SegmentId): boolean => byId.get(id)?.item.plan.isNew ?? false
  const wanted = arranged(
    open.filter((id) => !isNew(id)),
    byStart(place, open)
      .map(({ id }) => id)
      .filter((id) => isOpen.has(id)),
  )
  // What stands in another order by a hand of the event's own, and is as before in the file, stays so.
  if (!place.some(({ moves: isMoved }) => isMoved)) return
  if (wanted.every((id, index) => open[index] === id)) return
  const stays = (id: SegmentId): boolean => byId.get(id)?.moves !== true
  const staying = wanted.filter(stays)
  const isKept = open.filter(stays).every((id, index) => staying[index] === id)
  // Only what has another time goes elsewhere, as long as that is enough.
  const asked = isKept
    ? wanted
        .map((id, index) => ({ id, before: wanted[index + 1] ?? null }))
        .filter(({ id }) => !stays(id))
        .toReversed()
    : moves(open, wanted)
  for (const { id, before } of asked) {
    const plan = (byId.get(id) ?? place[0])?.item.plan
    const sent = work.commands.length
    if (!plan || !work.send(plan, { type: 'move-segment', segment: id, before })) continue
    // Whatever has another time says so by it.
    if (!stays(id) || work.commands.length === sent) continue
    const title = before === null ? null : show.segments[before]?.title
    plan.says.push(
      byId.has(id)
        ? title
          ? `Comes before ${quote(title)} now.`
          : 'Comes last now.'
        : 'An item that is not in the file changes its place.',
    )
  }
}

/** Those that start at once stay as they stand. */
function byStart(place: readonly Done[], open: readonly SegmentId[]): Done[] {
  const at = new Map(open.map((id, index) => [id, index]))
  return place.toSorted(
    (a, b) => a.item.start - b.item.start || (at.get(a.id) ?? 0) - (at.get(b.id) ?? 0),
  )
}
