import { randomBytes } from 'node:crypto'
import { forgetful, type Surroundings } from '../../../client/link/surroundings.ts'

export interface Machine extends Surroundings {
  /** the page is seen again after `away` ms */
  show(away: number): void
  /** how often the page was told to go */
  left: number
}

/** A page's surroundings with this machine's clocks; what it keeps dies with the test. */
export function machine(own: Partial<Surroundings> = {}): Machine {
  const listeners = new Set<(away: number) => void>()
  return {
    monotonic: () => performance.now(),
    wall: () => Date.now(),
    chance: () => Math.random(),
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
    schedule(task, delay) {
      const timer = setTimeout(task, delay)
      return () => clearTimeout(timer)
    },
    keep: forgetful(),
    onShown(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    show(away) {
      for (const listener of listeners) listener(away)
    },
    left: 0,
    leave() {
      this.left += 1
    },
    ...own,
  }
}

/** Waits until it is true; says what was waited for when it never is. */
export async function until(what: string, isTrue: () => boolean, patience = 5_000): Promise<void> {
  const from = performance.now()
  while (!isTrue()) {
    if (performance.now() - from > patience) throw new Error(`Never happened: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
