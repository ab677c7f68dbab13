/** The part of csv-parse used here, without the Node types its own declarations bring along. */
export interface CsvParseOptions {
  bom?: boolean
  delimiter?: string | readonly string[]
  quote?: string | false | null
  escape?: string | null
  record_delimiter?: string | readonly string[]
  relax_column_count?: boolean
  relax_quotes?: boolean
  skip_empty_lines?: boolean
  trim?: boolean
  ltrim?: boolean
  rtrim?: boolean
  max_record_size?: number
  to?: number
}

/** Rows of cells; with `info`, each row comes with the line it ended on. */
export function parse(
  input: string,
  options: CsvParseOptions & { info: true },
): { info: { lines: number; records: number }; record: string[] }[]
export function parse(input: string, options?: CsvParseOptions): string[][]

export class CsvError extends Error {
  code: string
  lines?: number
  /** rows read before the one that failed */
  records?: number
  column?: number | string
}
