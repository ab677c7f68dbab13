import { dayName } from '#shared/time/zone.ts'

/** `Tuesday 24 November 2026`, `24 and 25 November 2026`, `24 November to 3 December 2026` */
export function daysInWords(days: readonly string[]): string {
  const [first, ...rest] = days
  const last = rest.at(-1)
  if (first === undefined) return ''
  const year = (day: string) => day.slice(0, 4)
  if (last === undefined) return `${dayName(first)} ${year(first)}`
  const joined = days.length === 2 ? 'and' : 'to'
  const short = (day: string) => dayName(day).split(' ').slice(1).join(' ')
  const sameMonth = first.slice(0, 7) === last.slice(0, 7)
  const sameYear = year(first) === year(last)
  const from = sameMonth
    ? String(Number(first.slice(8)))
    : `${short(first)}${sameYear ? '' : ` ${year(first)}`}`
  return `${from} ${joined} ${short(last)} ${year(last)}`
}
