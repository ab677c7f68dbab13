import { HOUR, MINUTE, type Ms, SECOND } from '#shared/time/instant.ts'

/** `1h 5m`, `2m 30s`, `0m`: a length that our import reads back to the millisecond. */
export function lengthCell(ms: Ms): string {
  const hours = Math.floor(ms / HOUR)
  const minutes = Math.floor((ms % HOUR) / MINUTE)
  const seconds = (ms % MINUTE) / SECOND
  const parts = [
    hours > 0 ? `${hours}h` : '',
    minutes > 0 ? `${minutes}m` : '',
    seconds > 0 ? `${seconds}s` : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? '0m' : parts.join(' ')
}

/** What all of them are, else each of them: `12m` or `12m; 10m`. */
export function listCell(cells: readonly string[]): string {
  const [first = ''] = cells
  return cells.every((cell) => cell === first) ? first : cells.join('; ')
}

/**
 * Names in numbered columns, `Speaker 1`, `Speaker 2`: always two at least, since names that stand in
 * columns of their own are never taken apart.
 */
export function nameColumns(
  what: string,
  lists: readonly (readonly string[])[],
): { header: string[]; cells: (names: readonly string[]) => string[] } {
  const width = Math.max(2, ...lists.map((names) => names.length))
  const columns = Array.from({ length: width }, (_, index) => index)
  return {
    header: columns.map((index) => `${what} ${index + 1}`),
    cells: (names) => columns.map((index) => names[index] ?? ''),
  }
}
