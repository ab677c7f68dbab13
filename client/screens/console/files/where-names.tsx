import { useState } from 'react'
import type { ImportTable } from '#shared/wire/imports.ts'
import { COLUMNS } from '#shared/words/console-import.ts'
import { Field } from '../common/field.tsx'

interface Where {
  headerRow?: number
  sheet?: string
}

/** Which sheet is read, and in which row its column names stand. Asked for again at a press, not while choosing. */
export function WhereNames({ table, read }: { table: ImportTable; read: (where: Where) => void }) {
  const [sheet, setSheet] = useState(table.sheet)
  const [row, setRow] = useState(String(table.headerRow))
  const otherSheet = sheet !== table.sheet
  const number = Number(row)
  const otherRow = Number.isInteger(number) && number > 0 && number !== table.headerRow
  const again = (): void =>
    read({
      ...(sheet === null ? {} : { sheet }),
      // Another sheet has its names where it has them.
      ...(otherRow ? { headerRow: number } : {}),
    })
  return (
    <div className="columns__where">
      {table.sheets.length < 2 ? null : (
        <Field label={COLUMNS.sheet}>
          {(control) => (
            <select
              {...control}
              value={sheet ?? ''}
              onChange={(event) => setSheet(event.target.value)}
            >
              {table.sheets.map(({ name, rows }) => (
                <option key={name} value={name}>
                  {COLUMNS.sheetRows(name, rows)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label={COLUMNS.headerRow} hint={COLUMNS.headerRowHint}>
        {(control) => (
          <input
            {...control}
            className="columns__number"
            inputMode="numeric"
            maxLength={5}
            value={row}
            onChange={(event) => setRow(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !otherRow) return
              event.preventDefault()
              again()
            }}
          />
        )}
      </Field>
      {otherSheet || otherRow ? (
        <p>
          <button type="button" className="button" onClick={again}>
            {COLUMNS.readAgain}
          </button>
        </p>
      ) : null}
    </div>
  )
}
