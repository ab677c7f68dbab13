import { attends, isBanned } from '#shared/show/requests/requests.ts'
import { hostedBy } from '#shared/show/hosting.ts'
import type { DeepReadonly, ReadShow, Round } from '#shared/show/state.ts'
import type { PersonId, RoundId, TableId } from '#shared/show/words.ts'
import { roundsToCome } from './course.ts'
import type { ChoosingWindow, SeatingRun, SeatsOf } from './window.ts'

type ReadRound = DeepReadonly<Round>

/** Seats of a table in a round: its capacity, or what was set for this round. */
export const seatsAt = (
  round: Pick<ReadRound, 'seats'>,
  table: { id: TableId; capacity: number },
): number => round.seats[table.id] ?? table.capacity

/** The table at whose place another's presenters stand in a round: its own, unless presenters move. */
export const standsAt = (
  round: Pick<ReadRound, 'stands'> | null | undefined,
  table: TableId,
): TableId => round?.stands[table] ?? table

/** Where a table is to be found: presenters who move stand at the place of another table. */
export function placed<Place extends { id: TableId; number: number; zone: string; place: string }>(
  table: Place,
  round: Pick<ReadRound, 'stands'> | null | undefined,
  tableOf: (id: TableId) => Place | undefined,
): Place {
  const id = standsAt(round, table.id)
  const spot = id === table.id ? undefined : tableOf(id)
  return spot ? { ...table, number: spot.number, zone: spot.zone, place: spot.place } : table
}

/** Where somebody is in a round: a chair they walked up to, else their seat. */
export const seatOf = (
  round: Pick<ReadRound, 'picks' | 'walkUps'>,
  person: PersonId,
): TableId | undefined => round.walkUps[person] ?? round.picks[person]

/** Who sat down at each table once the round had begun. */
export const walkedTo = (round: Pick<ReadRound, 'walkUps'>, table: TableId): number =>
  Object.values(round.walkUps).filter((id) => id === table).length

/** Seats that nobody has. */
export const freeSeats = (
  round: Pick<ReadRound, 'seats' | 'taken' | 'walkUps'>,
  table: { id: TableId; capacity: number },
): number => seatsAt(round, table) - (round.taken[table.id] ?? 0) - walkedTo(round, table.id)

/** May delegates be at this table in this window? */
export const inWindow = (
  window: DeepReadonly<Pick<ChoosingWindow, 'tables'>>,
  table: DeepReadonly<{ id: TableId; innovation: unknown }>,
): boolean => table.innovation !== null && (window.tables?.includes(table.id) ?? true)

export interface Seated {
  seats: SeatsOf<PersonId>
  suggested: Record<RoundId, PersonId[]>
}

/**
 * What publishing a run makes of the rounds that have not begun: first everybody who sits, or sits nowhere, by
 * hand; then the run's people, where there is still a seat and they are free for it. Never over capacity, nobody
 * twice in a round, nobody twice at a table, nobody at one that they are kept away from or on a day they do not come.
 */
export function seatsToPublish(
  show: ReadShow,
  window: DeepReadonly<ChoosingWindow>,
  run: DeepReadonly<Pick<SeatingRun, 'seats' | 'suggested'>>,
): Seated {
  const ids = new Set(roundsToCome(show, window).map(({ id }) => id))
  const rounds = Object.values(show.rounds).filter(({ id }) => ids.has(id))
  const visits = visitsElsewhere(show, ids)
  const seated: Seated = { seats: {}, suggested: {} }
  for (const round of rounds) {
    seated.seats[round.id] = {}
    for (const [person, table] of Object.entries(round.picks) as [PersonId, TableId][])
      if (round.byHand[person]) put(seated, visits, round.id, table, person)
  }
  for (const round of rounds) {
    const isSuggested = new Set(run.suggested[round.id])
    for (const [id, people] of Object.entries(run.seats[round.id] ?? {})) {
      const table = show.tables[id as TableId]
      if (!table) continue
      for (const person of people) {
        const taken = seated.seats[round.id]?.[table.id]?.length ?? 0
        if (taken >= seatsAt(round, table)) break
        if (!show.people[person] || round.byHand[person]) continue
        if (visits.get(person)?.includes(table.id)) continue
        if (hostedBy(show, person) !== null || isBanned(show, person, table.id)) continue
        if (!attends(show, person, round)) continue
        put(seated, visits, round.id, table.id, person)
        if (isSuggested.has(person)) (seated.suggested[round.id] ??= []).push(person)
      }
    }
  }
  return seated
}

/** The few tables of each person: at a full event thousands of visits are looked through here. */
type Visits = Map<PersonId, TableId[]>

function note(visits: Visits, person: PersonId, table: TableId): void {
  const own = visits.get(person)
  if (own) own.push(table)
  else visits.set(person, [table])
}

function put(
  { seats }: Seated,
  visits: Visits,
  round: RoundId,
  table: TableId,
  person: PersonId,
): void {
  const tables = (seats[round] ??= {})
  ;(tables[table] ??= []).push(person)
  note(visits, person, table)
}

/** Who sits, or sat down, where in all other rounds: nobody is seated at the same table again. */
function visitsElsewhere(show: ReadShow, rounds: ReadonlySet<RoundId>): Visits {
  const visits: Visits = new Map()
  for (const round of Object.values(show.rounds)) {
    if (rounds.has(round.id)) continue
    for (const [person, table] of [
      ...Object.entries(round.picks),
      ...Object.entries(round.walkUps),
    ])
      note(visits, person as PersonId, table)
  }
  return visits
}
