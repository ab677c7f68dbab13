import type { TableId } from '#shared/show/words.ts'
import { REQUESTS } from '#shared/words/console-requests.ts'
import { TABLES } from '#shared/words/console-data-tables.ts'
import { Field } from '../common/field.tsx'
import { useConsole } from '../console-context.ts'
import { tableName } from './lines.ts'

/** One of the tables that have something to hear at them. */
export function ChooseTable({
  label,
  value,
  not = [],
  onChange,
}: {
  label: string
  value: TableId | ''
  /** these are not to be chosen */
  not?: readonly TableId[]
  onChange: (table: TableId) => void
}) {
  const { parts } = useConsole()
  const tables = parts.tables.filter(
    ({ id, innovation }) => innovation !== null && !not.includes(id),
  )
  return (
    <Field label={label}>
      {(control) => (
        <select
          {...control}
          value={value}
          onChange={(event) => onChange(event.target.value as TableId)}
        >
          <option value="" disabled>
            {tables.length === 0 ? REQUESTS.noTables : TABLES.chooseTable}
          </option>
          {tables.map(({ id }) => (
            <option key={id} value={id}>
              {tableName(parts, id)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
