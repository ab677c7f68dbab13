import type { Instant } from '#shared/time/instant.ts'
import { MINUTE } from '#shared/time/instant.ts'
import type { Course, CourseRound } from '#shared/show/course.ts'
import { movesAt } from '#shared/show/round-course.ts'
import type { DeepReadonly } from '#shared/show/state.ts'
import type { RoundId, StageId } from '#shared/show/words.ts'
import type { ChoosingWindow } from './window.ts'

/** Of a window, what its times follow from: a screen holds just these. */
export type CourseWindow = DeepReadonly<
  Omit<
    ChoosingWindow,
    | 'runs'
    | 'seed'
    | 'policy'
    | 'perOrganisation'
    | 'mustMeets'
    | 'everyone'
    | 'whoMoves'
    | 'published'
    | 'givenAt'
  >
>
export type WindowStep = 'open' | 'closed'

/** However late the pitches ended, people have this long to rank. */
export const LEAST_TIME = 3 * MINUTE

/** What a window does next by itself, and when; null when it waits for a hand. Publishing waits for a run. */
export function windowDue(
  course: Course,
  window: CourseWindow,
  now: Instant,
): { to: WindowStep; due: Instant } | null {
  if (!window.byItself || course.heldSince !== null) return null
  if (window.phase === 'planned') {
    const due = windowOpensAt(course, window, now)
    return due === null ? null : { to: 'open', due }
  }
  if (window.phase !== 'open') return null
  const due = windowClosesAt(course, window, now)
  return due === null ? null : { to: 'closed', due }
}

/** When the pitches it follows have ended, or so long before its first round; null: nobody can say. */
export function windowOpensAt(course: Course, window: CourseWindow, now: Instant): Instant | null {
  if (window.openedAt !== null) return window.openedAt
  const first = nextRound(course, window)
  if (!first) return null
  if (window.follows.length === 0) {
    const moves = movesAt(course, first, now)
    return moves === null ? null : moves - window.opensBefore
  }
  const ends = window.follows.map((id) => course.segments[id]?.endedAt ?? null)
  return ends.includes(null) ? null : Math.max(...(ends as Instant[]))
}

export function windowClosesAt(course: Course, window: CourseWindow, now: Instant): Instant | null {
  const first = nextRound(course, window)
  const moves = first ? movesAt(course, first, now) : null
  if (moves === null || window.openedAt === null) return null
  return Math.max(moves - window.closesBefore, window.openedAt + LEAST_TIME)
}

/** Its first round, in programme order, that people have not gone to yet. */
export const nextRound = (
  course: Pick<Course, 'rounds' | 'segments' | 'stages'>,
  window: { readonly rounds: readonly RoundId[] },
): CourseRound | null => roundsToCome(course, window)[0] ?? null

/** Its rounds that have not begun, in programme order. */
export function roundsToCome(
  course: Pick<Course, 'rounds' | 'segments' | 'stages'>,
  window: { readonly rounds: readonly RoundId[] },
): CourseRound[] {
  return inProgrammeOrder(course, window.rounds).filter(
    ({ phase }) => phase === 'planned' || phase === 'open' || phase === 'closed',
  )
}

/** Rounds by the day and place of their item, then by their own order. */
export function inProgrammeOrder(
  course: Pick<Course, 'rounds' | 'segments' | 'stages'>,
  rounds: readonly RoundId[],
): CourseRound[] {
  const wanted = new Set(rounds)
  const ordered = Object.keys(course.stages).flatMap((stage) =>
    (course.stages[stage as StageId]?.segments ?? []).flatMap((id) => {
      const segment = course.segments[id]
      return segment?.kind === 'rounds'
        ? segment.rounds.map((round) => ({ round, day: segment.day }))
        : []
    }),
  )
  return ordered
    .filter(({ round }) => wanted.has(round))
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .flatMap(({ round }) => course.rounds[round] ?? [])
}
