import type { PersonRow, StoredEvent, TextRow } from '../../server/store/port.ts'
import type { PersonId, ShowId, TextId } from '#shared/show/words.ts'

export const show = (id: string) => id as ShowId
export const person = (id: string) => id as PersonId
export const SHOW = show('autumn')

/** Event `n` of a show, each of a command of its own unless told otherwise. */
export const fact = (n: number, over: Partial<StoredEvent> = {}): StoredEvent => ({
  n,
  at: 1_800_000_000_000 + n,
  actor: 'per-abcd',
  device: 'dev-1',
  counter: n,
  commandId: `cmd-${n}`,
  event: { type: 'table-picked', n },
  ...over,
})

/** `count` events numbered after `after`. */
export const facts = (after: number, count: number): StoredEvent[] =>
  Array.from({ length: count }, (_, index) => fact(after + index + 1))

export const row = (id: string, over: Partial<PersonRow> = {}): PersonRow => ({
  id: person(id),
  name: `Name of ${id}`,
  organisation: '',
  jobTitle: '',
  email: '',
  ticket: '',
  ...over,
})

/** What `by` wrote, about somebody or nobody. */
export const written = (id: string, by: string, about: string | null, text: string): TextRow => ({
  id: id as TextId,
  by: person(by),
  about: about === null ? null : person(about),
  text,
})
