import { stageTimes } from '#shared/show/course.ts'
import type { ReadShow } from '#shared/show/state.ts'
import type { SegmentId } from '#shared/show/words.ts'
import { SECOND } from '#shared/time/instant.ts'
import type { PlanTimes } from '#shared/time/plan.ts'
import type { Dated } from './schedule.ts'
import type { ReadSegment } from './schedule-match.ts'

/** Planned times of every item of the event. */
export function plannedTimes(show: ReadShow): Map<SegmentId, PlanTimes> {
  const times = new Map<SegmentId, PlanTimes>()
  for (const stage of Object.values(show.stages))
    for (const [id, own] of stageTimes(show, stage.id, 0)) times.set(id, own)
  return times
}

/** Files know seconds at best. */
const isSame = (a: number, b: number): boolean => Math.abs(a - b) < SECOND

/**
 * An item whose start and length come out as the file has them keeps them to the last digit; one that
 * follows another past midnight also keeps its day. A length that the file does not say is the known one.
 */
export function settle(
  item: Dated,
  { id, day }: ReadSegment,
  times: ReadonlyMap<SegmentId, PlanTimes>,
): void {
  const planned = times.get(id)
  if (!planned) return
  const length = planned.plannedEnd - planned.plannedStart
  if (!item.session.lengthIsSaid || isSame(length, item.length)) item.length = length
  if (!isSame(planned.plannedStart, item.start)) return
  item.start = planned.plannedStart
  item.day = day
}
