import type { Ms } from '#shared/time/instant.ts'
import type { Log } from '../runner/log.ts'

export interface Throttle {
  /** Runs the pass soon: at once when the last one began long enough ago. */
  ask(): void
  stop(): void
}

/**
 * Lets the event loop read what sockets have to say, and the show take its turn on it: that is asked for
 * while the first of these two is already waiting, so it comes before the second.
 */
const breathe = (): Promise<void> => new Promise((turn) => setImmediate(() => setImmediate(turn)))

/** Passes take this part of the time at most: the rest is for those who press. */
const SHARE = 1 / 3

/**
 * Runs `pass` when asked, one at a time, and begins at most one every `apart` ms: fewer when passes are long.
 * `busy`: it had to wait, since much is changing.
 */
export function createThrottle(
  apart: Ms,
  pass: (breathe: () => Promise<void>, busy: boolean) => Promise<void>,
  log: Log,
): Throttle {
  let next = -Infinity
  let asked = false
  let waiting = false
  let stopped = false

  const run = async (busy: boolean): Promise<void> => {
    waiting = asked = false
    if (stopped) return
    const began = performance.now()
    try {
      await pass(breathe, busy)
    } catch (error) {
      log.error({ err: error }, 'telling the screens failed')
    }
    const now = performance.now()
    next = Math.max(began + apart, began + (now - began) / SHARE)
    running = false
    if (asked) plan()
  }
  let running = false
  const plan = (): void => {
    if (waiting || stopped) return
    waiting = running = true
    const wait = next - performance.now()
    // Not in this very moment: answers go before what all are told.
    if (wait <= 0) setImmediate(() => void run(false))
    else setTimeout(() => void run(true), wait)
  }
  return {
    ask() {
      asked = true
      if (!running) plan()
    },
    stop() {
      stopped = true
    },
  }
}
