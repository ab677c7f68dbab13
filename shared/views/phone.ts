import type { Answer, ReadShow } from '#shared/show/state.ts'
import type { InnovationId, PersonId, Role, RoundId, TableId } from '#shared/show/words.ts'
import { type People, sharedParts, type SharedParts } from './common.ts'

export type PhoneParts = SharedParts
export const phoneParts = sharedParts

/** The few fields that belong to one person. */
export interface PhoneMine {
  person: PersonId
  name: string
  roles: readonly Role[]
  checkedIn: boolean
  picks: Readonly<Record<RoundId, TableId>>
  answers: Readonly<Record<InnovationId, Answer>>
  /** the table this person hosts */
  hosts: TableId | null
  /** and no co-host is there who could hold it: they stay at it */
  hostsAlone: boolean
  presents: readonly InnovationId[]
}

/** null: not, or no longer, at this show. */
export function phoneMine(show: ReadShow, people: People, person: PersonId): PhoneMine | null {
  const attendee = show.people[person]
  if (!attendee) return null
  return {
    person,
    name: people.get(person)?.name ?? '',
    roles: attendee.roles,
    checkedIn: attendee.checkedInAt !== null,
    picks: Object.fromEntries(
      Object.values(show.rounds).flatMap((round) => {
        const table = round.picks[person]
        return table === undefined ? [] : [[round.id, table]]
      }),
    ),
    answers: { ...show.answers[person] },
    hosts: attendee.hosts,
    hostsAlone: attendee.hosts !== null && show.tables[attendee.hosts]?.hosts.length === 1,
    presents: attendee.presents,
  }
}
