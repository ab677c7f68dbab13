import { clockTime } from '#shared/time/zone.ts'
import type { RoundLine, WindowLine } from '#shared/views/common.ts'
import { seatIn } from '#shared/views/moment.ts'
import { reasonOf, roundsOf } from '#shared/views/wishes.ts'
import { PHONE } from '#shared/words/phone.ts'
import { ZoneMark } from '../../parts/zone.tsx'
import { CommandForm } from './command-form.tsx'
import { WalkingOrder } from './hall-map.tsx'
import { Go } from './go.tsx'
import { moveTime, roundSpan } from './my-day.ts'
import { useNow, usePhone } from './phone-context.ts'
import { reasonWords } from './reason.ts'
import { billing, tableOf } from './tables.ts'
import { Ask } from './talk.tsx'
import { Unmet } from './unmet.tsx'

/** Everybody has been given tables: mine, in the order of rounds, and what became of the other wishes. */
export function Result({ window }: { window: WindowLine }) {
  const { parts, mine } = usePhone()
  const now = useNow()
  const rounds = roundsOf(parts, window)
  const [first] = rounds
  const moves = first ? moveTime(parts, first.id, now) : null
  return (
    <section aria-labelledby="result">
      <h1 id="result">{mine ? PHONE.resultTitle : PHONE.resultSignedOut}</h1>
      <p className="lead">
        {moves !== null && moves > now
          ? PHONE.youMoveAt(clockTime(moves, parts.show.zone))
          : PHONE.youMoveSoon}
      </p>
      {mine && (
        <ol className="tablecards">
          {rounds.map((round) => (
            <Seat key={round.id} round={round} />
          ))}
        </ol>
      )}
      {mine && <WalkingOrder rounds={rounds} />}
      {mine && mine.hosts === null && <Unmet window={window} />}
    </section>
  )
}

/** Where I sit in a round, and why there. */
function Seat({ round }: { round: RoundLine }) {
  const { parts, mine } = usePhone()
  const now = useNow()
  const { table: id, hosting } = seatIn(mine, round.id)
  const at = tableOf(parts, id, round.id)
  const span = roundSpan(parts, round.id, now)
  const time = `${PHONE.round(round.number)}${span ? `, ${clockTime(span.from, parts.show.zone)}` : ''}`
  const isOpen = round.phase === 'open' && !hosting
  if (!at)
    return (
      <li className="tablecard tablecard--seat">
        <p className="tablecard__no" />
        <div>
          <p className="muted">{time}</p>
          <p>
            <b>{PHONE.noTableIn(round.number)}</b>
          </p>
          {isOpen && (
            <Go to={{ view: 'tables', round: round.id, only: 'room' }} className="tap">
              {PHONE.seeRoom}
            </Go>
          )}
        </div>
      </li>
    )
  const { title, who } = billing(parts, at)
  const reason = mine ? reasonOf(parts, mine, round) : null
  return (
    <li className="tablecard tablecard--seat">
      <p className="tablecard__no">
        <span className="tablecard__number">
          <span className="vh">{PHONE.table} </span>
          {at.number}
        </span>
        <ZoneMark zone={at.zone} />
      </p>
      <div>
        <p className="muted">{time}</p>
        <h2 className="tablecard__title">{hosting ? PHONE.hosting(at.number) : title}</h2>
        {!hosting && who !== '' && <p className="tablecard__who">{who}</p>}
        {at.place !== '' && <p className="tablecard__place">{at.place}</p>}
        {reason && (
          <p>
            <b>{reason.kind === 'suggested' ? PHONE.suggested : reasonWords(reason)}</b>
          </p>
        )}
        {!hosting && at.innovation && <Ask innovation={at.innovation} />}
        {isOpen && (
          <div className="row">
            {reason?.kind === 'suggested' && <NoThanks round={round} table={at.number} />}
            <Go to={{ view: 'tables', round: round.id }} className="tap">
              {PHONE.tableInstead}
              <span className="vh">: {PHONE.round(round.number)}</span>
            </Go>
          </div>
        )}
      </div>
    </li>
  )
}

function NoThanks({ round, table }: { round: RoundLine; table: number }) {
  const { pending } = usePhone()
  const about = `pick:${round.id}`
  const command = { type: 'leave-table', round: round.id } as const
  return (
    <CommandForm about={about} fields={command} command={() => command}>
      <button className="button button--small" aria-busy={pending.has(about) ? true : undefined}>
        {PHONE.noThanks}
        <span className="vh">: {PHONE.chooseForThis(table, round.number)}</span>
      </button>
    </CommandForm>
  )
}
