import { plannedLength, stageTimes } from '#shared/show/course.ts'
import { movesAt, talkStartsAt } from '#shared/show/round-course.ts'
import type { RoundId, TableId } from '#shared/show/words.ts'
import { HOUR, type Instant, type LocalDate } from '#shared/time/instant.ts'
import type { PlanTimes } from '#shared/time/plan.ts'
import type { RoundLine, SharedParts } from '#shared/views/common.ts'
import { clockTime } from '#shared/time/zone.ts'
import { PHONE } from '#shared/words/phone.ts'
import { courseOf } from '#shared/views/course.ts'
import { seatIn } from '#shared/views/moment.ts'
import type { PhoneMine } from '#shared/views/phone.ts'

/** One line of somebody's day: an item of the programme, or a round with where they are in it. */
export interface DayLine {
  key: string
  day: LocalDate
  /** expected; null: nobody can say yet */
  at: Instant | null
  /** ms */
  length: number
  title: string
  /** name of its stage, where there are several */
  stage: string
  /** hosts are at their tables meanwhile */
  tablesOpen: boolean
  state: 'past' | 'now' | 'to-come'
  round: { line: RoundLine; table: TableId | null; hosting: boolean } | null
}

/** The whole day by expected times, all stages together, rounds one by one. Notes are for the crew and left out. */
export function dayLines(parts: SharedParts, mine: PhoneMine | null, now: Instant): DayLine[] {
  const course = courseOf(parts)
  const several = parts.programme.stages.length > 1
  const lines = parts.programme.stages.flatMap((stage) => {
    const times = stageTimes(course, stage.id, now)
    return stage.segments.flatMap((id, index): DayLine[] => {
      const segment = course.segments[id]
      if (!segment || segment.kind === 'note') return []
      if (segment.kind === 'rounds')
        return segment.rounds.flatMap((round) => {
          const line = parts.rounds[round]
          return line ? [roundLine(course, line, segment.day, mine, now)] : []
        })
      const onStage = course.stages[stage.id]?.on?.segment ?? null
      const isOn = onStage === id && segment.begunAt !== null
      const isSkipped = onStage !== null && index < stage.segments.indexOf(onStage)
      return [
        {
          key: id,
          day: segment.day,
          at: begins(times.get(id)),
          length: plannedLength(course, segment),
          title: segment.title,
          stage: several ? stage.name : '',
          tablesOpen: segment.tablesOpen,
          state: isOn ? 'now' : isSkipped || segment.endedAt !== null ? 'past' : 'to-come',
          round: null,
        },
      ]
    })
  })
  return several ? lines.toSorted(byTime) : lines
}

/** Of a day that has gone by without it nothing is expected any more: then as planned. */
function begins(at: PlanTimes | undefined): Instant | null {
  if (!at) return null
  return at.expectedStart - at.plannedStart < 12 * HOUR ? at.expectedStart : at.plannedStart
}

const byTime = (a: DayLine, b: DayLine): number =>
  a.day === b.day ? (a.at ?? Infinity) - (b.at ?? Infinity) || 0 : a.day < b.day ? -1 : 1

function roundLine(
  course: ReturnType<typeof courseOf>,
  line: RoundLine,
  day: LocalDate,
  mine: PhoneMine | null,
  now: Instant,
): DayLine {
  const { phase } = line
  const isOn = phase === 'moving' || phase === 'talking'
  return {
    key: line.id,
    day,
    at: talkStartsAt(course, line, now),
    length: line.talk,
    title: '',
    stage: '',
    tablesOpen: false,
    state: isOn ? 'now' : phase === 'ended' ? 'past' : 'to-come',
    round: { line, ...seatIn(mine, line.id) },
  }
}

/** When a round's talks begin and end, expected; null while nobody can say. */
export function roundSpan(
  parts: SharedParts,
  id: RoundId,
  now: Instant,
): { from: Instant; to: Instant } | null {
  const line = parts.rounds[id]
  if (!line) return null
  const from = talkStartsAt(courseOf(parts), line, now)
  if (from === null) return null
  const clock = line.phase === 'talking' ? line.clock : null
  return { from, to: from + (clock ? clock.duration + clock.added : line.talk) }
}

/** A clock time that has passed promises nothing: whoever runs the rounds by hand has not closed it yet. */
export const closingWords = (closes: Instant, now: Instant, zone: string): string =>
  closes > now ? PHONE.choosingCloses(clockTime(closes, zone)) : PHONE.choosingClosesSoon

/** When people get up for a round, expected. */
export const moveTime = (parts: SharedParts, id: RoundId, now: Instant): Instant | null => {
  const line = parts.rounds[id]
  return line ? movesAt(courseOf(parts), line, now) : null
}
