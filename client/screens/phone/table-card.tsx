import type { SingleCommand } from '#shared/show/commands.ts'
import type { RoundLine } from '#shared/views/common.ts'
import { isOn } from '#shared/views/moment.ts'
import { PHONE } from '#shared/words/phone.ts'
import { ZoneMark } from '../../parts/zone.tsx'
import { CommandForm } from './command-form.tsx'
import { usePhone } from './phone-context.ts'
import { hasRoom, isOwn, type TableCard } from './tables.ts'
import { Ask } from './talk.tsx'

/** A table in a round: who is there, how much room there is, and the one thing to do. */
export function Card({ card, round }: { card: TableCard; round: RoundLine | null }) {
  const { pending } = usePhone()
  const waits = round ? pending.get(`pick:${round.id}`)?.command : undefined
  const asked =
    (waits?.type === 'pick-table' || waits?.type === 'walk-up') && waits.table === card.id
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
        {card.state === 'yours' && card.innovation && <Ask innovation={card.innovation} />}
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
            {seatWords(card, round)}
          </p>
        )}
        <div className="tablecard__act">
          {round && <Act card={card} round={round} asked={asked} />}
          {round && <Wait card={card} round={round} />}
        </div>
      </div>
    </li>
  )
}

const seatWords = (card: TableCard, round: RoundLine | null): string => {
  const { state, taken, capacity, number, inLine } = card
  if (inLine !== null && !isOwn(card))
    return hasRoom(card) ? PHONE.roomAt(number) : PHONE.inLine(inLine)
  if (state === 'full') return round && isOn(round) ? PHONE.noRoomHere : PHONE.full
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
  const isWalkUp = isOn(round)
  const words = asked
    ? status?.state === 'offline'
      ? PHONE.waits
      : PHONE.asking
    : isWalkUp
      ? PHONE.sitDown
      : yours
        ? leaving
          ? PHONE.leaving
          : PHONE.leave
        : has
          ? PHONE.switchTo
          : PHONE.choose
  const command: SingleCommand = isWalkUp
    ? { type: 'walk-up', round: round.id, table: card.id }
    : yours
      ? { type: 'leave-table', round: round.id }
      : { type: 'pick-table', round: round.id, table: card.id }
  const canAct = isWalkUp
    ? mine?.hosts === null && (hasRoom(card) || asked)
    : round.phase === 'open' && mine && !mine.hostsAlone && (yours || hasRoom(card) || asked)
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

/** A full table: one's place in the line for a seat, or the way to it. */
function Wait({ card, round }: { card: TableCard; round: RoundLine }) {
  const { mine, pending } = usePhone()
  const waits = card.inLine !== null
  const canWait = round.phase === 'open' && card.state === 'full'
  if (mine?.hosts !== null || (!waits && !canWait)) return null
  const about = `wait:${round.id}:${card.id}`
  const type: 'stop-waiting' | 'wait-for-table' = waits ? 'stop-waiting' : 'wait-for-table'
  const command = { type, round: round.id, table: card.id }
  return (
    <CommandForm about={about} fields={command} command={() => command}>
      <button
        className={waits ? 'button button--quiet' : 'button'}
        aria-busy={pending.has(about) ? true : undefined}
      >
        {waits ? PHONE.stopWaiting : PHONE.waitForSeat}
        <span className="vh">: {PHONE.chooseForThis(card.number, round.number)}</span>
      </button>
    </CommandForm>
  )
}
