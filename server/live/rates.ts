import { type Ms, SECOND } from '#shared/time/instant.ts'

/** So many commands at once … */
const BURST = 30
/** … and one more each time this has passed. */
const EACH: Ms = SECOND / 6

export interface Rates {
  /** false: this sender has sent too many */
  take(key: string): boolean
  /** Forgets who has been quiet. */
  forget(): void
}

/** How often a session may send commands: a whole venue shares one address, so addresses say nothing. */
export function createRates(monotonic: () => Ms): Rates {
  /** the moment at which a sender has all its commands again */
  const full = new Map<string, Ms>()
  return {
    take(key) {
      const now = monotonic()
      const next = Math.max(now, full.get(key) ?? 0) + EACH
      if (next - now > BURST * EACH) return false
      full.set(key, next)
      return true
    },
    forget() {
      const now = monotonic()
      for (const [key, at] of full) if (at <= now) full.delete(key)
    },
  }
}
