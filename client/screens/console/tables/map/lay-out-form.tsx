import { type FormEvent, useState } from 'react'
import type { HallPart } from '#shared/views/hall-map.ts'
import { HALL_MAP } from '#shared/words/console-map.ts'
import { Field } from '../../common/field.tsx'
import { useConsole } from '../../console-context.ts'
import { columnsFor, layOut, MOST_COLUMNS, type Order } from './lay-out.ts'
import { USEFUL } from './use-map.ts'

/** All tables in rows again, so many in each, with the numbers going one way or there and back. */
export function LayOutForm({ hall }: { hall: HallPart }) {
  const { parts, online, send } = useConsole()
  const { tables } = parts
  const [columns, setColumns] = useState(() =>
    String(hall.ground.kind === 'grid' ? hall.ground.columns : columnsFor(tables.length)),
  )
  const [order, setOrder] = useState<Order>('rows')
  const [error, setError] = useState<string | undefined>()
  const again = (event: FormEvent): void => {
    event.preventDefault()
    const wanted = Number(columns)
    const fits = /^\d{1,2}$/.test(columns.trim()) && wanted >= 1 && wanted <= MOST_COLUMNS
    setError(fits ? undefined : HALL_MAP.columnsOdd)
    if (!fits || !online) return
    void send(
      { type: 'save-hall', hall: layOut(tables, wanted, order) },
      { key: 'map', useful: USEFUL, done: HALL_MAP.laidOut(tables.length), undo: 'edit' },
    )
  }
  return (
    <form onSubmit={again} noValidate>
      <div className="pair">
        <Field label={HALL_MAP.columns} error={error}>
          {(control) => (
            <input
              {...control}
              inputMode="numeric"
              autoComplete="off"
              value={columns}
              onChange={(event) => setColumns(event.target.value)}
            />
          )}
        </Field>
        <Field label={HALL_MAP.order}>
          {(control) => (
            <select
              {...control}
              value={order}
              onChange={(event) => setOrder(event.target.value === 'snake' ? 'snake' : 'rows')}
            >
              {(['rows', 'snake'] as const).map((one) => (
                <option key={one} value={one}>
                  {HALL_MAP.orders[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <p>
        <button className="button" aria-disabled={!online}>
          {HALL_MAP.layOut}
        </button>
      </p>
    </form>
  )
}
