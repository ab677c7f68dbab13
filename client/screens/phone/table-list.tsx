import { useState } from 'react'
import { clockTime } from '#shared/time/zone.ts'
import { choosingOpensAt, segmentOfRound } from '#shared/show/round-course.ts'
import type { RoundLine } from '#shared/views/common.ts'
import { courseOf } from '#shared/views/course.ts'
import { closesAt, isOn, roundsInOrder } from '#shared/views/moment.ts'
import { PHONE } from '#shared/words/phone.ts'
import { FindForm } from './find-form.tsx'
import { Go } from './go.tsx'
import { closingWords, roundSpan } from './my-day.ts'
import { useNow, usePhone } from './phone-context.ts'
import { Card } from './table-card.tsx'
import { chosenCards, isOwn, type TableCard, tableCards, tableOf } from './tables.ts'

/** So many cards are drawn before one asks for more, and so many more each time. */
const FIRST = 40
const MORE = 100

/** All tables of a round as cards: find, choose, switch, leave. */
export function TableList() {
  const { parts, mine, place } = usePhone()
  const rounds = roundsInOrder(parts)
  const round = roundToShow(rounds, place.round)
  const cards = tableCards(parts, mine, round?.id ?? null)
  const chosen = chosenCards(cards, place, mine)
  const own = cards.find(isOwn)
  const none =
    place.find !== ''
      ? [PHONE.foundNone(place.find), PHONE.foundNoneHow]
      : place.only === 'yes'
        ? [PHONE.noYes, PHONE.noYesHow]
        : round && isOn(round)
          ? [PHONE.noRoomNow, PHONE.noRoomNowHow]
          : [PHONE.noRoom, PHONE.noRoomHow]
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
      {own?.state === 'hosting' && round?.phase === 'open' && <p>{PHONE.hostHere(own.number)}</p>}
      <FindForm round={round?.id ?? null} />
      {place.find !== '' && chosen.length > 0 && (
        <p role="status">
          {PHONE.found(chosen.length, place.find)}{' '}
          <Go to={{ view: 'tables', round: round?.id ?? null }} className="tap">
            {PHONE.findAll}
          </Go>
        </p>
      )}
      {isFiltered && chosen.length === 0 ? (
        <div className="empty">
          <h2>{none[0]}</h2>
          <p>{none[1]}</p>
          <p>
            <Go to={{ view: 'tables', round: round?.id ?? null }} className="button">
              {PHONE.findAll}
            </Go>
          </p>
        </div>
      ) : (
        <Cards
          // Anew for each thing asked for: until then every card keeps its place.
          key={`${round?.id} ${place.find} ${place.only}`}
          all={cards}
          chosen={chosen}
          round={round}
        />
      )}
    </>
  )
}

interface CardsProps {
  all: readonly TableCard[]
  chosen: readonly TableCard[]
  round: RoundLine | null
}

/** One's own table first, as it was when the list was asked for: nothing moves away under a finger. */
function Cards({ all, chosen, round }: CardsProps) {
  const { place } = usePhone()
  const [first] = useState(() => new Set(chosen.filter(isOwn).map(({ id }) => id)))
  const [kept] = useState(() => new Set(chosen.map(({ id }) => id)))
  const fitting = new Set(chosen)
  const list = all
    .filter((card) => fitting.has(card) || kept.has(card.id))
    .sort((a, b) => Number(first.has(b.id)) - Number(first.has(a.id)))
  const shown = list.slice(0, FIRST + place.more * MORE)
  const others = list.length - shown.length
  return (
    <>
      <ul className="tablecards">
        {shown.map((card) => (
          <Card key={card.id} card={card} round={round} />
        ))}
      </ul>
      {others > 0 && (
        <p className="section">
          <Go
            to={{ ...place, round: round?.id ?? null, more: place.more + 1 }}
            className="button button--wide"
            stay
          >
            {PHONE.moreTables(MORE, others)}
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
        const table = tableOf(parts, mine?.walkUps[id] ?? mine?.picks[id] ?? null, id)
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
  const window = round.window === null ? undefined : parts.windows[round.window]
  if (window && round.phase === 'planned')
    return (
      <p className="muted">
        {PHONE.round(round.number)}. {PHONE.fromWishesHow}{' '}
        {window.phase === 'open' && <Go to={{ view: 'choose' }}>{PHONE.rankGo}</Go>}
        {window.phase === 'closed' && PHONE.comesSoon}
      </p>
    )
  const phases = {
    planned: opens === null ? '' : PHONE.choosingOpens(clockTime(opens, zone)),
    open:
      round.window !== null
        ? PHONE.untilMove
        : closes === null
          ? ''
          : closingWords(closes, now, zone),
    closed: PHONE.choosingClosed,
    moving: PHONE.sitWhereRoom,
    talking: PHONE.sitWhereRoom,
    ended: PHONE.roundOver,
  }
  const words = round.free && round.phase !== 'ended' ? PHONE.walkUpHow : phases[round.phase]
  return (
    <p className="muted">
      {PHONE.round(round.number)}
      {span && `, ${PHONE.roundSpan(clockTime(span.from, zone), clockTime(span.to, zone))}`}.{' '}
      {words}
    </p>
  )
}
