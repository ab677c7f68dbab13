import { announcedTo } from '#shared/show/announcements.ts'
import { type Call, isOwnCall } from '#shared/show/calls.ts'
import type { Unmet } from '#shared/show/choosing/window.ts'
import { groupOf } from '#shared/show/requests/requests.ts'
import type { Answer, ReadShow } from '#shared/show/state.ts'
import type { InnovationId, PersonId, Role, RoundId, TableId } from '#shared/show/words.ts'
import { type Proposal, proposalOf } from '#shared/show/talk/proposals.ts'
import { mapValues } from './map-values.ts'
import {
  noticeOf,
  type Notice,
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
      : mapValues(sharedParts.rounds(show, people), (round) => ({
          ...round,
          phase: 'ended',
        })),
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
  /** the most conversations that they want; null: any number */
  most: number | null
  /** tables at which the organiser never seats them */
  banned: readonly TableId[]
  /** how many others they sit with where they can */
  company: number
  /** wishes that the last published seating did not meet, with the reason */
  unmet: Readonly<Record<InnovationId, Unmet>>
  /** rounds in which nobody asked for their seat: it may be declined */
  suggested: readonly RoundId[]
  /** rounds in which their seat came from waiting for it */
  promoted: readonly RoundId[]
  /** tables that they wait for, with their place in the line, 1 for the first */
  waiting: Readonly<Record<RoundId, Readonly<Record<TableId, number>>>>
  /** where they sat down in a round that had begun */
  walkUps: Readonly<Record<RoundId, TableId>>
  /** where they have said that they are there */
  arrived: Readonly<Record<RoundId, TableId>>
  /** what they, or those they host with, have called the desk for */
  calls: readonly { id: number; what: Call['what']; round: RoundId | null }[]
  /** the table this person hosts */
  hosts: TableId | null
  /** and no co-host is there who could hold it: they stay at it */
  hostsAlone: boolean
  presents: readonly InnovationId[]
  /** what is said to them and others like them, not to everybody */
  notices: readonly Notice[]
  /** innovations they have a question for */
  asked: readonly InnovationId[]
  /** what they said of rounds that are over: was it useful */
  useful: Readonly<Record<RoundId, boolean>>
  /** some host may e-mail them, until they take that back */
  mayEmail: boolean
  /** what became of the table they proposed */
  proposal: Proposal['state'] | null
  /** names of who was at the tables they sat at; told only once the event is over */
  met: Readonly<Record<TableId, readonly string[]>>
}

/** null: not, or no longer, at this show. */
export function phoneMine(show: ReadShow, people: People, person: PersonId): PhoneMine | null {
  const attendee = show.people[person]
  if (!attendee) return null
  const picks = ofRounds(show, ({ picks: all }) => all[person])
  const walkUps = ofRounds(show, ({ walkUps: all }) => all[person])
  const isIn = (of: 'suggested' | 'promoted'): RoundId[] =>
    Object.values(show.rounds).flatMap((round) => (round[of][person] ? [round.id] : []))
  return {
    person,
    name: people.get(person)?.name ?? '',
    roles: attendee.roles,
    checkedIn: attendee.checkedInAt !== null,
    picks,
    answers: { ...show.answers[person] },
    wishes: show.wishes[person] ?? [],
    most: show.requests.most[person] ?? null,
    banned: show.requests.bans[person] ?? [],
    company: Math.max(0, groupOf(show, person).length - 1),
    unmet: unmetOf(show, person),
    suggested: isIn('suggested'),
    promoted: isIn('promoted'),
    waiting: ofRounds(show, ({ waiting }) => placesIn(waiting, person)),
    walkUps,
    arrived: ofRounds(show, ({ arrived }) => arrived[person]),
    calls: show.calls
      .filter((call) => isOwnCall(show, call, person))
      .map(({ id, what, round }) => ({ id, what, round })),
    hosts: attendee.hosts,
    hostsAlone: attendee.hosts !== null && show.tables[attendee.hosts]?.hosts.length === 1,
    presents: attendee.presents,
    notices: announcedTo(show, person).map(noticeOf),
    asked: show.questions[person] ?? [],
    useful: usefulOf(show, person),
    mayEmail: Object.values(show.mayEmail[person] ?? {}).some(({ allowed }) => allowed),
    proposal: proposalOf(show, person)?.state ?? null,
    met:
      show.closedAt === null
        ? {}
        : metAt(show, people, [...Object.values(picks), ...Object.values(walkUps)]),
  }
}

/** What somebody has in each round; undefined: nothing. */
const ofRounds = <Value>(
  show: ReadShow,
  value: (round: ReadShow['rounds'][RoundId]) => Value | undefined,
): Readonly<Record<RoundId, Value>> =>
  Object.fromEntries(
    Object.values(show.rounds).flatMap((round) => {
      const one = value(round)
      return one === undefined ? [] : [[round.id, one]]
    }),
  ) as Record<RoundId, Value>

const usefulOf = (show: ReadShow, person: PersonId): Record<RoundId, boolean> =>
  Object.fromEntries(
    Object.values(show.useful).flatMap(({ said }) =>
      Object.entries(said).flatMap(([round, people]) => {
        const useful = people[person]
        return useful === undefined ? [] : [[round, useful]]
      }),
    ),
  )

function placesIn(
  waiting: ReadShow['rounds'][RoundId]['waiting'],
  person: PersonId,
): Record<TableId, number> | undefined {
  const places = Object.entries(waiting).flatMap(([table, line]) => {
    const place = line.indexOf(person)
    return place < 0 ? [] : [[table, place + 1]]
  })
  return places.length === 0 ? undefined : (Object.fromEntries(places) as Record<TableId, number>)
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
