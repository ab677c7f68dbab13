import { clockTime } from '#shared/time/zone.ts'
import { seatsAt } from '#shared/show/choosing/seats.ts'
import type { RoundLine, TableLine } from '#shared/views/common.ts'
import type { Guest } from '#shared/views/host.ts'
import { roundsInOrder } from '#shared/views/moment.ts'
import { HOST } from '#shared/words/host.ts'
import { moveTime } from '../phone/my-day.ts'
import { useNow, usePhone } from '../phone/phone-context.ts'
import { Note } from './note.tsx'

/** Who comes to a round: what they do, whether they know this table, and that they are here. */
export function Guests({
  guests,
  round,
  table,
}: {
  guests: readonly Guest[]
  round: RoundLine
  table: TableLine
}) {
  const { parts } = usePhone()
  const now = useNow()
  if (guests.length === 0) {
    if (seatsAt(round, table) === 0) return <p className="muted">{HOST.tableClosedHow}</p>
    if (round.free) return <p className="muted">{HOST.walkUpHow}</p>
    if (round.window !== null && round.phase === 'planned')
      return <p className="muted">{HOST.fromWishes}</p>
    const moves = moveTime(parts, round.id, now)
    return (
      <p className="muted">
        {round.phase === 'planned' && moves !== null
          ? HOST.notOpen(clockTime(moves, parts.show.zone))
          : HOST.nobody(round.phase === 'open')}
      </p>
    )
  }
  // In the first round everybody is new.
  const isFirst = roundsInOrder(parts)[0]?.id === round.id
  return (
    <ul className="list coming__list">
      {guests.map((guest) => (
        <li key={guest.person}>
          <p className="coming__name">{guest.name === '' ? HOST.unnamed : guest.name}</p>
          <p className="coming__org">{HOST.guestLine(guest.jobTitle, guest.organisation)}</p>
          <Marks guest={guest} isFirst={isFirst} />
          {guest.question !== '' && <p className="coming__asks">{guest.question}</p>}
          {/* Who comes is read at a glance: a note is opened by whoever writes one. */}
          <details className="more" open={guest.note !== ''}>
            <summary>
              {HOST.note}
              <span className="vh">: {guest.name}</span>
            </summary>
            <Note guest={guest} round={round.id} />
          </details>
        </li>
      ))}
    </ul>
  )
}

function Marks({ guest, isFirst }: { guest: Guest; isFirst: boolean }) {
  const known = guest.before > 0 ? HOST.again : isFirst ? '' : HOST.firstTime
  const marks = [
    known,
    guest.walkedUp ? HOST.walkedUp : '',
    guest.arrived ? HOST.isHere : '',
  ].filter((words) => words !== '')
  if (marks.length === 0) return null
  return (
    <p className="row">
      {marks.map((words) => (
        <span key={words} className={words === HOST.isHere ? 'chip chip--yours' : 'chip'}>
          {words}
        </span>
      ))}
    </p>
  )
}
