import { dayName } from '#shared/time/zone.ts'
import { PUBLIC_WORDS } from '#shared/words/public.ts'

/** `Tuesday 24 November 2026`; of several days all, the year once. */
export function sayDays(days: readonly string[]): string {
  const year = days.at(-1)?.slice(0, 4) ?? ''
  return days.length === 0 ? '' : `${PUBLIC_WORDS.event.days(days.map(dayName))} ${year}`
}
