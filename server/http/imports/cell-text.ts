/** Excel's days 0 and 1, and 0 of the calendar that begins in 1904: a time of day without a day. */
const NO_DAY = /^(?:1899-12-3[01]|1900-01-01|1904-01-01)T/

/**
 * A cell as a CSV file of the same sheet would have it: dates as `2026-06-28`, times as `09:30` (with
 * seconds when it has some), both as `2026-06-28T09:30`, as they stand in the sheet whatever the zone of
 * this computer; numbers without the noise of their binary form; yes and no as TRUE and FALSE.
 */
export function cellText(value: unknown): string {
  if (value instanceof Date) return dateText(value)
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return typeof value === 'string' ? value : ''
}

function dateText(value: Date): string {
  if (Number.isNaN(value.getTime())) return ''
  // A day is a fraction in there, so 10:40 may be a few microseconds away from itself.
  const iso = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString()
  const time = iso.slice(17, 19) === '00' ? iso.slice(11, 16) : iso.slice(11, 19)
  if (NO_DAY.test(iso)) return time
  const day = iso.slice(0, 10)
  return time === '00:00' ? day : `${day}T${time}`
}

/** Excel itself keeps 15 digits. */
function numberText(value: number): string {
  const rounded = Number(value.toPrecision(15))
  if (Number.isInteger(rounded) && Math.abs(rounded) < 1e21) return BigInt(rounded).toString()
  return Math.abs(rounded) < 1e-6 ? rounded.toFixed(15).replace(/\.?0+$/, '') : String(rounded)
}
