import type { WindowLine } from '#shared/views/common.ts'
import { CHOOSING } from '#shared/words/console-choosing.ts'
import { useConsole } from '../console-context.ts'
import { Bars } from './bars.tsx'
import { askedElsewhere, demandOf } from './demand.ts'

/** What people ask for against seats, live: a picture, and the same in figures. */
export function Demand({ window }: { window: WindowLine }) {
  const { parts } = useConsole()
  const bars = demandOf(parts, window)
  const most = Math.max(1, ...bars.map(({ all, seats }) => Math.max(all, seats)))
  const elsewhere = askedElsewhere(parts, window)
  if (bars.length === 0) return <p className="muted">{CHOOSING.noTables}</p>
  return (
    <section className="demand">
      <div className="panel__head">
        <h3>{CHOOSING.demand}</h3>
        <Legend />
      </div>
      <p className="small muted">
        {parts.demand.people === 0 ? CHOOSING.nobodyChose : CHOOSING.demandHow}
        {elsewhere > 0 && ` ${CHOOSING.elsewhere(elsewhere)}`}
      </p>
      <table className="table demand__table">
        <caption className="vh">{CHOOSING.demand}</caption>
        <thead>
          <tr>
            <th scope="col">{CHOOSING.head.table}</th>
            <th scope="col" className="demand__picture">
              <span className="vh">{CHOOSING.head.picture}</span>
            </th>
            <th scope="col" className="num">
              {CHOOSING.head.first}
            </th>
            <th scope="col" className="num">
              {CHOOSING.head.topThree}
            </th>
            <th scope="col" className="num">
              {CHOOSING.head.all}
            </th>
            <th scope="col" className="num">
              {CHOOSING.head.seats}
            </th>
          </tr>
        </thead>
        <tbody>
          {bars.map(({ id, number, title, first, topThree, all, seats }) => (
            <tr key={id} data-tight={all > seats || undefined}>
              <th scope="row">
                <b className="demand__number">{number}</b>{' '}
                <span className="demand__title" title={title}>
                  {title}
                </span>
              </th>
              <td className="demand__picture">
                <Bars
                  most={most}
                  line={seats}
                  values={[
                    { of: 'all', value: all },
                    { of: 'three', value: topThree },
                    { of: 'first', value: first },
                  ]}
                />
              </td>
              <td className="num" data-label={CHOOSING.head.first}>
                {first}
              </td>
              <td className="num" data-label={CHOOSING.head.topThree}>
                {topThree}
              </td>
              <td className="num demand__all" data-label={CHOOSING.head.all}>
                {all}
              </td>
              <td className="num" data-label={CHOOSING.head.seats}>
                {seats === 0 ? CHOOSING.noSeats : seats}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const KINDS = ['first', 'three', 'all', 'line'] as const
const WORDS = {
  first: CHOOSING.legend.first,
  three: CHOOSING.legend.topThree,
  all: CHOOSING.legend.all,
  line: CHOOSING.legend.seats,
}

const Legend = () => (
  <p className="legend">
    {KINDS.map((kind) => (
      <span key={kind}>
        <svg className="bars__sample" viewBox="0 0 12 12" aria-hidden="true">
          <rect
            className={`bars__${kind}`}
            x={kind === 'line' ? 5 : 0}
            width={kind === 'line' ? 2 : 12}
            height="12"
          />
        </svg>
        {WORDS[kind]}
      </span>
    ))}
  </p>
)
