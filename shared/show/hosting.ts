import type { ReadShow } from './state.ts'
import type { PersonId, TableId } from './words.ts'

/** The table this person hosts; a person hosts one at most. */
export const hostedBy = (show: Pick<ReadShow, 'tables'>, person: PersonId): TableId | null =>
  Object.values(show.tables).find((table) => table.hosts.includes(person))?.id ?? null
