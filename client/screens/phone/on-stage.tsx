import type { ReactNode } from 'react'
import { type Clock, phaseOf } from '#shared/time/clock.ts'
import { clockTime } from '#shared/time/zone.ts'
import type { InnovationId } from '#shared/show/words.ts'
import { mainStage } from '#shared/views/course.ts'
import { PHONE } from '#shared/words/phone.ts'
import { listed } from '#shared/words/refusals.ts'
import { Countdown, TimeBar } from '../../parts/countdown.tsx'
import { Answers, YesSoFar } from './answers.tsx'
import { useNow, usePhone } from './phone-context.ts'

/** Who is on stage now, how long they have left, and the one question: want to talk to them? */
export function OnStage({ innovation, clock }: { innovation: InnovationId; clock: Clock }) {
  return (
    <>
      <Staged clock={clock} label={PHONE.onStage}>
        <Billing innovation={innovation} heading />
        <TimeBar clock={clock} />
        <Answers innovation={innovation} />
      </Staged>
      <YesSoFar />
    </>
  )
}

interface StagedProps {
  clock: Clock
  label: string
  children: ReactNode
}

/** What is on stage, with what is left in a colour and a word. */
export function Staged({ clock, label, children }: StagedProps) {
  const { status } = usePhone()
  const phase = usePhase(clock)
  // A page that does not count would go on warning for ever.
  const isLive = status !== null
  return (
    <section className="onstage" data-phase={isLive ? phase : undefined} aria-label={label}>
      <div className="onstage__head">
        <h2>{label}</h2>
        <p className="onstage__left">
          <Countdown
            clock={clock}
            after={clock.pausedAt === null ? PHONE.phase[phase] : PHONE.paused}
          />
        </p>
      </div>
      {children}
    </section>
  )
}

function usePhase(clock: Clock): keyof typeof PHONE.phase {
  const { parts } = usePhone()
  const now = useNow()
  const stage = mainStage(parts.programme)
  const on = stage ? parts.course.stages[stage]?.on : null
  const segment = on ? parts.programme.segments[on.segment] : undefined
  const points = segment && segment.kind !== 'rounds' ? segment : { warnAt: 0, dangerAt: 0 }
  const phase = phaseOf(clock, points, now)
  return phase === 'ready' ? 'running' : phase
}

/** Title, presenters and organisation of an innovation. */
export function Billing({
  innovation,
  heading = false,
}: {
  innovation: InnovationId
  heading?: boolean
}) {
  const { parts } = usePhone()
  const one = parts.innovations[innovation]
  if (!one) return null
  const who = [listed(one.presenters), one.organisation].filter((part) => part !== '').join(', ')
  const Title = heading ? 'h1' : 'h3'
  return (
    <>
      <Title className="onstage__title">{one.title}</Title>
      <p className="onstage__who">{who}</p>
    </>
  )
}

interface ChangeoverProps {
  given: InnovationId | null
  next: InnovationId | null
  clock: Clock
}

/** Between two pitches: time to answer the one just heard. */
export function Changeover({ given, next, clock }: ChangeoverProps) {
  const { parts } = usePhone()
  const after = next ? parts.innovations[next] : undefined
  return (
    <>
      {given && (
        <section className="onstage" aria-label={PHONE.justHeard}>
          <div className="onstage__head">
            <h2>{PHONE.justHeard}</h2>
          </div>
          <Billing innovation={given} heading />
          <Answers innovation={given} />
        </section>
      )}
      {after && (
        <section className="section">
          <h2>{PHONE.comesNext}</h2>
          <p className="lead">
            <b>{after.title}</b>
          </p>
          <p>
            {[listed(after.presenters), after.organisation].filter(Boolean).join(', ')}
            {clock.startedAt !== null && (
              <span className="muted">
                {' '}
                {PHONE.startsAbout(
                  clockTime(clock.startedAt + clock.duration + clock.added, parts.show.zone),
                )}
              </span>
            )}
          </p>
        </section>
      )}
      <YesSoFar />
    </>
  )
}
