// What a spreadsheet may take for a formula, and a cell that only looks guarded already.
const DANGEROUS = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/

/** A cell that no spreadsheet runs as a formula. */
export const guard = (cell: string): string => (DANGEROUS.test(cell) ? `'${cell}` : cell)

/** The cell that `guard` was given. */
export const unguard = (cell: string): string =>
  cell.startsWith("'") && DANGEROUS.test(cell.slice(1)) ? cell.slice(1) : cell
