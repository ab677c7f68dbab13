import type { Instant, Ms } from '#shared/time/instant.ts'
import type { PinRequest } from '#shared/show/requests/requests.ts'
import type {
  InnovationId,
  PersonId,
  RoundId,
  SegmentId,
  TableId,
  WindowId,
} from '#shared/show/words.ts'

export type WindowPhase = 'planned' | 'open' | 'closed' | 'published'
/** nested: first choices weigh most; strict: the number of wishes met is evened out first */
export type SeatingPolicy = 'nested' | 'strict'
/** who goes to another place between rounds; the others stay where they are */
export type WhoMoves = 'delegates' | 'presenters'

/** People rank what they wish while it is open; after it, seats in its rounds are given to all at once. */
export interface ChoosingWindow {
  id: WindowId
  title: string
  /** pitch blocks whose end opens it; none: it opens so long before its first round */
  follows: SegmentId[]
  rounds: RoundId[]
  /** null: every table that has an innovation */
  tables: TableId[] | null
  policy: SeatingPolicy
  /** at most so many of one organisation at a table; null: any number */
  perOrganisation: number | null
  /** the most visits of a table, over its rounds, that are given to those whom its hosts must meet */
  mustMeets: number
  /** false: only people who have arrived are seated */
  everyone: boolean
  whoMoves: WhoMoves
  /** opens and closes without a hand */
  byItself: boolean
  /** publishes the first seating after closing without a hand */
  publishesItself: boolean
  /** before its first round moves, ms */
  opensBefore: Ms
  closesBefore: Ms
  phase: WindowPhase
  openedAt: Instant | null
  closedAt: Instant | null
  publishedAt: Instant | null
  /** breaks ties; its hash is shown while choosing is open, itself after */
  seed: string | null
  seedHash: string | null
  /** seatings worked out since it closed, oldest first */
  runs: SeatingRun[]
  /** the run that people have been given last, and the version that they were given it at */
  published: number | null
  givenAt: number | null
}

/** So many seatings of a window are kept, to be compared and gone back to. */
export const MOST_RUNS = 6

/** Why somebody is not at a table that they wished for. */
export const UNMET = [
  'full',
  'group',
  'no-free-round',
  'closed',
  'banned',
  'own-maximum',
  'not-here',
  'elsewhere',
] as const
export type Unmet = (typeof UNMET)[number]

/** Who sits where in rounds, by table. */
export type SeatsOf<Person> = Record<RoundId, Record<TableId, Person[]>>

/** Where the presenters of each table stand in rounds in which they move: at the place of which table. */
export type Stands = Record<RoundId, Record<TableId, TableId>>
/** How a seating is worked out. From the same version of the show, the same settings give the same seating. */
export interface SeatingSettings {
  policy: SeatingPolicy
  everyone: boolean
  perOrganisation: number | null
  /** seats of a table in every round of the window that differ from its own; 0: closed */
  tables: Record<TableId, number>
  /** only people without a seat are given one: everybody else stays where they are */
  keepSeats: boolean
}

/** Why people do not sit where the organiser wants them. */
export const UNKEPT = [
  'not-here',
  'unknown',
  'banned',
  'visited',
  'pinned',
  'not-free',
  'full',
  'no-round',
] as const
/** `person`: because of whom; null: not one of them alone. */
export interface UnkeptPin extends PinRequest {
  reason: (typeof UNKEPT)[number]
  person: PersonId | null
}

/** One seating of a window, worked out and kept, whether or not it is ever published. */
export interface SeatingRun extends SeatingSettings {
  /** the version that it came with */
  id: number
  at: Instant
  /** id of the actor who asked for it */
  by: string
  /** the version of the show that it was worked out from */
  basis: number
  /** people it seats, and people left out because they have not arrived */
  people: number
  absent: number
  seats: SeatsOf<PersonId>
  /** of these, nobody wished: they fill a round that was free */
  suggested: Record<RoundId, PersonId[]>
  /** where presenters move */
  stands?: Stands
  /** wishes that were not met, with the reason */
  unmet: Record<PersonId, Record<InnovationId, Unmet>>
  /** how many wished for each table */
  asked: Record<TableId, number>
  /** what the organiser wanted and it cannot keep */
  unkept: UnkeptPin[]
  figures: SeatingFigures
}

/**
 * How well a seating serves. Shares are 0 to 1, of people who wished for something and could be seated, or were
 * already.
 */
export interface SeatingFigures {
  wishers: number
  /** who has their first choice, and at least one of their first three */
  firstChoice: number
  topThree: number
  /** at n: how many people have n wishes met, today's earlier ones among them */
  histogram: number[]
  /** the fewest wishes that anybody has met who wished for some */
  worstOff: number
  /**
   * the scores of the wishes met, of those of each person's own best possible day: mean, the twentieth from
   * below, the least, and how unevenly they are spread
   */
  satisfaction: number
  satisfactionP5: number
  satisfactionLeast: number
  gini: number
  emptySeats: number
  seats: number
  suggested: number
  /** against the seats held when it was worked out: whose are not all theirs any more, and who held one at their first choice and has none there now */
  moved: number
  firstChoicesLost: number
}
