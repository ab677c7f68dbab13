import { clockTime } from '#shared/time/zone.ts'
import type { WindowLine } from '#shared/views/common.ts'
import type { SeatingLine } from '#shared/views/console.ts'
import { CHOOSING, movedWords, percent, POLICY } from '#shared/words/console-choosing.ts'
import { EDIT } from '#shared/words/console-edit.ts'
import { useConsole } from '../console-context.ts'
import { Press } from '../press.tsx'
import { useWindows } from './use-windows.ts'

/** Every seating that is kept, the newest first: compared, published, gone back to. */
export function Runs({
  window,
  runs,
  published,
}: {
  window: WindowLine
  runs: readonly SeatingLine[]
  published: SeatingLine | null
}) {
  const { parts, may, online } = useConsole()
  const { publish } = useWindows()
  const at = (run: SeatingLine): string => clockTime(run.at, parts.show.zone)
  const { runHead } = CHOOSING
  const howOf = ({ perOrganisation, tables, keepSeats }: SeatingLine): string => {
    const tried = parts.tables.flatMap(({ id, number }) => {
      const seats = tables[id]
      return seats === undefined ? [] : [[number, seats] as const]
    })
    return [
      CHOOSING.perOrganisation(perOrganisation),
      ...(tried.length === 0 ? [] : [CHOOSING.tried(tried)]),
      ...(keepSeats ? [CHOOSING.keepSeats] : []),
    ].join('; ')
  }
  const words = (run: SeatingLine) =>
    published !== null && !run.newer
      ? { button: CHOOSING.goBack, label: CHOOSING.goBackOf(at(run)) }
      : { button: CHOOSING.publish, label: CHOOSING.publishOf(at(run)) }
  return (
    <section className="panel">
      <h3>{CHOOSING.runs}</h3>
      <p className="small muted">{CHOOSING.runsHow}</p>
      <div className="scroll">
        <table className="table table--stack runs">
          <caption className="vh">{CHOOSING.runs}</caption>
          <thead>
            <tr>
              <th scope="col">{runHead.at}</th>
              <th scope="col">{runHead.how}</th>
              <th scope="col" className="num">
                {runHead.firstChoice}
              </th>
              <th scope="col" className="num">
                {runHead.worstOff}
              </th>
              <th scope="col" className="num">
                {runHead.emptySeats}
              </th>
              <th scope="col">
                <span className="vh">{runHead.act}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <tr key={run.id}>
                <th scope="row">
                  <time>{at(run)}</time> <span className="muted small">{whoOf(run)}</span>
                </th>
                <td data-label={runHead.how}>
                  {POLICY[run.policy]}
                  <span className="small muted runs__how">
                    {CHOOSING.whom(run.people, run.absent)}; {howOf(run)}.
                    {run.moves !== null && run.moves.moved > 0 && ` ${movedWords(run.moves)}.`}
                  </span>
                </td>
                <td className="num" data-label={runHead.firstChoice}>
                  {percent(run.figures.firstChoice)}
                </td>
                <td className="num" data-label={runHead.worstOff}>
                  {run.figures.worstOff}
                </td>
                <td className="num" data-label={runHead.emptySeats}>
                  {run.figures.emptySeats}
                </td>
                <td>
                  {run.published ? (
                    <span className="chip chip--running">{CHOOSING.published1}</span>
                  ) : (
                    may('publish-seating') && (
                      <Press
                        className="button--small"
                        off={!online}
                        label={words(run).label}
                        onPress={() => void publish(window, run, published)}
                      >
                        {words(run).button}
                      </Press>
                    )
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** The server itself has no name. */
const whoOf = ({ by, byName }: SeatingLine): string =>
  by === 'system' ? CHOOSING.byItself : CHOOSING.by(byName === '' ? EDIT.somebody : byName)
