import type { WindowLine } from '#shared/views/common.ts'
import { CHOOSING } from '#shared/words/console-choosing.ts'
import { useConsole } from '../console-context.ts'
import { toSeat } from './standing.ts'
import { useWindows } from './use-windows.ts'

/** How many have chosen, who would be seated now, and the switch that seats everybody. */
export function Who({ window }: { window: WindowLine }) {
  const { parts, may, online } = useConsole()
  const { save } = useWindows()
  const { all, here } = toSeat(parts)
  const away = all - here
  const chosen = parts.demand.people
  const { everyone } = window
  return (
    <div className="who">
      <p className="who__chosen">
        <b className="who__figure">{CHOOSING.chosenOf(chosen, all)}</b> {CHOOSING.chosen}
        <meter
          className="seats"
          min={0}
          max={Math.max(1, all, chosen)}
          value={chosen}
          aria-label={`${CHOOSING.chosenOf(chosen, all)} ${CHOOSING.chosen}`}
        />
      </p>
      <div>
        <p className="who__here">
          {everyone ? CHOOSING.seatingAll(all, away) : CHOOSING.seating(here, away)}
        </p>
        {may('save-window') && (
          <label className="choice">
            <input
              type="checkbox"
              checked={everyone}
              disabled={!online}
              onChange={(event) =>
                void save(
                  window,
                  { everyone: event.target.checked },
                  CHOOSING.everyoneSaved(event.target.checked),
                )
              }
            />
            <span>{CHOOSING.everyone}</span>
          </label>
        )}
        {here === 0 && !everyone && (
          <p className="notice notice--refused who__nobody">
            <span className="notice__title">{CHOOSING.nobodyHere}</span>
          </p>
        )}
      </div>
    </div>
  )
}
