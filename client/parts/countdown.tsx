import { type Clock, elapsed, endsAt, remaining } from '#shared/time/clock.ts'
import { countdown } from '#shared/time/spoken.ts'
import { clockTime } from '#shared/time/zone.ts'
import { PHONE } from '#shared/words/phone.ts'
import { useNow, usePhone } from '../screens/phone/phone-context.ts'

const endOf = ({ startedAt, duration, added }: Clock): number => (startedAt ?? 0) + duration + added

interface CountdownProps {
  clock: Clock
  /** words around what is left: `Starts in 1:40` */
  before?: string | undefined
  after?: string | undefined
  /** says behind it that this is left, or that it is over */
  left?: boolean
  /** the same while nothing counts, by the time at which the clock ends */
  still?: (time: string) => string
}

/** What is left on a clock, counted by this screen itself; without scripts, the time at which it ends. */
export function Countdown({
  clock,
  before,
  after,
  left = false,
  still = PHONE.until,
}: CountdownProps) {
  const { status, parts } = usePhone()
  const now = useNow(endOf(clock))
  const ends = endsAt(clock)
  if (status === null && ends !== null) {
    const time = clockTime(ends, parts.show.zone)
    return <time>{ends < now ? PHONE.overSince(time) : still(time)}</time>
  }
  const rest = remaining(clock, now)
  const behind = left ? (rest < 0 ? PHONE.phase.over : PHONE.left) : after
  return (
    <>
      {before !== undefined && `${before} `}
      <span className="clock" role="timer">
        {countdown(rest).replace('\u2212', '+')}
      </span>
      {behind !== undefined && ` ${behind}`}
    </>
  )
}

/** The same as a bar that fills. */
export function TimeBar({ clock }: { clock: Clock }) {
  const now = useNow(endOf(clock))
  const whole = Math.max(1, clock.duration + clock.added)
  return (
    <progress
      className="bar"
      max={whole}
      value={Math.min(whole, elapsed(clock, now))}
      aria-label={PHONE.timeUsed}
    />
  )
}
