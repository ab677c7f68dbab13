import type { PersonId, TableId } from '#shared/show/words.ts'
import { TABLES } from '#shared/words/console-data-tables.ts'
import { PeopleChoice } from '../common/people-choice.tsx'
import { hostedTables } from '../common/places.ts'
import { useConsole } from '../console-context.ts'

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
  const isFree = (person: PersonId): boolean => {
    const at = hosted.get(person)
    return at === undefined || at === table
  }
  return (
    <>
      <PeopleChoice
        label={TABLES.addHost}
        hint={TABLES.addHostHint}
        error={error}
        chosen={hosts}
        may={isFree}
        prompt={TABLES.chooseHost}
        listed={TABLES.presenters}
        onChange={onChange}
      />
      {hosts.length === 0 && <p className="muted">{TABLES.noHosts}</p>}
    </>
  )
}
