import { useState } from 'react'
import { seatSum } from '#shared/views/plan-checks.ts'
import { SEATS } from '#shared/words/console-edit.ts'
import { Field } from '../common/field.tsx'
import { useConsole } from '../console-context.ts'

const MOST = 5_000
interface Numbers {
  people: number
  tables: number
  seats: number
  rounds: number
}
const NAMES = ['people', 'tables', 'seats', 'rounds'] as const

/** People, tables, seats and rounds as one sum and one picture, to try other numbers on. */
export function SeatSum() {
  const { parts } = useConsole()
  const own = numbersOf(parts)
  const [tried, setTried] = useState<Partial<Record<keyof Numbers, string>>>({})
  const value = (name: keyof Numbers): number => {
    const text = tried[name]
    return text === undefined
      ? own[name]
      : Math.min(MOST, Math.max(0, Math.floor(Number(text)) || 0))
  }
  const { people, tables, seats, rounds } = {
    people: value('people'),
    tables: value('tables'),
    seats: value('seats'),
    rounds: value('rounds'),
  }
  // Tables that differ have no number of their own until one is tried.
  const total = tried.tables === undefined && tried.seats === undefined ? own.total : tables * seats
  const sum = seatSum(people, total, rounds)
  const visits = sum.visits.toFixed(1).replace(/\.0$/, '')
  const lack = sum.people - sum.inRound
  return (
    <details className="panel seat-sum">
      <summary>
        <h2>{SEATS.title}</h2>
        <output>{SEATS.sum({ people, tables, seats, total, rounds, visits })}</output>
      </summary>
      <div className="seat-sum__fields">
        {NAMES.map((name) => (
          <Field key={name} label={SEATS[name]}>
            {(control) => (
              <input
                {...control}
                className="input--short"
                type="number"
                min={0}
                max={MOST}
                value={tried[name] ?? String(own[name])}
                onChange={(event) => setTried({ ...tried, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
        {Object.keys(tried).length > 0 && (
          <button type="button" className="button button--quiet" onClick={() => setTried({})}>
            {SEATS.reset}
          </button>
        )}
      </div>
      <Picture people={people} seats={sum.inRound} />
      <p>
        {SEATS.inRound(sum.seated, people, sum.inRound)}{' '}
        {lack > 0 && seats > 0 && SEATS.more(Math.ceil(lack / seats))}
      </p>
    </details>
  )
}

function numbersOf({
  people,
  tables,
  rounds,
}: ReturnType<typeof useConsole>['parts']): Numbers & { total: number } {
  const seats = tables.reduce((all, { capacity }) => all + capacity, 0)
  return {
    people: people.filter(({ roles }) => roles.includes('delegate')).length,
    tables: tables.length,
    seats: tables.length === 0 ? 0 : Math.round(seats / tables.length),
    total: seats,
    rounds: Object.keys(rounds).length,
  }
}

const WIDTH = 640

/** People as one bar, seats as a line across it: who sits, who waits, what stays free. */
function Picture({ people, seats }: { people: number; seats: number }) {
  const most = Math.max(people, seats, 1)
  const at = (count: number): number => (count / most) * WIDTH
  const seated = Math.min(people, seats)
  const label =
    people > seats
      ? `${SEATS.sit(seated)}, ${SEATS.wait(people - seats)}`
      : `${SEATS.sit(seated)}, ${SEATS.free(seats - people)}`
  return (
    <svg
      className="seat-sum__picture"
      viewBox={`0 0 ${WIDTH} 72`}
      role="img"
      aria-label={`${SEATS.picture}: ${label}`}
    >
      <rect className="seat-sum__frame" x="0" y="16" width={WIDTH} height="32" rx="4" />
      <rect className="seat-sum__sit" x="0" y="16" width={at(seated)} height="32" rx="4" />
      {people > seats && (
        <rect
          className="seat-sum__wait"
          x={at(seats)}
          y="16"
          width={at(people - seats)}
          height="32"
        />
      )}
      <line className="seat-sum__line" x1={at(seats)} x2={at(seats)} y1="8" y2="56" />
      <text
        x={Math.min(at(seats), WIDTH - 4)}
        y="70"
        textAnchor={at(seats) > WIDTH / 2 ? 'end' : 'start'}
      >
        {SEATS.seatLine(seats)}
      </text>
      {at(seated) > 90 && (
        <text className="seat-sum__in" x="10" y="38">
          {SEATS.sit(seated)}
        </text>
      )}
      {people > seats && at(people - seats) > 110 && (
        <text x={at(seats) + 10} y="38">
          {SEATS.wait(people - seats)}
        </text>
      )}
      {seats > people && at(seats - people) > 80 && (
        <text x={at(people) + 10} y="38">
          {SEATS.free(seats - people)}
        </text>
      )}
    </svg>
  )
}
