import { inWindow, seatsAt } from '#shared/show/choosing/seats.ts'
import { roundsToCome } from '#shared/show/choosing/course.ts'
import type { InnovationId, RoundId, TableId } from '#shared/show/words.ts'
import type { RoundLine, SharedParts, TableLine, WindowLine } from './common.ts'
import { courseOf } from './course.ts'
import type { PhoneMine } from './phone.ts'

type Mine = Pick<PhoneMine, 'answers' | 'hosts' | 'picks' | 'wishes'>

/** What somebody has said of the tables of a window, by the number of the table but for their own order. */
export interface Choices {
  /** their list, first wish first */
  listed: InnovationId[]
  /** yeses that are not on it: they count after it */
  tail: InnovationId[]
  maybes: InnovationId[]
  others: InnovationId[]
}

/**
 * Tables with something to hear at them: not one's own, not one met outside this window, and no veto. `wishes`:
 * the list that holds, when it is newer than what the server has said.
 */
export function choicesIn(
  parts: SharedParts,
  mine: Mine,
  window: WindowLine,
  wishes: readonly InnovationId[] = mine.wishes,
): Choices {
  const met = new Set(
    Object.entries(mine.picks).flatMap(([round, table]) =>
      window.rounds.includes(round as RoundId) ? [] : [table],
    ),
  )
  const can = new Set(
    parts.tables.flatMap((table) =>
      table.innovation !== null &&
      inWindow(window, table) &&
      table.id !== mine.hosts &&
      !met.has(table.id) &&
      mine.answers[table.innovation] !== 'no'
        ? [table.innovation]
        : [],
    ),
  )
  const listed = wishes.filter((id) => can.has(id))
  const rest = [...can].filter((id) => !listed.includes(id))
  const said = (answer: 'yes' | 'maybe' | undefined) =>
    rest.filter((id) => mine.answers[id] === answer)
  return { listed, tail: said('yes'), maybes: said('maybe'), others: said(undefined) }
}

/** A tap: onto the end of the list, or off it. */
export const toggled = (
  wishes: readonly InnovationId[],
  innovation: InnovationId,
): InnovationId[] =>
  wishes.includes(innovation) ? wishes.filter((id) => id !== innovation) : [...wishes, innovation]

/** The order shown with one of it so many places up (less than 0) or down, before wishes that are not shown. */
export function moved(
  wishes: readonly InnovationId[],
  shown: readonly InnovationId[],
  from: number,
  by: number,
): InnovationId[] {
  const order = [...shown]
  const [one] = order.splice(from, 1)
  if (one) order.splice(Math.max(0, from + by), 0, one)
  return [...order, ...wishes.filter((id) => !shown.includes(id))]
}

/** Rounds of a window that people have not gone to yet, in programme order. */
export function roundsOf(parts: SharedParts, window: WindowLine): RoundLine[] {
  return roundsToCome(courseOf(parts), window).flatMap(({ id }) => parts.rounds[id] ?? [])
}

/** Of the rounds of a window that are to come, as many as somebody wants beside the seats they have in others. */
export function roundsWanted(
  parts: SharedParts,
  { picks, most }: Pick<PhoneMine, 'picks' | 'most'>,
  window: WindowLine,
): number {
  const rounds = roundsOf(parts, window)
  if (most === null) return rounds.length
  const other = Object.keys(picks).filter((id) => rounds.every((round) => round.id !== id))
  return Math.min(rounds.length, Math.max(0, most - other.length))
}

/** How many seats there are for each person, over the rounds of a window that are to come. */
export function seatsEach(parts: SharedParts, window: WindowLine): number {
  const tables = parts.tables.filter((table) => inWindow(window, table))
  const seats = roundsOf(parts, window).flatMap((round) =>
    tables.map((table) => seatsAt(round, table)),
  )
  return seats.reduce((sum, one) => sum + one, 0) / Math.max(1, window.delegates)
}

/** So many more wishes than rounds: a longer list hardly changes what one is given. */
export const WISHES_OVER_ROUNDS = 4

/**
 * How many of the tables that they wish for people are given on average. A list twice as long as the rounds
 * that there are seats for fills them: a parabola through the shares measured in `research/tables.md`,
 * section 4, "List length beats tuning" (300 people, 30 tables of 10, 6 rounds: 4 wishes fill 52 %, 6 70 %,
 * 8 84 %, 10 94 %, 12 99 %).
 */
export function tablesToExpect(wishes: number, rounds: number, seats: number): number {
  const room = Math.min(rounds, seats)
  if (room <= 0) return 0
  const length = Math.min(wishes / room, 2.2)
  return Math.min(wishes, room * (0.905 * length - 0.205 * length ** 2))
}

/** A seat that somebody could take in one step; `instead`: of the seat that they have in that round. */
export interface Offer {
  round: RoundLine
  table: TableLine
  instead: TableId | null
}
const MOST_OFFERS = 3

/**
 * Up to three tables with room where somebody could go: what they wished for first. In rounds in which they
 * sit nowhere, else where they did not ask for their seat, else where they like it better than their seat.
 */
export function offersIn(parts: SharedParts, mine: PhoneMine, window: WindowLine): Offer[] {
  if (mine.hosts !== null) return []
  const { listed, tail, maybes, others } = choicesIn(parts, mine, window)
  const wanted = [...listed, ...tail, ...maybes]
  const open = roundsOf(parts, window).filter(({ phase }) => phase === 'open')
  const none = open.filter(({ id }) => mine.picks[id] === undefined)
  const unasked = open.filter(({ id }) => mine.suggested.includes(id))
  const rounds = none.length > 0 ? none : unasked.length > 0 ? unasked : open
  /** how far down their seat stands on the list */
  const likes = ({ id }: RoundLine): number => {
    const innovation = parts.tables.find((table) => table.id === mine.picks[id])?.innovation
    const at = innovation && !mine.suggested.includes(id) ? wanted.indexOf(innovation) : -1
    return at < 0 ? Infinity : at
  }
  const sitting = new Set(Object.values(mine.picks))
  const at = (innovation: InnovationId, like: number) => {
    const table = parts.tables.find((one) => one.innovation === innovation)
    if (!table || sitting.has(table.id) || mine.banned.includes(table.id)) return []
    const [best] = rounds
      .map((round) => ({
        round,
        room: seatsAt(round, table) - (parts.seats[round.id]?.[table.id] ?? 0),
      }))
      .filter(({ round, room }) => room > 0 && likes(round) > like)
      .toSorted((a, b) => b.room - a.room)
    return best ? [{ ...best, table }] : []
  }
  const roomiest = others
    .flatMap((innovation) => at(innovation, wanted.length))
    .toSorted((a, b) => b.room - a.room)
  return [...wanted.flatMap(at), ...roomiest]
    .slice(0, MOST_OFFERS)
    .map(({ round, table }) => ({ round, table, instead: mine.picks[round.id] ?? null }))
}

/** Why somebody sits where they sit; `choice` counts from 1. Null: they took the seat themselves. */
export type Reason = { kind: 'choice'; choice: number } | { kind: 'yes' | 'maybe' | 'suggested' }

export function reasonOf(parts: SharedParts, mine: PhoneMine, round: RoundLine): Reason | null {
  const table = parts.tables.find(({ id }) => id === mine.picks[round.id])
  const window = round.window === null ? undefined : parts.windows[round.window]
  if (!window || !table?.innovation) return null
  if (mine.suggested.includes(round.id)) return { kind: 'suggested' }
  const { innovation } = table
  const { listed } = choicesIn(parts, mine, window)
  const choice = listed.indexOf(innovation) + 1
  if (choice > 0) return { kind: 'choice', choice }
  const answer = mine.answers[innovation]
  return answer === 'yes' || answer === 'maybe' ? { kind: answer } : null
}

/** A wish that was not met, with what its sentence counts. */
export interface UnmetWish {
  innovation: InnovationId
  table: TableLine
  reason: PhoneMine['unmet'][InnovationId]
  asked: number
  /** over the rounds of the window */
  seats: number
}

/** Wishes of a window that its seating did not meet, in the order of the list; but for those met since. */
export function unmetIn(parts: SharedParts, mine: PhoneMine, window: WindowLine): UnmetWish[] {
  const { listed, tail, maybes } = choicesIn(parts, mine, window)
  const sitting = new Set(Object.values(mine.picks))
  const rounds = window.rounds.flatMap((id) => parts.rounds[id] ?? [])
  return [...listed, ...tail, ...maybes].flatMap((innovation) => {
    const reason = mine.unmet[innovation]
    const table = parts.tables.find((one) => one.innovation === innovation)
    if (reason === undefined || !table || sitting.has(table.id)) return []
    const seats = rounds.reduce((sum, round) => sum + seatsAt(round, table), 0)
    return [{ innovation, table, reason, asked: window.asked[table.id] ?? 0, seats }]
  })
}
