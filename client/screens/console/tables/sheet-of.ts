import type { RoundId, TableId } from '#shared/show/words.ts'

/** What lies over the tables. */
export type OpenSheet =
  | { kind: 'cell'; round: RoundId; table: TableId }
  | { kind: 'without'; round: RoundId }
  /** null: a new table */
  | { kind: 'edit'; table: TableId | null }
  | { kind: 'swap'; table: TableId }
  | { kind: 'walk-in' }

/** `?round=…&table=…` opens who sits there; `?round=…` alone, who sits nowhere; `?table=…`, the table. */
export function sheetOf(query: string): OpenSheet | null {
  const asked = new URLSearchParams(query)
  const round = asked.get('round') as RoundId | null
  const table = asked.get('table') as TableId | null
  if (round !== null)
    return table === null ? { kind: 'without', round } : { kind: 'cell', round, table }
  return table === null ? null : { kind: 'edit', table }
}
