import type { PersonId, TableId } from '#shared/show/words.ts'
import { TABLES } from '#shared/words/console-data-tables.ts'
import { useConsole } from '../console-context.ts'
import { Field } from '../common/field.tsx'
import { hostedTables } from '../common/places.ts'

/** Who presents at a table: those chosen, and those who could be. */
export function Hosts({
  hosts,
  error,
  table,
  onChange,
}: {
  hosts: readonly PersonId[]
  error: string | undefined
  table: TableId | null
  onChange: (hosts: readonly PersonId[]) => void
}) {
  const { parts } = useConsole()
  const hosted = hostedTables(parts.hosts)
  const names = new Map(parts.people.map((person) => [person.id, person.name]))
  const free = parts.people.filter((person) => {
    const at = hosted.get(person.id)
    if (at !== undefined && at !== table) return false
    return person.roles.includes('presenter') && !hosts.includes(person.id)
  })
  return (
    <>
      <Field label={TABLES.addHost} hint={TABLES.addHostHint} error={error}>
        {(control) => (
          <select
            {...control}
            value=""
            onChange={(event) => onChange([...hosts, event.target.value as PersonId])}
          >
            <option value="" disabled>
              {TABLES.chooseHost}
            </option>
            {free.map((person) => (
              <option key={person.id} value={person.id}>
                {person.organisation === ''
                  ? person.name
                  : `${person.name}, ${person.organisation}`}
              </option>
            ))}
          </select>
        )}
      </Field>
      {hosts.length === 0 ? (
        <p className="muted">{TABLES.noHosts}</p>
      ) : (
        <ul className="list" aria-label={TABLES.presenters}>
          {hosts.map((host) => (
            <li key={host} className="row row--ends">
              <span className="grow">{names.get(host) ?? ''}</span>
              <button
                type="button"
                className="button button--quiet button--small"
                onClick={() => onChange(hosts.filter((one) => one !== host))}
              >
                {TABLES.removeHost}
                <span className="vh"> {names.get(host) ?? ''}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
