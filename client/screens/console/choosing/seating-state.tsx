import { CHOOSING } from '#shared/words/console-choosing.ts'
import type { SeatingState } from './use-seating.ts'

/** What becomes of a question to the server; stays in the page, so that it is read out. */
export function SeatingSaid({ state, stop }: { state: SeatingState; stop: () => void }) {
  return (
    <div role="status">
      {state.kind === 'refused' && (
        <div className="notice notice--refused">
          <p className="notice__title">{state.message}</p>
        </div>
      )}
      {state.kind === 'busy' && (
        <p className="row">
          <span>{state.slow ? CHOOSING.slow : CHOOSING.trying}</span>
          {state.slow && (
            <button type="button" className="button button--small" onClick={stop}>
              {CHOOSING.stop}
            </button>
          )}
        </p>
      )}
    </div>
  )
}
