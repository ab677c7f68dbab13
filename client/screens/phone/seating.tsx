import { clockTime } from '#shared/time/zone.ts'
import type { WindowLine } from '#shared/views/common.ts'
import { choicesIn, roundsOf } from '#shared/views/wishes.ts'
import { PHONE } from '#shared/words/phone.ts'
import { moveTime } from './my-day.ts'
import { useNow, usePhone } from './phone-context.ts'
import { billing, tableOf, tableWith } from './tables.ts'

/** The lists are in: when the tables come, and what one has said. Never silent. */
export function Seating({ window }: { window: WindowLine }) {
  const { parts, mine } = usePhone()
  const now = useNow()
  const [first] = roundsOf(parts, window)
  const moves = first ? moveTime(parts, first.id, now) : null
  const hosted = tableOf(parts, mine?.hosts ?? null)
  return (
    <section aria-labelledby="seating">
      <h1 id="seating">{PHONE.seatingTitle}</h1>
      {hosted ? (
        <p>{PHONE.hostsNoRank(hosted.number)}</p>
      ) : (
        <p className="lead">
          {moves !== null && moves > now
            ? PHONE.seatingBy(clockTime(moves, parts.show.zone))
            : PHONE.seatingSoon}
        </p>
      )}
      {mine && !hosted && <OwnList window={window} />}
    </section>
  )
}

function OwnList({ window }: { window: WindowLine }) {
  const { parts, mine } = usePhone()
  if (!mine) return null
  const { listed, tail, maybes } = choicesIn(parts, mine, window)
  const all = [...listed, ...tail, ...maybes]
  if (all.length === 0) return <p className="muted">{PHONE.seatingNone}</p>
  return (
    <>
      <h2 className="section">{PHONE.yourList}</h2>
      <ol className="wishes">
        {all.map((id, index) => {
          const table = tableWith(parts, id)
          const isListed = index < listed.length
          return (
            <li key={id} className="wish">
              <span className="wish__place">{isListed && index + 1}</span>
              <span>
                <b>{billing(parts, table).title}</b>
                <span className="block muted small">
                  {table && PHONE.tableNumber(table.number)}
                  {!isListed &&
                    `, ${(tail.includes(id) ? PHONE.byYes : PHONE.byMaybe).toLowerCase()}`}
                </span>
              </span>
            </li>
          )
        })}
      </ol>
    </>
  )
}
