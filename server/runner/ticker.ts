import type { Instant, Ms } from '#shared/time/instant.ts'
import { SECOND } from '#shared/time/instant.ts'
import { LONGEST_TIMER, type ServerClock, timerOf } from './clock.ts'

export interface Ticker {
  /** Call after every change. `stuck`: what is due has just been tried, and cannot happen yet. */
  arm(stuck: boolean): void
  /** has the moment come that was armed for? */
  isDue(): boolean
  stop(): void
}

export interface TickerDeps {
  clock: ServerClock
  now(): Instant
  /** when something next happens by itself; null: nothing is waiting */
  next(): Instant | null
  /** called when that moment comes */
  due(): void
}

/** What is due and cannot happen yet is tried again after this. */
const AGAIN: Ms = SECOND

/** One timer a show. */
export function createTicker({ clock, now, next, due }: TickerDeps): Ticker {
  const schedule = timerOf(clock)
  let cancel: () => void = () => {}
  let armedFor: Instant | null = null
  let stopped = false

  const fire = (): void => {
    // Timers may be a little early, and long ones come in pieces.
    if (armedFor !== null && armedFor <= now()) due()
    else arm(false)
  }
  const arm = (stuck: boolean): void => {
    cancel()
    if (stopped) return
    armedFor = next()
    if (armedFor === null) return
    if (stuck) armedFor = Math.max(armedFor, now() + AGAIN)
    cancel = schedule(fire, Math.min(Math.max(0, armedFor - now()), LONGEST_TIMER))
  }
  return {
    arm,
    isDue: () => armedFor !== null && armedFor <= now(),
    stop() {
      stopped = true
      cancel()
    },
  }
}
