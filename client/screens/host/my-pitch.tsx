import { pitchTimes, waiting } from '#shared/show/course.ts'
import { clockTime } from '#shared/time/zone.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { InnovationId } from '#shared/show/words.ts'
import type { SharedParts } from '#shared/views/common.ts'
import { courseOf } from '#shared/views/course.ts'
import { HOST } from '#shared/words/host.ts'
import { Countdown } from '../../parts/countdown.tsx'
import { useNow, usePhone } from '../phone/phone-context.ts'

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
          {on?.pitch === pitch && on.phase === 'pitch' && on.clock.startedAt !== null ? (
            <>
              {HOST.pitchOn} <Countdown clock={on.clock} />
            </>
          ) : (
            words
          )}
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
