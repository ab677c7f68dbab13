/**
 * What the seating of a choosing window is asked and what it answers, as JSON holds it. Ids are opaque:
 * whoever asks says what they stand for.
 */
export interface SeatingProblem {
  /** to be filled, in order of time */
  rounds: string[]
  tables: SeatingTable[]
  people: SeatingPerson[]
  /** the organiser's: always kept, also where a veto, a group's limit or a person's own maximum speaks against it */
  pins: Pin[]
  bans: { person: string; table: string }[]
  /** whom the hosts must meet, the most wanted of a table first; a veto or a ban wins */
  musts: { table: string; person: string }[]
  /** the most visits of a table, over all the rounds, that are given to its musts */
  mustQuota: number
  /** people who would like to sit together where they visit the same table */
  together: string[][]
  /** the most visits of one group to a table, over all the rounds; null: any number */
  perGroup: number | null
  /** nested: first choices, then the top three, then the top five; strict: the number of wishes alone */
  policy: 'nested' | 'strict'
  /** rounds in which nobody's wish could be met are filled with suggestions */
  suggest: boolean
  /** breaks ties, by the order in which people are drawn */
  seed: string
  /** presenters move and delegates stay; left out: delegates move */
  rotation?: Rotation
}

/**
 * Delegates sit in groups and presenters come to them. Where a group sits is a spot: the place of a table,
 * whoever presents there in a round. There are as many spots as tables.
 */
export interface Rotation {
  spots: { id: string; chairs: number }[]
  /** for each person who sits in a group already: its spot */
  homes: Record<string, string>
  /** for each round: at which spot each table's presenters are to stand; {}: nobody has been told yet */
  stands: Record<string, string>[]
  /** for each round: as it stands, it stays */
  fixed: boolean[]
}

export interface SeatingTable {
  id: string
  /** for each round; 0: closed then */
  seats: number[]
  /** musts that its hosts have met already: they count against the quota. Left out: none */
  mustsHad?: number
}

export interface SeatingPerson {
  id: string
  /** organisation, as an opaque key */
  group: string | null
  /** the whole original list, best first. Tables visited already keep their place in it: ranks are those the person gave */
  wishes: string[]
  /** never, not even as a suggestion */
  vetoes: string[]
  /** seen already today, so not again; those that were wished count as granted */
  visited: string[]
  /** for each round: here, and not hosting */
  free: boolean[]
  /** the most visits this person wants in these rounds */
  most: number | null
  /** for each round: the table of the seat held now; few are moved */
  held: (string | null)[]
}

/** Several people are pinned together: at the table in the same round. `round` null: some round. */
export interface Pin {
  people: string[]
  table: string
  round: string | null
}

export type Why = 'pin' | 'must' | 'wish' | 'suggestion'

/** One seat. `rank`: the table's place in the person's list, from 0; null: not in it. */
export interface Visit {
  person: string
  table: string
  round: string
  why: Why
  rank: number | null
}

/**
 * Why a wish was not met, the first of these that is true:
 * - unknown: there is no such table
 * - vetoed, banned: it is never to be
 * - closed: it has no seat in any of these rounds
 * - not-here: it has seats, but in none of the rounds in which the person is free to sit anywhere
 * - full: others have every seat of the rounds in which the person could come
 * - group: it has seats, but its limit for the person's group is reached
 * - own-maximum: the person has the visits they asked for
 * - no-free-round: it has seats, but in none of the rounds that the person has left
 * - elsewhere: its presenters move, and go to groups that asked for them more
 */
export type Unmet =
  | 'unknown'
  | 'vetoed'
  | 'banned'
  | 'closed'
  | 'not-here'
  | 'full'
  | 'group'
  | 'own-maximum'
  | 'no-free-round'
  | 'elsewhere'

/**
 * Why a pin cannot be kept:
 * - unknown: it names a person, table or round that is not there
 * - banned, visited: the table is banned for one of its people, or they have seen it already
 * - pinned: an earlier pin has one of its people there, or takes the round
 * - not-free: one of its people is not there in its round
 * - full: there are fewer seats than its people need (or none at all)
 * - no-round: no round has seats in which all its people are free
 */
export type PinProblem =
  | 'unknown'
  | 'banned'
  | 'visited'
  | 'pinned'
  | 'not-free'
  | 'full'
  | 'no-round'

export interface Seating {
  visits: Visit[]
  unmet: { person: string; table: string; rank: number; reason: Unmet }[]
  /** `pin`: its place in the problem's list; `person`: whom it fails for, null: not one of them alone */
  problems: { pin: number; reason: PinProblem; person: string | null }[]
  /** where presenters move: by round and table, the spot at which they stand */
  stands?: Record<string, Record<string, string>>
}
