import { useMemo } from 'react'
import { seatsAt } from '#shared/show/choosing/seats.ts'
import { movesAt } from '#shared/show/round-course.ts'
import { MINUTE } from '#shared/time/instant.ts'
import { clockTime } from '#shared/time/zone.ts'
import type { RoundLine } from '#shared/views/common.ts'
import { isOn } from '#shared/views/moment.ts'
import { TABLES } from '#shared/words/console-data-tables.ts'
import { useConsole, useNow } from '../console-context.ts'
import { fillOf, guestsByTable, whoSits, withoutTable } from '../common/places.ts'
import { useWide } from '../common/use-wide.ts'
import { useCourse } from '../use-course.ts'
import { FillGrid, type GridCell, Legend } from './grid.tsx'
import type { OpenSheet } from './sheet-of.ts'

/** When people move to their tables in each round, as `10:40`; '' while nobody can say. */
export function useRoundTimes(): (round: RoundLine) => string {
  const { course } = useCourse()
  const now = useNow(MINUTE)
  return (round) => {
    const at = round.movedAt ?? movesAt(course, round, now)
    return at === null ? '' : clockTime(at, course.zone)
  }
}

/** Rounds down and tables across where there is room; on narrow screens the other way round. */
export function RoundsGrid({
  rounds,
  open,
}: {
  rounds: readonly RoundLine[]
  open: (sheet: OpenSheet) => void
}) {
  const { parts } = useConsole()
  const { people, picks, walkUps, hosts, here, tables, innovations, byHand, came } = parts
  const wide = useWide()
  const timeOf = useRoundTimes()
  const seated = useMemo(() => {
    const sits = whoSits({ picks, walkUps })
    return rounds.map((round) => ({
      guests: guestsByTable(sits, round.id),
      // Where nothing is seated by the server, a move by hand is nothing out of the ordinary.
      byHand: new Set(round.window === null ? [] : (byHand[round.id] ?? [])),
      without: withoutTable({ people, picks: sits, hosts, here }, round.id).length,
    }))
  }, [rounds, people, picks, walkUps, hosts, here, byHand])

  const cell = (round: RoundLine, y: number, table: (typeof tables)[number]): GridCell => {
    const guests = seated[y]?.guests.get(table.id) ?? []
    const taken = guests.length
    const isBegun = isOn(round) || round.phase === 'ended'
    const counted = came[round.id]?.[table.id]
    const capacity = seatsAt(round, table)
    const moved = guests.filter((id) => seated[y]?.byHand.has(id)).length
    return {
      label:
        capacity === 0 && taken === 0
          ? TABLES.closedCell(round.number, table.number)
          : TABLES.cell(round.number, table.number, taken, capacity) +
            (moved > 0 ? TABLES.byHandCount(moved) : '') +
            (isBegun ? TABLES.cameCount(counted ?? null) : ''),
      // Where somebody counted, those are who is there: a seat may be had by one and sat on by another.
      fill: fillOf({ ...table, capacity }, counted ?? taken),
      taken,
      came: counted ?? null,
      capacity,
      byHand: moved > 0,
      open: () => open({ kind: 'cell', round: round.id, table: table.id }),
    }
  }
  const count = (round: RoundLine, y: number): GridCell => {
    const without = seated[y]?.without ?? 0
    return {
      label: `${TABLES.round(round.number)}: ${TABLES.withoutTable(without)}`,
      fill: 'count',
      came: null,
      byHand: false,
      taken: without,
      capacity: 1,
      open: () => open({ kind: 'without', round: round.id }),
    }
  }
  const roundHead = (round: RoundLine) => (
    <>
      <span className="fillgrid__name">{TABLES.round(round.number)}</span>{' '}
      <time className="fillgrid__time">{timeOf(round)}</time>
    </>
  )
  const tableTitle = (table: (typeof tables)[number]): string =>
    (table.innovation && innovations[table.innovation]?.title) || TABLES.noInnovation

  return (
    <section className="panel">
      <div className="panel__head">
        <h2>{TABLES.gridTitle}</h2>
        <Legend />
      </div>
      {wide ? (
        <FillGrid
          tall={false}
          corner={TABLES.tableHead}
          heads={[
            ...tables.map((table) => ({
              key: table.id,
              words: <abbr title={tableTitle(table)}>{table.number}</abbr>,
            })),
            { key: 'none', words: TABLES.noTable },
          ]}
          rows={rounds.map((round, y) => ({
            key: round.id,
            head: roundHead(round),
            cells: [...tables.map((table) => cell(round, y, table)), count(round, y)],
          }))}
        />
      ) : (
        <FillGrid
          tall
          corner={TABLES.tableHead}
          heads={rounds.map((round) => ({ key: round.id, words: roundHead(round) }))}
          rows={[
            ...tables.map((table) => ({
              key: table.id,
              head: (
                <>
                  <span className="num">{table.number}</span>{' '}
                  <span className="fillgrid__title">{tableTitle(table)}</span>
                </>
              ),
              cells: rounds.map((round, y) => cell(round, y, table)),
            })),
            {
              key: 'none',
              head: TABLES.noTable,
              cells: rounds.map((round, y) => count(round, y)),
            },
          ]}
        />
      )}
    </section>
  )
}
