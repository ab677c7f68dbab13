import { isRunning, remaining } from '#shared/time/clock.ts'
import type { Instant, Ms } from '#shared/time/instant.ts'
import { type PlanItem, planTimes, type PlanTimes } from '#shared/time/plan.ts'
import { instantOf } from '#shared/time/zone.ts'
import type {
  DeepReadonly,
  OnStage,
  Pitch,
  PitchBlock,
  ReadShow,
  Round,
  Segment,
  Stage,
} from './state.ts'
import type { InnovationId, PitchId, RoundId, SegmentId, StageId } from './words.ts'

/** The parts of a show that times follow from: a screen holds just these, without who sits where. */
export interface Course extends Pick<ReadShow, 'zone' | 'heldSince' | 'segments' | 'pitches'> {
  readonly stages: Readonly<Record<StageId, CourseStage>>
  readonly rounds: Readonly<Record<RoundId, CourseRound>>
}
export type CourseStage = DeepReadonly<Omit<Stage, 'past' | 'lastNextAt'>>
export type CourseRound = DeepReadonly<Omit<Round, WhoSits>>
/** what of a round is about people, and is never in what a whole audience gets */
export type WhoSits =
  | 'picks'
  | 'taken'
  | 'byHand'
  | 'suggested'
  | 'waiting'
  | 'promoted'
  | 'arrived'
  | 'walkUps'
  | 'came'

type ReadStage = CourseStage
type ReadBlock = DeepReadonly<PitchBlock>

export const pitchLength = (block: ReadBlock, pitch: DeepReadonly<Pitch> | undefined): Ms =>
  pitch?.length ?? block.pitchLength

/** The planned length of a segment, ms: as given, or the sum of what is in it. */
export function plannedLength(course: Course, segment: DeepReadonly<Segment>): Ms {
  if (segment.length !== null) return segment.length
  if (segment.kind === 'rounds') return sum(segment.rounds.map((id) => roundLength(course, id)))
  if (segment.kind !== 'pitch-block') return segment.length
  const pitches = segment.pitches.map((id) => pitchLength(segment, course.pitches[id]))
  return sum(pitches) + Math.max(0, pitches.length - 1) * segment.changeover
}

const roundLength = (course: Course, id: RoundId): Ms => {
  const round = course.rounds[id]
  return round ? round.move + round.talk : 0
}

const sum = (lengths: readonly Ms[]): Ms => lengths.reduce((total, each) => total + each, 0)

/** Pitches of a block that are still to come, in the order they will be called, without the one on stage. */
export const waiting = (course: Course, block: ReadBlock, on: PitchId | null): PitchId[] =>
  block.pitches.filter((id) => id !== on && course.pitches[id]?.done === false)

/** ms that a segment on stage still needs at `now`. */
function left(course: Course, stage: ReadStage, segment: DeepReadonly<Segment>, now: Instant): Ms {
  const { on } = stage
  if (!on) return 0
  const clock = Math.max(0, remaining(on.clock, now))
  if (segment.kind === 'pitch-block') {
    const queue = waiting(course, segment, on.pitch)
    const toCome = sum(
      queue.map((id) => pitchLength(segment, course.pitches[id]) + segment.changeover),
    )
    const own =
      on.phase === 'changeover' && on.pitch ? pitchLength(segment, course.pitches[on.pitch]) : 0
    return clock + own + toCome
  }
  if (segment.kind === 'rounds') return sum(segment.rounds.map((id) => roundLeft(course, id, now)))
  return clock
}

function roundLeft(course: Course, id: RoundId, now: Instant): Ms {
  const round = course.rounds[id]
  if (!round || round.phase === 'ended') return 0
  if (!round.clock) return round.move + round.talk
  return Math.max(0, remaining(round.clock, now)) + (round.phase === 'moving' ? round.talk : 0)
}

/** Planned and expected start and end of every segment of a stage, by segment id. */
export function stageTimes(
  course: Course,
  stage: StageId,
  now: Instant,
): Map<SegmentId, PlanTimes> {
  const held = course.stages[stage]
  if (!held) return new Map()
  const items = held.segments.flatMap((id): PlanItem[] => {
    const segment = course.segments[id]
    if (!segment) return []
    const item: PlanItem = {
      id,
      day: segment.day,
      length: plannedLength(course, segment),
      fixedStart: segment.fixedStart,
      actualStart: segment.begunAt,
      actualEnd: segment.endedAt,
    }
    return [held.on?.segment === id ? { ...item, left: left(course, held, segment, now) } : item]
  })
  return planTimes(items, now, (day) => instantOf(day, '09:00', course.zone)) as Map<
    SegmentId,
    PlanTimes
  >
}

/** When each pitch still to come is expected, by pitch id; the one on stage counts from its real start. */
export function pitchTimes(course: Course, block: ReadBlock, now: Instant): Map<PitchId, Instant> {
  const times = new Map<PitchId, Instant>()
  const stage = course.stages[block.stage]
  const on = stage?.on?.segment === block.id ? stage.on : null
  const begins = stageTimes(course, block.stage, now).get(block.id)?.expectedStart ?? now
  let at = on ? now + Math.max(0, remaining(on.clock, now)) : begins
  if (on?.pitch && on.phase === 'pitch') times.set(on.pitch, on.begunAt ?? now)
  if (on?.pitch && on.phase === 'changeover') {
    times.set(on.pitch, at)
    at += pitchLength(block, course.pitches[on.pitch])
  }
  for (const [index, id] of waiting(course, block, on?.pitch ?? null).entries()) {
    if (on || index > 0) at += block.changeover
    times.set(id, at)
    at += pitchLength(block, course.pitches[id])
  }
  return times
}

export interface Distance {
  /** ms; positive is late */
  late: Ms
  /** the next item with a fixed start, and whether it can still be met */
  next: { segment: SegmentId; at: Instant; holds: boolean } | null
}

/** How far the stage is from its plan, judged by where the item that is on, or comes next, will end. */
export function distanceToPlan(course: Course, stage: StageId, now: Instant): Distance | null {
  const held = course.stages[stage]
  const index = held ? currentIndex(course, held) : -1
  const current = held?.segments[index]
  if (!held || current === undefined) return null
  const times = stageTimes(course, stage, now)
  const mine = times.get(current)
  if (!mine) return null
  const day = course.segments[current]?.day
  const fixed = held.segments.slice(index + 1).find((id) => {
    const segment = course.segments[id]
    return segment?.day === day && segment?.fixedStart !== null
  })
  const at = fixed === undefined ? undefined : times.get(fixed)
  const next =
    fixed === undefined || !at
      ? null
      : { segment: fixed, at: at.plannedStart, holds: at.expectedStart - at.plannedStart < 30_000 }
  return { late: mine.expectedEnd - mine.plannedEnd, next }
}

function currentIndex(course: Course, stage: ReadStage): number {
  if (stage.on) return stage.segments.indexOf(stage.on.segment)
  if (stage.finished) return -1
  const begun = stage.segments.findLastIndex((id) => course.segments[id]?.begunAt != null)
  return begun + 1 < stage.segments.length ? begun + 1 : -1
}

/** Pitch blocks before this segment that have begun and are not over: while there are any, no round may go on. */
export function pitchesRunningBefore(
  course: Course,
  segment: DeepReadonly<Segment>,
): SegmentId | null {
  const stage = course.stages[segment.stage]
  const on = stage?.on
  if (!stage || !on) return null
  const block = course.segments[on.segment]
  if (block?.kind !== 'pitch-block') return null
  if (stage.segments.indexOf(block.id) >= stage.segments.indexOf(segment.id)) return null
  return block.begunAt !== null && block.endedAt === null ? block.id : null
}

/** When the clock on stage goes on by itself; null when it waits for a hand. */
export function advanceDue(course: Course, stage: ReadStage): Instant | null {
  const on: DeepReadonly<OnStage> | null = stage.on
  if (!on || stage.overdue !== null || !isRunning(on.clock) || on.clock.startedAt === null)
    return null
  const segment = course.segments[on.segment]
  if (segment?.kind !== 'pitch-block' || !segment.byItself) return null
  return on.clock.startedAt + on.clock.duration + on.clock.added
}

/** Has this innovation been pitched, or is it being pitched now? */
export const isPitched = (
  show: Pick<Course, 'pitches' | 'stages'>,
  innovation: InnovationId,
): boolean =>
  Object.values(show.pitches).some(
    (pitch) => pitch.innovation === innovation && (pitch.done || isGiven(show, pitch.id)),
  )

const isGiven = (show: Pick<Course, 'stages'>, pitch: string): boolean =>
  Object.values(show.stages).some(
    ({ on }) => on?.pitch === pitch && on.phase === 'pitch' && on.clock.startedAt !== null,
  )
