import type { Instant, Ms } from '#shared/time/instant.ts'
import { HOUR } from '#shared/time/instant.ts'
import type { ScreenLine } from '#shared/views/console.ts'

/** The stage displays of a show, for the console: which are connected, and which were lost. */
export interface Screens {
  lines(): readonly ScreenLine[]
  /** Returns the way to disconnect. A display may be connected twice while it changes lines. */
  connect(id: string, name: string): () => void
  /** Drops what has been lost for long. */
  forget(): void
}

/** A display that has been away for longer was put away. */
const FORGOTTEN: Ms = HOUR

interface Screen {
  name: string
  lines: number
  since: Instant
}

export function createScreens(now: () => Instant, onChange: () => void): Screens {
  const screens = new Map<string, Screen>()

  return {
    lines() {
      const names = new Map<string, number>()
      return [...screens].map(([id, { name, lines, since }]) => {
        const number = (names.get(name) ?? 0) + 1
        names.set(name, number)
        return { id, name: number === 1 ? name : `${name} ${number}`, connected: lines > 0, since }
      })
    },
    connect(id, name) {
      const screen = screens.get(id) ?? { name, lines: 0, since: now() }
      screens.set(id, screen)
      screen.name = name
      screen.lines += 1
      if (screen.lines === 1) screen.since = now()
      onChange()
      let left = false
      return () => {
        if (left) return
        left = true
        screen.lines -= 1
        if (screen.lines > 0) return
        screen.since = now()
        onChange()
      }
    },
    forget() {
      const before = screens.size
      for (const [id, { lines, since }] of screens)
        if (lines === 0 && now() - since > FORGOTTEN) screens.delete(id)
      if (screens.size !== before) onChange()
    },
  }
}
