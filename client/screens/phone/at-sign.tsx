import { isOn, roundsInOrder, seatIn } from '#shared/views/moment.ts'
import { PHONE } from '#shared/words/phone.ts'
import { SIGN } from '#shared/words/phone-sign.ts'
import { Go } from './go.tsx'
import { Here } from './here.tsx'
import { NumberForm } from './number-form.tsx'
import { usePhone } from './phone-context.ts'
import { Card } from './table-card.tsx'
import { tableCards, tableOf } from './tables.ts'

/** Standing at a table whose sign was read, or whose number was typed. */
export function AtSign() {
  const { parts, mine, place } = usePhone()
  const line = roundsInOrder(parts).find(isOn) ?? null
  const card = tableCards(parts, mine, line?.id ?? null).find(({ number }) => number === place.at)
  if (!card)
    return (
      <>
        <h1>{place.at === null ? SIGN.which : SIGN.noTable(place.at)}</h1>
        <NumberForm />
      </>
    )
  const seat = line ? seatIn(mine, line.id) : null
  const own = seat?.hosting === false && line ? tableOf(parts, seat.table, line.id) : null
  return (
    <>
      <h1>{PHONE.tableNumber(card.number)}</h1>
      {!line && <p className="lead">{SIGN.noRound}</p>}
      {own && own.id !== card.id && (
        <p className="lead">
          <Go to={{}}>{SIGN.seatIsAt(own.number)}</Go>
        </p>
      )}
      <ul className="tablecards">
        <Card card={card} round={line} />
      </ul>
      {line && own?.id === card.id && <Here round={line.id} table={card.id} moving={false} />}
    </>
  )
}
