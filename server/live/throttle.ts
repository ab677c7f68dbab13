import type { Ms } from '#shared/time/instant.ts'
import type { Log } from '../runner/log.ts'

export interface Throttle {
  /** Runs the pass soon: at once when the last one began long enough ago. */
  ask(): void
  stop(): void
}

/** The event loop's next turn, after the sockets that have something to say. */
const breathe = (): Promise<void> => new Promise((turn) => setImmediate(turn))

/** Runs `pass` when asked, one at a time, and begins at most one every `apart` ms. */
export function createThrottle(
  apart: Ms,
  pass: (breathe: () => Promise<void>) => Promise<void>,
  log: Log,
): Throttle {
  let began = -Infinity
  let asked = false
  let waiting = false
  let stopped = false

  const run = async (): Promise<void> => {
    waiting = asked = false
    if (stopped) return
    began = performance.now()
    try {
      await pass(breathe)
    } catch (error) {
      log.error({ err: error }, 'telling the screens failed')
    }
    running = false
    if (asked) plan()
  }
  let running = false
  const plan = (): void => {
    if (waiting || stopped) return
    waiting = running = true
    const wait = began + apart - performance.now()
    // Not in this very moment: answers go before what all are told.
    if (wait <= 0) setImmediate(() => void run())
    else setTimeout(() => void run(), wait)
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
