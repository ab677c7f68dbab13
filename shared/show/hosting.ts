import type { ReadShow } from './state.ts'
import type { PersonId, TableId } from './words.ts'

/** The table this person hosts; a person hosts one at most. */
export const hostedBy = (show: Pick<ReadShow, 'people'>, person: PersonId): TableId | null =>
  show.people[person]?.hosts ?? null
