import { clockTime, dayName } from '#shared/time/zone.ts'
import { reasonOf } from '#shared/views/wishes.ts'
import type { RoundLine } from '#shared/views/common.ts'
import { PHONE } from '#shared/words/phone.ts'
import { ZoneMark } from '../../parts/zone.tsx'
import { Go } from './go.tsx'
import { type DayLine, dayLines } from './my-day.ts'
import { useNow, usePhone } from './phone-context.ts'
import { reasonWords } from './reason.ts'
import { billing, tableOf } from './tables.ts'

/** So much of what follows fits under the one thing that matters. */
const NEXT = 4

interface DayListProps {
  only: 'all' | 'next'
  heading?: string
  /** items that stand above already */
  but?: readonly string[]
}

/** One's day by clock times: all of it, or what comes next. */
export function DayList({ only, heading, but = [] }: DayListProps) {
  const { parts, mine } = usePhone()
  const now = useNow()
  const all = dayLines(parts, mine, now)
  const lines =
    only === 'all'
      ? all
      : all.filter(({ key, state }) => state === 'to-come' && !but.includes(key)).slice(0, NEXT)
  if (lines.length === 0) return null
  const days = [...new Set(lines.map(({ day }) => day))]
  return (
    <section className="section">
      {heading !== undefined && <h2>{heading}</h2>}
      {days.map((day) => (
        <div key={day}>
          {days.length > 1 && <h3>{dayName(day)}</h3>}
          <ol className="timeline">
            {lines
              .filter((line) => line.day === day)
              .map((line) => (
                <Line key={line.key} line={line} zone={parts.show.zone} />
              ))}
          </ol>
        </div>
      ))}
    </section>
  )
}

function Line({ line, zone }: { line: DayLine; zone: string }) {
  return (
    <li
      className={line.state === 'past' ? 'is-past' : undefined}
      aria-current={line.state === 'now' ? 'time' : undefined}
    >
      <time>{line.at === null ? '' : clockTime(line.at, zone)}</time>
      <div>
        {line.round ? <RoundWords round={line.round} /> : line.title}
        {line.stage !== '' && <span className="muted block">{line.stage}</span>}
        {line.tablesOpen && <span className="muted block">{PHONE.hostsThere}</span>}
      </div>
    </li>
  )
}

function RoundWords({ round: { line, table, hosting } }: { round: NonNullable<DayLine['round']> }) {
  const { parts, mine } = usePhone()
  const at = tableOf(parts, table, line.id)
  const { title } = billing(parts, at)
  const isOpen = line.phase === 'open'
  const reason = mine && !hosting ? reasonOf(parts, mine, line) : null
  if (!at)
    return (
      <span className="muted">
        {PHONE.round(line.number)}
        {(mine || line.free) && '. '}
        {line.free ? PHONE.walkUp : mine && noneWords(line)}{' '}
        {isOpen && mine && <Go to={{ view: 'tables', round: line.id }}>{PHONE.chooseTitle}</Go>}
      </span>
    )
  if (hosting)
    return (
      <>
        {PHONE.round(line.number)}. <b>{PHONE.hosting(at.number)}</b>
      </>
    )
  return (
    <>
      <b>
        {PHONE.tableNumber(at.number)}
        {title === '' ? '' : `, ${title}`}
      </b>{' '}
      <ZoneMark zone={at.zone} />
      {at.place !== '' && (
        <>
          <br />
          {at.place}
        </>
      )}
      {reason && <span className="muted block">{reasonWords(reason)}</span>}
      {isOpen && (
        <>
          <br />
          <Go to={{ view: 'tables', round: line.id }} className="tap">
            {PHONE.change}
          </Go>
        </>
      )}
    </>
  )
}

const noneWords = ({ phase, window }: RoundLine): string =>
  phase === 'planned'
    ? window === null
      ? PHONE.choosingNotOpen
      : PHONE.fromWishes
    : phase === 'open'
      ? PHONE.noneChosenYet
      : PHONE.noneChosen
