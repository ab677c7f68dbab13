import { DATA } from '#shared/words/console-data.ts'
import type { Said } from './use-move.ts'

/** What became of the last action in a sheet, with a way back. Stays in the page, so that it is read out. */
export function SaidLine({ said }: { said: Said | null }) {
  return (
    <div role="status">
      {said === null ? null : (
        <div className={`notice notice--${said.kind}`}>
          <p className="notice__title">{said.words}</p>
          {said.undo ? (
            <p>
              <button type="button" className="button button--small" onClick={said.undo}>
                {DATA.undo}
              </button>
            </p>
          ) : null}
        </div>
      )}
    </div>
  )
}
