import { guard } from './cells.ts'

export type Cell = string | number | boolean | null

const written = (cell: Cell): string => {
  const text =
    cell === null ? '' : typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : guard(String(cell))
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * A CSV file that Excel, LibreOffice and our own import read alike: UTF-8 mark, commas, CRLF, every
 * cell guarded against formulas.
 */
export function toCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [header, ...rows].map((cells) => cells.map(written).join(',') || '""')
  return `\ufeff${lines.join('\r\n')}\r\n`
}
