import type { RoundId, TableId } from '#shared/show/words.ts'
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
  const { hall } = parts
  const at = hall?.tables[table.id]
  if (!hall || !at) return null
  const rounds = roundsInOrder(parts)
  const before = rounds[rounds.findIndex(({ id }) => id === round) - 1]
  // A break lies between two items of rounds: nobody is still at the table they had.
  const isNext = before?.segment === parts.rounds[round]?.segment
  const was = before && isNext ? tableOf(parts, seatIn(mine, before.id).table) : null
  const there = was && hall.tables[was.id]
  const from = there ?? doorFor(hall, at)
  const [to, start] = [MAP.table(table.number), there ? MAP.table(was.number) : MAP.theDoor]
  const isSame = there !== undefined && was?.id === table.id
  const spots = from && !isSame ? [spotOf(hall, from), spotOf(hall, at)] : [spotOf(hall, at)]
  const isWay = spots.length > 1
  const query = `?to=${table.number}${there && !isSame ? `&from=${was.number}` : ''}`
  return (
    <figure className="mapway">
      <HallMap hall={hall} alt={isWay ? MAP.alt(start, to) : MAP.altAt(to)} spots={spots} />
      <figcaption>
        {isWay ? MAP.way(start, to) : MAP.marked(to)}{' '}
        <a className="tap" href={`/s/${parts.show.id}/map${query}`}>
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
  if (!hall) return null
  const stops: TableLine[] = rounds.flatMap(({ id }) => {
    const table = tableOf(parts, seatIn(mine, id).table)
    return table && hall.tables[table.id] ? [table] : []
  })
  if (stops.length === 0) return null
  const spots = stops.map(({ id }) => spotOf(hall, hall.tables[id] as Spot))
  return (
    <figure className="mapway">
      <HallMap
        hall={hall}
        alt={MAP.altOrder(stops.map(({ number }) => number))}
        spots={spots}
        numbers={ordersAt(stops)}
      />
      <figcaption>{MAP.order}</figcaption>
    </figure>
  )
}

/** `1`, or `1, 3` where somebody comes back; '' for a stop that is named already. */
function ordersAt(stops: readonly { id: TableId }[]): string[] {
  return stops.map(({ id }, index) =>
    stops.findIndex((one) => one.id === id) < index
      ? ''
      : stops.flatMap((one, at) => (one.id === id ? [at + 1] : [])).join(', '),
  )
}

interface HallMapProps {
  hall: HallPart
  /** for those who do not see it */
  alt: string
  /** units; the way goes from one to the next, and ends at the last */
  spots: readonly Spot[]
  /** what stands at each of the spots, all of which are tables then */
  numbers?: readonly string[]
}

/** One drawing for the whole hall, which the phone keeps, and one's own way over it. */
function HallMap({ hall, alt, spots, numbers }: HallMapProps) {
  const { parts } = usePhone()
  const { width, height, mark } = hall
  const layers = [picturePath(parts.show.id, hall), drawingPath(parts.show.id, hall)]
  const way = spots.slice(1).map((to, index) => linePath(hall, spots[index] as Spot, to))
  const ringed = numbers ? spots : spots.slice(-1)
  const [from] = numbers ? [] : spots.slice(0, -1)
  const ring = Math.round(mark * 1.4)
  return (
    <svg className="hallmap" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={alt}>
      {layers.map((href) => href && <image key={href} href={href} width={width} height={height} />)}
      <path className="hallmap__halo" d={way.join('')} />
      <path className="hallmap__way" d={way.join('')} />
      {from && <circle className="hallmap__from" cx={from.x} cy={from.y} r={mark * 0.35} />}
      {ringed.map(({ x, y }, index) => (
        <g key={index}>
          <circle className="hallmap__halo" cx={x} cy={y} r={ring} />
          <circle className="hallmap__to" cx={x} cy={y} r={ring} />
          {numbers?.[index] && (
            <text
              className="hallmap__no"
              x={x + mark * 2 > width ? x - mark : x + mark}
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
