/** The part of csv-stringify used here, without the Node types its own declarations bring along. */
export interface CsvStringifyOptions {
  bom?: boolean
  delimiter?: string
  header?: boolean
  columns?: readonly string[]
  quoted?: boolean
  quoted_string?: boolean
  quoted_empty?: boolean
  quoted_match?: RegExp
  record_delimiter?: string
  escape_formulas?: boolean
}

export function stringify(
  rows: readonly (readonly unknown[])[],
  options?: CsvStringifyOptions,
): string
