import { stringify } from 'csv-stringify/sync'
import { guard } from './cells.ts'

export type Cell = string | number | boolean | null

const written = (cell: Cell): string =>
  cell === null ? '' : typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : guard(String(cell))

/**
 * A CSV file that Excel, LibreOffice and our own import read alike: UTF-8 mark, commas, CRLF, every
 * cell guarded against formulas.
 */
export const toCsv = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  stringify(
    [header, ...rows].map((cells) => cells.map(written)),
    {
      bom: true,
      record_delimiter: '\r\n',
      // Other separators and line ends too: whoever guesses the separator cannot be misled by a cell.
      quoted_match: /[",;|\t\r\n]|^\s|\s$/,
      // A row of one empty cell would be a blank line, which readers skip.
      quoted_empty: header.length === 1,
    },
  )
