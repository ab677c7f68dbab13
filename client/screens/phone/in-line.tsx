import type { RoundLine } from '#shared/views/common.ts'
import { roundsInOrder } from '#shared/views/moment.ts'
import type { TableId } from '#shared/show/words.ts'
import { PHONE } from '#shared/words/phone.ts'
import { usePhone } from './phone-context.ts'
import { Card } from './table-card.tsx'
import { tableCards, tableOf } from './tables.ts'

/** Seats that came from waiting, and seats that are waited for, of the rounds that have not begun. */
export function InLine() {
  const { parts, mine } = usePhone()
  if (!mine) return null
  const rounds = roundsInOrder(parts).filter(({ phase }) => phase === 'open' || phase === 'closed')
  const waits = rounds.filter(({ id }) => mine.waiting[id] !== undefined)
  return (
    <>
      <div role="status">
        {rounds.map((round) => (
          <MovedUp key={round.id} round={round} />
        ))}
      </div>
      {waits.length > 0 && (
        <section className="section">
          <h2>{PHONE.waitingTitle}</h2>
          {waits.map((round) => (
            <Lines key={round.id} round={round} />
          ))}
        </section>
      )}
    </>
  )
}

/** The seat came by itself: said until one changes it or the round begins. */
function MovedUp({ round }: { round: RoundLine }) {
  const { parts, mine } = usePhone()
  const at = mine?.promoted.includes(round.id)
    ? tableOf(parts, mine.picks[round.id] ?? null, round.id)
    : null
  if (!at) return null
  return (
    <div className="notice notice--done">
      <p className="notice__title">{PHONE.movedUp(at.number)}</p>
      <p>{PHONE.movedUpHow(round.number, at.place)}</p>
    </div>
  )
}

function Lines({ round }: { round: RoundLine }) {
  const { parts, mine } = usePhone()
  const tables = new Set(Object.keys(mine?.waiting[round.id] ?? {}) as TableId[])
  return (
    <>
      <p className="muted">{PHONE.round(round.number)}</p>
      <ul className="tablecards">
        {tableCards(parts, mine, round.id)
          .filter(({ id }) => tables.has(id))
          .map((card) => (
            <Card key={card.id} card={card} round={round} />
          ))}
      </ul>
    </>
  )
}
