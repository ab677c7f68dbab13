import { hasBegun } from '#shared/show/programme/decide.ts'
import type { ReadShow } from '#shared/show/state.ts'
import type { SegmentId } from '#shared/show/words.ts'
import { dayName } from '#shared/time/zone.ts'
import { labelOf } from '#shared/sheets/text.ts'
import { isUuid } from '#shared/sheets/schedule/guid.ts'
import type { ReadSchedule } from '#shared/sheets/schedule/types.ts'
import type { FilePlan } from './plan.ts'
import type { Dated } from './schedule.ts'
import type { ReadSegment, RefMatches } from './schedule-match.ts'

/**
 * Items that came in with an older file of this kind and are not in this one. They stay: only people take
 * things out. A file of which nothing is known by its id is of another event, and nothing is gone from it.
 */
export function goneFrom(
  show: ReadShow,
  { format, hasNoBreaks, leftOut, schedule }: ReadSchedule,
  { found, bySegmentRef }: RefMatches,
  matched: ReadonlyMap<Dated, ReadSegment>,
): FilePlan['gone'] {
  if (found.size === 0) return []
  const inFile = new Set<SegmentId>([...matched.values()].map(({ id }) => id))
  for (const { ref } of leftOut) {
    const segment = bySegmentRef(ref)
    if (segment) inFile.add(segment.id)
  }
  const series = seriesOf(format, schedule.sessions)
  const isOfKind = ({ ref }: ReadSegment): boolean => isUuid(ref) || ref.startsWith(series)
  const isService = ({ kind }: ReadSegment): boolean => kind === 'break' || kind === 'ceremony'
  return Object.values(show.segments)
    .filter((segment) => !inFile.has(segment.id) && segment.ref !== '' && isOfKind(segment))
    .filter((segment) => !(hasNoBreaks && isService(segment)) && !hasBegun(show, segment.id))
    .map((segment) => ({
      words: labelOf(segment.title, show.stages[segment.stage]?.name ?? null, dayName(segment.day)),
      reason:
        'It came from an earlier file, and this one does not have it. It stays: if it does not take place, remove it under Programme.',
    }))
}

/** `frab:democon:` where ids are only numbers within one conference. */
function seriesOf(
  format: ReadSchedule['format'],
  sessions: ReadSchedule['schedule']['sessions'],
): string {
  if (format !== 'frab') return `${format}:`
  const ref = sessions
    .flatMap((session) => [session.ref, ...session.otherRefs])
    .find((one) => one.startsWith('frab:'))
  return ref === undefined ? 'frab:' : ref.slice(0, ref.indexOf(':', 'frab:'.length) + 1)
}
