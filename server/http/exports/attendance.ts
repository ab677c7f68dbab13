import type { DeepReadonly, ReadShow, Round } from '#shared/show/state.ts'
import type { PersonId, TableId } from '#shared/show/words.ts'
import { plannedRounds } from '#shared/sheets/out/rounds.ts'
import type { Cell } from '#shared/sheets/write.ts'
import type { People } from '#shared/views/common.ts'
import { byText, type Sheet } from './sheet.ts'

/** Who had a seat and who said that they were there, beside what somebody counted at the table. */
export function attendanceSheet(show: ReadShow, people: People): Sheet {
  const tables = Object.values(show.tables).sort((a, b) => a.number - b.number)
  const rows = plannedRounds(show).flatMap(({ segment, round, number }) =>
    tables.flatMap((table) => {
      const counted = round.came[table.id]
      return guests(people, round, table.id).map(({ id, walkedUp }): Cell[] => {
        const { name = '', organisation = '' } = people.get(id) ?? {}
        return [
          segment.title,
          number,
          table.number,
          table.innovation === null ? '' : (show.innovations[table.innovation]?.title ?? ''),
          name,
          organisation,
          walkedUp ? 'walked up' : round.suggested[id] ? 'suggested' : 'had a seat',
          round.arrived[id] === table.id ? 'said so' : '',
          counted ?? 'not counted',
        ]
      })
    }),
  )
  return {
    header: [
      'Item',
      'Round',
      'Table number',
      'Innovation',
      'Name',
      'Organisation',
      'Seat',
      'At the table',
      'People counted at the table',
    ],
    rows,
  }
}

function guests(
  people: People,
  round: DeepReadonly<Round>,
  table: TableId,
): { id: PersonId; walkedUp: boolean }[] {
  const at = (seats: Readonly<Record<PersonId, TableId>>, walkedUp: boolean) =>
    (Object.keys(seats) as PersonId[])
      .filter((id) => seats[id] === table)
      .map((id) => ({ id, walkedUp }))
  const name = (id: PersonId): string => people.get(id)?.name ?? ''
  return [...at(round.picks, false), ...at(round.walkUps, true)].sort((a, b) =>
    byText(name(a.id), name(b.id)),
  )
}
