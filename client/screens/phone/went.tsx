import { clockTime, dayName } from '#shared/time/zone.ts'
import type { Answer } from '#shared/show/state.ts'
import type { InnovationId } from '#shared/show/words.ts'
import { roundsInOrder, tookPlace } from '#shared/views/moment.ts'
import { PHONE } from '#shared/words/phone.ts'
import { listed } from '#shared/words/refusals.ts'
import { ZoneMark } from '../../parts/zone.tsx'
import { Go } from './go.tsx'
import { roundSpan } from './my-day.ts'
import { usePhone } from './phone-context.ts'
import { SignIn } from './sign-in.tsx'
import { tableOf } from './tables.ts'
import { After } from './talk.tsx'

/** The event is over: where I went and whom I liked, or, for a stranger, where to read on. */
export function Closed() {
  const { parts, mine } = usePhone()
  return (
    <>
      <h1>{PHONE.closed}</h1>
      <p className="lead">{mine ? PHONE.closedHow : PHONE.closedSignIn}</p>
      <p>
        <a href={`/s/${parts.show.id}`} className="tap">
          {PHONE.publicPage}
        </a>
      </p>
      {mine ? <Went /> : <SignIn />}
    </>
  )
}

/** The event is over, on top of a list that stays: whoever looks at it when the event ends is told so. */
export function Over() {
  const { parts } = usePhone()
  if (parts.show.closedAt === null) return null
  return (
    <div className="notice" role="status">
      <p className="notice__title">{PHONE.closed}</p>
      <p>
        <Go to={{ view: 'now' }} className="tap">
          {PHONE.closedTo}
        </Go>
      </p>
    </div>
  )
}

/** Tables one sat at and answers one gave; nothing while the event goes on, or for nobody. */
export function Went() {
  const { parts, mine } = usePhone()
  if (parts.show.closedAt === null || !mine) return null
  const hosted = tableOf(parts, mine.hosts)
  return (
    <>
      <section className="section" aria-labelledby="went">
        <h2 id="went">{PHONE.went}</h2>
        <Tables hosts={hosted !== null} />
        {hosted && (
          <p>
            {PHONE.hosted(hosted.number)} <a href={`/s/${parts.show.id}/host`}>{PHONE.whoCame}</a>
          </p>
        )}
      </section>
      <After />
      <Said answer="yes" heading={PHONE.saidYes} />
      <Said answer="maybe" heading={PHONE.saidMaybe} />
    </>
  )
}

function Tables({ hosts }: { hosts: boolean }) {
  const { parts, mine, now } = usePhone()
  const { zone, days } = parts.show
  const lines = roundsInOrder(parts).flatMap((round) => {
    const table = tookPlace(round)
      ? tableOf(parts, mine?.walkUps[round.id] ?? mine?.picks[round.id] ?? null, round.id)
      : null
    return table ? [{ round, table, span: roundSpan(parts, round.id, now()) }] : []
  })
  if (lines.length === 0) return hosts ? null : <p className="muted">{PHONE.wentNowhere}</p>
  return (
    <ol className="timeline">
      {lines.map(({ round, table, span }) => {
        const innovation = table.innovation ? parts.innovations[table.innovation] : undefined
        const met = listed(mine?.met[table.id] ?? [])
        const day = parts.programme.segments[round.segment]?.day
        return (
          <li key={round.id}>
            <time>{span ? clockTime(span.from, zone) : PHONE.round(round.number)}</time>
            <div>
              <b>
                {PHONE.tableNumber(table.number)}
                {innovation && `, ${innovation.title}`}
              </b>{' '}
              <ZoneMark zone={table.zone} />
              {[met === '' ? '' : PHONE.atTheTable(met), innovation?.organisation ?? '']
                .filter((line) => line !== '')
                .map((line) => (
                  <span className="block" key={line}>
                    {line}
                  </span>
                ))}
              {days.length > 1 && day !== undefined && (
                <span className="block muted">{dayName(day)}</span>
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

/** Innovations that were given this answer, each with where it was. */
function Said({ answer, heading }: { answer: Answer; heading: string }) {
  const { parts, mine } = usePhone()
  const given = Object.entries(parts.innovations).filter(
    ([id]) => mine?.answers[id as InnovationId] === answer,
  )
  if (given.length === 0) return null
  return (
    <section className="section">
      <h2>{heading}</h2>
      <ul className="list list--ruled">
        {given.map(([id, { title, presenters, organisation }]) => {
          const table = parts.tables.find(({ innovation }) => innovation === id)
          const who = [listed(presenters), organisation].filter((part) => part !== '').join(', ')
          return (
            <li key={id}>
              <b>{title}</b>
              {who !== '' && <span className="block">{who}</span>}
              {table && <span className="block muted">{PHONE.tableNumber(table.number)}</span>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
