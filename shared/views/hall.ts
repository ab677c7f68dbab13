import type { DeepReadonly, Hall, Point, ReadShow, Table } from '#shared/show/state.ts'
import type { TableId } from '#shared/show/words.ts'

/** The map as everybody may see it: what it is drawn on, and where everything stands. */
export interface HallPart {
  ground: DeepReadonly<Hall['ground']>
  /** units of the drawing; positions are fractions of these */
  width: number
  height: number
  /** half the size of a table's mark, units */
  mark: number
  /** names the drawing of all tables: another one whenever that looks different */
  drawing: string
  stage: DeepReadonly<Point> | null
  doors: readonly DeepReadonly<Point>[]
  tables: Readonly<Record<TableId, DeepReadonly<Point>>>
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

export function hallPart({ hall, pictures, tables }: ReadShow): HallPart | null {
  if (!hall) return null
  const { ground, stage, doors } = hall
  const size = sizeOf(ground, pictures)
  const mark = markOf(ground, size.width * size.height, Object.keys(tables).length)
  const part = { ground, ...size, mark, stage, doors, tables: hall.tables }
  return { ...part, drawing: drawingName(part, tables) }
}

/** Everything that the drawing shows, as a short name: 64 bits that tell one drawing from the next. */
function drawingName(
  part: Omit<HallPart, 'drawing'>,
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

/** The door nearest to where somebody goes: where their way begins when they are at no table. */
export function doorFor(
  { doors, width, height }: Pick<HallPart, 'doors' | 'width' | 'height'>,
  to: DeepReadonly<Point>,
): DeepReadonly<Point> | null {
  const far = ({ x, y }: DeepReadonly<Point>): number =>
    Math.hypot((x - to.x) * width, (y - to.y) * height)
  return doors.reduce<DeepReadonly<Point> | null>(
    (best, door) => (best === null || far(door) < far(best) ? door : best),
    null,
  )
}

/** Path of the drawing's file, and of the picture under it; null: there is none. */
export const drawingPath = (show: string, { drawing }: Pick<HallPart, 'drawing'>): string =>
  `/s/${show}/map/${drawing}.svg`
export const picturePath = (show: string, { ground }: Pick<HallPart, 'ground'>): string | null =>
  ground.kind === 'picture' ? `/s/${show}/plan/${ground.picture}` : null

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
  const [begin, end] = [mark * 0.5, mark * 1.6]
  if (far <= begin + end) return ''
  const [alongX, alongY] = [(to.x - from.x) / far, (to.y - from.y) / far]
  const aside = Math.min(mark * 1.85, far * 0.3)
  const turn = Math.min(mark * 2, far * 0.3)
  const at = (along: number, by: number): string =>
    `${Math.round(from.x + alongX * along - alongY * by)} ${Math.round(from.y + alongY * along + alongX * by)}`
  return `M${at(begin, 0)}C${at(turn, aside)} ${at(far - turn, aside)} ${at(far - end, 0)}`
}
