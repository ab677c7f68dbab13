import type { PersonDetails, TextRow } from '#shared/show/decision.ts'
import type { Event } from '#shared/show/events.ts'
import { evolve } from '#shared/show/evolve.ts'
import { emptyShow, type Show } from '#shared/show/state.ts'
import type { PersonId, ShowId, TextId } from '#shared/show/words.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { Store } from '../store/port.ts'
import { createEarlier, type Earlier, type Written } from './earlier.ts'
import { createRepeats, type Repeats } from './repeats.ts'
import { takeTexts } from './texts.ts'

/** A show as the journal has it: whatever is in here is on disk. */
export interface Replica {
  readonly show: Show
  readonly people: ReadonlyMap<PersonId, PersonDetails>
  /** what people wrote in words of their own */
  readonly texts: ReadonlyMap<TextId, TextRow>
  readonly repeats: Repeats
  readonly earlier: Earlier
  /** when the newest event happened; 0 before the first */
  lastAt(): Instant
  /** Takes what a commit has just written. */
  take(events: readonly Event[], writes: readonly Written[], at: Instant): void
  /** Reads what the journal holds beyond this, page by page so that others get their turn. */
  readOn(): Promise<Event[]>
}

export function createReplica(id: ShowId, store: Store): Replica {
  const show = emptyShow(id)
  const people = new Map<PersonId, PersonDetails>()
  const texts = new Map<TextId, TextRow>()
  const repeats = createRepeats()
  const earlier = createEarlier(people)
  let lastAt: Instant = 0

  const loadRows = async (): Promise<void> => {
    const [rows, written] = await Promise.all([store.people(id), store.texts(id)])
    people.clear()
    for (const { id: person, ...details } of rows) people.set(person, details)
    texts.clear()
    for (const row of written) texts.set(row.id, row)
  }
  return {
    show,
    people,
    texts,
    repeats,
    earlier,
    lastAt: () => lastAt,
    take(events, writes, at) {
      for (const event of events) evolve(show, event)
      earlier.take(writes)
      takeTexts(texts, writes)
      lastAt = Math.max(lastAt, at)
    },
    async readOn() {
      const events: Event[] = []
      for (;;) {
        const page = await store.read(id, show.version)
        if (page.length === 0) break
        for (const stored of page) {
          const event = stored.event as Event
          evolve(show, event)
          events.push(event)
          repeats.learnStored(stored)
          lastAt = Math.max(lastAt, stored.at)
        }
      }
      if (events.length > 0) await loadRows()
      return events
    },
  }
}
