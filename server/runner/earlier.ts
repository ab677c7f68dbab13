import type { PersonDetails, PersonWrite, StoredWrite } from '#shared/show/decision.ts'
import type { PersonId } from '#shared/show/words.ts'

/** A write as the store takes it; `step`: it goes along what the person's details were, and is no new change. */
export type Written = StoredWrite & { step?: 'back' | 'forward' }

/**
 * What people's details were before their last changes, so that those can be undone one after the other. In
 * memory only, and gone with a restart: a detail that somebody had corrected is not kept on disk.
 */
export interface Earlier {
  /** Takes what a commit has written. */
  take(writes: readonly Written[]): void
  /** What writes come to when those of `pending` have come before; null: what was there is not known. */
  written(writes: readonly PersonWrite[], pending: readonly Written[]): Written[] | null
}

interface History {
  now: PersonDetails | null
  past: readonly PersonDetails[]
  /** what was undone, the last of it at the end */
  future: readonly PersonDetails[]
}

/** So many changes of one person can be undone. */
const MOST = 20
const NOTHING: History = { now: null, past: [], future: [] }

/** A write of somebody's details, not of a text. */
type OfPerson = Extract<Written, { put: unknown } | { erase: unknown }>
const isOfPerson = (write: Written): write is OfPerson => 'put' in write || 'erase' in write

const idOf = (write: OfPerson): PersonId => ('erase' in write ? write.erase : write.put.id)

function after({ now, past, future }: History, write: OfPerson): History {
  if ('erase' in write) return NOTHING
  const { id: _, ...details } = write.put
  const kept = now ? [now] : []
  if (write.step === 'back')
    return { now: details, past: past.slice(0, -1), future: [...future, ...kept] }
  if (write.step === 'forward')
    return { now: details, past: [...past, ...kept], future: future.slice(0, -1) }
  return { now: details, past: [...past, ...kept].slice(-MOST), future: [] }
}

export function createEarlier(people: Map<PersonId, PersonDetails>): Earlier {
  const histories = new Map<PersonId, History>()
  const historyOf = (id: PersonId): History => ({
    ...(histories.get(id) ?? NOTHING),
    now: people.get(id) ?? null,
  })
  return {
    take(writes) {
      for (const write of writes.filter(isOfPerson)) {
        const id = idOf(write)
        const history = after(historyOf(id), write)
        if (history.now) {
          people.set(id, history.now)
          histories.set(id, history)
        } else {
          people.delete(id)
          histories.delete(id)
        }
      }
    },
    written(writes, pending) {
      const made: Written[] = []
      for (const write of writes) {
        if (!('restore' in write)) {
          made.push(write)
          continue
        }
        const { restore: id, step } = write
        const { past, future } = [...pending, ...made]
          .filter(isOfPerson)
          .filter((one) => idOf(one) === id)
          .reduce(after, historyOf(id))
        const details = (step === 'back' ? past : future).at(-1)
        if (!details) return null
        made.push({ put: { ...details, id }, step })
      }
      return made
    },
  }
}
