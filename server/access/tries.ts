import type { Ms } from '#shared/time/instant.ts'

/** Counts failed tries by name. */
export interface Tries {
  /** ms until the next try is heard, 0 when it is heard now */
  wait(names: readonly string[]): Ms
  failed(names: readonly string[]): void
}

/** Above this many names at once old ones are forgotten, so that nobody can fill the memory. */
const MOST_NAMES = 10_000

/** At most `limit` failures a name within `span` ms. Kept in memory: a restart forgives. */
export function createTries({
  now,
  limit,
  span,
}: {
  now: () => number
  limit: number
  span: Ms
}): Tries {
  const failures = new Map<string, number[]>()
  const recent = (name: string): number[] =>
    (failures.get(name) ?? []).filter((at) => at > now() - span)
  return {
    wait(names) {
      const waits = names.map((name) => {
        const oldest = recent(name).at(-limit)
        return oldest === undefined ? 0 : oldest + span - now()
      })
      return Math.max(0, ...waits)
    },
    failed(names) {
      for (const name of names) {
        const kept = [...recent(name), now()]
        // Set anew, so that the map's order is by the last failure.
        failures.delete(name)
        failures.set(name, kept)
      }
      for (const name of failures.keys()) {
        if (failures.size <= MOST_NAMES) break
        failures.delete(name)
      }
    },
  }
}
