import { type FormEvent, useId, useState } from 'react'
import type { TableId } from '#shared/show/words.ts'
import type { RoundLine } from '#shared/views/common.ts'
import type { PersonLine } from '#shared/views/console.ts'
import { TABLES } from '#shared/words/console-data-tables.ts'
import { DATA } from '#shared/words/console-data.ts'
import { useConsole } from '../console-context.ts'
import { guestsByTable, tablesIn } from '../common/places.ts'

/** Chooses another table for one person in one round. */
export function MoveTo({
  person,
  round,
  move,
  cancel,
}: {
  person: PersonLine
  round: RoundLine
  move: (table: TableId | null) => void
  cancel: () => void
}) {
  const { parts } = useConsole()
  const [choice, setChoice] = useState('')
  const id = useId()
  const guests = guestsByTable(parts.picks, round.id)
  const now = parts.picks[round.id]?.[person.id] ?? null
  const others = tablesIn(parts.tables, round).filter(
    (table) =>
      table.id !== now && table.capacity > 0 && !parts.hosts[table.id]?.includes(person.id),
  )
  const go = (event: FormEvent): void => {
    event.preventDefault()
    if (choice !== '') move(choice === 'none' ? null : (choice as TableId))
  }
  return (
    <form className="moveto" onSubmit={go}>
      <label htmlFor={id}>{TABLES.moveTo(person.name)}</label>
      <div className="row">
        <select
          id={id}
          className="input grow"
          // Asked for by the press before: the cursor goes where the hand does.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          value={choice}
          onChange={(event) => setChoice(event.target.value)}
        >
          <option value="" disabled>
            {TABLES.chooseTable}
          </option>
          {others.map((table) => (
            <option key={table.id} value={table.id}>
              {TABLES.option(
                table.number,
                (table.innovation && parts.innovations[table.innovation]?.title) ||
                  TABLES.noInnovation,
                table.capacity - (guests.get(table.id)?.length ?? 0),
              )}
            </option>
          ))}
          {now === null ? null : <option value="none">{TABLES.noTableOption}</option>}
        </select>
        <button className="button button--primary" aria-disabled={choice === ''}>
          {TABLES.move}
        </button>
        <button type="button" className="button" onClick={cancel}>
          {DATA.cancel}
        </button>
      </div>
    </form>
  )
}
