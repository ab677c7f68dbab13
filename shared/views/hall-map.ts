import type { DeepReadonly, Hall, Point, ReadShow, Table } from '#shared/show/state.ts'
import type { TableId } from '#shared/show/words.ts'
import { mapValues } from './map-values.ts'

/** The map as everybody may see it: what it is drawn on, and where everything stands. */
export interface HallPart {
  ground: DeepReadonly<Hall['ground']>
  /** units of the drawing; positions are fractions of these */
  width: number
  height: number
  /** half the size of a table's mark, units */
  mark: number
  /** addresses of what lies under one another: the picture, if there is one, and the drawing of all tables last */
  layers: readonly string[]
  stage: DeepReadonly<Point> | null
  doors: readonly DeepReadonly<Point>[]
  /** `door`: which of the doors is nearest, where that is not the first */
  tables: Readonly<Record<TableId, DeepReadonly<Point> & { readonly door?: number }>>
}

/** units of a cell of rows and columns; a row more at either end has room for stage and door */
const CELL = 100
/** units of a picture's width */
const WIDE = 1000

export function sizeOf(
  ground: HallPart['ground'],
  pictures: ReadShow['pictures'],
): { width: number; height: number } {
  if (ground.kind === 'grid')
    return { width: ground.columns * CELL, height: (ground.rows + 2) * CELL }
  const { width, height } = pictures[ground.picture] ?? { width: 3, height: 2 }
  return { width: WIDE, height: Math.round((WIDE * height) / width) }
}

/** As large as tables can be without touching, where they stand evenly. */
function markOf(ground: HallPart['ground'], area: number, count: number): number {
  if (ground.kind === 'grid') return 36
  return Math.round(Math.min(40, Math.max(18, Math.sqrt(area / Math.max(1, count)) / 3.2)))
}

export function hallPart({ id, hall, pictures, tables }: ReadShow): HallPart | null {
  if (!hall) return null
  const { ground, stage, doors } = hall
  const size = sizeOf(ground, pictures)
  const mark = markOf(ground, size.width * size.height, Object.keys(tables).length)
  const places = mapValues(hall.tables, (at) => {
    const door = nearestDoor(doors, size, at)
    return door > 0 ? { ...at, door } : at
  })
  const part = { ground, ...size, mark, stage, doors, tables: places }
  const drawing = drawingPath(id, drawingName(part, tables))
  return {
    ...part,
    layers: ground.kind === 'picture' ? [picturePath(id, ground.picture), drawing] : [drawing],
  }
}

export const picturePath = (show: string, hash: string): string => `/s/${show}/picture/${hash}`
/** Another address whenever the drawing looks different. */
const drawingPath = (show: string, name: string): string => `/s/${show}/map/${name}.svg`

/** Everything that the drawing shows, as a short name: 64 bits that tell one drawing from the next. */
function drawingName(
  part: Omit<HallPart, 'layers'>,
  tables: Readonly<Record<TableId, DeepReadonly<Table>>>,
): string {
  const shown = Object.keys(part.tables).map((id) => {
    const { number, zone } = tables[id as TableId] ?? { number: 0, zone: '' }
    return [id, number, zone]
  })
  const text = JSON.stringify([DRAWN, part, shown])
  return fnv(text, 0x811c9dc5) + fnv(text, 0x1b873593)
}
/** Raised when the same map is drawn another way, so that phones fetch it anew. */
const DRAWN = 1

/** FNV-1a over UTF-16 units, 8 hex digits. */
function fnv(text: string, basis: number): string {
  let hash = basis
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/** Which door is nearest to a place: where the way begins for whoever is at no table. 0 when there is none. */
function nearestDoor(
  doors: readonly DeepReadonly<Point>[],
  { width, height }: { width: number; height: number },
  to: DeepReadonly<Point>,
): number {
  const far = doors.map(({ x, y }) => Math.hypot((x - to.x) * width, (y - to.y) * height))
  return Math.max(0, far.indexOf(Math.min(...far)))
}

/** Where the way to a table begins for whoever is at no table; undefined: nobody knows where people come in. */
export const doorTo = (
  { doors }: Pick<HallPart, 'doors'>,
  at: { readonly door?: number },
): DeepReadonly<Point> | undefined => doors[at.door ?? 0]

interface Spot {
  x: number
  y: number
}
/** A place in units of the drawing. */
export const spotOf = (
  { width, height }: Pick<HallPart, 'width' | 'height'>,
  { x, y }: DeepReadonly<Point>,
): Spot => ({ x: Math.round(x * width), y: Math.round(y * height) })

/**
 * A line between two spots, from just outside the one to the rim of the other; '' when they touch. It bends aside, so
 * that it runs between the tables of a row and not over their numbers.
 */
export function linePath({ mark }: Pick<HallPart, 'mark'>, from: Spot, to: Spot): string {
  const far = Math.hypot(to.x - from.x, to.y - from.y)
  if (far < mark * 2.1) return ''
  const aside = Math.min(mark * 1.85, far * 0.3)
  const at = (along: number, by: number): string =>
    [
      from.x + ((to.x - from.x) * along - (to.y - from.y) * by) / far,
      from.y + ((to.y - from.y) * along + (to.x - from.x) * by) / far,
    ]
      .map(Math.round)
      .join(' ')
  return `M${at(mark * 0.5, 0)}C${at(aside, aside)} ${at(far - aside, aside)} ${at(far - mark * 1.6, 0)}`
}
