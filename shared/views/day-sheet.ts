import { inProgrammeOrder } from '#shared/show/choosing/course.ts'
import { placed, seatOf, seatsAt } from '#shared/show/choosing/seats.ts'
import { roundNumber, segmentOfRound, talkStartsAt } from '#shared/show/round-course.ts'
import type { DeepReadonly, ReadShow, Round, Table } from '#shared/show/state.ts'
import type { PersonId, RoundId } from '#shared/show/words.ts'
import type { Instant, LocalDate } from '#shared/time/instant.ts'

type ReadRound = DeepReadonly<Round>
type ReadTable = DeepReadonly<Table>

/** A round as it stands on paper: the same for everybody. */
export interface SheetRound {
  round: ReadRound
  number: number
  /** of the item that it is in, and the day it is on */
  session: string
  day: LocalDate
  /** when its talk begins and ends, expected; null: nobody can say */
  from: Instant | null
  to: Instant | null
}

/** Where one person is in a round. */
export interface SheetLine extends SheetRound {
  /** null: no table */
  table: ReadTable | null
  /** they are at the table that they present at */
  hosting: boolean
}

/** Every round in the order of the programme, with the times that hold now. */
export function sheetRounds(show: ReadShow, now: Instant): SheetRound[] {
  return inProgrammeOrder(show, Object.keys(show.rounds) as RoundId[]).flatMap(({ id }) => {
    const round = show.rounds[id]
    if (!round) return []
    const segment = segmentOfRound(show, round)
    const from = talkStartsAt(show, round, now)
    const extended = round.phase === 'talking' && round.clock ? round.clock.added : 0
    return [
      {
        round,
        number: roundNumber(show, round),
        session: segment.title,
        day: segment.day,
        from,
        to: from === null ? null : from + round.talk + extended,
      },
    ]
  })
}

/** One person's rounds. Names no other guest, and holds nobody's wishes or answers. */
export function daySheet(
  show: ReadShow,
  rounds: readonly SheetRound[],
  person: PersonId,
): SheetLine[] {
  const hosted = show.people[person]?.hosts ?? null
  return rounds.map((line) => {
    const seat = seatOf(line.round, person)
    const hosting = seat === undefined && hosted !== null
    const id = seat ?? hosted
    const own = id === null ? undefined : show.tables[id]
    const table = own ? placed(own, line.round, (one) => show.tables[one]) : null
    // A table that is closed in a round keeps nobody, its host either.
    const isClosed = hosting && table !== null && seatsAt(line.round, table) === 0
    return { ...line, table: isClosed ? null : table, hosting: hosting && !isClosed }
  })
}
