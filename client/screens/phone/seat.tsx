import { endsAt, type Clock } from '#shared/time/clock.ts'
import { clockTime } from '#shared/time/zone.ts'
import type { RoundId, TableId } from '#shared/show/words.ts'
import type { SharedParts, TableLine } from '#shared/views/common.ts'
import { isOn, roundsInOrder, seatIn } from '#shared/views/moment.ts'
import type { PhoneMine } from '#shared/views/phone.ts'
import { PHONE } from '#shared/words/phone.ts'
import { Countdown, TimeBar } from '../../parts/countdown.tsx'
import { ZoneMark, zoneClass } from '../../parts/zone.tsx'
import { moveTime, roundSpan } from './my-day.ts'
import { Go } from './go.tsx'
import { Way } from './hall-map.tsx'
import { Here } from './here.tsx'
import { usePhone } from './phone-context.ts'
import { RoomNow } from './room-now.tsx'
import { Ask } from './talk.tsx'
import { billing, roomiest, tableCards, tableOf } from './tables.ts'

interface SeatProps {
  round: RoundId
  table: TableId | null
  hosting: boolean
}

/** Move time: where to go, as a sign that can be held up. */
export function GoNow({ round, table, hosting, clock }: SeatProps & { clock: Clock }) {
  const { parts, mine } = usePhone()
  const at = tableOf(parts, table, round)
  if (!at) return <NoSeat round={round} />
  const ends = endsAt(clock)
  const { title, who } = billing(parts, at)
  return (
    <>
      <section className={`goto ${zoneClass(at.zone)}`} aria-labelledby="go">
        <p className="goto__lead">{leadOf(parts, mine, round, at)}</p>
        <h1 className="goto__table" id="go">
          <span className="goto__word">{PHONE.table}</span>{' '}
          <span className="goto__number">{at.number}</span>
          {at.zone !== '' && (
            <span className="goto__zone">
              {zoneClass(at.zone) === '' ? null : `${PHONE.zone} `}
              <ZoneMark zone={at.zone} />
            </span>
          )}
        </h1>
        {at.place !== '' && <p className="goto__place">{at.place}</p>}
        <p className="goto__count">
          <Countdown
            clock={clock}
            before={PHONE.startsIn}
            after={ends === null ? PHONE.paused : `(${clockTime(ends, parts.show.zone)})`}
            still={PHONE.startsAt}
          />
        </p>
      </section>
      <div className="goto-more">
        <p className="goto-more__who">
          <b>{title}</b>
          {who}
        </p>
        {!hosting && at.innovation && <Ask innovation={at.innovation} />}
      </div>
      <Way round={round} table={at} />
      {!hosting && <Here round={round} table={at.id} moving />}
    </>
  )
}

/** Where presenters move, most people stay. */
function leadOf(parts: SharedParts, mine: PhoneMine | null, id: RoundId, at: TableLine): string {
  const round = parts.rounds[id]
  const { hosting } = seatIn(mine, id)
  if (!round || Object.keys(round.stands).length === 0) return hosting ? PHONE.goBack : PHONE.goNow
  const order = roundsInOrder(parts)
  const before = order[order.findIndex((one) => one.id === id) - 1]
  const was = before && tableOf(parts, seatIn(mine, before.id).table, before.id)
  return was?.number === at.number ? PHONE.stayAt : PHONE.goNow
}

/** While the round runs: where I am, and for how long. */
export function AtTable({ round, table, hosting, clock }: SeatProps & { clock: Clock }) {
  const { parts } = usePhone()
  const at = tableOf(parts, table, round)
  if (!at) return <NoSeat round={round} />
  const { title, who } = billing(parts, at)
  return (
    <section className="onstage" aria-labelledby="at">
      <div className="onstage__head">
        <h2>{hosting ? PHONE.hosting(at.number) : PHONE.beAt}</h2>
        <p className="onstage__left">
          <Countdown clock={clock} left />
        </p>
      </div>
      <h1 className="onstage__title" id="at">
        {PHONE.tableNumber(at.number)} <ZoneMark zone={at.zone} />
      </h1>
      <p className="onstage__who">
        {title === '' ? at.place : title}
        <br />
        {who}
      </p>
      <TimeBar clock={clock} />
      {!hosting && <Here round={round} table={at.id} moving={false} />}
    </section>
  )
}

/** Choosing is closed, the move comes: my table is the answer. */
export function Waiting({ round, table, hosting }: SeatProps) {
  const { parts, now } = usePhone()
  const at = tableOf(parts, table, round)
  if (!at) return <NoSeat round={round} />
  const { title, who } = billing(parts, at)
  const moves = moveTime(parts, round, now())
  const span = roundSpan(parts, round, now())
  const { zone } = parts.show
  return (
    <section className="onstage" aria-labelledby="at">
      <div className="onstage__head">
        <h2>{PHONE.round(parts.rounds[round]?.number ?? 0)}</h2>
        {span && (
          <p className="onstage__left">
            {PHONE.roundSpan(clockTime(span.from, zone), clockTime(span.to, zone))}
          </p>
        )}
      </div>
      <h1 className="onstage__title" id="at">
        {PHONE.tableNumber(at.number)} <ZoneMark zone={at.zone} />
      </h1>
      <p className="onstage__who">
        <b>{moves === null ? PHONE.youMoveSoon : PHONE.youMoveAt(clockTime(moves, zone))}</b>
        {[at.place, title, who]
          .filter((line) => line !== '')
          .map((line) => (
            <span className="block" key={line}>
              {line}
            </span>
          ))}
      </p>
      <Way round={round} table={at} />
      {!hosting && at.innovation && <Ask innovation={at.innovation} />}
    </section>
  )
}

function NoSeat({ round }: { round: RoundId }) {
  const { parts, mine } = usePhone()
  const line = parts.rounds[round]
  if (line?.free)
    return (
      <div className="empty">
        <h1>{PHONE.walkUp}</h1>
        <p>{PHONE.walkUpHow}</p>
        <p>
          <Go to={{ view: 'tables', round }} className="button">
            {PHONE.tabs.tables}
          </Go>
        </p>
      </div>
    )
  return (
    <>
      <h1>
        {mine
          ? PHONE.noSeat(parts.rounds[round]?.number ?? 0)
          : PHONE.roundIsOn(parts.rounds[round]?.number ?? 0)}
      </h1>
      {line && isOn(line) ? (
        <RoomNow round={round} />
      ) : (
        <p>
          {PHONE.noSeatRoom(roomiest(tableCards(parts, mine, round)).map(({ number }) => number))}
        </p>
      )}
    </>
  )
}
