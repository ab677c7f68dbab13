import { type FormEvent, useState } from 'react'
import type { RoundLine, TableLine } from '#shared/views/common.ts'
import type { PersonLine } from '#shared/views/console.ts'
import { TABLES } from '#shared/words/console-data-tables.ts'
import { NumberField } from '../common/number-field.tsx'
import { useConsole } from '../console-context.ts'
import { Press } from '../press.tsx'

const USEFUL = 15_000

/** Another number of seats at a table in one round, or none: it is closed then. Who falls out is named first. */
export function RoundSeats({
  table,
  round,
  seats,
  guests,
}: {
  table: TableLine
  round: RoundLine
  /** in this round */
  seats: number
  guests: readonly PersonLine[]
}) {
  const { online, ask, send } = useConsole()
  const [typed, setTyped] = useState<string | null>(null)
  const [error, setError] = useState<string | undefined>()
  const text = typed ?? String(seats)
  const set = async (to: number | null, done: string): Promise<void> => {
    const answer = await send(
      { type: 'set-round-seats', round: round.id, table: table.id, seats: to },
      {
        key: `seats:${round.id}:${table.id}`,
        useful: USEFUL,
        done,
      },
    )
    if (answer.ok) setTyped(null)
  }
  const save = (event: FormEvent): void => {
    event.preventDefault()
    if (!online) return
    if (!/^\d{1,3}$/.test(text.trim()) || Number(text) < 1 || Number(text) > 500)
      return setError(TABLES.seatsOdd)
    const wanted = Number(text)
    if (wanted < guests.length)
      return setError(
        TABLES.tooFew(
          guests.map(({ name }) => name),
          wanted,
        ),
      )
    setError(undefined)
    void set(
      wanted === table.capacity ? null : wanted,
      TABLES.roundSeatsSaved(table.number, round.number, wanted),
    )
  }
  const shut = async (): Promise<void> => {
    const names = guests.map(({ name }) => name)
    // Where a seating fills the round, the server finds them other seats.
    const seatedAgain = round.window !== null
    const question = TABLES.closeAsk(table.number, round.number, names, seatedAgain)
    if (names.length > 0 && !(await ask({ ...question, danger: true }))) return
    await set(0, TABLES.closedIn(table.number, round.number))
  }
  return (
    <section>
      <h3>{TABLES.roundSeats}</h3>
      {seats === 0 && <p className="muted">{TABLES.isClosed}</p>}
      <form className="row round-seats" onSubmit={save} noValidate>
        <NumberField
          label={TABLES.roundSeatsLabel(table.capacity)}
          error={error}
          value={text}
          onChange={setTyped}
        />
        <button className="button" aria-disabled={!online || undefined}>
          {TABLES.roundSeatsSave}
        </button>
        {seats === 0 ? (
          <Press
            off={!online}
            onPress={() => void set(null, TABLES.openedIn(table.number, round.number))}
          >
            {TABLES.openAgain}
          </Press>
        ) : (
          <Press className="button--danger" off={!online} onPress={() => void shut()}>
            {TABLES.closeIn(round.number)}
          </Press>
        )}
      </form>
    </section>
  )
}
