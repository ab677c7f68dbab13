import { pitchTimes, waiting } from '#shared/show/course.ts'
import { clockTime } from '#shared/time/zone.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { InnovationId } from '#shared/show/words.ts'
import type { Clock } from '#shared/time/clock.ts'
import type { SharedParts } from '#shared/views/common.ts'
import { courseOf } from '#shared/views/course.ts'
import { momentOf } from '#shared/views/moment.ts'
import { HOST } from '#shared/words/host.ts'
import { PHONE } from '#shared/words/phone.ts'
import { Countdown, TimeBar } from '../../parts/countdown.tsx'
import { Staged } from '../phone/on-stage.tsx'
import { closingWords } from '../phone/my-day.ts'
import { useNow, usePhone } from '../phone/phone-context.ts'

/** I am on stage: how long have I got? */
export function MyTurn() {
  const { mine, parts } = usePhone()
  const moment = momentOf(parts, mine, useNow())
  if (moment.kind !== 'pitch' || !mine?.presents.includes(moment.innovation)) return null
  return (
    <Staged clock={moment.clock} label={HOST.pitchOn}>
      <p className="onstage__title">{parts.innovations[moment.innovation]?.title}</p>
      <TimeBar clock={moment.clock} />
    </Staged>
  )
}

/** What is going on in the hall, in one line. */
export function Meanwhile() {
  const { mine, parts } = usePhone()
  const now = useNow()
  const moment = momentOf(parts, mine, now)
  const said = (words: string, what = '', clock: Clock | null = null) => (
    <p className="then">
      <span className="grow">
        {words} <b>{what}</b>
      </span>
      {clock && (
        <span>
          <Countdown clock={clock} left />
        </span>
      )}
    </p>
  )
  const titleOf = (innovation: InnovationId | null): string =>
    innovation ? (parts.innovations[innovation]?.title ?? '') : ''
  const time = (at: Instant): string => clockTime(at, parts.show.zone)
  switch (moment.kind) {
    case 'pitch':
      return mine?.presents.includes(moment.innovation)
        ? null
        : said(`${PHONE.onStage}:`, titleOf(moment.innovation), moment.clock)
    case 'changeover':
      return said(`${PHONE.comesNext}:`, titleOf(moment.next))
    case 'item':
      return said(`${PHONE.now}:`, parts.programme.segments[moment.segment]?.title, moment.clock)
    case 'ranking':
      return said(
        HOST.ranking,
        moment.closesAt === null ? '' : closingWords(moment.closesAt, now, parts.show.zone),
      )
    case 'choosing':
      return moment.closesAt === null
        ? null
        : said(closingWords(moment.closesAt, now, parts.show.zone))
    case 'seating':
      return said(
        HOST.seating,
        moment.movesAt === null ? '' : HOST.peopleMoveAt(time(moment.movesAt)),
      )
    case 'seated':
    case 'waiting':
      return moment.movesAt === null ? null : said(HOST.peopleMoveAt(time(moment.movesAt)))
    case 'before':
      return moment.segment === null || moment.startsAt === null
        ? null
        : said(
            `${PHONE.next}:`,
            `${parts.programme.segments[moment.segment]?.title}, ${time(moment.startsAt)}`,
          )
    case 'after':
      return said(`${PHONE.over}.`)
    case 'closed':
    case 'held':
    case 'moving':
    case 'talking':
      // Stands on the page already.
      return null
  }
}

/** How long until my pitch, and how many are before it. */
export function MyPitch() {
  const { mine, parts } = usePhone()
  const now = useNow()
  const pitches = (mine?.presents ?? []).flatMap((innovation) => turnsOf(parts, innovation, now))
  const on = Object.values(parts.course.stages).find((stage) => stage.on)?.on ?? null
  return (
    <section className="section">
      <h2>{HOST.myPitch}</h2>
      {pitches.length === 0 && <p className="muted">{HOST.noPitch}</p>}
      {pitches.map(({ pitch, title, words }) => (
        <p key={pitch}>
          <b>{title}</b>
          <br />
          {on?.pitch === pitch && on.phase === 'pitch' && on.clock.startedAt !== null
            ? `${HOST.pitchOn}.`
            : words}
        </p>
      ))}
    </section>
  )
}

function turnsOf(parts: SharedParts, innovation: InnovationId, now: Instant) {
  const course = courseOf(parts)
  const title = parts.innovations[innovation]?.title ?? ''
  return Object.values(course.pitches)
    .filter((pitch) => pitch.innovation === innovation)
    .map((pitch) => {
      const block = course.segments[pitch.block]
      if (pitch.done || block?.kind !== 'pitch-block')
        return { pitch: pitch.id, title, words: HOST.pitchDone }
      const on = course.stages[block.stage]?.on?.pitch ?? null
      const at = pitchTimes(course, block, now).get(pitch.id)
      const time = at === undefined ? '' : clockTime(at, parts.show.zone)
      const ahead = Math.max(0, waiting(course, block, on).indexOf(pitch.id))
      const words = pitch.deferred === null ? HOST.pitchIn(ahead, time) : HOST.pitchDeferred(time)
      return { pitch: pitch.id, title, words }
    })
}
