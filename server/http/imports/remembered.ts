import { createHash } from 'node:crypto'
import type { ColumnChoice } from '#shared/sheets/fields.ts'

/** What was said of a set of columns. Their names are kept as a hash only. */
export interface Remembered extends ColumnChoice {
  columns: string
}

/** The same for the same column names, in whatever order and however they are written. */
export const columnsHash = (keys: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(keys.toSorted())).digest('base64url')

export const rememberedAs = (choice: ColumnChoice): Remembered => ({
  ...choice,
  columns: columnsHash(Object.keys(choice.fields)),
})
