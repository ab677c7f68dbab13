import type { Cell } from '#shared/sheets/write.ts'

/** A spreadsheet of one table. */
export interface Sheet {
  header: string[]
  rows: Cell[][]
}
