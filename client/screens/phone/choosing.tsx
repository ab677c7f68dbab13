import { clockTime } from '#shared/time/zone.ts'
import type { RoundId } from '#shared/show/words.ts'
import { closesAt, roundsInOrder, seatIn } from '#shared/views/moment.ts'
import { courseOf } from '#shared/views/course.ts'
import { PHONE } from '#shared/words/phone.ts'
import { Go } from './go.tsx'
import { closingWords, roundSpan } from './my-day.ts'
import { useNow, usePhone } from './phone-context.ts'
import { billing, tableOf } from './tables.ts'

/** Choosing is open: every round that can be chosen, with what one has. */
export function Choosing({ round }: { round: RoundId }) {
  const { parts, mine } = usePhone()
  const now = useNow()
  const { zone } = parts.show
  const line = parts.rounds[round]
  const closes = line ? closesAt(courseOf(parts), line, now) : null
  const open = roundsInOrder(parts).filter(({ phase }) => phase === 'open')
  return (
    <section aria-labelledby="choose">
      <h1 id="choose">{PHONE.chooseTitle}</h1>
      {closes !== null && <p className="lead">{closingWords(closes, now, zone)}</p>}
      <ol className="timeline section">
        {open.map(({ id, number }) => {
          const span = roundSpan(parts, id, now)
          const seat = seatIn(mine, id)
          const table = tableOf(parts, seat.table, id)
          const { title } = billing(parts, table)
          return (
            <li key={id}>
              <time>{span ? clockTime(span.from, zone) : PHONE.round(number)}</time>
              <div>
                {table ? (
                  <>
                    <b>
                      {seat.hosting ? PHONE.hosting(table.number) : PHONE.tableNumber(table.number)}
                    </b>
                    {!seat.hosting && title !== '' && `, ${title}`}
                    <br />
                  </>
                ) : (
                  <p className="muted">{PHONE.noneYet}</p>
                )}
                <Go
                  to={{ view: 'tables', round: id }}
                  className={mine && !table ? 'button button--primary' : 'tap'}
                >
                  {table && !seat.hosting ? PHONE.changeTable : PHONE.chooseFor(number)}
                </Go>
              </div>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
