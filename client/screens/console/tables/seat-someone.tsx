import { useMemo } from 'react'
import type { RoundLine, TableLine } from '#shared/views/common.ts'
import type { PersonLine } from '#shared/views/console.ts'
import { TABLES } from '#shared/words/console-data-tables.ts'
import { useConsole } from '../console-context.ts'
import { FindPerson } from '../common/find-person.tsx'
import { hostedTables, whereIs } from '../common/places.ts'

/** Finds somebody by name and gives them a seat at this table. */
export function SeatSomeone({
  table,
  round,
  seat,
}: {
  table: TableLine
  round: RoundLine
  seat: (person: PersonLine) => Promise<boolean>
}) {
  const { parts } = useConsole()
  const { picks, hosts, tables } = parts
  const hosted = useMemo(() => hostedTables(hosts), [hosts])
  const at = (person: PersonLine) => whereIs(picks, hosted, round.id, person.id)?.table
  return (
    <section>
      <h3>{TABLES.seatSomeone}</h3>
      <FindPerson
        label={TABLES.findPerson}
        act={TABLES.seat}
        may={(person) => at(person) !== table.id}
        note={(person) => {
          const number = tables.find(({ id }) => id === at(person))?.number
          return number === undefined ? null : `, ${TABLES.seatedAt(number)}`
        }}
        choose={seat}
      />
    </section>
  )
}
