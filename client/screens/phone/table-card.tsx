import type { RoundLine } from '#shared/views/common.ts'
import { PHONE } from '#shared/words/phone.ts'
import { ZoneMark } from '../../parts/zone.tsx'
import { CommandForm } from './command-form.tsx'
import { usePhone } from './phone-context.ts'
import type { TableCard } from './tables.ts'

/** A table in a round: who is there, how much room there is, and the one thing to do. */
export function Card({ card, round }: { card: TableCard; round: RoundLine | null }) {
  const { pending } = usePhone()
  const waits = round ? pending.get(`pick:${round.id}`)?.command : undefined
  const asked = waits?.type === 'pick-table' && waits.table === card.id
  const { number, zone, place, capacity, taken, title, who } = card
  const cardState = asked ? 'pending' : card.state === 'hosting' ? 'yours' : card.state
  return (
    <li className="tablecard" data-state={cardState}>
      <p className="tablecard__no">
        <span className="tablecard__number">
          <span className="vh">{PHONE.table} </span>
          {number}
        </span>
        <ZoneMark zone={zone} />
      </p>
      <div>
        <h2 className="tablecard__title">{title === '' ? PHONE.nobodyThere : title}</h2>
        {who !== '' && <p className="tablecard__who">{who}</p>}
        {place !== '' && <p className="tablecard__place">{place}</p>}
      </div>
      <div className="tablecard__foot">
        <p className="tablecard__seats">
          <meter
            className={`seats of-${capacity}`}
            min={0}
            max={capacity}
            value={taken}
            aria-hidden="true"
          />
          {seatWords(card.state, taken, capacity)}
        </p>
        <div className="tablecard__act">
          {round && <Act card={card} round={round} asked={asked} />}
        </div>
      </div>
    </li>
  )
}

const seatWords = (state: TableCard['state'], taken: number, capacity: number): string => {
  if (state === 'full') return PHONE.full
  return state === 'yours' || state === 'hosting'
    ? PHONE.seatsTaken(taken, capacity)
    : PHONE.seatsLeft(capacity - taken)
}

function Act({ card, round, asked }: { card: TableCard; round: RoundLine; asked: boolean }) {
  const { mine, pending } = usePhone()
  const isOpen = round.phase === 'open'
  const about = `pick:${round.id}`
  const chip = (words: string) => <span className="chip chip--yours">{words}</span>
  if (card.state === 'hosting') return chip(PHONE.youHost)
  if (card.state === 'yours') {
    const leaving = pending.get(about)?.command.type === 'leave-table'
    return (
      <>
        {chip(PHONE.yours)}
        {isOpen && (
          <CommandForm
            about={about}
            fields={{ type: 'leave-table', round: round.id }}
            command={() => ({ type: 'leave-table', round: round.id })}
          >
            <button className="button button--quiet" aria-busy={leaving ? true : undefined}>
              {leaving ? PHONE.leaving : PHONE.leave}
            </button>
          </CommandForm>
        )}
      </>
    )
  }
  if (!isOpen || !mine || card.state === 'full') return null
  const has = mine.picks[round.id] !== undefined
  return (
    <CommandForm
      about={about}
      fields={{ type: 'pick-table', round: round.id, table: card.id }}
      command={() => ({ type: 'pick-table', round: round.id, table: card.id })}
    >
      <button className="button" aria-busy={asked ? true : undefined}>
        {asked ? PHONE.asking : has ? PHONE.switchTo : PHONE.choose}
        <span className="vh">: {PHONE.chooseForThis(card.number, round.number)}</span>
      </button>
    </CommandForm>
  )
}
