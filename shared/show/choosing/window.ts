import type { Instant, Ms } from '#shared/time/instant.ts'
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
  /** the run that people have been given last */
  published: number | null
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

/** One seating of a window, worked out and kept, whether or not it is ever published. */
export interface SeatingRun {
  /** the version that it came with */
  id: number
  at: Instant
  /** id of the actor who asked for it */
  by: string
  /** the version of the show that it was worked out from */
  basis: number
  policy: SeatingPolicy
  everyone: boolean
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
  figures: SeatingFigures
}

/** Shares are 0 to 1. */
export interface SeatingFigures {
  /** of those who wished for anything: who got their first choice, and at least one of their first three */
  firstChoice: number
  topThree: number
  /** how many people got 0, 1, 2 … wished visits */
  histogram: number[]
  /** the fewest wished visits anybody got who wished for some */
  worstOff: number
  /** how well each was served against the best that they could have had: mean and the twentieth from below */
  satisfaction: number
  satisfactionP5: number
  gini: number
  emptySeats: number
  seats: number
  /** against the seats that people had before: whose changed, and who lost their first choice */
  moved: number
  firstChoicesLost: number
}
