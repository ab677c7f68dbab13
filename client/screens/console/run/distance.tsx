import { type Course, type CourseStage, distanceToPlan, stageTimes } from '#shared/show/course.ts'
import type { SegmentId } from '#shared/show/words.ts'
import { HOUR, type Instant, MINUTE, SECOND } from '#shared/time/instant.ts'
import { fromNow } from '#shared/time/spoken.ts'
import { clockTime, dayName, localDateOf } from '#shared/time/zone.ts'
import { distanceLevel, distanceWords, nextFixed, RUN } from '#shared/words/console-run.ts'
import { useConsole, useNow } from '../console-context.ts'
import { Press } from '../press.tsx'
import { useCourse } from '../use-course.ts'
import type { StageActions } from './use-stage.ts'

interface Banner {
  level: string
  words: string
  meaning: string
}

const LONG_OVER = 12 * HOUR

/** Are we on time? The largest words on the screen. */
export function Distance({ actions }: { actions: StageActions | null }) {
  const { may, online } = useConsole()
  const { course, stage } = useCourse()
  const now = useNow(SECOND)
  const { level, words, meaning } = bannerOf(course, stage, now)
  const held = course.heldSince !== null
  return (
    <section className="distance" data-distance={level} aria-label={RUN.title}>
      <h1 className="distance__words">{words}</h1>
      <p className="distance__then">{meaning}</p>
      {actions && may('hold-day') && (
        <Press
          className={held ? '' : 'button--danger'}
          off={!online}
          onPress={() => void (held ? actions.release() : actions.hold())}
        >
          {held ? RUN.release : RUN.hold}
        </Press>
      )}
    </section>
  )
}

export function bannerOf(course: Course, stage: CourseStage | null, now: Instant): Banner {
  const { zone, heldSince } = course
  if (heldSince !== null) {
    return { level: 'held', words: RUN.onHold, meaning: RUN.heldSince(clockTime(heldSince, zone)) }
  }
  if (!stage || stage.segments.length === 0) {
    return { level: 'none', words: RUN.noProgramme, meaning: RUN.noProgrammeThen }
  }
  const times = stageTimes(course, stage.id, now)
  if (stage.finished) {
    const ended = Math.max(0, ...stage.segments.map((id) => course.segments[id]?.endedAt ?? 0))
    const meaning = ended === 0 ? '' : RUN.finishedThen(clockTime(ended, zone))
    return { level: 'none', words: RUN.finished, meaning }
  }
  const distance = distanceToPlan(course, stage.id, now)
  if (!distance) return { level: 'none', words: RUN.finished, meaning: '' }
  const { next, late } = distance
  // A day that went by without anybody running it is not late, it is over.
  if (late > LONG_OVER) return { level: 'none', words: RUN.longOver, meaning: RUN.longOverThen }
  const today = daySegments(course, stage)
  const [first] = today
  const begins = first === undefined ? undefined : times.get(first)?.plannedStart
  if (
    first !== undefined &&
    begins !== undefined &&
    today.every((id) => course.segments[id]?.begunAt == null)
  ) {
    return { ...judged(late), meaning: beginning(course, first, begins, now) }
  }
  const at = next ? times.get(next.segment) : undefined
  if (next && at) {
    const title = course.segments[next.segment]?.title ?? ''
    return { ...judged(late), meaning: nextFixed(title, next.at, at.expectedStart, zone) }
  }
  const last = today.at(-1)
  const ends = last === undefined ? undefined : times.get(last)?.expectedEnd
  return {
    ...judged(late),
    meaning: ends === undefined ? '' : RUN.endsAbout(clockTime(ends, zone)),
  }
}

/** The items of the day that is on, or comes next. Notes are no beginning and no end. */
function daySegments(course: Course, stage: CourseStage): SegmentId[] {
  const items = stage.segments.filter((id) => course.segments[id]?.kind !== 'note')
  const reached = items.findLastIndex((id) => course.segments[id]?.begunAt != null)
  const isOver = course.segments[items[reached] ?? ('' as SegmentId)]?.endedAt != null
  const current = stage.on?.segment ?? items[isOver || reached < 0 ? reached + 1 : reached]
  const day = current === undefined ? undefined : course.segments[current]?.day
  return items.filter((id) => course.segments[id]?.day === day)
}

const judged = (late: number) => ({ level: distanceLevel(late), words: distanceWords(late) })

function beginning(course: Course, first: SegmentId, begins: Instant, now: Instant): string {
  const { zone } = course
  const title = course.segments[first]?.title ?? ''
  const at = clockTime(begins, zone)
  if (now - begins > MINUTE) return RUN.shouldHaveBegun(title, at)
  const day = localDateOf(begins, zone)
  if (begins - now > 12 * HOUR || day !== localDateOf(now, zone)) {
    return RUN.beginsOn(title, dayName(day), at)
  }
  return RUN.beginsAt(title, at, fromNow(Math.round((begins - now) / MINUTE) * MINUTE))
}
