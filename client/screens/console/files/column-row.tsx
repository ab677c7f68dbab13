import { useId } from 'react'
import type { FieldName } from '#shared/sheets/fields.ts'
import type { ImportColumn } from '#shared/wire/imports.ts'
import { COLUMNS } from '#shared/words/console-import.ts'

/** One column of a file: its name, its first values, and what it is. */
export function Column({
  column,
  place,
  field,
  fields,
  change,
}: {
  column: ImportColumn
  /** the first is 1 */
  place: number
  field: string | null
  fields: readonly FieldName[]
  change: (field: string | null) => void
}) {
  const id = useId()
  const name = column.name || COLUMNS.unnamed(place)
  return (
    <li className="columns__row" data-left={field === null ? '' : undefined}>
      <label htmlFor={id} className="columns__name">
        <span className="vh">{COLUMNS.whatIs(name)}</span>
        <span aria-hidden="true">{name}</span>
      </label>
      <span className="columns__samples muted small" id={`${id}-samples`}>
        {column.samples.length === 0 ? COLUMNS.noSamples : column.samples.join(' · ')}
      </span>
      <select
        id={id}
        className="input"
        aria-describedby={`${id}-samples`}
        value={field ?? ''}
        onChange={(event) => change(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{COLUMNS.leftOut}</option>
        {fields.map((one) => (
          <option key={one.field} value={one.field}>
            {one.says}
          </option>
        ))}
      </select>
    </li>
  )
}
