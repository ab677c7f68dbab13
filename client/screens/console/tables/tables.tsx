import { useState } from 'react'
import { HALL_MAP } from '#shared/words/console-map.ts'
import { TABLES } from '#shared/words/console-data-tables.ts'
import { WALK_IN } from '#shared/words/console-walk-in.ts'
import '../../../style/console-data.css'
import { useConsole } from '../console-context.ts'
import { forgetQuery } from '../common/forget-query.ts'
import { roundsInOrder } from '../common/places.ts'
import { WalkIn } from '../people/walk-in/walk-in.tsx'
import { UndoBar } from '../programme/undo-bar.tsx'
import { ScreenLink } from '../shell/head.tsx'
import { CellSheet } from './cell-sheet.tsx'
import { EditTable } from './edit-table.tsx'
import { MapPanel } from './map/map-panel.tsx'
import { RoundsGrid } from './rounds-grid.tsx'
import { type OpenSheet, sheetOf } from './sheet-of.ts'
import { SwapTable } from './swap-table.tsx'
import { TableList } from './table-list.tsx'
import { WithoutSheet } from './without-sheet.tsx'

/** Tables × rounds as a picture with names on demand, and the tables themselves. */
export function Tables() {
  const { parts, may, organiser, links } = useConsole()
  const [sheet, setSheet] = useState<OpenSheet | null>(() => sheetOf(location.search))
  const [view, setView] = useState<'seats' | 'map'>(() =>
    new URLSearchParams(location.search).get('view') === 'map' ? 'map' : 'seats',
  )
  const close = (): void => {
    forgetQuery()
    setSheet(null)
  }
  const { tables } = parts
  const rounds = roundsInOrder(parts)
  const seats = tables.reduce((sum, table) => sum + table.capacity, 0)
  const add = may('save-table') ? (
    <button
      type="button"
      className="button"
      onClick={() => setSheet({ kind: 'edit', table: null })}
    >
      {TABLES.add}
    </button>
  ) : null

  return (
    <div className="tables">
      {tables.length === 0 ? (
        <div className="empty">
          <h1>{TABLES.emptyTitle}</h1>
          <p>{TABLES.emptyWords}</p>
          <p className="row">
            {organiser ? (
              <ScreenLink to="files" className="button button--primary">
                {TABLES.loadFile}
              </ScreenLink>
            ) : null}
            {add}
          </p>
        </div>
      ) : (
        <>
          <div className="people__tools">
            <h1>{TABLES.title}</h1>
            <dl className="facts">
              <div>
                <dt>{TABLES.tables}</dt>
                <dd>{tables.length}</dd>
              </div>
              <div>
                <dt>{TABLES.seats}</dt>
                <dd>{seats.toLocaleString('en-GB')}</dd>
              </div>
              <div>
                <dt>{TABLES.rounds}</dt>
                <dd>{rounds.length}</dd>
              </div>
            </dl>
            {may('save-person') ? (
              <button
                type="button"
                className="button button--small"
                onClick={() => setSheet({ kind: 'walk-in' })}
              >
                {WALK_IN.open}
              </button>
            ) : null}
            <a
              className="button button--small"
              href={links.guests}
              target="_blank"
              rel="noreferrer"
            >
              {TABLES.printGuests}
            </a>
            {may('save-table') && <UndoBar />}
          </div>
          <fieldset className="segmented tables__views">
            <legend className="vh">{HALL_MAP.views}</legend>
            {(['seats', 'map'] as const).map((one) => (
              <button
                key={one}
                type="button"
                className="button button--small"
                aria-pressed={view === one}
                onClick={() => setView(one)}
              >
                {one === 'map' ? HALL_MAP.mapView : HALL_MAP.seatsView}
              </button>
            ))}
          </fieldset>
          {view === 'map' ? (
            <MapPanel />
          ) : rounds.length === 0 ? (
            <div className="empty panel">
              <h2>{TABLES.noRoundsTitle}</h2>
              <p>{TABLES.noRoundsWords}</p>
            </div>
          ) : (
            <RoundsGrid rounds={rounds} open={setSheet} />
          )}
          <TableList open={setSheet} add={add} />
        </>
      )}
      <Open sheet={sheet} open={setSheet} close={close} />
    </div>
  )
}

function Open({
  sheet,
  open,
  close,
}: {
  sheet: OpenSheet | null
  open: (sheet: OpenSheet) => void
  close: () => void
}) {
  const { parts, may } = useConsole()
  if (sheet === null) return null
  const table = 'table' in sheet ? parts.tables.find((one) => one.id === sheet.table) : undefined
  const round = 'round' in sheet ? parts.rounds[sheet.round] : undefined
  switch (sheet.kind) {
    case 'cell':
      return table && round ? (
        <CellSheet table={table} round={round} open={open} close={close} />
      ) : null
    case 'walk-in':
      return <WalkIn name="" close={close} />
    case 'without':
      return round ? <WithoutSheet round={round} close={close} /> : null
    case 'edit':
      if ((sheet.table !== null && !table) || !may('save-table')) return null
      return <EditTable table={table ?? null} close={close} />
    case 'swap':
      return table ? <SwapTable table={table} close={close} /> : null
  }
}
