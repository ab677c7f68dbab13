import {
  LEAST_TIME,
  nextRound,
  windowClosesAt,
  windowOpensAt,
} from '#shared/show/choosing/course.ts'
import { type Course, stageTimes } from '#shared/show/course.ts'
import { movesAt } from '#shared/show/round-course.ts'
import type { RoundId } from '#shared/show/words.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { WindowLine } from '#shared/views/common.ts'
import type { ConsoleParts } from '#shared/views/console.ts'

/** Delegates who host nothing: those who can be seated, and how many of them have arrived. */
export function toSeat({ people, hosts, here }: Pick<ConsoleParts, 'people' | 'hosts' | 'here'>): {
  all: number
  here: number
} {
  const hosting = new Set(Object.values(hosts).flat())
  const all = people.filter(({ id, roles }) => roles.includes('delegate') && !hosting.has(id))
  return { all: all.length, here: all.filter(({ id }) => here[id] !== undefined).length }
}

export interface WindowTimes {
  /** expected, as far as anybody can say now */
  opens: Instant | null
  closes: Instant | null
  /** its next round, and when people move to it */
  round: RoundId | null
  moves: Instant | null
}

/** When a window opens and closes, also while the pitches that it follows are still to come. */
export function timesOf(course: Course, window: WindowLine, now: Instant): WindowTimes {
  const opens = windowOpensAt(course, window, now) ?? followedEnd(course, window, now)
  const round = nextRound(course, window)
  const moves = round ? movesAt(course, round, now) : null
  const closes =
    window.closedAt ??
    windowClosesAt(course, window, now) ??
    (moves === null
      ? null
      : Math.max(moves - window.closesBefore, opens === null ? 0 : opens + LEAST_TIME))
  return { opens, closes, round: round?.id ?? null, moves }
}

/** When the last of the pitches that it follows is expected to end. */
function followedEnd(course: Course, { follows }: WindowLine, now: Instant): Instant | null {
  const ends = follows.map((id) => {
    const segment = course.segments[id]
    if (!segment) return null
    if (segment.endedAt !== null) return segment.endedAt
    return stageTimes(course, segment.stage, now).get(id)?.expectedEnd ?? null
  })
  return ends.length === 0 || ends.includes(null) ? null : Math.max(...(ends as Instant[]))
}

/** Windows in the order of their first rounds in the programme. */
export function windowsInOrder({
  programme,
  rounds,
  windows,
}: Pick<ConsoleParts, 'programme' | 'rounds' | 'windows'>): WindowLine[] {
  const ids = programme.stages.flatMap(({ segments }) =>
    segments.flatMap((id) => {
      const segment = programme.segments[id]
      return segment?.kind === 'rounds' ? segment.rounds : []
    }),
  )
  const seen = new Set(ids.flatMap((id) => rounds[id]?.window ?? []))
  return [...seen].flatMap((id) => windows[id] ?? [])
}
