import { useState } from 'react'
import type { TableId } from '#shared/show/words.ts'
import type { RoundLine } from '#shared/views/common.ts'
import type { PersonLine } from '#shared/views/console.ts'
import { TABLES } from '#shared/words/console-data-tables.ts'
import { useConsole } from '../console-context.ts'
import { MoveTo } from './move-to.tsx'

/** One person at a table or without one, and the way to another table. */
export function GuestLine({
  person,
  round,
  move,
}: {
  person: PersonLine
  round: RoundLine
  move: (person: PersonLine, table: TableId | null) => Promise<boolean>
}) {
  const { parts, may } = useConsole()
  const [choosing, setChoosing] = useState(false)
  const movable = may('move-person') && round.phase !== 'ended'
  return (
    <li className="guest">
      <div className="row row--ends">
        <span className="grow">
          <b>{person.name}</b>{' '}
          <span className="muted">
            {[person.organisation, person.jobTitle].filter((words) => words !== '').join(', ')}
          </span>
        </span>
        <Mark person={person} round={round} />
        {parts.here[person.id] === undefined ? (
          <span className="chip">{TABLES.notHere}</span>
        ) : null}
        {movable && !choosing ? (
          <button type="button" className="button button--small" onClick={() => setChoosing(true)}>
            {TABLES.move}
            <span className="vh"> {person.name}</span>
          </button>
        ) : null}
      </div>
      {choosing ? (
        <MoveTo
          person={person}
          round={round}
          cancel={() => setChoosing(false)}
          move={(table) => void move(person, table).then((done) => done && setChoosing(false))}
        />
      ) : null}
    </li>
  )
}

/** How this seat came about, where a seating gives the others. */
function Mark({ person: { id }, round }: { person: PersonLine; round: RoundLine }) {
  const { parts } = useConsole()
  if (round.window === null) return null
  if (parts.byHand[round.id]?.includes(id))
    return (
      <span className="chip chip--plain" title={TABLES.byHandHint}>
        {TABLES.byHand}
      </span>
    )
  return parts.suggested[round.id]?.includes(id) ? (
    <span className="chip chip--plain" title={TABLES.suggestedHint}>
      {TABLES.suggested}
    </span>
  ) : null
}
