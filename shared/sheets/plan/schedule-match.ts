import type { DeepReadonly, ReadShow, Segment } from '#shared/show/state.ts'
import type { PitchId, SegmentId, StageId } from '#shared/show/words.ts'
import { uidOf } from '#shared/sheets/out/calendar.ts'
import { plain } from '#shared/sheets/text.ts'
import { guidOf } from '#shared/sheets/schedule/guid.ts'
import type { ForeignSession } from '#shared/sheets/schedule/types.ts'
import type { Dated } from './schedule.ts'

export type ReadSegment = DeepReadonly<Segment>
export type Known = ReadSegment | null

export interface RefMatches {
  /** the item that each session was before, by its id */
  found: ReadonlyMap<ForeignSession, ReadSegment>
  /** the item that goes by this id */
  bySegmentRef: (ref: string) => ReadSegment | undefined
  /** the pitch that goes by this id: our own schedules name each */
  pitchOf: (ref: string) => PitchId | undefined
}

/** The ids under which an item goes out in our own schedules and calendars. */
export const ownRefs = (show: ReadShow, { id, ref }: Pick<ReadSegment, 'id' | 'ref'>) => ({
  guid: guidOf(id, ref),
  calendar: `ical:${uidOf(show, id)}`,
})

/**
 * Items by the id they came with, or by those under which they go out in our own files.
 * A segment is the first session's that asks for it.
 */
export function refMatches(show: ReadShow, sessions: readonly ForeignSession[]): RefMatches {
  const byRef = new Map<string, SegmentId>()
  for (const segment of Object.values(show.segments)) {
    const own = ownRefs(show, segment)
    // Two items of one UUID go out under two (sheets/out/events.ts).
    for (const ref of [own.guid, guidOf(segment.id, ''), own.calendar, segment.ref])
      if (ref !== '' && !byRef.has(ref)) byRef.set(ref, segment.id)
  }
  const pitches = new Map(
    Object.values(show.pitches).map(({ id }) => [guidOf(id, ''), id] as const),
  )
  const bySegmentRef = (ref: string): ReadSegment | undefined => {
    const id = byRef.get(ref)
    return id === undefined ? undefined : show.segments[id]
  }
  const found = new Map<ForeignSession, ReadSegment>()
  const taken = new Set<SegmentId>()
  const claim = (session: ForeignSession, refs: readonly string[]): void => {
    const segment = refs.map(bySegmentRef).find((one) => one && !taken.has(one.id))
    if (!segment || found.has(session)) return
    found.set(session, segment)
    taken.add(segment.id)
  }
  // All by their own ids first, so that none is taken by an id that it only had before.
  for (const session of sessions) claim(session, [session.ref])
  for (const session of sessions) claim(session, session.otherRefs)
  return { found, bySegmentRef, pitchOf: (ref) => pitches.get(ref) }
}

/** Each session's item: by its id, else by title, day and stage, the second Coffee of a day with the second. */
export function matchSessions(
  show: ReadShow,
  items: readonly Dated[],
  { found }: RefMatches,
  stageOf: (item: Dated) => StageId | null,
): Map<Dated, ReadSegment> {
  const matched = new Map<Dated, ReadSegment>()
  const taken = new Set<SegmentId>()
  for (const item of items) {
    const segment = found.get(item.session)
    if (!segment) continue
    matched.set(item, segment)
    taken.add(segment.id)
  }
  const free = new Map<string, ReadSegment[]>()
  for (const stage of Object.values(show.stages))
    for (const id of stage.segments) {
      const segment = show.segments[id]
      if (!segment || taken.has(id)) continue
      const key = keyOf(segment.title, segment.day, stage.id)
      const held = free.get(key)
      if (held) held.push(segment)
      else free.set(key, [segment])
    }
  for (const item of items) {
    const stage = stageOf(item)
    if (matched.has(item) || stage === null) continue
    const segment = free.get(keyOf(item.session.title, item.day, stage))?.shift()
    if (segment) matched.set(item, segment)
  }
  return matched
}

const keyOf = (title: string, day: string, stage: StageId): string =>
  `${plain(title) || title} ${day} ${stage}`
