import type { Ms } from '#shared/time/instant.ts'

/** Small texts kept on this device. May keep nothing at all: private windows refuse, and it can be full. */
export interface Keep {
  get(key: string): string | null
  /** false: not kept */
  set(key: string, value: string): boolean
  remove(key: string): void
  keys(): string[]
}

/** Everything the link takes from the machine it runs on. */
export interface Surroundings {
  /** ms, never steps (`performance.now`) */
  monotonic(): number
  /** ms since the epoch by the device, may be wrong (`Date.now`) */
  wall(): number
  /** 0 to 1 */
  chance(): number
  randomBytes(count: number): Uint8Array
  schedule(task: () => void, delay: Ms): () => void
  keep: Keep
  /** Calls when the page is seen again, with how long it was away (Infinity: it was put aside whole), or the network is back (0). */
  onShown(listener: (away: Ms) => void): () => void
  /** this session may not look any more: load the page again, it says why */
  leave(): void
}

/** Nothing outlives the page: for browsers that refuse to keep anything. */
export function forgetful(): Keep {
  const kept = new Map<string, string>()
  return {
    get: (key) => kept.get(key) ?? null,
    set(key, value) {
      kept.set(key, value)
      return true
    },
    remove: (key) => void kept.delete(key),
    keys: () => [...kept.keys()],
  }
}

/** A browser's storage, which may throw at any access, made safe. */
export function kept(open: () => Storage): Keep {
  const attempt = <Value>(act: (storage: Storage) => Value, otherwise: Value): Value => {
    try {
      return act(open())
    } catch {
      // Refused or full. Whoever asks goes on without: the queue then lives as long as the page.
      return otherwise
    }
  }
  return {
    get: (key) => attempt((storage) => storage.getItem(key), null),
    set: (key, value) =>
      attempt((storage) => {
        storage.setItem(key, value)
        return true
      }, false),
    remove: (key) => attempt((storage) => storage.removeItem(key), undefined),
    keys: () => attempt((storage) => Object.keys(storage), []),
  }
}
