import type { PersonDetails, PersonWrite, StoredWrite } from '#shared/show/decision.ts'
import type { PersonId } from '#shared/show/words.ts'

/**
 * What people's details were before their last change, so that it can be undone. In memory only, and gone
 * with a restart: a detail that somebody had corrected is not kept on disk.
 */
export interface Earlier {
  /** Takes what a commit has written. */
  take(writes: readonly StoredWrite[]): void
  /** What writes come to when those of `pending` have come before; null: what was before is not known. */
  written(writes: readonly PersonWrite[], pending: readonly StoredWrite[]): StoredWrite[] | null
}

export function createEarlier(people: Map<PersonId, PersonDetails>): Earlier {
  const earlier = new Map<PersonId, PersonDetails>()
  return {
    take(writes) {
      for (const write of writes) {
        if ('erase' in write) {
          people.delete(write.erase)
          earlier.delete(write.erase)
          continue
        }
        const { id, ...details } = write.put
        const before = people.get(id)
        if (before) earlier.set(id, before)
        people.set(id, details)
      }
    },
    written(writes, pending) {
      const made: StoredWrite[] = []
      for (const write of writes) {
        if (!('restore' in write)) {
          made.push(write)
          continue
        }
        const { restore: id } = write
        const puts = [...pending, ...made].flatMap((one) =>
          'put' in one && one.put.id === id ? [one.put] : [],
        )
        const before =
          puts.length > 1 ? puts.at(-2) : puts.length === 1 ? people.get(id) : earlier.get(id)
        if (!before) return null
        made.push({ put: { ...before, id } })
      }
      return made
    },
  }
}
