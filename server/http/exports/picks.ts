import { placed } from '#shared/show/choosing/seats.ts'
import type { DeepReadonly, ReadShow, Round, Table } from '#shared/show/state.ts'
import type { PersonId } from '#shared/show/words.ts'
import type { Instant } from '#shared/time/instant.ts'
import { plannedRounds } from '#shared/sheets/out/rounds.ts'
import type { Cell } from '#shared/sheets/write.ts'
import type { People } from '#shared/views/common.ts'
import { byText, moment, type Sheet } from './sheet.ts'

/** Who sits where: round by round, table by table, hosts first. */
export function picksSheet(show: ReadShow, people: People, _now: Instant): Sheet {
  const tables = Object.values(show.tables).sort((a, b) => a.number - b.number)
  const rows = plannedRounds(show).flatMap(({ segment, round, number, moves }) =>
    tables.flatMap((table) =>
      seated(people, round, table).map(({ id, hosting }): Cell[] => {
        const { number: tableNumber, zone, place } = placed(table, round, (one) => show.tables[one])
        const { name = '', organisation = '', jobTitle = '' } = people.get(id) ?? {}
        return [
          segment.title,
          number,
          moment(round.movedAt ?? round.talkedAt ?? moves, show.zone),
          tableNumber,
          zone,
          place,
          table.innovation === null ? '' : (show.innovations[table.innovation]?.title ?? ''),
          name,
          organisation,
          jobTitle,
          hosting,
        ]
      }),
    ),
  )
  return {
    header: [
      'Item',
      'Round',
      `Begins (${show.zone})`,
      'Table number',
      'Zone',
      'Place',
      'Innovation',
      'Name',
      'Organisation',
      'Job title',
      'Host',
    ],
    rows,
  }
}

/** A host who chose another table in this round is a guest there and no host here. */
function seated(
  people: People,
  round: DeepReadonly<Round>,
  table: DeepReadonly<Table>,
): { id: PersonId; hosting: boolean }[] {
  const name = (id: PersonId): string => people.get(id)?.name ?? ''
  const hosts = table.hosts.filter((id) => round.picks[id] === undefined)
  const guests = (Object.keys(round.picks) as PersonId[]).filter(
    (id) => round.picks[id] === table.id,
  )
  const sorted = (ids: PersonId[]): PersonId[] => ids.sort((a, b) => byText(name(a), name(b)))
  return [
    ...sorted([...hosts]).map((id) => ({ id, hosting: true })),
    ...sorted(guests).map((id) => ({ id, hosting: false })),
  ]
}
