import type { ReactNode } from 'react'
import { standsAt } from '#shared/show/choosing/seats.ts'
import type { RoundId } from '#shared/show/words.ts'
import type { RoundLine, TableLine } from '#shared/views/common.ts'
import { doorTo, type HallPart, linePath, spotOf } from '#shared/views/hall-map.ts'
import { roundsInOrder, seatIn } from '#shared/views/moment.ts'
import { MAP } from '#shared/words/map.ts'
import { usePhone } from './phone-context.ts'
import { tableOf } from './tables.ts'

/** The way to a table in a round: from where somebody was in the round before it, else from the door. */
export function Way({ round, table }: { round: RoundId; table: TableLine }) {
  const { parts, mine } = usePhone()
  const { hall, rounds, show } = parts
  const spot = standsAt(rounds[round], table.id)
  const at = hall?.tables[spot]
  if (!hall || !at) return null
  const order = roundsInOrder(parts)
  const before = order[order.findIndex(({ id }) => id === round) - 1]
  // A break lies between two items of rounds: nobody is still at the table they had.
  const isNext = before?.segment === rounds[round]?.segment
  const was = before && isNext ? tableOf(parts, seatIn(mine, before.id).table, before.id) : null
  const wasAt = was && before ? standsAt(before, was.id) : null
  const there = wasAt && hall.tables[wasAt]
  const from = there ?? doorTo(hall, at)
  const isWay = from && wasAt !== spot
  const to = MAP.table(table.number)
  const query = there && isWay ? `&from=${was?.number}` : ''
  return (
    <HallMap hall={hall} spots={isWay ? [from, at] : [at]}>
      {isWay ? MAP.way(there ? MAP.table(was?.number ?? 0) : MAP.theDoor, to) : MAP.marked(to)}{' '}
      <a className="tap" href={`/s/${show.id}/map?to=${table.number}${query}`}>
        {MAP.large}
      </a>
    </HallMap>
  )
}

/** All my tables in the order in which I go to them. */
export function WalkingOrder({ rounds }: { rounds: readonly RoundLine[] }) {
  const { parts, mine } = usePhone()
  const { hall } = parts
  const stops = rounds.flatMap((round) => {
    const { table } = seatIn(mine, round.id)
    const spot = table && standsAt(round, table)
    return spot && hall?.tables[spot] ? [spot] : []
  })
  if (!hall || stops.length === 0) return null
  return (
    <HallMap
      hall={hall}
      spots={stops.flatMap((id) => hall.tables[id] ?? [])}
      // Whoever comes back to a table reads both figures there.
      numbers={stops.map((id) => stops.flatMap((one, at) => (one === id ? at + 1 : [])).join())}
    >
      {MAP.order}
    </HallMap>
  )
}

interface HallMapProps {
  hall: HallPart
  /** the way goes from one to the next, and ends at the last */
  spots: readonly { x: number; y: number }[]
  /** what stands at each of the spots, all of which are tables then */
  numbers?: readonly string[]
  /** the same in words */
  children: ReactNode
}

/** One drawing for the whole hall, which the phone keeps, and one's own way over it. */
function HallMap({ hall, spots, numbers, children }: HallMapProps) {
  const { width, height, mark, layers } = hall
  const drawn = spots.map((one) => spotOf(hall, one))
  const way = drawn.map((to, index) => linePath(hall, drawn[index - 1] ?? to, to)).join('')
  const [from] = drawn
  return (
    <figure className="mapway">
      <svg className="hallmap" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={MAP.title}>
        {layers.map((href) => (
          <image key={href} href={href} width={width} height={height} />
        ))}
        <path className="hallmap__halo" d={way} />
        <path d={way} />
        {way !== '' && !numbers && from && (
          <circle className="hallmap__from" cx={from.x} cy={from.y} r={mark * 0.35} />
        )}
        {(numbers ? drawn : drawn.slice(-1)).map(({ x, y }, index) => (
          <g key={index}>
            <circle cx={x} cy={y} r={mark * 1.4} />
            <text x={x + mark} y={y - mark} fontSize={mark}>
              {numbers?.[index]}
            </text>
          </g>
        ))}
      </svg>
      <figcaption>{children}</figcaption>
    </figure>
  )
}
