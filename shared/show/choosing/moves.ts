import { inProgrammeOrder, roundsToCome } from './course.ts'
import type { DeepReadonly, ReadShow, Round } from '#shared/show/state.ts'
import type { PersonId, RoundId, TableId } from '#shared/show/words.ts'
import { isBanned } from '#shared/show/requests/requests.ts'
import { inWindow, seatOf } from './seats.ts'
import type { ChoosingWindow, SeatingFigures, SeatingRun } from './window.ts'

type ReadWindow = DeepReadonly<ChoosingWindow>
type Moves = Pick<SeatingFigures, 'moved' | 'firstChoicesLost'>

/**
 * What giving people the seats of a run would change of those that they hold now, which may be others than
 * those they held when it was worked out: whose are not all theirs any more, and who would lose the table at
 * the head of their list. It is told while people move about, at every change: so it looks at each seat once,
 * and does not go into who of those at a table stays when the table has become too small.
 */
export function movesTo(
  show: ReadShow,
  window: ReadWindow,
  run: DeepReadonly<Pick<SeatingRun, 'seats'>>,
): Moves {
  const rounds = roundsToCome(show, window).flatMap(({ id }) => show.rounds[id] ?? [])
  const gone = new Map<PersonId, TableId[]>()
  for (const round of rounds) {
    const stay = stayIn(show, round, run.seats[round.id] ?? {})
    for (const person in round.picks) {
      const table = round.picks[person as PersonId]
      if (table === undefined || stay.has(person as PersonId)) continue
      gone.set(person as PersonId, [...(gone.get(person as PersonId) ?? []), table])
    }
  }
  if (gone.size === 0) return { moved: 0, firstChoicesLost: 0 }
  const firstOf = firstChoices(show, window)
  const other = otherRounds(show, rounds)
  const lost = [...gone].filter(([person, tables]) => {
    const first = firstOf(person)
    if (first === undefined || !tables.includes(first)) return false
    const elsewhere = rounds.some(
      (round) => !round.byHand[person] && run.seats[round.id]?.[first]?.includes(person) === true,
    )
    return !elsewhere && !other.some((round) => seatOf(round, person) === first)
  })
  return { moved: gone.size, firstChoicesLost: lost.length }
}

/** Who keeps the seat that they have in a round: by hand, or because the run has them there as well. */
function stayIn(
  show: ReadShow,
  { picks, byHand }: DeepReadonly<Round>,
  seats: Readonly<Record<TableId, readonly PersonId[]>>,
): ReadonlySet<PersonId> {
  const stay = new Set(Object.keys(byHand) as PersonId[])
  for (const [table, people] of Object.entries(seats) as [TableId, readonly PersonId[]][])
    for (const person of people)
      if (picks[person] === table && !isBanned(show, person, table)) stay.add(person)
  return stay
}

function otherRounds(
  show: ReadShow,
  rounds: readonly DeepReadonly<Round>[],
): DeepReadonly<Round>[] {
  const these = new Set(rounds.map(({ id }) => id))
  const rest = (Object.keys(show.rounds) as RoundId[]).filter((id) => !these.has(id))
  return inProgrammeOrder(show, rest).flatMap(({ id }) => show.rounds[id] ?? [])
}

/** The table of somebody's first wish that can be had in this window. */
function firstChoices(show: ReadShow, window: ReadWindow) {
  const tables = Object.values(show.tables)
    .filter((table) => inWindow(window, table))
    .toSorted((a, b) => a.number - b.number)
  const tableOf = new Map(tables.toReversed().map(({ id, innovation }) => [innovation, id]))
  return (person: PersonId): TableId | undefined => {
    const first = show.wishes[person]?.find((innovation) => tableOf.has(innovation))
    return first && tableOf.get(first)
  }
}
