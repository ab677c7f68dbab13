import { HOUR, type Instant, MINUTE, type Ms, SECOND } from '#shared/time/instant.ts'
import { isoWithOffset } from '#shared/time/calendar.ts'

export type { Sheet } from '#shared/sheets/out/sheet.ts'

/** `2026-06-28 10:42:07` by the clocks in the hall, as spreadsheets read it. */
export const moment = (at: Instant | null, zone: string): string =>
  at === null ? '' : isoWithOffset(at, zone).slice(0, 19).replace('T', ' ')

/** `0:01:30`; what was taken away has a real minus sign, which no spreadsheet runs as a formula. */
export function hms(ms: Ms | null): string {
  if (ms === null) return ''
  const left = Math.round(Math.abs(ms) / SECOND) * SECOND
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0')
  const text = `${Math.floor(left / HOUR)}:${two((left % HOUR) / MINUTE)}:${two((left % MINUTE) / SECOND)}`
  return ms < 0 && left > 0 ? `\u2212${text}` : text
}

export const byText = (a: string, b: string): number => a.localeCompare(b, 'en-GB')
