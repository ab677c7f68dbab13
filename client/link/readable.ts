/** A value that tells when it changes; fits React's `useSyncExternalStore`. */
export interface Readable<Value> {
  getSnapshot: () => Value
  subscribe: (listener: () => void) => () => void
}
export interface Writable<Value> extends Readable<Value> {
  set: (value: Value) => void
}

export function writable<Value>(first: Value): Writable<Value> {
  let value = first
  const listeners = new Set<() => void>()
  return {
    getSnapshot: () => value,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const listener of listeners) listener()
    },
  }
}
