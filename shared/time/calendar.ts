import { TZDate } from '@date-fns/tz'
import { format } from 'date-fns/format'
import type { Instant } from './instant.ts'

/** Does this string name a real calendar day? */
export function isLocalDate(date: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (!parts) return false
  const day = new TZDate(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]), 'UTC')
  return format(day, 'yyyy-MM-dd') === date
}

/** ISO 8601 with the zone's offset, for files and feeds: `2026-11-24T09:30:00+00:00`. */
export const isoWithOffset = (at: Instant, zone: string): string =>
  format(new TZDate(at, zone), "yyyy-MM-dd'T'HH:mm:ssxxx")
