import type { Unmet } from '#shared/show/choosing/window.ts'
import type { Answer, ReadShow } from '#shared/show/state.ts'
import type { InnovationId, PersonId, Role, RoundId, TableId } from '#shared/show/words.ts'
import {
  mapValues,
  type PartBuilders,
  type People,
  sharedParts,
  type SharedParts,
} from './common.ts'

export type PhoneParts = SharedParts
export const phoneParts: PartBuilders<PhoneParts> = {
  ...sharedParts,
  // After the end nobody waits for a round that never came.
  rounds: (show, people) =>
    show.closedAt === null
      ? sharedParts.rounds(show, people)
      : mapValues(sharedParts.rounds(show, people), (round) => ({ ...round, phase: 'ended' })),
}

/** The few fields that belong to one person. */
export interface PhoneMine {
  person: PersonId
  name: string
  roles: readonly Role[]
  checkedIn: boolean
  picks: Readonly<Record<RoundId, TableId>>
  answers: Readonly<Record<InnovationId, Answer>>
  /** their list, first wish first */
  wishes: readonly InnovationId[]
  /** wishes that the last published seating did not meet, with the reason */
  unmet: Readonly<Record<InnovationId, Unmet>>
  /** rounds in which nobody asked for their seat: it may be declined */
  suggested: readonly RoundId[]
  /** the table this person hosts */
  hosts: TableId | null
  /** and no co-host is there who could hold it: they stay at it */
  hostsAlone: boolean
  presents: readonly InnovationId[]
  /** names of who was at the tables they sat at; told only once the event is over */
  met: Readonly<Record<TableId, readonly string[]>>
}

/** null: not, or no longer, at this show. */
export function phoneMine(show: ReadShow, people: People, person: PersonId): PhoneMine | null {
  const attendee = show.people[person]
  if (!attendee) return null
  const picks = Object.fromEntries(
    Object.values(show.rounds).flatMap((round) => {
      const table = round.picks[person]
      return table === undefined ? [] : [[round.id, table]]
    }),
  ) as PhoneMine['picks']
  return {
    person,
    name: people.get(person)?.name ?? '',
    roles: attendee.roles,
    checkedIn: attendee.checkedInAt !== null,
    picks,
    answers: { ...show.answers[person] },
    wishes: show.wishes[person] ?? [],
    unmet: unmetOf(show, person),
    suggested: Object.values(show.rounds).flatMap(({ id, suggested }) =>
      suggested[person] ? [id] : [],
    ),
    hosts: attendee.hosts,
    hostsAlone: attendee.hosts !== null && show.tables[attendee.hosts]?.hosts.length === 1,
    presents: attendee.presents,
    met: show.closedAt === null ? {} : metAt(show, people, Object.values(picks)),
  }
}

/** Of all windows that have been published: the last word on each wish. */
function unmetOf(show: ReadShow, person: PersonId): PhoneMine['unmet'] {
  const published = Object.values(show.windows).flatMap(({ runs, published: id }) =>
    runs.filter((run) => run.id === id),
  )
  return Object.assign(
    {},
    ...published.toSorted((a, b) => a.id - b.id).map(({ unmet }) => unmet[person] ?? {}),
  )
}

const metAt = (show: ReadShow, people: People, tables: readonly TableId[]): PhoneMine['met'] =>
  Object.fromEntries(
    tables.map((id) => [
      id,
      (show.tables[id]?.hosts ?? []).flatMap((host) => people.get(host)?.name ?? []),
    ]),
  )
