import type { HallDraft } from '#shared/show/hall.ts'
import type { TableLine } from '#shared/views/common.ts'

export type Order = 'rows' | 'snake'
export const MOST_COLUMNS = 40

/** As square as it can be, so that marks are large on a phone. */
export const columnsFor = (count: number): number =>
  Math.min(MOST_COLUMNS, Math.max(1, Math.ceil(Math.sqrt(count))))

/**
 * All tables in rows, by number, between the stage at the top and a door at the bottom. `snake`: every other row
 * goes the other way, so that neighbours have neighbouring numbers.
 */
export function layOut(
  tables: readonly Pick<TableLine, 'id' | 'number'>[],
  columns: number,
  order: Order,
): HallDraft {
  const rows = Math.min(MOST_COLUMNS, Math.max(1, Math.ceil(tables.length / columns)))
  // Stage and door have a row each.
  const down = (row: number): number => rounded((row + 1.5) / (rows + 2))
  const across = (column: number): number => rounded((column + 0.5) / columns)
  return {
    ground: { kind: 'grid', columns, rows },
    stage: { x: 0.5, y: down(-1) },
    doors: [{ x: 0.5, y: down(rows) }],
    tables: tables
      .toSorted((a, b) => a.number - b.number)
      .map(({ id }, index) => {
        const row = Math.floor(index / columns)
        const at = index % columns
        const column = order === 'snake' && row % 2 === 1 ? columns - 1 - at : at
        return { table: id, at: { x: across(column), y: down(Math.min(row, rows - 1)) } }
      }),
  }
}

/** Ten thousandths of a plan are finer than anybody can point. */
export const rounded = (fraction: number): number =>
  Math.round(Math.min(1, Math.max(0, fraction)) * 10_000) / 10_000
