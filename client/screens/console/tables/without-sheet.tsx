import { useMemo, useState } from 'react'
import type { RoundLine } from '#shared/views/common.ts'
import { TABLES } from '#shared/words/console-data-tables.ts'
import { useConsole } from '../console-context.ts'
import { Sheet } from '../common/dialog.tsx'
import { Field } from '../common/field.tsx'
import { findIndex, findPeople } from '#shared/views/find-people.ts'
import { usePaged } from '../common/paged.tsx'
import { whoSits, withoutTable } from '../common/places.ts'
import { SaidLine } from '../common/said-line.tsx'
import { useMove } from '../common/use-move.ts'
import { GuestLine } from './guest-line.tsx'

/** Everyone who has no table in a round, those who are here first. */
export function WithoutSheet({ round, close }: { round: RoundLine; close: () => void }) {
  const { parts } = useConsole()
  const { people, picks, walkUps, hosts, here } = parts
  const { said, move } = useMove()
  const [query, setQuery] = useState('')
  const without = useMemo(
    () => withoutTable({ people, picks: whoSits({ picks, walkUps }), hosts, here }, round.id),
    [people, picks, walkUps, hosts, here, round.id],
  )
  const found = useMemo(() => {
    if (query.trim() === '') return without
    return findPeople(findIndex(without), {}, { query, role: 'all', here: 'all' })
  }, [without, query])
  const { shown, more } = usePaged(found, 30)
  return (
    <Sheet title={TABLES.withoutTitle(round.number)} close={close} wide>
      <p className="muted">
        {without.length === 0 ? TABLES.everyoneSeated : TABLES.withoutTable(without.length)}
      </p>
      <SaidLine said={said} />
      {without.length > 12 ? (
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
      ) : null}
      <ul className="list">
        {shown.map((person) => (
          <GuestLine
            key={person.id}
            person={person}
            round={round}
            move={(one, to) => move(one.id, round.id, to)}
          />
        ))}
      </ul>
      {more}
    </Sheet>
  )
}
