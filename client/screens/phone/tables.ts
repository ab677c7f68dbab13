import { placed, seatsAt } from '#shared/show/choosing/seats.ts'
import type { InnovationId, RoundId, TableId } from '#shared/show/words.ts'
import type { SharedParts, TableLine } from '#shared/views/common.ts'
import type { PhoneMine } from '#shared/views/phone.ts'
import { isOn, seatIn } from '#shared/views/moment.ts'
import { listed } from '#shared/words/refusals.ts'
import type { Place } from './place.ts'

/** A table with all that a card says of it; its capacity is that of the round. */
export interface TableCard extends TableLine {
  title: string
  who: string
  taken: number
  state: 'yours' | 'hosting' | 'free' | 'few' | 'full' | 'closed'
  /** one's place in the line for a seat, 1 for the first; null: one does not wait */
  inLine: number | null
}

/** So few seats left are worth a warning. */
const FEW = 2

/** `round`: as it is to be found in that round. */
export function tableOf(
  parts: SharedParts,
  id: TableId | null,
  round: RoundId | null = null,
): TableLine | null {
  const find = (one: TableId | null) => parts.tables.find((table) => table.id === one)
  const table = find(id)
  return table ? placed(table, round && parts.rounds[round], find) : null
}

export const tableWith = (parts: SharedParts, innovation: InnovationId): TableLine | null =>
  parts.tables.find((table) => table.innovation === innovation) ?? null

/** Who presents at a table, and what. */
export function billing(
  parts: SharedParts,
  table: TableLine | null,
): { title: string; who: string } {
  const innovation = table?.innovation ? parts.innovations[table.innovation] : undefined
  if (!innovation) return { title: '', who: '' }
  const { title, presenters, organisation } = innovation
  return { title, who: [listed(presenters), organisation].filter((part) => part !== '').join(', ') }
}

export function tableCards(
  parts: SharedParts,
  mine: PhoneMine | null,
  round: RoundId | null,
): TableCard[] {
  const line = round ? parts.rounds[round] : undefined
  const seats = (round ? parts.seats[round] : undefined) ?? {}
  // Once people are at their tables, room is where somebody may sit down.
  const room = line && isOn(line) ? (parts.room[line.id] ?? {}) : null
  const own = round ? seatIn(mine, round) : { table: null, hosting: false }
  const tables = parts.tables.flatMap(({ id }) => tableOf(parts, id, round) ?? [])
  return tables.toSorted(byNumber).map((table) => {
    const capacity = line ? seatsAt(line, table) : table.capacity
    const taken = room ? Math.max(0, capacity - (room[table.id] ?? 0)) : (seats[table.id] ?? 0)
    const left = capacity - taken
    const state =
      own.table === table.id
        ? own.hosting
          ? 'hosting'
          : 'yours'
        : capacity === 0
          ? 'closed'
          : left <= 0
            ? 'full'
            : left <= FEW
              ? 'few'
              : 'free'
    const inLine = (round && mine?.waiting[round]?.[table.id]) || null
    return { ...table, capacity, ...billing(parts, table), taken, state, inLine }
  })
}

const byNumber = (a: TableLine, b: TableLine): number => a.number - b.number

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The cards that fit what was asked for, by number. */
export function chosenCards(
  cards: readonly TableCard[],
  { find, only }: Pick<Place, 'find' | 'only'>,
  mine: PhoneMine | null,
): TableCard[] {
  const words = plain(find).split(/\s+/).filter(Boolean)
  const fits = (card: TableCard): boolean => {
    if (only === 'room' && (card.state === 'full' || card.state === 'closed')) return false
    if (only === 'yes' && !(card.innovation && mine?.answers[card.innovation] === 'yes'))
      return false
    const text = plain(`${card.number} ${card.zone} ${card.place} ${card.title} ${card.who}`)
    return words.every((word) => text.includes(word))
  }
  return cards.filter(fits)
}

export const hasRoom = ({ state }: TableCard): boolean => state === 'free' || state === 'few'

export const isOwn = ({ state }: TableCard): boolean => state === 'yours' || state === 'hosting'

/** The three tables with most room in a round: those that a refusal names. */
export const roomiest = (cards: readonly TableCard[]): TableCard[] =>
  cards
    .filter((card) => hasRoom(card) && card.innovation !== null)
    .sort((a, b) => b.capacity - b.taken - (a.capacity - a.taken) || a.number - b.number)
    .slice(0, 3)
    .sort((a, b) => a.number - b.number)
