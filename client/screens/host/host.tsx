import { clockTime } from '#shared/time/zone.ts'
import { seatsAt } from '#shared/show/choosing/seats.ts'
import type { RoundLine, TableLine } from '#shared/views/common.ts'
import type { Guest, HostMine } from '#shared/views/host.ts'
import { roundsInOrder, tookPlace } from '#shared/views/moment.ts'
import { HOST } from '#shared/words/host.ts'
import { PHONE } from '#shared/words/phone.ts'
import { Countdown } from '../../parts/countdown.tsx'
import { ZoneMark } from '../../parts/zone.tsx'
import { roundSpan } from '../phone/my-day.ts'
import { useNow, usePhone } from '../phone/phone-context.ts'
import { SignIn } from '../phone/sign-in.tsx'
import { tableOf } from '../phone/tables.ts'
import { Calls } from './calls.tsx'
import { Count, useCame } from './count.tsx'
import { Guests } from './guests.tsx'
import { Meanwhile, MyPitch, MyTurn } from './my-pitch.tsx'

/** Who is coming to my table, this round and next, and how long until my pitch. */
export function Host() {
  const { mine, parts } = usePhone()
  if (!mine)
    return (
      <>
        <div className="empty">
          <h1>{HOST.presenterOnly}</h1>
          <p>{HOST.presenterOnlyHow}</p>
        </div>
        <SignIn />
      </>
    )
  const own = mine as HostMine
  const table = tableOf(parts, own.hosts)
  if (!table && own.presents.length === 0)
    return (
      <div className="empty">
        <h1>{HOST.presenterNot}</h1>
        <p>{HOST.presenterNotHow}</p>
        <p>
          <a className="button" href={`/s/${parts.show.id}/me`}>
            {HOST.toPhone}
          </a>
        </p>
      </div>
    )
  if (parts.show.closedAt !== null) return <Came table={table} guests={own.guests} />
  const [first, ...rest] = roundsInOrder(parts).filter(({ phase }) => phase !== 'ended')
  return (
    <>
      {parts.course.heldSince !== null && (
        <div className="notice notice--held">
          <p className="notice__title">{PHONE.held}</p>
          <p>{PHONE.heldSince(clockTime(parts.course.heldSince, parts.show.zone))}</p>
        </div>
      )}
      <MyTurn />
      {table ? (
        <>
          {first && <Coming round={first} table={table} guests={own.guests[first.id] ?? []} />}
          {!first && <Where table={table} />}
          <Calls />
          <Asked table={table} />
          <Own />
          <Meanwhile />
          <MyPitch />
          {rest.map((round) => (
            <NextRound
              key={round.id}
              round={round}
              table={table}
              guests={own.guests[round.id] ?? []}
            />
          ))}
          <p>
            <a className="tap" href={`/s/${parts.show.id}/host/print`}>
              {HOST.print}
            </a>
          </p>
        </>
      ) : (
        <>
          <div className="empty">
            <h1>{HOST.noTable}</h1>
            <p>{HOST.noTableHow}</p>
          </div>
          <Meanwhile />
          <MyPitch />
        </>
      )}
    </>
  )
}

/** How many wished for this table, once people know where they sit. */
function Asked({ table }: { table: TableLine }) {
  const { parts } = usePhone()
  const asked = Object.values(parts.windows).flatMap((window) =>
    window.phase === 'published' ? [{ window, count: window.asked[table.id] ?? 0 }] : [],
  )
  const titled = asked.length > 1
  return asked.map(({ window, count }) => (
    <p key={window.id} className="then">
      <span className="grow">{titled ? HOST.askedIn(window.title) : HOST.asked}</span>
      <b className="num">{count}</b>
    </p>
  ))
}

/** What people found useful, as far as it tells nothing of anyone; and one’s guests to take home. */
function Own() {
  const { parts, mine } = usePhone()
  const found = mine && 'foundUseful' in mine ? mine.foundUseful : null
  const begun = Object.values(parts.rounds).some(({ movedAt }) => movedAt !== null)
  return (
    <>
      {parts.show.asks.feedback && (
        <p className={found ? undefined : 'muted'}>
          {found ? HOST.foundUseful(found.yes, found.no) : HOST.foundUsefulFew}
        </p>
      )}
      {begun && (
        <p>
          <a className="tap" href={`/s/${parts.show.id}/host/guests.csv`} download>
            {HOST.guestsFile}
          </a>
          <span className="block muted small">{HOST.guestsFileHow}</span>
        </p>
      )}
    </>
  )
}

/** The event is over: who came, round by round. */
function Came({ table, guests }: { table: TableLine | null; guests: HostMine['guests'] }) {
  const { parts, now } = usePhone()
  const rounds = table ? roundsInOrder(parts).filter(tookPlace) : []
  return (
    <>
      <h1>{HOST.closed}</h1>
      <p className="lead">{rounds.length > 0 && HOST.closedHow}</p>
      {table && <Where table={table} />}
      {table && <Own />}
      {rounds.map((round) => {
        const came = guests[round.id] ?? []
        const span = roundSpan(parts, round.id, now())
        const time = span ? clockTime(span.from, parts.show.zone) : ''
        return (
          <section className="section" key={round.id}>
            <h2>
              {HOST.nextRound(round.number, time)}
              <span className="muted small"> {HOST.cameToRound(came.length)}</span>
            </h2>
            {table && came.length > 0 && <Guests guests={came} round={round} table={table} />}
          </section>
        )
      })}
      {table && rounds.length === 0 && <p className="muted">{HOST.noRounds}</p>}
    </>
  )
}

interface RoundProps {
  round: RoundLine
  table: TableLine
  guests: readonly Guest[]
}

/** The round that is on or comes next: how many, when, who. */
function Coming({ round, table, guests }: RoundProps) {
  const { parts } = usePhone()
  const talking = round.phase === 'talking'
  const isOn = talking || round.phase === 'moving'
  const came = useCame(round)
  const count = talking ? (came ?? guests.length) : guests.length
  const isClosed = seatsAt(round, table) === 0 && guests.length === 0
  const words = !talking ? HOST.coming : came === null ? HOST.seated : HOST.came
  return (
    <section className="coming">
      {isClosed ? (
        <h1>{HOST.tableClosed}</h1>
      ) : round.free && came === null ? (
        <h1>{HOST.walkUp}</h1>
      ) : (
        <h1 className="coming__count">
          <span className="coming__number">{count}</span> <span>{words(count)}</span>
        </h1>
      )}
      {round.phase === 'moving' && Object.keys(round.stands).length > 0 && (
        <p className="lead">
          <b>{HOST.goNow(tableOf(parts, table.id, round.id)?.number ?? table.number)}</b>
        </p>
      )}
      <Where table={table} round={round} />
      {isOn && !isClosed && <Count round={round} table={table} guests={guests} />}
      <Line round={round} />
      <Guests guests={guests} round={round} table={table} />
      {guests.length > 0 && <p className="muted small">{HOST.noteHow}</p>}
    </section>
  )
}

function Where({ table: own, round }: { table: TableLine; round?: RoundLine }) {
  const { parts } = usePhone()
  const table = tableOf(parts, own.id, round?.id) ?? own
  const now = useNow()
  const span = round ? roundSpan(parts, round.id, now) : null
  const talking = round?.phase === 'talking'
  const { zone } = parts.show
  return (
    <p className="coming__where">
      <ZoneMark zone={table.zone} />
      <span>
        {PHONE.tableNumber(table.number)}
        {table.place !== '' && `, ${table.place}`}
      </span>
      {parts.hall?.tables[table.id] && (
        <a className="tap" href={`/s/${parts.show.id}/map?to=${table.number}`}>
          {HOST.onMap}
        </a>
      )}
      {round?.clock && (
        <span>
          <Countdown
            clock={round.clock}
            before={talking ? PHONE.round(round.number) : PHONE.startsIn}
            left={talking}
            still={talking ? (time) => HOST.roundUntil(round.number, time) : PHONE.startsAt}
          />
        </span>
      )}
      {round && !round.clock && span && (
        <span>{HOST.roundAt(round.number, clockTime(span.from, zone))}</span>
      )}
    </p>
  )
}

function NextRound({ round, table, guests }: RoundProps) {
  const { parts } = usePhone()
  const now = useNow()
  const span = roundSpan(parts, round.id, now)
  const time = span ? clockTime(span.from, parts.show.zone) : ''
  const moves = Object.keys(round.stands).length > 0
  return (
    <section className="section">
      <h2>
        {HOST.nextRound(round.number, time)}
        {moves && ` ${HOST.goesTo(tableOf(parts, table.id, round.id)?.number ?? table.number)}`}
        {!round.free && (
          <span className="muted small"> {HOST.seatsOf(guests.length, seatsAt(round, table))}</span>
        )}
      </h2>
      <Line round={round} />
      <Guests guests={guests} round={round} table={table} />
    </section>
  )
}

/** How many wait for a seat at this table. */
function Line({ round }: { round: RoundLine }) {
  const { mine } = usePhone()
  const count = mine && 'lines' in mine ? (mine.lines[round.id] ?? 0) : 0
  return count === 0 ? null : <p>{HOST.line(count)}</p>
}
