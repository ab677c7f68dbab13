import { freeSeats, inWindow } from '#shared/show/choosing/seats.ts'
import type { PersonId, RoundId, TableId } from '#shared/show/words.ts'
import type { RoundLine, TableLine } from '#shared/views/common.ts'
import type { ConsoleParts } from '#shared/views/console.ts'
import { isOn } from '#shared/views/moment.ts'
import { roundsInOrder } from '../../common/places.ts'

export type OfferParts = Pick<
  ConsoleParts,
  | 'programme'
  | 'rounds'
  | 'windows'
  | 'tables'
  | 'hosts'
  | 'seats'
  | 'room'
  | 'picks'
  | 'walkUps'
  | 'came'
>

/**
 * How somebody comes to a table in a round that is not over: `now`, people are at the tables; `seat`, the desk
 * gives them one; `wishes`, they choose with everybody else; `seating`, choosing has closed and nobody has been
 * told yet; `walk-up`, there are no seats to give.
 */
export type OfferKind = 'now' | 'seat' | 'wishes' | 'seating' | 'walk-up'

export interface Offer {
  round: RoundLine
  kind: OfferKind
  /** where they are in it; null: nowhere */
  at: TableId | null
  /** tables with room that they have not been to: most room first, and then by number */
  tables: readonly { table: TableLine; free: number }[]
}

/** What is left of the day for one person: each round that is not over, and the tables with room for them. */
export function offersFor(parts: OfferParts, person: PersonId): Offer[] {
  const { picks, walkUps } = parts
  const rounds = roundsInOrder(parts)
  const tableIn = (round: RoundId): TableId | undefined =>
    walkUps[round]?.[person] ?? picks[round]?.[person]
  const been = new Set(rounds.flatMap(({ id }) => tableIn(id) ?? []))
  return rounds
    .filter(({ phase }) => phase !== 'ended')
    .map((round) => {
      const kind = kindOf(parts, round)
      const tables = parts.tables
        .filter(({ id }) => !been.has(id) && !parts.hosts[id]?.includes(person))
        .map((table) => ({ table, free: freeIn(parts, round, table) }))
        .filter(({ free }) => free > 0)
        .toSorted((a, b) => b.free - a.free || a.table.number - b.table.number)
      const isGiven = kind === 'now' || kind === 'seat'
      return { round, kind, at: tableIn(round.id) ?? null, tables: isGiven ? tables : [] }
    })
}

function kindOf({ windows }: OfferParts, round: RoundLine): OfferKind {
  if (isOn(round)) return 'now'
  if (round.free) return 'walk-up'
  const window = round.window === null ? undefined : windows[round.window]
  if (!window || window.phase === 'published') return 'seat'
  return window.phase === 'closed' ? 'seating' : 'wishes'
}

/** Seats somebody may have: of a round that is on, those one may walk up to; else those that nobody has. */
function freeIn({ windows, seats, room, walkUps }: OfferParts, round: RoundLine, table: TableLine) {
  if (isOn(round)) return room[round.id]?.[table.id] ?? 0
  const window = round.window === null ? undefined : windows[round.window]
  if (window ? !inWindow(window, table) : table.innovation === null) return 0
  const taken = seats[round.id] ?? {}
  return freeSeats({ seats: round.seats, taken, walkUps: walkUps[round.id] ?? {} }, table)
}

/**
 * A table in each round that they have none in yet: as many rounds as can be, no table twice, most room first.
 * A round without an entry has no table left for them.
 */
export function tablesForAll(offers: readonly Offer[]): ReadonlyMap<RoundId, TableId> {
  const open = offers.filter(({ at, tables }) => at === null && tables.length > 0)
  const held = new Map<TableId, Offer>()
  const hold = (id: TableId, offer: Offer): boolean => held.set(id, offer).has(id)
  /** Gives this round a table that no other has, or else one whose round can have another. */
  const place = (offer: Offer, tried: Set<TableId>): boolean => {
    const spare = offer.tables.find(({ table }) => !held.has(table.id) && !tried.has(table.id))
    if (spare) return hold(spare.table.id, offer)
    return offer.tables.some(({ table: { id } }) => {
      const other = held.get(id)
      if (tried.has(id) || !other) return false
      tried.add(id)
      return place(other, tried) && hold(id, offer)
    })
  }
  for (const offer of open) place(offer, new Set())
  return new Map([...held].map(([table, { round }]) => [round.id, table]))
}
