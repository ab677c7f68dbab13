import type { Course, CourseRound, CourseStage } from '#shared/show/course.ts'
import type { RoundId, WindowId } from '#shared/show/words.ts'
import { type NextUp, nextUp } from './next-up.ts'

export type RoundStepName = 'open' | 'close' | 'move' | 'run' | 'end'

/** What the large button does, and the key n: the one step the show takes next. */
export type Primary =
  | { kind: 'start'; what: NextUp }
  | { kind: 'next'; what: NextUp; changeover: boolean }
  /** pitches are followed by rounds: they end first, so that people have time to choose */
  | { kind: 'end-pitches' }
  | { kind: 'end-day' }
  /** the round waits for a seating, which is looked at and published on a screen of its own */
  | { kind: 'choosing'; window: WindowId }
  | { kind: 'round'; round: RoundId; step: Exclude<RoundStepName, 'close'> }

export function primaryOf(course: Course, stage: CourseStage): Primary | null {
  const { on } = stage
  const next = nextUp(course, stage)
  const segment = on ? course.segments[on.segment] : undefined
  if (on && segment?.kind === 'rounds') {
    const step = roundStep(course, segment.rounds)
    if (step) return step
  }
  if (on && on.clock.startedAt === null && segment?.kind !== 'rounds') {
    return { kind: 'start', what: { segment: on.segment, pitch: on.pitch } }
  }
  if (!on && (stage.finished || !next)) return null
  if (!next) return { kind: 'end-day' }
  const following = course.segments[next.segment]
  if (following?.kind === 'rounds') {
    if (segment?.kind === 'pitch-block') return { kind: 'end-pitches' }
    const step = roundStep(course, following.rounds)
    if (step) return step
  }
  return on
    ? { kind: 'next', what: next, changeover: on.phase === 'changeover' }
    : { kind: 'start', what: next }
}

/** The step of the first round that is not over. */
function roundStep(course: Course, rounds: readonly RoundId[]): Primary | null {
  const round = rounds.map((id) => course.rounds[id]).find((one) => one && one.phase !== 'ended')
  if (round?.phase === 'planned' && round.window !== null)
    return { kind: 'choosing', window: round.window }
  return round ? { kind: 'round', round: round.id, step: stepAfter(round) } : null
}

export function stepAfter({ phase }: CourseRound): Exclude<RoundStepName, 'close'> {
  switch (phase) {
    case 'planned':
      return 'open'
    case 'open':
    case 'closed':
      return 'move'
    case 'moving':
      return 'run'
    case 'talking':
    case 'ended':
      return 'end'
  }
}
