import type { Course } from '#shared/show/course.ts'
import { plannedLength, stageTimes } from '#shared/show/course.ts'
import { inProgrammeOrder, nextRound, windowClosesAt } from '#shared/show/choosing/course.ts'
import { movesAt, segmentOfRound } from '#shared/show/round-course.ts'
import type { DeepReadonly, OnStage, SegmentKind } from '#shared/show/state.ts'
import type {
  InnovationId,
  RoundId,
  SegmentId,
  StageId,
  TableId,
  WindowId,
} from '#shared/show/words.ts'
import type { Clock } from '#shared/time/clock.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { RoundLine, SharedParts, WindowLine } from './common.ts'
import { courseOf, mainStage } from './course.ts'
import type { PhoneMine } from './phone.ts'

/** The one thing that matters on a phone now: where should I be, and what do I do next? */
export type Moment =
  /** the event was ended: what remains is where people went */
  | { kind: 'closed' }
  | { kind: 'held'; since: Instant }
  | {
      kind: 'moving' | 'talking'
      round: RoundId
      clock: Clock
      table: TableId | null
      hosting: boolean
    }
  | { kind: 'pitch'; innovation: InnovationId; clock: Clock }
  | { kind: 'changeover'; given: InnovationId | null; next: InnovationId | null; clock: Clock }
  /** people put what they have heard in order, until it closes */
  | { kind: 'ranking'; window: WindowId; closesAt: Instant | null }
  /** the lists are in, and nobody has been told a seat yet */
  | { kind: 'seating'; window: WindowId; movesAt: Instant | null }
  /** everybody has been told their tables, and may still change to one with room */
  | { kind: 'seated'; window: WindowId; round: RoundId; movesAt: Instant | null }
  | { kind: 'choosing'; round: RoundId; closesAt: Instant | null; movesAt: Instant | null }
  | {
      kind: 'waiting'
      round: RoundId
      movesAt: Instant | null
      table: TableId | null
      hosting: boolean
    }
  | { kind: 'item'; segment: SegmentId; clock: Clock }
  | { kind: 'before'; segment: SegmentId | null; startsAt: Instant | null }
  | { kind: 'after' }

type Mine = Pick<PhoneMine, 'picks' | 'walkUps' | 'hosts'> | null

/** Where this person's seat is in a round: where they sat down, their pick, else the table they host. */
export function seatIn(mine: Mine, round: RoundId): { table: TableId | null; hosting: boolean } {
  const pick = mine?.walkUps[round] ?? mine?.picks[round]
  if (pick !== undefined) return { table: pick, hosting: false }
  return { table: mine?.hosts ?? null, hosting: mine?.hosts != null }
}

/** `stage`: whose pitches and items count; null: the main one. */
export function momentOf(
  parts: SharedParts,
  mine: Mine,
  now: Instant,
  stage: StageId | null = null,
): Moment {
  if (parts.show.closedAt !== null) return { kind: 'closed' }
  const course = courseOf(parts)
  const rounds = roundsInOrder(parts)
  if (course.heldSince !== null) return { kind: 'held', since: course.heldSince }

  const running = rounds.find((round) => round.phase === 'moving' || round.phase === 'talking')
  if (running?.clock && (running.phase === 'moving' || running.phase === 'talking')) {
    return {
      kind: running.phase,
      round: running.id,
      clock: running.clock,
      ...seatIn(mine, running.id),
    }
  }
  const stageId = stage ?? mainStage(parts.programme)
  const held = stageId ? course.stages[stageId] : undefined
  const pitch = held?.on ? pitchMoment(course, held.on) : null
  if (pitch) return pitch

  const window = windowNow(parts)
  if (window?.phase === 'open')
    return {
      kind: 'ranking',
      window: window.id,
      closesAt: windowClosesAt(course, window, now),
    }
  if (window?.phase === 'closed') {
    const first = nextRound(course, window)
    const moves = first ? movesAt(course, first, now) : null
    return { kind: 'seating', window: window.id, movesAt: moves }
  }
  const open = rounds.find((round) => round.phase === 'open')
  if (open?.window)
    return {
      kind: 'seated',
      window: open.window,
      round: open.id,
      movesAt: movesAt(course, open, now),
    }
  if (open)
    return {
      kind: 'choosing',
      round: open.id,
      closesAt: closesAt(course, open, now),
      movesAt: movesAt(course, open, now),
    }
  const closed = rounds.find((round) => round.phase === 'closed')
  if (closed) {
    return {
      kind: 'waiting',
      round: closed.id,
      movesAt: movesAt(course, closed, now),
      ...seatIn(mine, closed.id),
    }
  }
  if (held?.on && held.on.clock.startedAt !== null) {
    return { kind: 'item', segment: held.on.segment, clock: held.on.clock }
  }
  if (held?.finished) return { kind: 'after' }
  return upNext(course, stageId, now)
}

/** The window that people rank for, or wait for the seating of; the one whose rounds come first. */
export function windowNow(parts: SharedParts): WindowLine | null {
  const course = courseOf(parts)
  const waits = Object.values(parts.windows).filter(
    (window) =>
      (window.phase === 'open' || window.phase === 'closed') && nextRound(course, window) !== null,
  )
  const order = inProgrammeOrder(
    course,
    waits.flatMap(({ rounds }) => rounds),
  )
  const first = order[0]?.window
  return waits.find(({ id }) => id === first) ?? null
}

/** When choosing for this round closes by itself; null: by hand, with its move at the latest. */
export function closesAt(course: Course, round: RoundLine, now: Instant): Instant | null {
  const segment = segmentOfRound(course, round)
  const moves = movesAt(course, round, now)
  return segment.byItself && moves !== null ? moves - segment.closesBefore : moves
}

function pitchMoment(course: Course, on: DeepReadonly<OnStage>): Moment | null {
  const pitch = on.pitch ? course.pitches[on.pitch] : undefined
  if (!pitch) return null
  if (on.phase === 'pitch' && on.clock.startedAt !== null) {
    return { kind: 'pitch', innovation: pitch.innovation, clock: on.clock }
  }
  const block = course.segments[on.segment]
  const done =
    block?.kind === 'pitch-block' ? block.pitches.filter((id) => course.pitches[id]?.done) : []
  const given = done.at(-1)
  if (on.phase === 'pitch' && given === undefined) return null
  return {
    kind: 'changeover',
    given: given === undefined ? null : (course.pitches[given]?.innovation ?? null),
    next: pitch.innovation,
    clock: on.clock,
  }
}

function upNext(course: Course, stageId: StageId | null, now: Instant): Moment {
  if (!stageId) return { kind: 'before', segment: null, startsAt: null }
  const times = stageTimes(course, stageId, now)
  const next = course.stages[stageId]?.segments.find(
    (id) => course.segments[id]?.begunAt === null && course.segments[id]?.kind !== 'note',
  )
  return {
    kind: 'before',
    segment: next ?? null,
    startsAt: next ? (times.get(next)?.expectedStart ?? null) : null,
  }
}

/** Are people at their tables in this round, or on their way to them? */
export const isOn = ({ phase }: Pick<RoundLine, 'phase'>): boolean =>
  phase === 'moving' || phase === 'talking'

/** Did people sit at tables in this round? One that was never gone to is no place they have been. */
export const tookPlace = ({
  movedAt,
  talkedAt,
}: Pick<RoundLine, 'movedAt' | 'talkedAt'>): boolean => movedAt !== null || talkedAt !== null

/** All rounds in the order of the programme. */
export function roundsInOrder({
  programme,
  rounds,
}: Pick<SharedParts, 'programme' | 'rounds'>): RoundLine[] {
  return programme.stages.flatMap((stage) =>
    stage.segments.flatMap((id) => {
      const segment = programme.segments[id]
      if (segment?.kind !== 'rounds') return []
      return segment.rounds.flatMap((round) => {
        const line = rounds[round]
        return line ? [line] : []
      })
    }),
  )
}

export interface AgendaLine {
  segment: SegmentId
  kind: SegmentKind
  title: string
  day: string
  plannedStart: Instant
  expectedStart: Instant
  /** ms */
  length: number
  state: 'done' | 'now' | 'to-come'
}

/** The programme as people read it, with expected times; notes are for the crew and left out. */
export function agenda(parts: SharedParts, now: Instant): AgendaLine[] {
  const course = courseOf(parts)
  return parts.programme.stages.flatMap((stage) => {
    const times = stageTimes(course, stage.id, now)
    return stage.segments.flatMap((id): AgendaLine[] => {
      const segment = course.segments[id]
      const at = times.get(id)
      if (!segment || !at || segment.kind === 'note') return []
      const isOn = course.stages[stage.id]?.on?.segment === id && segment.begunAt !== null
      const state = isOn ? 'now' : segment.endedAt !== null ? 'done' : 'to-come'
      const { kind, title, day } = segment
      const length = plannedLength(course, segment)
      return [
        {
          segment: id,
          kind,
          title,
          day,
          plannedStart: at.plannedStart,
          expectedStart: at.expectedStart,
          length,
          state,
        },
      ]
    })
  })
}
