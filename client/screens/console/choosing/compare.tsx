import type { TableId } from '#shared/show/words.ts'
import type { SeatingLine } from '#shared/views/console.ts'
import { CHOOSING, percent } from '#shared/words/console-choosing.ts'
import type { SeatingAnswer } from '#shared/wire/seating.ts'
import { useConsole } from '../console-context.ts'

/** Two seatings beside each other, what differs in bold. */
export function Compare({
  run,
  then,
  tables,
}: {
  run: SeatingLine
  then: SeatingAnswer
  /** whose seats were tried */
  tables: readonly TableId[]
}) {
  const { parts } = useConsole()
  const { rows } = CHOOSING
  const [a, b] = [run.figures, then.figures]
  const lines: (readonly [string, string, string])[] = [
    [rows.firstChoice, percent(a.firstChoice), percent(b.firstChoice)],
    [rows.topThree, percent(a.topThree), percent(b.topThree)],
    [rows.worstOff, String(a.worstOff), String(b.worstOff)],
    [rows.emptySeats, String(a.emptySeats), String(b.emptySeats)],
    [rows.people, String(run.people), String(then.people)],
    [rows.satisfaction, percent(a.satisfaction), percent(b.satisfaction)],
    [rows.moved, String(run.moves?.moved ?? 0), String(b.moved)],
    ...parts.tables
      .filter(({ id }) => tables.includes(id))
      .map(
        ({ id, number }) =>
          [
            CHOOSING.tableRow(number),
            CHOOSING.askedFilled(run.asked[id] ?? 0, null),
            CHOOSING.askedFilled(then.asked[id] ?? 0, then.filled[id] ?? 0),
          ] as const,
      ),
  ]
  return (
    <table className="table compare">
      <caption className="vh">{CHOOSING.compare}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="vh">{CHOOSING.compareHead}</span>
          </th>
          <th scope="col" className="num">
            {CHOOSING.nowHead}
          </th>
          <th scope="col" className="num">
            {CHOOSING.thenHead}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(([words, now, other]) => (
          <tr key={words}>
            <th scope="row">{words}</th>
            <td className="num">{now}</td>
            <td className="num">{now === other ? other : <b>{other}</b>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
