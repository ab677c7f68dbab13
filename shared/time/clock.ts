import type { Instant, Ms } from './instant.ts'

/**
 * A countdown as an anchor: it is sent when it changes, and every screen counts by itself.
 * `startedAt` is moved forward by each pause, so a running clock is one subtraction.
 */
export interface Clock {
  /** planned length, ms */
  duration: Ms
  /** time added (or, negative, taken) by hand, ms */
  added: Ms
  /** null: loaded, not started */
  startedAt: Instant | null
  /** not null: paused since then */
  pausedAt: Instant | null
}

export const loaded = (duration: Ms): Clock => ({
  duration,
  added: 0,
  startedAt: null,
  pausedAt: null,
})

export const started = (duration: Ms, at: Instant): Clock => ({
  duration,
  added: 0,
  startedAt: at,
  pausedAt: null,
})

export const isRunning = (clock: Readonly<Clock>): boolean =>
  clock.startedAt !== null && clock.pausedAt === null

/** ms since the start without pauses; 0 before it. */
export function elapsed(clock: Readonly<Clock>, now: Instant): Ms {
  if (clock.startedAt === null) return 0
  return Math.max(0, (clock.pausedAt ?? now) - clock.startedAt)
}

/** ms left; negative is overtime. */
export const remaining = (clock: Readonly<Clock>, now: Instant): Ms =>
  clock.duration + clock.added - elapsed(clock, now)

/** When a running clock reaches zero; null when it does not run. */
export const endsAt = (clock: Readonly<Clock>): Instant | null =>
  clock.startedAt !== null && clock.pausedAt === null
    ? clock.startedAt + clock.duration + clock.added
    : null

export const pause = (clock: Clock, at: Instant): Clock =>
  isRunning(clock) ? { ...clock, pausedAt: at } : clock

export function resume(clock: Clock, at: Instant): Clock {
  if (clock.startedAt === null || clock.pausedAt === null) return clock
  return { ...clock, startedAt: clock.startedAt + (at - clock.pausedAt), pausedAt: null }
}

/** The same clock `by` ms later: what it had left at the old moment, it has left at the new one. */
export const shift = (clock: Clock, by: Ms): Clock => ({
  ...clock,
  startedAt: clock.startedAt === null ? null : clock.startedAt + by,
  pausedAt: clock.pausedAt === null ? null : clock.pausedAt + by,
})

export type Phase = 'ready' | 'running' | 'warning' | 'danger' | 'over'

/** What a clock says to the person on stage; `warnAt` and `dangerAt` are ms left. */
export function phaseOf(
  clock: Readonly<Clock>,
  points: { warnAt: Ms; dangerAt: Ms },
  now: Instant,
): Phase {
  if (clock.startedAt === null) return 'ready'
  const left = remaining(clock, now)
  if (left <= 0) return 'over'
  if (left <= points.dangerAt) return 'danger'
  return left <= points.warnAt ? 'warning' : 'running'
}
