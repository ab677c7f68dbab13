import type { LocalDate } from '#shared/time/instant.ts'
import type { DeepReadonly, ReadShow } from '#shared/show/state.ts'
import type { PersonId, RoundId, SegmentId, TableId } from '#shared/show/words.ts'

/** What the organiser, hosts and people ask of every seating. It stays until somebody takes it back. */
export interface Requests {
  pins: PinRequest[]
  /** tables at which somebody never sits */
  bans: Record<PersonId, TableId[]>
  /** whom the hosts of a table must meet, the most wanted first */
  musts: Record<TableId, PersonId[]>
  /** two to four people who would like the same tables in the same rounds; nobody is in two */
  groups: PersonId[][]
  /** who asked to sit with whom and has no answer yet */
  asks: Record<PersonId, PersonId>
  /** the most conversations that somebody wants, over the whole event */
  most: Record<PersonId, number>
  /** the days that somebody comes; who is not here comes on all of them */
  days: Record<PersonId, LocalDate[]>
}

/** These people are at this table in the same round: in this one, or null: in some round. */
export interface PinRequest {
  people: PersonId[]
  table: TableId
  round: RoundId | null
}

/** A seating that people can be told has a place for so many of those who come together. */
export const MOST_TOGETHER = 4

export const noRequests = (): Requests => ({
  pins: [],
  bans: {},
  musts: {},
  groups: [],
  asks: {},
  most: {},
  days: {},
})

/** The organiser keeps them away from this table. */
export const isBanned = (
  { requests }: Pick<ReadShow, 'requests'>,
  person: PersonId,
  table: TableId,
): boolean => requests.bans[person]?.includes(table) === true

/** Do they come on the day of this round? */
export function attends(
  show: {
    readonly days: readonly LocalDate[]
    readonly requests: Pick<ReadShow['requests'], 'days'>
    readonly segments: Readonly<Record<SegmentId, { readonly day: LocalDate }>>
  },
  person: PersonId,
  { segment }: { readonly segment: SegmentId },
): boolean {
  const asked = show.requests.days[person]
  const day = show.segments[segment]?.day
  if (asked === undefined || day === undefined || asked.includes(day)) return true
  // Days that are none of the event's any more say nothing of the others.
  return !asked.some((one) => show.days.includes(one))
}

export const groupOf = (
  { requests }: Pick<ReadShow, 'requests'>,
  person: PersonId,
): readonly PersonId[] => requests.groups.find((group) => group.includes(person)) ?? []

/** The same people at the same table in the same round, in whatever order they are named. */
export const samePin = (a: DeepReadonly<PinRequest>, b: DeepReadonly<PinRequest>): boolean =>
  a.table === b.table &&
  a.round === b.round &&
  a.people.length === b.people.length &&
  a.people.every((person) => b.people.includes(person))
