import { seatsAt } from '#shared/show/choosing/seats.ts'
import type { RoundLine, TableLine } from '#shared/views/common.ts'
import { isOn } from '#shared/views/moment.ts'
import { TABLES } from '#shared/words/console-data-tables.ts'
import { useConsole } from '../console-context.ts'
import { Sheet } from '../common/dialog.tsx'
import { guestsByTable, whoSits } from '../common/places.ts'
import { SaidLine } from '../common/said-line.tsx'
import { useMove } from '../common/use-move.ts'
import { ZoneMark } from '../common/zone-mark.tsx'
import { GuestLine } from './guest-line.tsx'
import { RoundSeats } from './round-seats.tsx'
import { SeatSomeone } from './seat-someone.tsx'
import type { OpenSheet } from './sheet-of.ts'

/** Who sits at a table in a round: names, and what can be done about them. */
export function CellSheet({
  table,
  round,
  open,
  close,
}: {
  table: TableLine
  round: RoundLine
  open: (sheet: OpenSheet) => void
  close: () => void
}) {
  const { parts, may } = useConsole()
  const { said, move } = useMove()
  const people = new Map(parts.people.map((person) => [person.id, person]))
  const guests = (guestsByTable(whoSits(parts), round.id).get(table.id) ?? []).flatMap(
    (id) => people.get(id) ?? [],
  )
  const hosts = (parts.hosts[table.id] ?? []).flatMap((id) => people.get(id) ?? [])
  const innovation = table.innovation ? parts.innovations[table.innovation] : undefined
  const numbers = new Map(parts.tables.map((one) => [one.id, one.number]))
  const seats = seatsAt(round, table)
  const spot = numbers.get(round.stands[table.id] ?? table.id)
  const movable = may('move-person') && round.phase !== 'ended'

  return (
    <Sheet title={TABLES.cellTitle(table.number, round.number)} close={close} wide>
      <div className="row">
        <ZoneMark zone={table.zone} />
        <p className="grow">
          <b>{innovation?.title ?? TABLES.noInnovation}</b>
          {innovation ? <span className="muted"> {innovation.organisation}</span> : null}
          {table.place === '' ? null : <span className="seatplace muted">{table.place}</span>}
        </p>
        {spot === undefined || spot === table.number ? null : <p>{TABLES.standsAt(spot)}</p>}
        {may('save-table') ? (
          <button
            type="button"
            className="button button--quiet button--small"
            onClick={() => open({ kind: 'edit', table: table.id })}
          >
            {TABLES.change}
            <span className="vh"> {TABLES.of(table.number)}</span>
          </button>
        ) : null}
      </div>
      <p>
        <span id="seats-taken">{TABLES.taken(guests.length, seats)}</span>
        <meter
          className={seats > 1 && seats <= 16 ? `seats of-${seats}` : 'seats'}
          min={0}
          max={Math.max(1, seats)}
          value={guests.length}
          aria-labelledby="seats-taken"
        />
      </p>
      {isOn(round) || round.phase === 'ended' ? (
        <p>{TABLES.cameSheet(parts.came[round.id]?.[table.id] ?? null, guests.length)}</p>
      ) : null}
      <SaidLine said={said} />
      <section>
        <h3>{TABLES.hosts}</h3>
        {hosts.length === 0 ? <p className="muted">{TABLES.noHosts}</p> : null}
        <ul className="list">
          {hosts.map((host) => {
            const elsewhere = parts.picks[round.id]?.[host.id]
            return (
              <li key={host.id}>
                <b>{host.name}</b>{' '}
                <span className="muted">
                  {host.organisation}
                  {elsewhere === undefined ? null : `, ${TABLES.away(numbers.get(elsewhere) ?? 0)}`}
                </span>
              </li>
            )
          })}
        </ul>
      </section>
      <section>
        <h3>{TABLES.who}</h3>
        {guests.length === 0 ? <p className="muted">{TABLES.nobody}</p> : null}
        <ul className="list">
          {guests.map((person) => (
            <GuestLine
              key={person.id}
              person={person}
              round={round}
              move={(one, to) => move(one.id, round.id, to)}
            />
          ))}
        </ul>
      </section>
      {movable && may('set-round-seats') ? (
        <RoundSeats table={table} round={round} seats={seats} guests={guests} />
      ) : null}
      {movable && seats > 0 ? (
        <SeatSomeone
          table={table}
          round={round}
          seat={(person) => move(person.id, round.id, table.id)}
        />
      ) : null}
    </Sheet>
  )
}
