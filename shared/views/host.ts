import type { DeepReadonly, ReadShow, Round } from '#shared/show/state.ts'
import type { PersonId, RoundId } from '#shared/show/words.ts'
import { mapValues, type People } from './common.ts'
import { phoneMine, type PhoneMine, phoneParts, type PhoneParts } from './phone.ts'

export type HostParts = PhoneParts
export const hostParts = phoneParts

/** What a host sees of a guest: who they are, not how to reach them. */
export interface Guest {
  person: PersonId
  name: string
  organisation: string
  jobTitle: string
}
export interface HostMine extends PhoneMine {
  /** who has chosen this host's table, by round, in order of name */
  guests: Readonly<Record<RoundId, readonly Guest[]>>
}

export function hostMine(show: ReadShow, people: People, person: PersonId): HostMine | null {
  const mine = phoneMine(show, people, person)
  if (!mine) return null
  const guests = (round: DeepReadonly<Round>): Guest[] =>
    Object.entries(round.picks)
      .filter(([, table]) => mine.hosts !== null && table === mine.hosts)
      .map(([id]) => guestOf(people, id as PersonId))
      .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  return { ...mine, guests: mine.hosts === null ? {} : mapValues(show.rounds, guests) }
}

function guestOf(people: People, person: PersonId): Guest {
  const { name = '', organisation = '', jobTitle = '' } = people.get(person) ?? {}
  return { person, name, organisation, jobTitle }
}
