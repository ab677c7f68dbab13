import { useMemo, useState } from 'react'
import type { RoundLine, TableLine } from '#shared/views/common.ts'
import type { PersonLine } from '#shared/views/console.ts'
import { TABLES } from '#shared/words/console-data-tables.ts'
import { useConsole } from '../console-context.ts'
import { Field } from '../common/field.tsx'
import { findIndex, findPeople } from '#shared/views/find-people.ts'
import { hostedTables, whereIs } from '../common/places.ts'

const MOST = 6

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
  const { people, here, picks, hosts, tables } = parts
  const [query, setQuery] = useState('')
  const index = useMemo(() => findIndex(people), [people])
  const hosted = useMemo(() => hostedTables(hosts), [hosts])
  const found =
    query.trim() === ''
      ? []
      : findPeople(index, here, { query, role: 'all', here: 'all' })
          .filter((person) => whereIs(picks, hosted, round.id, person.id)?.table !== table.id)
          .slice(0, MOST)
  return (
    <section>
      <h3>{TABLES.seatSomeone}</h3>
      <Field label={TABLES.findPerson}>
        {(control) => (
          <input
            {...control}
            type="search"
            autoComplete="off"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        )}
      </Field>
      <ul className="list">
        {found.map((person) => {
          const where = whereIs(picks, hosted, round.id, person.id)
          const number = tables.find((one) => one.id === where?.table)?.number
          return (
            <li key={person.id} className="row row--ends">
              <span className="grow">
                <b>{person.name}</b>{' '}
                <span className="muted">
                  {person.organisation}
                  {number === undefined ? null : `, ${TABLES.seatedAt(number)}`}
                </span>
              </span>
              <button
                type="button"
                className="button button--small"
                onClick={() => void seat(person).then((done) => done && setQuery(''))}
              >
                {TABLES.seat}
                <span className="vh"> {person.name}</span>
              </button>
            </li>
          )
        })}
      </ul>
      <p role="status" className="muted">
        {query.trim() !== '' && found.length === 0 ? TABLES.noOneFound : ''}
      </p>
    </section>
  )
}
