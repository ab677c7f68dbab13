import { useMemo, useState } from 'react'
import type { ImportFile } from '#shared/wire/imports.ts'
import { FILES } from '#shared/words/console-data.ts'
import { IMPORT, type RowState } from '#shared/words/console-import.ts'
import { usePaged } from '../common/paged.tsx'
import { inState, type Row, rowsOf, statesOf } from './rows.ts'

const MARK = {
  problem: 'refused',
  changed: 'change',
  'left-out': 'left-out',
  added: 'add',
  same: 'same',
  gone: 'gone',
} as const satisfies Record<Row['state'], string>

/** What becomes of every row, by what becomes of it; the ones to read first are first. */
export function RowList({ file, applied }: { file: ImportFile; applied: boolean }) {
  const rows = useMemo(() => rowsOf(file), [file])
  const states = useMemo(() => statesOf(rows), [rows])
  const [wanted, setWanted] = useState<RowState>('all')
  const first = states[0]?.state ?? 'all'
  const state = states.some((one) => one.state === wanted) ? wanted : first
  const listed = useMemo(() => inState(rows, state), [rows, state])
  // A page of many rows stays quick: the rest is not even drawn.
  const { shown, more } = usePaged(listed, 100, state)
  if (rows.length === 0) return null
  const words = applied ? IMPORT.done : IMPORT.states
  return (
    <>
      <div className="filters report__filters" role="group" aria-label={IMPORT.show}>
        {states.map((one) => (
          <button
            key={one.state}
            type="button"
            className="button button--quiet button--small"
            aria-pressed={one.state === state}
            onClick={() => setWanted(one.state)}
          >
            {words[one.state]} <span className="nowrap">{one.count.toLocaleString('en-GB')}</span>
          </button>
        ))}
      </div>
      {state === 'gone' && file.kind !== null ? (
        <p className="small">{IMPORT.goneNote(file.gone.length, file.kind)}</p>
      ) : null}
      <ul className="report__rows" aria-label={words[state]}>
        {shown.map((row, index) => (
          <li key={index} data-kind={MARK[row.state]}>
            <b>
              {row.line === null ? IMPORT.inEvent : FILES.row(row.line, file.kind)}
              {state === 'all' ? (
                <span className="report__state muted small">{words[row.state]}</span>
              ) : null}
            </b>
            <span>
              {row.words}
              {row.reason === undefined ? null : (
                <span className="report__why muted">{row.reason}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {more}
    </>
  )
}
