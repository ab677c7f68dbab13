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

/** Server time of a show. */
export interface ShowClock {
  now(): Instant
  /** how far the computer's clock has got ahead since it was last followed, ms: the computer slept, or was set */
  ahead(): Ms
  /** Goes by the computer's clock from now on; never back. */
  follow(): void
}

/**
 * The wall clock as it was at the start, running on by the monotonic clock, so that setting the computer's
 * clock moves no running pitch. Never earlier than what has happened already. A monotonic clock stands still
 * while a computer sleeps: what that leaves between the two is for a person to settle.
 */
export function anchored(clock: ServerClock, notBefore: Instant): ShowClock {
  let offset = Math.max(clock.now(), notBefore) - clock.monotonic()
  const now = (): Instant => Math.round(clock.monotonic() + offset)
  const ahead = (): Ms => Math.max(0, clock.now() - now())
  return {
    now,
    ahead,
    follow() {
      offset += ahead()
    },
  }
}

export const timerOf = (clock: ServerClock): NonNullable<ServerClock['schedule']> =>
  clock.schedule?.bind(clock) ??
  ((run, delay) => {
    const timer = setTimeout(run, delay)
    return () => clearTimeout(timer)
  })
