import type { Instant } from '#shared/time/instant.ts'
import { type Course, type CourseRound, pitchesRunningBefore, stageTimes } from './course.ts'
import type { DeepReadonly, RoundsSegment } from './state.ts'
import type { RoundId } from './words.ts'

type ReadSegment = DeepReadonly<RoundsSegment>
export type RoundStep = 'open' | 'closed' | 'moving' | 'talking' | 'ended'

export function segmentOfRound(show: Pick<Course, 'segments'>, round: CourseRound): ReadSegment {
  const segment = show.segments[round.segment]
  if (segment?.kind !== 'rounds') throw new Error(`${round.id} is in no rounds segment`)
  return segment
}

/** 1 for the first round of its segment. */
export const roundNumber = (show: Pick<Course, 'segments'>, round: CourseRound): number =>
  segmentOfRound(show, round).rounds.indexOf(round.id) + 1

/**
 * What a round does next by itself, and when; null when it waits for a hand.
 * Choosing opens for all rounds of a segment at once, so that people see their whole session;
 * from then on times hang on real beginnings and no longer slide.
 */
export function roundDue(
  course: Course,
  round: CourseRound,
  now: Instant,
): { to: RoundStep; due: Instant } | null {
  const segment = segmentOfRound(course, round)
  if (!segment.byItself || course.heldSince !== null || round.phase === 'ended') return null
  const { clock } = round
  if (clock) {
    if (clock.startedAt === null || clock.pausedAt !== null) return null
    const due = clock.startedAt + clock.duration + clock.added
    return { to: round.phase === 'moving' ? 'talking' : 'ended', due }
  }
  if (pitchesRunningBefore(course, segment)) return null
  const opens = choosingOpensAt(course, segment, now)
  // What its window gives is not given yet: nobody would know where to go.
  if (round.phase === 'planned' && round.window !== null) return null
  if (round.phase === 'planned' && !round.free)
    return opens === null ? null : { to: 'open', due: opens }
  const moves = movesAt(course, round, now)
  if (moves === null) return null
  const closes = moves - segment.closesBefore
  if (round.phase === 'open' && closes < moves) return { to: 'closed', due: closes }
  const free = freeAt(course, segment, round)
  return free === null ? null : { to: 'moving', due: Math.max(moves, free) }
}

/** Since when neither pitches nor another round of the session are in this round's way; null: they are. */
function freeAt(course: Course, segment: ReadSegment, round: CourseRound): Instant | null {
  const others = segment.rounds.flatMap((id) => (id === round.id ? [] : (course.rounds[id] ?? [])))
  if (others.some(({ clock }) => clock !== null)) return null
  const order = course.stages[segment.stage]?.segments ?? []
  const before = order.slice(0, Math.max(0, order.indexOf(segment.id)))
  const blocks = before.flatMap((id) => course.segments[id] ?? [])
  const pitches = blocks.filter(({ kind }) => kind === 'pitch-block')
  return Math.max(-Infinity, ...[...others, ...pitches].map(({ endedAt }) => endedAt ?? -Infinity))
}

/**
 * When choosing opens: a while before the session is expected, which is never before a fixed start. A stage
 * that nobody runs tells nothing of the real course: then a fixed start is taken at its word.
 */
export function choosingOpensAt(
  course: Course,
  segment: ReadSegment,
  now: Instant,
): Instant | null {
  const start = sessionStart(course, segment, now)
  return start === null ? null : start - segment.opensBefore
}

/** When the session is expected; a stage that nobody runs keeps to its fixed start. */
function sessionStart(course: Course, segment: ReadSegment, now: Instant): Instant | null {
  const times = stageTimes(course, segment.stage, now).get(segment.id)
  if (!times) return null
  const order = course.stages[segment.stage]?.segments ?? []
  const isRun = order.some((id) => course.segments[id]?.begunAt != null)
  return isRun ? times.expectedStart : (segment.fixedStart ?? times.expectedStart)
}

/** When this round is expected to move, before it has: null while the one before it has no end in sight. */
export function movesAt(course: Course, round: CourseRound, now: Instant): Instant | null {
  const segment = segmentOfRound(course, round)
  const index = segment.rounds.indexOf(round.id)
  const before = index > 0 ? course.rounds[segment.rounds[index - 1] as RoundId] : undefined
  if (!before) {
    // Nobody chooses, so no opening holds on to the time.
    if (round.free || round.window !== null) return sessionStart(course, segment, now)
    const opened = round.openedAt === null ? null : round.openedAt + segment.opensBefore
    const expected =
      opened ?? stageTimes(course, segment.stage, now).get(segment.id)?.expectedStart ?? null
    return segment.fixedStart !== null && expected !== null
      ? Math.max(segment.fixedStart, expected)
      : expected
  }
  return endOf(course, before, now)
}

/** When people should sit at their table in this round: the end of move time. */
export function talkStartsAt(course: Course, round: CourseRound, now: Instant): Instant | null {
  if (round.talkedAt !== null) return round.talkedAt
  if (round.phase === 'moving' && round.clock?.startedAt != null) {
    return round.clock.startedAt + round.clock.duration + round.clock.added
  }
  const moves = movesAt(course, round, now)
  return moves === null ? null : moves + round.move
}

/** When a round ends, or is expected to. */
function endOf(course: Course, round: CourseRound, now: Instant): Instant | null {
  if (round.endedAt !== null) return round.endedAt
  const { clock } = round
  if (clock && clock.startedAt !== null) {
    const ends = clock.startedAt + clock.duration + clock.added
    return round.phase === 'moving' ? ends + round.talk : ends
  }
  const moves = movesAt(course, round, now)
  return moves === null ? null : moves + round.move + round.talk
}
