import { plannedLength, stageTimes } from '#shared/show/course.ts'
import type { DeepReadonly, ReadShow, Segment } from '#shared/show/state.ts'
import type { SegmentId } from '#shared/show/words.ts'
import { type Instant, type LocalDate, MINUTE, type Ms, SECOND } from '#shared/time/instant.ts'
import { PLAN_ACTUAL as words } from '#shared/words/out.ts'
import { cleanLine } from './text.ts'

/** One item: when it was to be on, and when it was. */
export interface PlanActualLine {
  id: SegmentId
  title: string
  planned: { from: Instant; to: Instant }
  /** null: it has not been on; of an item that is on, `to` is now */
  actual: { from: Instant; to: Instant; isOn: boolean } | null
  /** ms after (negative: before) the planned start; null: it has not begun */
  late: Ms | null
  /** ms longer (negative: shorter) than planned; null: it is not over */
  over: Ms | null
  /** the stage has gone past it */
  isSkipped: boolean
}

/** The items of one stage on one day; notes for the crew take no turn. */
export interface PlanActual {
  stage: string
  day: LocalDate
  lines: PlanActualLine[]
}

export function planActual(show: ReadShow, now: Instant): PlanActual[] {
  return Object.values(show.stages).flatMap((stage) => {
    const times = stageTimes(show, stage.id, now)
    const reached = stage.segments.findLastIndex((id) => span(show, show.segments[id], now))
    const lines = stage.segments.flatMap((id, index): (PlanActualLine & { day: LocalDate })[] => {
      const segment = show.segments[id]
      const planned = times.get(id)
      if (!segment || !planned || segment.kind === 'note') return []
      const actual = span(show, segment, now)
      const length = plannedLength(show, segment)
      return [
        {
          id,
          day: segment.day,
          title: cleanLine(segment.title),
          planned: { from: planned.plannedStart, to: planned.plannedEnd },
          actual,
          late: actual ? actual.from - planned.plannedStart : null,
          over: actual && !actual.isOn ? actual.to - actual.from - length : null,
          isSkipped: !actual && (index < reached || stage.finished),
        },
      ]
    })
    return show.days.flatMap((day): PlanActual[] => {
      const today = lines.filter((line) => line.day === day)
      return today.length === 0 ? [] : [{ stage: cleanLine(stage.name), day, lines: today }]
    })
  })
}

/** When an item was on. Rounds that were run without the stage tell it themselves. */
function span(
  show: ReadShow,
  segment: DeepReadonly<Segment> | undefined,
  now: Instant,
): PlanActualLine['actual'] {
  if (!segment) return null
  const rounds =
    segment.kind === 'rounds' ? segment.rounds.flatMap((id) => show.rounds[id] ?? []) : []
  const begins = [segment.begunAt, ...rounds.map((round) => round.movedAt ?? round.talkedAt)]
  const begun = begins.filter((at) => at !== null)
  if (begun.length === 0) return null
  const lasts = rounds.some(({ phase }) => phase === 'moving' || phase === 'talking')
  const ends = [segment.endedAt, ...rounds.map(({ endedAt }) => endedAt)].filter(
    (at) => at !== null,
  )
  const isOn = lasts || ends.length === 0 || (segment.begunAt !== null && segment.endedAt === null)
  return { from: Math.min(...begun), to: isOn ? now : Math.max(...ends), isOn }
}

/** `45 s`, `3 min`, `1 h 5 min` */
function short(ms: Ms): string {
  if (ms < MINUTE) return `${Math.round(ms / SECOND)} s`
  const minutes = Math.round(ms / MINUTE)
  const hours = Math.floor(minutes / 60)
  return [hours > 0 ? `${hours} h` : '', minutes % 60 > 0 ? `${minutes % 60} min` : '']
    .filter((part) => part !== '')
    .join(' ')
}
/** Nobody plans to the second. */
const NOTHING: Ms = 15 * SECOND

/** `3 min late`, `on time`; `not run` and `to come` of what has not been on */
export function lateWords({ late, isSkipped }: PlanActualLine): string {
  if (late === null) return isSkipped ? words.notRun : words.toCome
  if (Math.abs(late) < NOTHING) return words.onTime
  return late > 0 ? words.late(short(late)) : words.early(short(-late))
}

/** `2 min over`, `as planned`, `on now`; '' of what has not been on */
export function overWords({ actual, over }: PlanActualLine): string {
  if (!actual) return ''
  if (over === null) return words.on
  if (Math.abs(over) < NOTHING) return words.asPlanned
  return over > 0 ? words.overBy(short(over)) : words.underBy(short(-over))
}
