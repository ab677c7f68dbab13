import type { InnovationId, PersonId } from '#shared/show/words.ts'
import { renderPage } from '../../../client/entry-server.tsx'
import { type Played, sure } from './states.ts'

export const SIZE = { delegates: 60, pitches: 15 }
/** Somebody who has put three tables in order. */
export const wisher = ({ show, full }: Played): PersonId =>
  sure(full.delegates.find((person) => show.wishes[person]?.length === 3))
/** Somebody who has said nothing. */
export const silent = ({ show, full }: Played): PersonId =>
  sure(full.delegates.find((person) => !show.answers[person] && !show.wishes[person]))
export const drawn = (played: Played, query = '', as = wisher(played)): string =>
  renderPage(played.page({ as, query }))
export const titleOf = ({ show }: Played, id: InnovationId): string =>
  sure(show.innovations[id]).title
export const numberOf = ({ show }: Played, id: InnovationId): number =>
  sure(Object.values(show.tables).find(({ innovation }) => innovation === id)).number
