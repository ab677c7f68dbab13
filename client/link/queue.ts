import type { Command } from '#shared/show/commands.ts'
import { HOUR, type Ms } from '#shared/time/instant.ts'
import type { Stamp } from './device.ts'
import type { Surroundings } from './surroundings.ts'

/** A command on its way. */
export interface Entry {
  id: string
  /** what it is about, `pick:rnd-1`: a newer command about the same replaces one that was not sent yet */
  key: string
  command: Command
  /** when it was given, by the device's wall clock */
  at: number
  /** null: never sent. A command that is sent again carries the same stamp. */
  stamp: Stamp | null
}

/** Commands of a day that is over are not sent when the page is opened again. */
const STALE: Ms = 12 * HOUR

export interface KeptQueue {
  load(): Entry[]
  save(entry: Entry): void
  remove(entry: Entry): void
}

/** The waiting commands of one person at one show, one item an entry, so that two pages never overwrite each other. */
export function keptQueue(
  { keep, wall }: Pick<Surroundings, 'keep' | 'wall'>,
  show: string,
  who: string,
): KeptQueue {
  const prefix = `pitch-and-talk:queue:${show}:${who}:`
  const parse = (name: string): Entry | null => {
    const text = keep.get(name)
    if (text === null) return null
    try {
      const entry = JSON.parse(text) as Entry
      return Math.abs(wall() - entry.at) < STALE && typeof entry.command.type === 'string'
        ? entry
        : null
    } catch {
      // Not ours, or from another release: nobody can say what was meant.
      return null
    }
  }
  return {
    load() {
      const entries: Entry[] = []
      for (const name of keep.keys()) {
        if (!name.startsWith(prefix)) continue
        const entry = parse(name)
        if (entry) entries.push(entry)
        else keep.remove(name)
      }
      // Those that were sent come first, in the order of their counters.
      const order = (entry: Entry): number => entry.stamp?.counter ?? Infinity
      return entries.sort((a, b) => (order(a) === order(b) ? a.at - b.at : order(a) - order(b)))
    },
    save: (entry) => void keep.set(prefix + entry.id, JSON.stringify(entry)),
    remove: (entry) => keep.remove(prefix + entry.id),
  }
}
