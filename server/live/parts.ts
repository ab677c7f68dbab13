import type { Instant } from '#shared/time/instant.ts'

export type Builders = Readonly<Record<string, () => unknown>>

/** The parts that an audience shares, each with its text and the version it last changed at. */
export interface Parts {
  /** the version at which any part last changed */
  version(): number
  /** Builds the named parts anew (all: null). True when any changed, that is, its text did. */
  rebuild(names: ReadonlySet<string> | null, version: number): boolean
  /** as they were when last built, whatever became of the show since */
  values(): Readonly<Record<string, unknown>>
  /** The frame, as JSON text, that brings a screen from `held` to `version()`. */
  frame(held: number, epoch: string, at: Instant): string
}

interface Part {
  text: string
  /** made from the text when somebody asks: what it was built from goes on changing in place */
  value: unknown
  version: number
}

export function createParts(builders: Builders): Parts {
  const parts = new Map<string, Part>()
  let latest = 0

  return {
    version: () => latest,
    rebuild(names, version) {
      let changed = false
      for (const [name, build] of Object.entries(builders)) {
        const present = parts.get(name)
        if (present && names !== null && !names.has(name)) continue
        const text = JSON.stringify(build())
        if (present?.text === text) continue
        parts.set(name, { text, value: undefined, version })
        latest = version
        changed = true
      }
      return changed
    },
    values() {
      for (const part of parts.values()) part.value ??= JSON.parse(part.text)
      return Object.fromEntries([...parts].map(([name, { value }]) => [name, value]))
    },
    frame(held, epoch, at) {
      const newer = [...parts].filter(([, part]) => part.version > held)
      const texts = newer.map(([name, { text }]) => `${JSON.stringify(name)}:${text}`)
      const head = `"epoch":${JSON.stringify(epoch)},"from":${held},"to":${latest},"at":${at}`
      return `{${head},"parts":{${texts.join(',')}}}`
    },
  }
}
