import type { Instant, Ms } from '#shared/time/instant.ts'

/** The clocks of the computer, and its timers. */
export interface ServerClock {
  /** wall clock, ms since the epoch; people and network time may set it at any moment */
  now(): Instant
  /** ms since some moment; only ever runs forward */
  monotonic(): Ms
  /** Calls `run` after `delay` ms. Returns the way to call it off. Default: the computer's timers. */
  schedule?(run: () => void, delay: Ms): () => void
}

/** `setTimeout` takes no more than this; longer waits ask again on the way. */
export const LONGEST_TIMER: Ms = 2 ** 31 - 1

/**
 * Server time of a show: the wall clock as it was at the start, running on by the monotonic clock, so that
 * setting the computer's clock moves no running pitch. Never earlier than what has happened already.
 */
export function anchored(clock: ServerClock, notBefore: Instant): () => Instant {
  const offset = Math.max(clock.now(), notBefore) - clock.monotonic()
  return () => Math.round(clock.monotonic() + offset)
}

export const timerOf = (clock: ServerClock): NonNullable<ServerClock['schedule']> =>
  clock.schedule?.bind(clock) ??
  ((run, delay) => {
    const timer = setTimeout(run, delay)
    return () => clearTimeout(timer)
  })
