import { clockTime } from '#shared/time/zone.ts'
import { choosingOpensAt, segmentOfRound } from '#shared/show/round-course.ts'
import type { RoundLine } from '#shared/views/common.ts'
import { courseOf } from '#shared/views/course.ts'
import { closesAt, roundsInOrder, seatIn } from '#shared/views/moment.ts'
import { PHONE } from '#shared/words/phone.ts'
import { FindForm } from './find-form.tsx'
import { Go } from './go.tsx'
import { roundSpan } from './my-day.ts'
import { useNow, usePhone } from './phone-context.ts'
import { Card } from './table-card.tsx'
import { chosenCards, tableCards, tableOf } from './tables.ts'

/** So many cards are drawn before one asks for the rest. */
const FIRST = 40

/** All tables of a round as cards: find, choose, switch, leave. */
export function TableList() {
  const { parts, mine, place } = usePhone()
  const rounds = roundsInOrder(parts)
  const round = roundToShow(rounds, place.round)
  const cards = tableCards(parts, mine, round?.id ?? null)
  const chosen = chosenCards(cards, place, mine)
  const shown = place.all ? chosen : chosen.slice(0, FIRST)
  const isFiltered = place.find !== '' || place.only !== null
  if (cards.length === 0)
    return (
      <div className="empty">
        <h1>{PHONE.noTables}</h1>
        <p>{PHONE.noTablesHow}</p>
      </div>
    )
  return (
    <>
      <h1>{round?.phase === 'open' ? PHONE.chooseTitle : PHONE.tabs.tables}</h1>
      {rounds.length > 1 && <RoundLinks rounds={rounds} current={round} />}
      {round ? <RoundState round={round} /> : <p className="muted">{PHONE.noRounds}</p>}
      <FindForm round={round?.id ?? null} />
      {place.find !== '' && chosen.length > 0 && (
        <p role="status">
          {PHONE.found(chosen.length, place.find)}{' '}
          <Go to={{ view: 'tables', round: round?.id ?? null }}>{PHONE.findAll}</Go>
        </p>
      )}
      {isFiltered && chosen.length === 0 ? (
        <div className="empty">
          <h2>{PHONE.foundNone(place.find)}</h2>
          <p>{PHONE.foundNoneHow}</p>
          <p>
            <Go to={{ view: 'tables', round: round?.id ?? null }} className="button">
              {PHONE.findAll}
            </Go>
          </p>
        </div>
      ) : (
        <ul className="tablecards">
          {shown.map((card) => (
            <Card key={card.id} card={card} round={round} />
          ))}
        </ul>
      )}
      {shown.length < chosen.length && (
        <p className="section">
          <Go
            to={{ ...place, round: round?.id ?? null, all: true }}
            className="button button--wide"
          >
            {PHONE.moreTables(chosen.length - shown.length)}
          </Go>
        </p>
      )}
    </>
  )
}

/** The round that was asked for, else the first that can be chosen, else the next one. */
function roundToShow(rounds: readonly RoundLine[], asked: string | null): RoundLine | null {
  return (
    rounds.find(({ id }) => id === asked) ??
    rounds.find(({ phase }) => phase === 'open') ??
    rounds.find(({ phase }) => phase !== 'ended') ??
    rounds.at(-1) ??
    null
  )
}

function RoundLinks({
  rounds,
  current,
}: {
  rounds: readonly RoundLine[]
  current: RoundLine | null
}) {
  const { parts, mine, now } = usePhone()
  return (
    <nav className="tabs" aria-label={PHONE.rounds}>
      {rounds.map(({ id, number }) => {
        const span = roundSpan(parts, id, now())
        const table = tableOf(parts, seatIn(mine, id).table)
        return (
          <Go
            key={id}
            to={{ view: 'tables', round: id }}
            current={id === current?.id ? 'true' : undefined}
          >
            {span ? clockTime(span.from, parts.show.zone) : PHONE.round(number)}
            {table && <span className="chip chip--yours">{table.number}</span>}
          </Go>
        )
      })}
    </nav>
  )
}

/** When the round is, and whether it can be chosen. */
function RoundState({ round }: { round: RoundLine }) {
  const { parts } = usePhone()
  const now = useNow()
  const { zone } = parts.show
  const course = courseOf(parts)
  const span = roundSpan(parts, round.id, now)
  const closes = closesAt(course, round, now)
  const opens = choosingOpensAt(course, segmentOfRound(course, round), now)
  const words = {
    planned: opens === null ? '' : PHONE.choosingOpens(clockTime(opens, zone)),
    open: closes === null ? '' : PHONE.choosingCloses(clockTime(closes, zone)),
    closed: PHONE.choosingClosed,
    moving: PHONE.choosingClosed,
    talking: PHONE.choosingClosed,
    ended: PHONE.roundOver,
  }[round.phase]
  return (
    <p className="muted">
      {PHONE.round(round.number)}
      {span && `, ${PHONE.roundSpan(clockTime(span.from, zone), clockTime(span.to, zone))}`}.{' '}
      {words}
    </p>
  )
}
