import { kept, type Surroundings } from './surroundings.ts'

/** The browser this page runs in. `crypto.randomUUID` and the like are missing on plain http: not used. */
export function browser(): Surroundings {
  return {
    monotonic: () => performance.now(),
    wall: () => Date.now(),
    chance: () => Math.random(),
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    schedule(task, delay) {
      const timer = setTimeout(task, delay)
      return () => clearTimeout(timer)
    },
    keep: kept(() => localStorage),
    onShown(listener) {
      let hiddenAt: number | null = null
      // Monotonic clocks stop in sleep on most machines: only the wall clock knows how long we were away.
      const seen = (): void => {
        if (document.visibilityState === 'hidden') {
          hiddenAt = Date.now()
          return
        }
        listener(hiddenAt === null ? 0 : Math.max(0, Date.now() - hiddenAt))
        hiddenAt = null
      }
      const returned = (event: PageTransitionEvent): void => {
        if (event.persisted) listener(Infinity)
      }
      const online = (): void => listener(0)
      document.addEventListener('visibilitychange', seen)
      window.addEventListener('pageshow', returned)
      window.addEventListener('online', online)
      return () => {
        document.removeEventListener('visibilitychange', seen)
        window.removeEventListener('pageshow', returned)
        window.removeEventListener('online', online)
      }
    },
    leave: () => location.reload(),
  }
}
