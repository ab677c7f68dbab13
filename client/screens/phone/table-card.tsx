import type { SingleCommand } from '#shared/show/commands.ts'
import type { RoundLine } from '#shared/views/common.ts'
import { PHONE } from '#shared/words/phone.ts'
import { ZoneMark } from '../../parts/zone.tsx'
import { CommandForm } from './command-form.tsx'
import { usePhone } from './phone-context.ts'
import { isOwn, type TableCard } from './tables.ts'

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
        {/* Seats of a round that is over are nobody's concern. */}
        {round?.phase !== 'ended' && (
          <p className="tablecard__seats">
            {capacity > 0 && (
              <meter
                className={`seats of-${capacity}`}
                min={0}
                max={capacity}
                value={taken}
                aria-hidden="true"
              />
            )}
            {seatWords(card.state, taken, capacity)}
          </p>
        )}
        <div className="tablecard__act">
          {round && <Act card={card} round={round} asked={asked} />}
        </div>
      </div>
    </li>
  )
}

const seatWords = (state: TableCard['state'], taken: number, capacity: number): string => {
  if (state === 'full') return PHONE.full
  if (capacity === 0) return PHONE.closedHere
  return state === 'yours' || state === 'hosting'
    ? PHONE.seatsTaken(taken, capacity)
    : PHONE.seatsLeft(capacity - taken)
}

function Act({ card, round, asked }: { card: TableCard; round: RoundLine; asked: boolean }) {
  const { mine, pending, status } = usePhone()
  const about = `pick:${round.id}`
  const yours = card.state === 'yours'
  const leaving = yours && pending.get(about)?.command.type === 'leave-table'
  const has = mine?.picks[round.id] !== undefined
  const words = asked
    ? status?.state === 'offline'
      ? PHONE.waits
      : PHONE.asking
    : yours
      ? leaving
        ? PHONE.leaving
        : PHONE.leave
      : has
        ? PHONE.switchTo
        : PHONE.choose
  const command: SingleCommand = yours
    ? { type: 'leave-table', round: round.id }
    : { type: 'pick-table', round: round.id, table: card.id }
  const canAct =
    round.phase === 'open' && mine && !mine.hostsAlone && (yours || isFree(card) || asked)
  // One form for both, so that whoever pressed Choose stands on Leave afterwards, not nowhere.
  return (
    <>
      {isOwn(card) && (
        <span className="chip chip--yours">{yours ? PHONE.yours : PHONE.youHost}</span>
      )}
      {canAct && (
        <CommandForm about={about} fields={command} command={() => command}>
          <button
            className={yours ? 'button button--quiet' : 'button'}
            aria-busy={asked || leaving ? true : undefined}
          >
            {words}
            <span className="vh">: {PHONE.chooseForThis(card.number, round.number)}</span>
          </button>
        </CommandForm>
      )}
    </>
  )
}

const isFree = ({ state }: TableCard): boolean => state === 'free' || state === 'few'
