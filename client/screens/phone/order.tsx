import { useState } from 'react'
import type { InnovationId } from '#shared/show/words.ts'
import { windowNow } from '#shared/views/moment.ts'
import { choicesIn, moved } from '#shared/views/wishes.ts'
import { PHONE } from '#shared/words/phone.ts'
import { drag } from './drag.ts'
import { WISHES } from './echo.ts'
import { Go } from './go.tsx'
import { usePhone } from './phone-context.ts'
import { Closing } from './ranking.tsx'
import { billing, tableWith } from './tables.ts'
import { listValue, useWishes, WishForm } from './wish-form.tsx'
import { Wishing } from './wishing.tsx'

/** The whole order, each row with its way up and down; what became of a press is read out. */
export function Order() {
  const { parts, mine, send } = usePhone()
  const { wishes, state } = useWishes()
  const [told, tell] = useState('')
  const window = windowNow(parts)
  if (!mine || mine.hosts !== null || window?.phase !== 'open') return <Wishing />
  const { listed, tail } = choicesIn(parts, mine, window, wishes)
  const shown = [...listed, ...tail]
  const back = (
    <p>
      <Go to={{ view: 'choose' }} className="tap">
        {PHONE.backToRank}
      </Go>
    </p>
  )
  if (shown.length === 0)
    return (
      <div className="empty">
        <h1>{PHONE.orderNone}</h1>
        <p>{PHONE.orderNoneHow}</p>
        {back}
      </div>
    )
  const say = (id: InnovationId, to: number): void => {
    const table = tableWith(parts, id)
    tell(PHONE.nowAt(billing(parts, table).title, table?.number ?? 0, to + 1))
  }
  const drop = (id: InnovationId, from: number, by: number): void => {
    send?.({ type: 'set-wishes', innovations: moved(wishes, shown, from, by) }, WISHES)
    say(id, from + by)
  }
  const step = (id: InnovationId, from: number, by: -1 | 1, words: string) => {
    const to = from + by
    const isEnd = to < 0 || to === shown.length
    const { title } = billing(parts, tableWith(parts, id))
    // At an end the button stays, so that whoever pressed it stands somewhere; it saves the order as it is.
    return (
      <button
        className="button button--small"
        name="innovations"
        value={listValue(moved(wishes, shown, from, isEnd ? 0 : by))}
        aria-disabled={isEnd ? true : undefined}
        onClick={() => say(id, isEnd ? from : to)}
      >
        {words}
        <span className="vh">: {title}</span>
      </button>
    )
  }
  return (
    <section aria-labelledby="order">
      <h1 id="order">{PHONE.orderTitle}</h1>
      <Closing window={window} />
      {back}
      <p className="muted wish__drag">{PHONE.dragHow}</p>
      <p role="status" className="muted">
        {state === 'waits' ? `${told} ${PHONE.waits}.` : told}
      </p>
      <WishForm>
        <ol className="wishes">
          {shown.map((id, index) => {
            const table = tableWith(parts, id)
            return (
              <li key={id} className="wish">
                <span
                  className="wish__place wish__grip"
                  onPointerDown={(event) => drag(event, (by) => drop(id, index, by))}
                >
                  {index + 1}
                </span>
                <span className="grow">
                  <b>{billing(parts, table).title}</b>
                  <span className="block muted small">
                    {table && PHONE.tableNumber(table.number)}
                    {index >= listed.length && `, ${PHONE.byYes.toLowerCase()}`}
                  </span>
                </span>
                <span className="wish__steps">
                  {step(id, index, -1, PHONE.up)}
                  {step(id, index, 1, PHONE.down)}
                </span>
              </li>
            )
          })}
        </ol>
      </WishForm>
    </section>
  )
}
