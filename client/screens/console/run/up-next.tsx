import { movesAt, segmentOfRound, talkStartsAt } from '#shared/show/round-course.ts'
import { type Course, type CourseStage, pitchTimes, stageTimes } from '#shared/show/course.ts'
import { type Instant, SECOND } from '#shared/time/instant.ts'
import { clockTime } from '#shared/time/zone.ts'
import { closesAt, roundsInOrder } from '#shared/views/moment.ts'
import { RUN } from '#shared/words/console-run.ts'
import { billingOf } from '../billing.ts'
import { timesOf } from '../choosing/standing.ts'
import { useConsole, useNow } from '../console-context.ts'
import { useCourse } from '../use-course.ts'
import { type NextUp, nextUp } from './next-up.ts'

interface Line {
  words: string
  at: Instant | null
  first?: boolean
}

/** The next turn, and the next things people in the hall will notice, with the times they are expected. */
export function UpNext() {
  const { parts } = useConsole()
  const { course, stage } = useCourse()
  const now = useNow(10 * SECOND)
  const lines: Line[] = []
  const next = stage && !stage.finished ? afterNow(course, stage) : null
  const segment = next ? course.segments[next.segment] : undefined
  if (stage && next && segment) {
    const { name } = billingOf(parts, next.segment, next.pitch)
    const at =
      segment.kind === 'pitch-block' && next.pitch
        ? pitchTimes(course, segment, now).get(next.pitch)
        : stageTimes(course, stage.id, now).get(segment.id)?.expectedStart
    lines.push({ words: RUN.nextLine(name), at: at ?? null, first: true })
  }
  const round = roundsInOrder(parts).find((one) => one.phase !== 'ended')
  if (round) {
    const { opensBefore } = segmentOfRound(course, round)
    const moves = movesAt(course, round, now)
    const window = round.phase === 'planned' && round.window ? parts.windows[round.window] : null
    if (window) {
      const { opens, closes } = timesOf(course, window, now)
      if (window.phase === 'planned') lines.push({ words: RUN.choosingOpens, at: opens })
      if (window.phase === 'open') lines.push({ words: RUN.choosingCloses, at: closes })
    } else if (round.phase === 'planned' && moves !== null)
      lines.push({ words: RUN.choosingOpens, at: moves - opensBefore })
    if (round.phase === 'open')
      lines.push({ words: RUN.choosingCloses, at: closesAt(course, round, now) })
    if (!round.clock && moves !== null)
      lines.push({ words: RUN.roundMoves(round.number), at: moves })
    if (round.phase === 'moving')
      lines.push({ words: RUN.roundTalks(round.number), at: talkStartsAt(course, round, now) })
    if (round.phase === 'talking' && round.clock?.startedAt != null) {
      const { startedAt, duration, added } = round.clock
      lines.push({ words: RUN.roundEnds(round.number), at: startedAt + duration + added })
    }
  }
  if (lines.length === 0) return null
  return (
    <ol className="upnext" aria-label={RUN.comingUp}>
      {lines.map(({ words, at, first }) => (
        <li key={words}>
          {first ? <b>{words}</b> : words}{' '}
          {at !== null && <time>{clockTime(at, course.zone)}</time>}
        </li>
      ))}
    </ol>
  )
}

/** Who comes after the one people look at: in a changeover that is not the one who walks on now. */
const afterNow = (course: Course, stage: CourseStage): NextUp | null =>
  nextUp(course, stage.on ? { ...stage, on: { ...stage.on, phase: 'pitch' } } : stage)
