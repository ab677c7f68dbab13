import { type FormEvent, useId, useState } from 'react'
import type { TableId } from '#shared/show/words.ts'
import type { TableLine } from '#shared/views/common.ts'
import { TABLES } from '#shared/words/console-data-tables.ts'
import { DATA } from '#shared/words/console-data.ts'
import { useConsole } from '../console-context.ts'
import { Sheet } from '../common/dialog.tsx'

/** Two tables change places; everyone who chose them follows. */
export function SwapTable({ table, close }: { table: TableLine; close: () => void }) {
  const { parts, send } = useConsole()
  const [other, setOther] = useState('')
  const id = useId()
  const swap = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const to = parts.tables.find((one) => one.id === other)
    if (!to) return
    const command = { type: 'swap-tables', a: table.id, b: other as TableId } as const
    close()
    await send(command, {
      key: `swap:${table.id}`,
      useful: 15_000,
      done: TABLES.swapped(table.number, to.number),
      undo: command,
    })
  }
  return (
    <Sheet title={TABLES.swapTitle(table.number)} close={close}>
      <p>{TABLES.swapWords}</p>
      <form className="stack" onSubmit={(event) => void swap(event)}>
        <p className="field">
          <label htmlFor={id}>{TABLES.swapWith}</label>
          <select id={id} value={other} onChange={(event) => setOther(event.target.value)}>
            <option value="" disabled>
              {TABLES.chooseTable}
            </option>
            {parts.tables
              .filter((one) => one.id !== table.id)
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {TABLES.swapOption(
                    one.number,
                    (one.innovation && parts.innovations[one.innovation]?.title) ||
                      TABLES.noInnovation,
                    one.place,
                  )}
                </option>
              ))}
          </select>
        </p>
        <p className="row">
          <button className="button button--primary" aria-disabled={other === ''}>
            {TABLES.swapDo}
          </button>
          <button type="button" className="button" onClick={close}>
            {DATA.cancel}
          </button>
        </p>
      </form>
    </Sheet>
  )
}
