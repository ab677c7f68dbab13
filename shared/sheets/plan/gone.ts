import type { ReadShow } from '#shared/show/state.ts'
import type { PersonId } from '#shared/show/words.ts'
import { dayName } from '#shared/time/zone.ts'
import { labelOf, list, quote } from '#shared/sheets/text.ts'
import type { SheetKind } from '#shared/sheets/types.ts'
import type { Work } from './work.ts'

/** Something that the event has and a file does not name. It stays. */
export interface Gone {
  /** `Jo Ellis, Leeds City Council` */
  words: string
  reason?: string
}

/** What of this kind `before` had, and no row of the files so far has named. */
export function goneFrom(work: Work, kind: SheetKind, before: ReadShow): Gone[] {
  const isGone = ({ id }: { id: string }): boolean => !work.named.has(id)
  if (kind === 'people')
    return Object.values(before.people)
      .filter(isGone)
      .map(({ id }) => personGone(work, before, id))
  if (kind === 'innovations')
    return Object.values(before.innovations)
      .filter(isGone)
      .map(({ title, organisation }) => ({ words: labelOf(title, organisation) }))
  return Object.values(before.segments)
    .filter(isGone)
    .map(({ title, day }) => ({ words: labelOf(title, dayName(day)) }))
}

/** Presenters come with the innovations, so a list of guests rarely names them: that is said. */
function personGone(work: Work, before: ReadShow, id: PersonId): Gone {
  const person = work.people.get(id)
  const words = labelOf(person?.name ?? '', person?.organisation ?? '')
  const pitched = Object.values(before.innovations).filter((one) => one.presenters.includes(id))
  return pitched.length === 0
    ? { words }
    : { words, reason: `Presents ${list(pitched.map(({ title }) => quote(title)))}.` }
}
