import { pitchLength, stageTimes } from '#shared/show/course.ts'
import type {
  DeepReadonly,
  PitchBlock,
  ReadShow,
  Segment,
  SegmentKind,
} from '#shared/show/state.ts'
import type { PersonId, PitchId, SegmentId, StageId } from '#shared/show/words.ts'
import type { Instant, LocalDate } from '#shared/time/instant.ts'
import { guidOf } from '#shared/sheets/schedule/guid.ts'
import type { People } from '#shared/sheets/plan/work.ts'
import { clean, cleanLine } from './text.ts'

/** One planned thing at one time in one room, as other systems know it. */
export interface OutEvent {
  id: SegmentId | PitchId
  /** UUID, unique in the file, the same in every file */
  guid: string
  /** for systems that count: positive, unique in the file, the same in every file */
  number: number
  stage: { id: StageId; name: string }
  day: LocalDate
  kind: SegmentKind | 'pitch'
  title: string
  /** of a pitch: whose it is; '' otherwise */
  subtitle: string
  summary: string
  /** of a pitch: the title of its block; '' otherwise */
  block: string
  /** planned */
  start: Instant
  end: Instant
  confirmed: boolean
  people: { id: PersonId; name: string }[]
}

export interface EventsOptions {
  /** may the reader of the file see this item? */
  shown: (segment: ReadSegment) => boolean
  /** a pitch block goes out as its pitches, or as one; an empty one is always one */
  pitches: 'each' | 'together'
}

type ReadSegment = DeepReadonly<Segment>
type Bare = Omit<OutEvent, 'guid' | 'number'> & { ref: string }

/**
 * The plan as events, by day, then by stage, then in order. Planned times only: they change when
 * somebody changes the plan, not when the day runs late. Never holds notes for the crew.
 */
export function programmeEvents(
  show: ReadShow,
  people: People,
  { shown, pitches }: EventsOptions,
): OutEvent[] {
  const bare = Object.values(show.stages).flatMap((stage) => {
    // Planned times do not depend on now.
    const times = stageTimes(show, stage.id, 0)
    return stage.segments.flatMap((id): Bare[] => {
      const segment = show.segments[id]
      const planned = times.get(id)
      if (!segment || !planned || !shown(segment)) return []
      const whole = segmentEvent(show, people, segment, planned.plannedStart, planned.plannedEnd)
      if (segment.kind !== 'pitch-block' || pitches === 'together') return [whole]
      const each = pitchEvents(show, people, segment, whole)
      return each.length === 0 ? [whole] : each
    })
  })
  const days = [...new Set(show.days)].toSorted()
  return numbered(days.flatMap((day) => bare.filter((event) => event.day === day)))
}

function segmentEvent(
  show: ReadShow,
  people: People,
  segment: ReadSegment,
  start: Instant,
  end: Instant,
): Bare {
  const { id, day, kind, ref, confirmed } = segment
  const name = cleanLine(show.stages[segment.stage]?.name ?? '')
  return {
    id,
    ref,
    day,
    kind,
    confirmed,
    stage: { id: segment.stage, name },
    title: cleanLine(segment.title),
    subtitle: '',
    summary: clean(segment.summary),
    block: '',
    start,
    end,
    people: named(people, segment.speakers),
  }
}

/** One after the other from the block's planned start, with the changeovers between. */
function pitchEvents(
  show: ReadShow,
  people: People,
  block: DeepReadonly<PitchBlock>,
  whole: Bare,
): Bare[] {
  let at = whole.start
  return block.pitches.flatMap((id): Bare[] => {
    const pitch = show.pitches[id]
    const innovation = pitch ? show.innovations[pitch.innovation] : undefined
    const start = at
    const end = start + pitchLength(block, pitch)
    at = end + block.changeover
    if (!innovation) return []
    return [
      {
        ...whole,
        id,
        ref: '',
        kind: 'pitch',
        title: cleanLine(innovation.title),
        subtitle: cleanLine(innovation.organisation),
        summary: clean(innovation.summary),
        block: whole.title,
        start,
        end,
        people: named(people, innovation.presenters),
      },
    ]
  })
}

const named = (people: People, ids: readonly PersonId[]): OutEvent['people'] =>
  ids.flatMap((id) => {
    const name = cleanLine(people.get(id)?.name ?? '')
    return name === '' ? [] : [{ id, name }]
  })

/** Gives each its UUID and number. Two items that came in under one UUID go out under two. */
function numbered(events: readonly Bare[]): OutEvent[] {
  const guids = new Set<string>()
  const numbers = new Set<number>()
  return events.map(({ ref, ...event }) => {
    const given = guidOf(event.id, ref)
    const guid = guids.has(given) ? guidOf(event.id, '') : given
    guids.add(guid)
    let number = numberOf(event.id)
    while (numbers.has(number)) number = number === MOST ? 1 : number + 1
    numbers.add(number)
    return { ...event, guid, number }
  })
}

/** The largest number of a 32-bit system. */
const MOST = 2 ** 31 - 1
const numberOf = (id: string): number =>
  (Number.parseInt(guidOf(id, '').slice(0, 8), 16) % MOST) + 1
