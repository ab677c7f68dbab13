import { useMemo, useState } from 'react'
import type { TableId } from '#shared/show/words.ts'
import type { RoundLine } from '#shared/views/common.ts'
import type { PersonLine } from '#shared/views/console.ts'
import { PEOPLE } from '#shared/words/console-data-people.ts'
import { TABLES } from '#shared/words/console-data-tables.ts'
import { useConsole } from '../console-context.ts'
import { hostedTables, roundsInOrder, whereIs, whoSits } from '../common/places.ts'
import { SaidLine } from '../common/said-line.tsx'
import { useMove } from '../common/use-move.ts'
import { MoveTo } from '../tables/move-to.tsx'
import { useRoundTimes } from '../tables/rounds-grid.tsx'

/** Where somebody sits, round by round, and the way to another table. */
export function PersonTables({ person }: { person: PersonLine }) {
  const { parts } = useConsole()
  const rounds = roundsInOrder(parts)
  const { said, move } = useMove()
  return (
    <section>
      <h3>{PEOPLE.tablesTitle}</h3>
      {rounds.length === 0 ? (
        <p className="muted">{PEOPLE.noRounds}</p>
      ) : (
        <ol className="timeline">
          {rounds.map((round) => (
            <RoundOf
              key={round.id}
              round={round}
              person={person}
              move={(table) => move(person.id, round.id, table)}
            />
          ))}
        </ol>
      )}
      <SaidLine said={said} />
    </section>
  )
}

function RoundOf({
  round,
  person,
  move,
}: {
  round: RoundLine
  person: PersonLine
  move: (table: TableId | null) => Promise<boolean>
}) {
  const { parts, may } = useConsole()
  const [choosing, setChoosing] = useState(false)
  const timeOf = useRoundTimes()
  const hosted = useMemo(() => hostedTables(parts.hosts), [parts.hosts])
  const where = whereIs(whoSits(parts), hosted, round.id, person.id)
  const table = parts.tables.find((one) => one.id === where?.table)
  const title = table?.innovation ? parts.innovations[table.innovation]?.title : undefined
  const movable = may('move-person') && round.phase !== 'ended'
  return (
    <li
      {...(round.phase === 'moving' || round.phase === 'talking' ? { 'aria-current': 'step' } : {})}
    >
      <time>{timeOf(round)}</time>
      <div>
        <div className="row row--ends">
          <span className="grow">
            {TABLES.round(round.number)}:{' '}
            {table ? (
              where?.as === 'host' ? (
                PEOPLE.presents(table.number)
              ) : (
                <>
                  <b>{PEOPLE.atTable(table.number)}</b> <span className="muted">{title}</span>
                </>
              )
            ) : (
              <span className="muted">{PEOPLE.noTable}</span>
            )}
          </span>
          {movable && !choosing ? (
            <button
              type="button"
              className="button button--quiet button--small"
              onClick={() => setChoosing(true)}
            >
              {TABLES.move}
              <span className="vh"> {TABLES.round(round.number)}</span>
            </button>
          ) : null}
        </div>
        {choosing ? (
          <MoveTo
            person={person}
            round={round}
            cancel={() => setChoosing(false)}
            move={(to) => void move(to).then((done) => done && setChoosing(false))}
          />
        ) : null}
      </div>
    </li>
  )
}
