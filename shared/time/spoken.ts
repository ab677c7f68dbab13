import { HOUR, MINUTE, SECOND, type Ms } from './instant.ts'

/** `4:05`, `1:02:00`; a negative length is overtime and gets a real minus sign. Counts down in whole seconds begun. */
export function countdown(left: Ms): string {
  const whole = left >= 0 ? Math.ceil(left / SECOND) : Math.floor(-left / SECOND)
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  const seconds = String(whole % 60).padStart(2, '0')
  const sign = left < 0 && whole > 0 ? '\u2212' : ''
  return hours > 0
    ? `${sign}${hours}:${String(minutes).padStart(2, '0')}:${seconds}`
    : `${sign}${minutes}:${seconds}`
}

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

/**
 * `90 seconds`, `2 minutes 30 seconds`, `4 minutes`, `1 hour 5 minutes`: how people say a length. One that somebody
 * has set (a multiple of five seconds) is said as it is, one that was measured to the next minute.
 */
export function length(ms: Ms): string {
  const abs = Math.abs(ms)
  const rest = abs % MINUTE
  if (rest === 0 || rest % (5 * SECOND) !== 0 || abs >= 10 * MINUTE) return rounded(abs)
  if (abs <= 90 * SECOND) return plural(abs / SECOND, 'second')
  return `${plural(Math.floor(abs / MINUTE), 'minute')} ${plural(rest / SECOND, 'second')}`
}

function rounded(abs: Ms): string {
  if (abs < 90 * SECOND && abs % MINUTE !== 0) return plural(Math.round(abs / SECOND), 'second')
  if (abs < HOUR) return plural(Math.round(abs / MINUTE), 'minute')
  const hours = Math.floor(abs / HOUR)
  const minutes = Math.round((abs % HOUR) / MINUTE)
  return minutes === 0
    ? plural(hours, 'hour')
    : `${plural(hours, 'hour')} ${plural(minutes, 'minute')}`
}

/** The distance to plan in words; under half a minute is on time. */
export function distance(late: Ms): string {
  if (Math.abs(late) < 30 * SECOND) return 'On time'
  return `${Math.max(1, Math.round(Math.abs(late) / MINUTE))} min ${late > 0 ? 'late' : 'early'}`
}

/** `in 4 minutes`, `now`, `4 minutes ago` */
export function fromNow(ms: Ms): string {
  if (Math.abs(ms) < 5 * SECOND) return 'now'
  const words = rounded(Math.abs(ms))
  return ms > 0 ? `in ${words}` : `${words} ago`
}
