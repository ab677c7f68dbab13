import type { DeepReadonly, ReadShow, Round } from '#shared/show/state.ts'
import { inProgrammeOrder } from '#shared/show/choosing/course.ts'
import { seatOf } from '#shared/show/choosing/seats.ts'
import type { PersonId, RoundId, TableId } from '#shared/show/words.ts'
import type { People } from './common.ts'
import { mapValues } from './map-values.ts'
import { phoneMine, type PhoneMine, phoneParts, type PhoneParts } from './phone.ts'

export type HostParts = PhoneParts
export const hostParts = phoneParts

/** What a host sees of a guest: who they are, not how to reach them. */
export interface Guest {
  person: PersonId
  name: string
  organisation: string
  jobTitle: string
  /** how many rounds before this one they have been at this table */
  before: number
  /** they have said that they are at the table */
  arrived: boolean
  /** they sat down where there was room */
  walkedUp: boolean
}
export interface HostMine extends PhoneMine {
  /** who has chosen this host's table, by round, in order of name */
  guests: Readonly<Record<RoundId, readonly Guest[]>>
  /** how many were counted at it, in the rounds in which somebody counted */
  came: Readonly<Record<RoundId, number>>
  /** how many wait for a seat at it */
  lines: Readonly<Record<RoundId, number>>
}

export function hostMine(show: ReadShow, people: People, person: PersonId): HostMine | null {
  const mine = phoneMine(show, people, person)
  if (!mine) return null
  const { hosts } = mine
  if (hosts === null) return { ...mine, guests: {}, came: {}, lines: {} }
  const rounds = Object.values(show.rounds)
  return {
    ...mine,
    guests: guestsByRound(show, people, hosts),
    came: Object.fromEntries(
      rounds.flatMap(({ id, came }) => (came[hosts] === undefined ? [] : [[id, came[hosts]]])),
    ),
    lines: Object.fromEntries(
      rounds.flatMap(({ id, waiting }) => {
        const line = waiting[hosts]?.length ?? 0
        return line === 0 ? [] : [[id, line]]
      }),
    ),
  }
}

/** Who comes to a table, round by round, in order of name. */
export function guestsByRound(
  show: ReadShow,
  people: People,
  table: TableId,
): Readonly<Record<RoundId, readonly Guest[]>> {
  const order = inProgrammeOrder(show, Object.keys(show.rounds) as RoundId[]).map(({ id }) => id)
  return mapValues(show.rounds, (round) => {
    const before = order.slice(0, order.indexOf(round.id)).flatMap((id) => show.rounds[id] ?? [])
    return whoIsAt(round, table)
      .map((id) => guestOf(people, id, round, before, table))
      .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  })
}

/** Who has a seat at a table in a round, or sat down there. */
const whoIsAt = (round: DeepReadonly<Round>, table: TableId): PersonId[] =>
  [...Object.entries(round.picks), ...Object.entries(round.walkUps)].flatMap(([person, at]) =>
    at === table ? [person as PersonId] : [],
  )

function guestOf(
  people: People,
  person: PersonId,
  round: DeepReadonly<Round>,
  earlier: readonly DeepReadonly<Round>[],
  table: TableId,
): Guest {
  const { name = '', organisation = '', jobTitle = '' } = people.get(person) ?? {}
  return {
    person,
    name,
    organisation,
    jobTitle,
    before: earlier.filter((one) => seatOf(one, person) === table).length,
    arrived: round.arrived[person] === table,
    walkedUp: round.walkUps[person] === table,
  }
}
