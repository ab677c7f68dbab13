import type { Ms } from '#shared/time/instant.ts'
import type { Surroundings } from './surroundings.ts'

export interface Watchdog {
  /** something came from the server */
  heard(): void
  /** ms since something came */
  silence(): Ms
  start(): void
  stop(): void
}

/** A timer later than this was held up with everything else on the page: what came meanwhile is not read yet. */
const HELD_UP: Ms = 300

/** Notices that a connection fell silent, long before the network says so. */
export function createWatchdog(
  { monotonic, schedule }: Pick<Surroundings, 'monotonic' | 'schedule'>,
  patience: Ms,
  onSilent: () => void,
): Watchdog {
  let heardAt = monotonic()
  let cancel: (() => void) | null = null

  const wait = (delay: Ms): void => {
    const due = monotonic() + delay
    cancel = schedule(() => {
      const silent = monotonic() - heardAt
      if (silent < patience) wait(patience - silent)
      else if (monotonic() - due > HELD_UP) wait(HELD_UP)
      else {
        cancel = null
        onSilent()
      }
    }, delay)
  }
  return {
    heard() {
      heardAt = monotonic()
    },
    silence: () => monotonic() - heardAt,
    start() {
      cancel?.()
      heardAt = monotonic()
      wait(patience)
    },
    stop() {
      cancel?.()
      cancel = null
    },
  }
}
