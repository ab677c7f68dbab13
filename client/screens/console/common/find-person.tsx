import { type ReactNode, useMemo, useRef, useState } from 'react'
import { findIndex, findPeople } from '#shared/views/find-people.ts'
import type { PersonLine } from '#shared/views/console.ts'
import { TABLES } from '#shared/words/console-data-tables.ts'
import { useConsole } from '../console-context.ts'
import { Field } from './field.tsx'

const MOST = 6

/** Finds somebody by name; `choose` says whether it went well, and the field is empty again. */
export function FindPerson({
  label,
  act,
  may,
  note,
  choose,
}: {
  label: string
  /** what the button of each does */
  act: string
  may: (person: PersonLine) => boolean
  /** stands after their organisation */
  note?: (person: PersonLine) => ReactNode
  choose: (person: PersonLine) => Promise<boolean>
}) {
  const { parts } = useConsole()
  const { people, here } = parts
  const [query, setQuery] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const index = useMemo(() => findIndex(people), [people])
  const found =
    query.trim() === ''
      ? []
      : findPeople(index, here, { query, role: 'all', here: 'all' }).filter(may).slice(0, MOST)
  const press = async (person: PersonLine): Promise<void> => {
    if (!(await choose(person))) return
    // Whoever types on meanwhile keeps what they typed; the button that had the focus is gone.
    setQuery((now) => (now === query ? '' : now))
    field.current?.focus()
  }
  return (
    <>
      <Field label={label}>
        {(control) => (
          <input
            {...control}
            ref={field}
            type="search"
            autoComplete="off"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            // In a form, Enter would send it before anybody is chosen.
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          />
        )}
      </Field>
      <ul className="list">
        {found.map((person) => (
          <li key={person.id} className="row row--ends">
            <span className="grow">
              <b>{person.name}</b>{' '}
              <span className="muted">
                {person.organisation}
                {note?.(person)}
              </span>
            </span>
            <button
              type="button"
              className="button button--small"
              onClick={() => void press(person)}
            >
              {act}
              <span className="vh"> {person.name}</span>
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="muted">
        {query.trim() !== '' && found.length === 0 ? TABLES.noOneFound : ''}
      </p>
    </>
  )
}
