import { type FormEvent, useId, useRef, useState } from 'react'
import { fieldsOf } from '#shared/sheets/fields.ts'
import {
  SHEET_KINDS,
  type ImportChoice,
  type ImportFile,
  type ImportKind,
  type SheetKind,
  type ImportTable,
} from '#shared/wire/imports.ts'
import { COLUMNS } from '#shared/words/console-import.ts'
import { Field } from '../common/field.tsx'
import { Column } from './column-row.tsx'
import {
  choiceFrom,
  type ColumnsDraft,
  draftFor,
  guessFor,
  mustAsk,
  troubleWith,
  withField,
  withoutPlace,
} from './columns-draft.ts'
import { WhereNames } from './where-names.tsx'

export type Choose = (choice: ImportChoice) => void

/** What the columns of a file were taken for, and the way to say something else. */
export function ColumnsStep({
  file,
  table,
  said,
  choose,
}: {
  file: ImportFile
  table: ImportTable
  /** what the organiser has said the file is */
  said: ImportKind | null
  choose: Choose
}) {
  const asks = mustAsk(file)
  const [opened, setOpened] = useState<boolean | null>(null)
  const open = asks || (opened ?? !table.settled)
  if (!open)
    return (
      <p className="row columns__said">
        <span>{COLUMNS[table.how]}</span>
        <button
          type="button"
          className="button button--quiet button--small"
          onClick={() => setOpened(true)}
        >
          {table.how === 'recognised' ? COLUMNS.check : COLUMNS.change}
          <span className="vh">{COLUMNS.whichFile(file.name)}</span>
        </button>
      </p>
    )
  // Another table, or the same one read in another way, begins a new draft.
  const key = JSON.stringify([file.kind, table.headerRow, table.sheet, table.how, table.columns])
  return (
    <ColumnsForm
      key={key}
      file={file}
      table={table}
      first={draftFor(file, table, said)}
      choose={(choice) => {
        setOpened(choice.fields ? null : true)
        choose(choice)
      }}
      close={asks ? null : () => setOpened(false)}
    />
  )
}

function ColumnsForm({
  file,
  table,
  first,
  choose,
  close,
}: {
  file: ImportFile
  table: ImportTable
  first: ColumnsDraft
  choose: Choose
  close: (() => void) | null
}) {
  const [draft, setDraft] = useState(first)
  const missing = useRef<HTMLParagraphElement>(null)
  const heading = useId()
  const trouble = troubleWith(draft, table)
  const unplaced = withoutPlace(table).length
  const use = (event: FormEvent): void => {
    event.preventDefault()
    if (trouble.missing.length > 0) missing.current?.focus()
    else choose(choiceFrom(draft, table))
  }
  return (
    <form className="columns" aria-labelledby={heading} onSubmit={use}>
      <h3 id={heading}>
        {COLUMNS.title}
        <span className="vh">{COLUMNS.whichFile(file.name)}</span>
      </h3>
      <p>
        {close === null
          ? COLUMNS.unknown
          : table.settled || unplaced === 0
            ? COLUMNS[table.how]
            : COLUMNS.unsure(unplaced)}
      </p>
      <Field label={COLUMNS.kind}>
        {(control) => (
          <select
            {...control}
            value={draft.kind}
            onChange={(event) => setDraft(guessFor(table, event.target.value as SheetKind))}
          >
            {SHEET_KINDS.toReversed().map((kind) => (
              <option key={kind} value={kind}>
                {COLUMNS.kinds[kind]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <WhereNames table={table} read={(where) => choose({ kind: draft.kind, ...where })} />
      <div role="status">
        {trouble.missing.length === 0 ? null : (
          <p className="field__error" tabIndex={-1} ref={missing}>
            {COLUMNS.missing(trouble.missing)}
          </p>
        )}
        {trouble.twice.map(({ says, columns }) => (
          <p key={says} className="field__hint">
            {COLUMNS.twice(says, columns)}
          </p>
        ))}
      </div>
      <div className="columns__row columns__head muted small" aria-hidden="true">
        <span>{COLUMNS.columnHead}</span>
        <span>{COLUMNS.samplesHead}</span>
        <span>{COLUMNS.fieldHead}</span>
      </div>
      <ul className="list columns__list">
        {table.columns.map((column, index) => (
          <Column
            key={index}
            column={column}
            place={index + 1}
            field={draft.fields[index] ?? null}
            fields={fieldsOf(draft.kind)}
            change={(field) => setDraft(withField(draft, index, field))}
          />
        ))}
      </ul>
      <p className="row form__act">
        <button className="button button--primary">{COLUMNS.use}</button>
        <button
          type="button"
          className="button"
          onClick={() => setDraft(guessFor(table, draft.kind))}
        >
          {COLUMNS.guess}
        </button>
        {close === null ? null : (
          <button type="button" className="button button--quiet" onClick={close}>
            {COLUMNS.cancel}
          </button>
        )}
        <span className="muted small">{COLUMNS.remembers}</span>
      </p>
    </form>
  )
}
