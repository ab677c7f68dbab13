import { type Readable, writable } from '../../../link/readable.ts'

export interface Toast {
  /** `done` goes by itself; `refused` stays until it is put away */
  kind: 'done' | 'refused'
  text: string
  act?: { label: string; run: () => void }
}
export interface ShownToast extends Toast {
  id: number
}

export interface Toasts {
  shown: Readable<readonly ShownToast[]>
  say(toast: Toast): void
  putAway(id: number): void
}

/** More than these at once are not read by anybody. */
const MOST = 3

export function createToasts(): Toasts {
  const shown = writable<readonly ShownToast[]>([])
  let count = 0
  return {
    shown,
    say(toast) {
      count += 1
      // The same words again stand in for the first: somebody pressed twice.
      const others = shown.getSnapshot().filter((one) => one.text !== toast.text)
      shown.set([...others, { ...toast, id: count }].slice(-MOST))
    },
    putAway: (id) => shown.set(shown.getSnapshot().filter((one) => one.id !== id)),
  }
}
