import type { SingleCommand } from '#shared/show/commands.ts'
import type { TableId } from '#shared/show/words.ts'
import type { TableLine } from '#shared/views/common.ts'
import type { HallPart } from '#shared/views/hall-map.ts'
import { HALL_MAP } from '#shared/words/console-map.ts'
import { rounded } from './lay-out.ts'

export interface Place {
  x: number
  y: number
}

/** Whatever stands on the map, or could. */
export interface Thing {
  /** id of the table, `stage`, `door-0` */
  key: string
  table: TableLine | null
  /** `Table 4`, and in a sentence `table 4` */
  name: string
  named: string
  /** null: not on the map */
  at: Place | null
}

/** Tables by number, then the stage and the doors. */
export function thingsOn(hall: HallPart, tables: readonly TableLine[]): Thing[] {
  const of = hall.doors.length
  return [
    ...tables.map((table): Thing => ({
      key: table.id,
      table,
      name: HALL_MAP.table(table.number),
      named: HALL_MAP.aTable(table.number),
      at: hall.tables[table.id] ?? null,
    })),
    {
      key: 'stage',
      table: null,
      name: HALL_MAP.stage,
      named: HALL_MAP.theStage,
      at: hall.stage,
    },
    ...hall.doors.map((at, index): Thing => ({
      key: `door-${index}`,
      table: null,
      name: HALL_MAP.door(index + 1, of),
      named: HALL_MAP.theDoor(index + 1, of),
      at,
    })),
  ]
}

/** What puts a thing at a place, or takes it off the map. */
export function placing(hall: HallPart, { key, table }: Thing, at: Place | null): SingleCommand {
  if (table) return { type: 'place-tables', places: [{ table: table.id as TableId, at }] }
  const { ground, stage, doors } = hall
  const others = doors.map((door) => ({ ...door }))
  const index = Number(key.slice('door-'.length))
  const moved = at
    ? others.map((door, one) => (one === index ? at : door))
    : others.filter((_, one) => one !== index)
  return {
    type: 'save-hall',
    hall: {
      ground: { ...ground },
      stage: key === 'stage' ? at : stage && { ...stage },
      doors: key === 'stage' ? others : moved,
    },
  }
}

/** How far an arrow key moves: half a cell of rows and columns, a hundredth of a picture; with Shift further. */
export function stepOf({ ground }: Pick<HallPart, 'ground'>, far: boolean): Place {
  const times = far ? (ground.kind === 'grid' ? 2 : 5) : 1
  if (ground.kind === 'picture') return { x: 0.01 * times, y: 0.01 * times }
  return { x: (times * 0.5) / ground.columns, y: (times * 0.5) / (ground.rows + 2) }
}

/** Where an arrow key leads; null: the key means something else. */
export function moved(
  hall: Pick<HallPart, 'ground'>,
  at: Place,
  key: string,
  far: boolean,
): Place | null {
  const step = stepOf(hall, far)
  const by: Record<string, Place> = {
    ArrowLeft: { x: -step.x, y: 0 },
    ArrowRight: { x: step.x, y: 0 },
    ArrowUp: { x: 0, y: -step.y },
    ArrowDown: { x: 0, y: step.y },
  }
  const to = Object.hasOwn(by, key) ? by[key] : undefined
  return to ? { x: rounded(at.x + to.x), y: rounded(at.y + to.y) } : null
}

export const percent = (fraction: number): number => Math.round(fraction * 100)
