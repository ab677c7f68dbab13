import type { RoundId } from '#shared/show/words.ts'
import { PHONE } from '#shared/words/phone.ts'
import { Go } from './go.tsx'
import { usePhone } from './phone-context.ts'
import { NumberForm } from './number-form.tsx'
import { Card } from './table-card.tsx'
import { isOwn, roomiest, tableCards } from './tables.ts'

/** So many cards are read while people walk; the others are one press away. */
const FIRST = 3

/** Where one can sit down now, in a round that is on. */
export function RoomNow({ round }: { round: RoundId }) {
  const { parts, mine } = usePhone()
  const line = parts.rounds[round]
  if (!line) return null
  const cards = tableCards(parts, mine, round).filter((card) => !isOwn(card))
  const shown = roomiest(cards)
  if (shown.length === 0)
    return (
      <>
        <p>
          <b>{PHONE.noRoomNow}</b>
        </p>
        <p>{PHONE.noRoomNowHow}</p>
      </>
    )
  return (
    <>
      <p>{PHONE.roomNow}</p>
      <ul className="tablecards">
        {shown.map((card) => (
          <Card key={card.id} card={card} round={line} />
        ))}
      </ul>
      <NumberForm />
      {shown.length === FIRST && (
        <p className="section">
          <Go to={{ view: 'tables', round, only: 'room' }} className="button button--wide">
            {PHONE.allRoomNow}
          </Go>
        </p>
      )}
    </>
  )
}
