import writeXlsx, { type SheetData } from 'write-excel-file/node'
import { guard } from '#shared/sheets/cells.ts'
import { clean } from '#shared/sheets/out/text.ts'
import type { Cell } from '#shared/sheets/write.ts'
import type { Sheet } from './sheet.ts'

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * The same cells as in the CSV, texts guarded alike: Excel itself runs none of them, but the file that
 * somebody saves from it as CSV would be read by a program that does.
 */
export function xlsx(name: string, { header, rows }: Sheet): Promise<Buffer> {
  const titles = header.map((value) => ({ value, fontWeight: 'bold' as const }))
  const data: SheetData = [titles, ...rows.map((row) => row.map(cellOf))]
  return writeXlsx(data, {
    sheet: name.charAt(0).toUpperCase() + name.slice(1),
    columns: header.map((title, at) => ({
      width: widthOf([title, ...rows.map((row) => row[at] ?? '')]),
    })),
    stickyRowsCount: 1,
  }).toBuffer()
}

function cellOf(cell: Cell) {
  if (typeof cell === 'number') return cell
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  const text = clean(cell ?? '')
  return text === '' ? null : { value: guard(text).slice(0, LONGEST), type: String }
}
/** Excel's own limit of a cell, characters. */
const LONGEST = 32_767

/** In characters, as Excel counts. */
const widthOf = (cells: readonly Cell[]): number =>
  Math.min(48, Math.max(8, ...cells.map((cell) => String(cell ?? '').length + 2)))
