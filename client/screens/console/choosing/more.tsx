import type { WindowLine } from '#shared/views/common.ts'
import type { SeatingLine } from '#shared/views/console.ts'
import { CHOOSING, percent } from '#shared/words/console-choosing.ts'
import { useConsole } from '../console-context.ts'
import { Bars } from './bars.tsx'
import { Runs } from './runs.tsx'
import { toSeat } from './standing.ts'
import { WhatIf } from './what-if.tsx'

/** Everything beside the three numbers, for whoever wants to know. */
export function More({
  window,
  run,
  runs,
  published,
}: {
  window: WindowLine
  run: SeatingLine
  runs: readonly SeatingLine[]
  published: SeatingLine | null
}) {
  const { may } = useConsole()
  return (
    <details className="more result__more">
      <summary>{CHOOSING.more}</summary>
      <div className="panes">
        <Histogram run={run} />
        <LeftOut run={run} />
      </div>
      {may('publish-seating') && <WhatIf window={window} run={run} />}
      <Runs window={window} runs={runs} published={published} />
    </details>
  )
}

function Histogram({ run: { figures } }: { run: SeatingLine }) {
  const most = Math.max(1, ...figures.histogram)
  return (
    <section className="panel">
      <h3>{CHOOSING.histogram}</h3>
      <table className="table histogram">
        <caption className="vh">{CHOOSING.histogram}</caption>
        <thead className="vh">
          <tr>
            <th scope="col">{CHOOSING.histogramHead.visits}</th>
            <th scope="col">{CHOOSING.histogramHead.picture}</th>
            <th scope="col">{CHOOSING.histogramHead.people}</th>
          </tr>
        </thead>
        <tbody>
          {figures.histogram.map((people, visits) => (
            // A place in the list is what it counts.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={visits}>
              <th scope="row">{CHOOSING.histogramRow(visits)}</th>
              <td className="histogram__picture">
                <Bars most={most} values={[{ of: 'first', value: people }]} />
              </td>
              <td className="num">{people}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{CHOOSING.topThree(percent(figures.topThree))}</p>
    </section>
  )
}

function LeftOut({ run }: { run: SeatingLine }) {
  const { parts } = useConsole()
  const without = run.figures.histogram[0] ?? 0
  const silent = Math.max(0, toSeat(parts).all - parts.demand.people)
  return (
    <section className="panel">
      <h3>{CHOOSING.leftOut}</h3>
      <ul className="list">
        <li>{without === 0 ? CHOOSING.leftNone : CHOOSING.leftWithout(without)}</li>
        {run.absent > 0 && <li>{CHOOSING.leftAbsent(run.absent)}</li>}
        {silent > 0 && <li>{CHOOSING.leftSilent(silent)}</li>}
      </ul>
    </section>
  )
}
