import type { ImportFile } from '#shared/wire/imports.ts'
import type { RowState } from '#shared/words/console-import.ts'

/** A row of a file, or something of the event that the file does not name. */
export interface Row {
  state: Exclude<RowState, 'all'>
  /** null: it is in no row of the file */
  line: number | null
  words: string
  reason?: string
}

/** What is to be read comes first; what is not in the file is a list of its own. */
export const STATES = ['problem', 'changed', 'left-out', 'added', 'same', 'gone'] as const

export function rowsOf({ lines, gone }: Pick<ImportFile, 'lines' | 'gone'>): Row[] {
  const order = new Map(STATES.map((state, index) => [state, index]))
  const rows: Row[] = [
    ...lines.map(({ what, line, words, reason }) => ({
      state: what,
      line,
      words,
      ...(reason === undefined ? {} : { reason }),
    })),
    ...gone.map((one) => ({ state: 'gone' as const, line: null, ...one })),
  ]
  return rows.sort((a, b) => (order.get(a.state) ?? 0) - (order.get(b.state) ?? 0))
}

/** How many rows are in each state; those without any are not there. `all` is all of the file's own. */
export function statesOf(rows: readonly Row[]): { state: RowState; count: number }[] {
  const counts = STATES.map((state) => ({
    state,
    count: rows.filter((row) => row.state === state).length,
  }))
  const all = rows.filter(({ state }) => state !== 'gone').length
  const there = counts.filter(({ count }) => count > 0)
  return all === 0 ? there : [{ state: 'all', count: all }, ...there]
}

export const inState = (rows: readonly Row[], state: RowState): readonly Row[] =>
  rows.filter((row) => (state === 'all' ? row.state !== 'gone' : row.state === state))
