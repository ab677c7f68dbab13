import type { RoundId } from '#shared/show/words.ts'
import type { RoundLine, TableLine } from '#shared/views/common.ts'
import {
  doorFor,
  drawingPath,
  type HallPart,
  linePath,
  picturePath,
  spotOf,
} from '#shared/views/hall.ts'
import { roundsInOrder, seatIn } from '#shared/views/moment.ts'
import { MAP } from '#shared/words/map.ts'
import { usePhone } from './phone-context.ts'
import { tableOf } from './tables.ts'

type Spot = ReturnType<typeof spotOf>

/** The way to a table in a round: from where somebody was in the round before it, else from the door. */
export function Way({ round, table }: { round: RoundId; table: TableLine }) {
  const { parts, mine } = usePhone()
  const { hall, rounds, show } = parts
  const at = hall?.tables[table.id]
  if (!hall || !at) return null
  const order = roundsInOrder(parts)
  const before = order[order.findIndex(({ id }) => id === round) - 1]
  // A break lies between two items of rounds: nobody is still at the table they had.
  const isNext = before?.segment === rounds[round]?.segment
  const was = before && isNext ? tableOf(parts, seatIn(mine, before.id).table) : null
  const there = was && hall.tables[was.id]
  const from = there ?? doorFor(hall, at)
  const isWay = from && was?.id !== table.id
  const to = MAP.table(table.number)
  const query = there && isWay ? `&from=${was.number}` : ''
  return (
    <figure className="mapway">
      <HallMap hall={hall} spots={(isWay ? [from, at] : [at]).map((one) => spotOf(hall, one))} />
      <figcaption>
        {isWay ? MAP.way(there ? MAP.table(was.number) : MAP.theDoor, to) : MAP.marked(to)}{' '}
        <a className="tap" href={`/s/${show.id}/map?to=${table.number}${query}`}>
          {MAP.large}
        </a>
      </figcaption>
    </figure>
  )
}

/** All my tables in the order in which I go to them. */
export function WalkingOrder({ rounds }: { rounds: readonly RoundLine[] }) {
  const { parts, mine } = usePhone()
  const { hall } = parts
  const stops = rounds.flatMap(({ id }) => {
    const { table } = seatIn(mine, id)
    return table && hall?.tables[table] ? [table] : []
  })
  if (!hall || stops.length === 0) return null
  return (
    <figure className="mapway">
      <HallMap
        hall={hall}
        spots={stops.flatMap((id) => hall.tables[id] ?? []).map((at) => spotOf(hall, at))}
        // Whoever comes back to a table reads both figures there.
        numbers={stops.map((id) => stops.flatMap((one, at) => (one === id ? [at + 1] : [])).join())}
      />
      <figcaption>{MAP.order}</figcaption>
    </figure>
  )
}

interface HallMapProps {
  hall: HallPart
  /** units; the way goes from one to the next, and ends at the last */
  spots: readonly Spot[]
  /** what stands at each of the spots, all of which are tables then */
  numbers?: readonly string[]
}

/** One drawing for the whole hall, which the phone keeps, and one's own way over it. */
function HallMap({ hall, spots, numbers }: HallMapProps) {
  const { id } = usePhone().parts.show
  const { width, height, mark } = hall
  const way = spots.slice(1).map((to, index) => linePath(hall, spots[index] ?? to, to))
  const ringed = numbers ? spots : spots.slice(-1)
  const [from] = numbers ? [] : spots.slice(0, -1)
  return (
    <svg className="hallmap" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={MAP.title}>
      {[picturePath(id, hall), drawingPath(id, hall)].map(
        (href) => href && <image key={href} href={href} width={width} height={height} />,
      )}
      {['halo', 'way'].map((one) => (
        <path key={one} className={`hallmap__${one}`} d={way.join('')} />
      ))}
      {from && <circle className="hallmap__from" cx={from.x} cy={from.y} r={mark * 0.35} />}
      {ringed.map(({ x, y }, index) => (
        <g key={index}>
          {['halo', 'to'].map((one) => (
            <circle key={one} className={`hallmap__${one}`} cx={x} cy={y} r={mark * 1.4} />
          ))}
          {numbers && (
            <text
              className="hallmap__no"
              x={x + mark * (x + mark * 2 > width ? -1 : 1)}
              y={y - mark}
              fontSize={mark}
            >
              {numbers[index]}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}
