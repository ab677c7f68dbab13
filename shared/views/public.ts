import { pitchLength, plannedLength, stageTimes } from '#shared/show/course.ts'
import type { DeepReadonly, PlainKind, ReadShow, Segment } from '#shared/show/state.ts'
import type { InnovationId, PersonId, SegmentId, ShowId, StageId } from '#shared/show/words.ts'
import type { Instant, LocalDate, Ms } from '#shared/time/instant.ts'
import { isPublic } from './common.ts'
import { hallPart, type HallPart } from './hall-map.ts'

/**
 * What anyone may read of an event for years, without signing in: the plan, never its course. People are
 * named who speak or present, and nobody else; of what is not confirmed there is the time alone.
 */
export interface PublicView {
  id: ShowId
  title: string
  place: string
  /** IANA zone of every time */
  zone: string
  days: readonly LocalDate[]
  /** false: nothing but title, place and days is public yet, and the lists are empty */
  published: boolean
  over: boolean
  rehearsal: boolean
  /** there are items that are still to be confirmed */
  more: boolean
  /** those, stage by stage; the programme leaves them out */
  toConfirm: readonly PublicSlot[]
  /** days with something on, in order */
  programme: readonly PublicDay[]
  /** by title, A to Z */
  innovations: readonly PublicInnovation[]
  /** null: there is no map, or no table on it */
  hall: PublicHall | null
}

/** The map of the hall, and the tables on it by number. */
export interface PublicHall extends HallPart {
  list: readonly {
    number: number
    zone: string
    place: string
    innovation: InnovationId | null
  }[]
}

export interface PublicDay {
  day: LocalDate
  /** stages with something on that day; `name` is '' when the event has one stage only */
  stages: readonly { id: StageId; name: string; items: readonly PublicItem[] }[]
}

/** When and where an item is, whatever it is. */
export interface PublicSlot {
  id: SegmentId
  day: LocalDate
  stageId: StageId
  /** name of its stage; '' when the event has one only */
  stage: string
  /** planned */
  start: Instant
  end: Instant
}

export interface PublicItem extends PublicSlot {
  kind: PublicKind
  title: string
  summary: string
  /** names, in order */
  speakers: readonly string[]
  /** hosts are at their tables meanwhile: walk up */
  tablesOpen: boolean
  /** in the order in which they are called */
  pitches: readonly { innovation: InnovationId; start: Instant }[]
  rounds: readonly PublicRound[]
}
export type PublicKind = 'pitch-block' | 'rounds' | Exclude<PlainKind, 'note'>

export interface PublicRound {
  /** 1 for the first of its item */
  number: number
  /** nobody chooses: walk up to any table */
  free: boolean
  /** planned: people move from `start`, and talk from `talk` to `end` */
  start: Instant
  talk: Instant
  end: Instant
}

export interface PublicInnovation {
  id: InnovationId
  title: string
  organisation: string
  summary: string
  /** names, in order */
  presenters: readonly string[]
  tables: readonly { number: number; zone: string; place: string }[]
  /** planned, in published items only */
  pitches: readonly { item: SegmentId; start: Instant }[]
}

type ReadSegment = DeepReadonly<Segment>

/** Who is called what. */
export type Names = { get(person: PersonId): { name: string } | undefined }

/** Whoever has been erased is left out. */
const namesOf = (people: Names, ids: readonly PersonId[]): string[] =>
  ids.flatMap((id) => people.get(id)?.name ?? [])

/** The same show and people give the same view: no clock is read, so it can be kept until they change. */
export function publicView(show: ReadShow, people: Names): PublicView {
  const { id, title, place, zone, days } = show
  const published = show.publishedAt !== null
  const planned = published ? plannedOf(show) : []
  const programme = programmeOf(show, people, planned)
  const toConfirm = planned
    .filter(({ segment }) => !isPublic(show, segment))
    .map(({ slot }) => slot)
  return {
    id,
    title,
    place,
    zone,
    days,
    published,
    over: show.closedAt !== null,
    rehearsal: show.rehearsalOf !== null,
    more: toConfirm.length > 0,
    toConfirm,
    programme,
    innovations: published ? innovationsOf(show, people, programme) : [],
    hall: published ? hallOf(show) : null,
  }
}

/** Every item of the programme, day by day and stage by stage. */
export const itemsOf = (view: Pick<PublicView, 'programme'>): PublicItem[] =>
  view.programme.flatMap(({ stages }) => stages.flatMap(({ items }) => items))

type Shown = ReadSegment & { kind: PublicKind }
const isShown = (segment: ReadSegment): segment is Shown => segment.kind !== 'note'

interface Planned {
  segment: Shown
  slot: PublicSlot
}

/** Everything but the notes for the crew, confirmed or not, stage by stage and in order. */
function plannedOf(show: ReadShow): Planned[] {
  const stages = Object.values(show.stages)
  return stages.flatMap(({ id: stageId, name, segments }) => {
    const times = stageTimes(show, stageId, 0)
    return segments.flatMap((id): Planned[] => {
      const segment = show.segments[id]
      const at = times.get(id)
      if (!segment || !at || !isShown(segment)) return []
      const stage = stages.length > 1 ? name : ''
      const start = at.plannedStart
      const end = start + plannedLength(show, segment)
      return [{ segment, slot: { id, day: segment.day, stageId, stage, start, end } }]
    })
  })
}

function programmeOf(show: ReadShow, people: Names, planned: readonly Planned[]): PublicDay[] {
  const shown = planned.filter(({ segment }) => isPublic(show, segment))
  const byStage = Map.groupBy(shown, ({ slot }) => slot.stageId)
  const drawn = [...byStage].map(([id, on]) => ({
    id,
    name: on[0]?.slot.stage ?? '',
    items: on.map(({ segment, slot }) => itemOf(show, people, segment, slot)),
  }))
  return show.days.flatMap((day) => {
    const on = drawn.flatMap((stage) => {
      const items = stage.items.filter((item) => item.day === day)
      return items.length === 0 ? [] : [{ ...stage, items }]
    })
    return on.length === 0 ? [] : [{ day, stages: on }]
  })
}

function itemOf(show: ReadShow, people: Names, segment: Shown, slot: PublicSlot): PublicItem {
  const { kind, title, summary, speakers, tablesOpen } = segment
  return {
    ...slot,
    kind,
    title,
    summary,
    speakers: namesOf(people, speakers),
    tablesOpen,
    pitches: pitchesOf(show, segment, slot.start),
    rounds: roundsOf(show, segment, slot.start),
  }
}

function pitchesOf(show: ReadShow, segment: Shown, start: Instant): PublicItem['pitches'] {
  if (segment.kind !== 'pitch-block') return []
  let at = start
  return segment.pitches.flatMap((id) => {
    const pitch = show.pitches[id]
    if (!pitch) return []
    const own = { innovation: pitch.innovation, start: at }
    at += pitchLength(segment, pitch) + segment.changeover
    return [own]
  })
}

function roundsOf(show: ReadShow, segment: Shown, start: Instant): PublicRound[] {
  if (segment.kind !== 'rounds') return []
  let at: Ms = start
  return segment.rounds.flatMap((id, index) => {
    const round = show.rounds[id]
    if (!round) return []
    const talk = at + round.move
    const own = { number: index + 1, free: round.free, start: at, talk, end: talk + round.talk }
    at = own.end
    return [own]
  })
}

function hallOf(show: ReadShow): PublicHall | null {
  const part = hallPart(show)
  const list = Object.values(show.tables)
    .filter(({ id }) => part?.tables[id])
    .map(({ number, zone, place, innovation }) => ({ number, zone, place, innovation }))
    .sort((a, b) => a.number - b.number)
  return part && list.length > 0 ? { ...part, list } : null
}

function innovationsOf(
  show: ReadShow,
  people: Names,
  programme: readonly PublicDay[],
): PublicInnovation[] {
  const tables = Map.groupBy(Object.values(show.tables), (table) => table.innovation)
  const calls = itemsOf({ programme }).flatMap(({ id, pitches }) =>
    pitches.map(({ innovation, start }) => ({ innovation, item: id, start })),
  )
  const pitches = Map.groupBy(calls, ({ innovation }) => innovation)
  return Object.values(show.innovations)
    .map(({ id, title, organisation, summary, presenters }) => ({
      id,
      title,
      organisation,
      summary,
      presenters: namesOf(people, presenters),
      tables: (tables.get(id) ?? [])
        .map(({ number, zone, place }) => ({ number, zone, place }))
        .sort((a, b) => a.number - b.number),
      pitches: (pitches.get(id) ?? []).map(({ item, start }) => ({ item, start })),
    }))
    .sort((a, b) => byTitle.compare(a.title, b.title) || (a.id < b.id ? -1 : 1))
}
const byTitle = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' })
