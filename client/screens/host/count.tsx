import { seatsAt } from '#shared/show/choosing/seats.ts'
import type { RoundLine, TableLine } from '#shared/views/common.ts'
import type { Guest } from '#shared/views/host.ts'
import { HOST } from '#shared/words/host.ts'
import { CommandForm } from '../phone/command-form.tsx'
import { cameKey } from '../phone/echo.ts'
import { type Phone, usePhone } from '../phone/phone-context.ts'

/** So many fit into a count. */
const MOST = 500

interface CountProps {
  round: RoundLine
  table: TableLine
  guests: readonly Guest[]
}

/** How many are at the table: one stepper. The first press counts; until then nothing is given away. */
export function Count({ round, table, guests }: CountProps) {
  const { pending } = usePhone()
  const about = cameKey(round.id)
  const came = useCame(round)
  const start = came ?? guests.filter(({ arrived }) => arrived).length
  const command = (value: string) => ({
    type: 'count-came' as const,
    round: round.id,
    table: table.id,
    came: value === '' ? null : Number(value),
  })
  const step = (by: -1 | 1) => (
    <button
      className="button"
      name="came"
      value={Math.min(MOST, Math.max(0, start + by))}
      aria-label={by < 0 ? HOST.oneLess : HOST.oneMore}
    >
      {by < 0 ? '−' : '+'}
    </button>
  )
  return (
    <CommandForm
      about={about}
      fields={{ type: 'count-came', round: round.id, table: table.id }}
      command={command}
    >
      <div className="coming__came">
        <span>
          {HOST.howMany} {came === null && <span className="muted small">{HOST.notCounted}</span>}
        </span>
        <span className="stepper">
          {step(-1)}
          <output className={came === null ? 'muted' : undefined}>{start}</output>
          {step(1)}
        </span>
      </div>
      <p className="coming__means" role="status">
        {came === null
          ? HOST.notCountedHow
          : HOST.chairsFree(Math.max(0, seatsAt(round, table) - came))}
      </p>
      <button
        className="button button--quiet"
        name="came"
        value={came === null ? start : ''}
        aria-busy={pending.has(about) ? true : undefined}
      >
        {came === null ? HOST.itIs(start) : HOST.notYet}
      </button>
    </CommandForm>
  )
}

/** The count as it was pressed last, else as it is known; null: not counted. */
export function useCame(round: RoundLine): number | null {
  const { mine, pending } = usePhone()
  return cameIn(mine, pending, round)
}

function cameIn(mine: Phone['mine'], pending: Phone['pending'], round: RoundLine): number | null {
  const pressed = pending.get(cameKey(round.id))?.command
  if (pressed?.type === 'count-came') return pressed.came
  return mine && 'came' in mine ? (mine.came[round.id] ?? null) : null
}
