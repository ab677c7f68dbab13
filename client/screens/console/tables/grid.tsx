import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { TABLES } from '#shared/words/console-data-tables.ts'
import type { Fill } from '../common/places.ts'

export interface GridCell {
  /** said of the cell: which round, which table, how many of how many */
  label: string
  fill: Fill | 'count'
  taken: number
  /** how many were counted there; null: nobody counted */
  came: number | null
  capacity: number
  /** somebody sits here by hand: no seating moves them */
  byHand: boolean
  open: () => void
}
export interface GridRow {
  key: string
  head: ReactNode
  cells: readonly GridCell[]
}

/** Where an arrow key leads from a cell; null: the key means something else. */
export function step(
  key: string,
  [row, column]: readonly [number, number],
  rows: number,
  columns: number,
): readonly [number, number] | null {
  const within = (at: number, count: number) => Math.max(0, Math.min(count - 1, at))
  switch (key) {
    case 'ArrowLeft':
      return [row, within(column - 1, columns)]
    case 'ArrowRight':
      return [row, within(column + 1, columns)]
    case 'ArrowUp':
      return [within(row - 1, rows), column]
    case 'ArrowDown':
      return [within(row + 1, rows), column]
    case 'Home':
      return [row, 0]
    case 'End':
      return [row, columns - 1]
    case 'PageUp':
      return [0, column]
    case 'PageDown':
      return [rows - 1, column]
    default:
      return null
  }
}

/** A picture of seats taken, and a grid for the keyboard: one stop for Tab, arrow keys within. */
export function FillGrid({
  corner,
  heads,
  rows,
  tall,
}: {
  corner: string
  heads: readonly { key: string; words: ReactNode }[]
  rows: readonly GridRow[]
  /** tables down and rounds across, for narrow screens */
  tall: boolean
}) {
  const grid = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState<readonly [number, number]>([0, 0])
  const stop = [Math.min(at[0], rows.length - 1), Math.min(at[1], heads.length - 1)] as const

  const move = (event: KeyboardEvent): void => {
    if (event.metaKey || event.ctrlKey || event.altKey) return
    const to = step(event.key, stop, rows.length, heads.length)
    if (!to) return
    event.preventDefault()
    setAt(to)
    grid.current?.querySelector<HTMLElement>(`[data-at="${to.join(' ')}"]`)?.focus()
  }
  return (
    <div className="scroll fillgrid__frame">
      <table
        className={tall ? 'fillgrid fillgrid--tall' : 'fillgrid'}
        // The grid pattern on a real table: rows, headers and cells keep their meaning.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        role="grid"
        ref={grid}
        onKeyDown={move}
      >
        <caption className="vh">
          {TABLES.gridTitle}. {TABLES.gridHint}
        </caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {heads.map((head) => (
              <th scope="col" key={head.key}>
                {head.words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, y) => (
            <tr key={row.key}>
              <th scope="row">{row.head}</th>
              {row.cells.map((cell, x) => (
                <td
                  key={heads[x]?.key ?? x}
                  className={cell.fill === 'count' ? 'fillgrid__count' : ''}
                >
                  <Cell
                    cell={cell}
                    at={`${y} ${x}`}
                    stop={stop[0] === y && stop[1] === x}
                    onFocus={() => setAt([y, x])}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({
  cell: { label, fill, taken, came, capacity, byHand, open },
  at,
  stop,
  onFocus,
}: {
  cell: GridCell
  at: string
  stop: boolean
  onFocus: () => void
}) {
  return (
    <button
      type="button"
      className="cell"
      data-fill={fill}
      data-by-hand={byHand || undefined}
      data-at={at}
      tabIndex={stop ? 0 : -1}
      aria-label={label}
      aria-haspopup="dialog"
      onClick={open}
      onFocus={onFocus}
    >
      {fill === 'count' ? null : <FillPicture taken={taken} capacity={capacity} />}
      <span className="cell__n">
        {fill === 'closed' ? '' : came === null ? taken : TABLES.cameOf(came, taken)}
      </span>
    </button>
  )
}

/** Ink rises with every seat taken. */
export function FillPicture({ taken, capacity }: { taken: number; capacity: number }) {
  const drawn = Math.min(taken, capacity)
  const height = Math.max(1, capacity)
  return (
    <svg
      className="cell__fill"
      viewBox={`0 0 1 ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect width="1" height={drawn} y={capacity - drawn} />
    </svg>
  )
}

export function Legend() {
  const kinds = [
    ['some', TABLES.legendSome, 1],
    ['full', TABLES.legendFull, 2],
    ['none', TABLES.legendNone, 0],
    ['closed', TABLES.legendClosed, 0],
  ] as const
  return (
    <p className="legend">
      {kinds.map(([fill, words, taken]) => (
        <span key={fill}>
          <span className="cell" data-fill={fill}>
            <FillPicture taken={taken} capacity={2} />
          </span>
          {words}
        </span>
      ))}
      <span>{TABLES.legendCame}</span>
    </p>
  )
}
