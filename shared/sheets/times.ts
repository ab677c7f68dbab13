const pad = (value: number): string => String(value).padStart(2, '0')

/** A time of day as people write it (`10:40`, `9.30`, `0930`, `2pm`, `noon`), as `10:40:00`. */
export function parseTimeOfDay(written: string): string | null {
  const text = written.toLowerCase().trim().replace(/\s+/g, ' ')
  if (/^(?:12 )?(?:noon|midday)$/.test(text)) return '12:00:00'
  if (/^(?:12 )?midnight$/.test(text)) return '00:00:00'
  const parts =
    /^(\d{1,2})(?:[:.h](\d{2}))?(?:[:.](\d{2}))? ?(am|pm|a\.m\.?|p\.m\.?)?$/.exec(text) ??
    /^(\d{2})(\d{2})()() ?(?:h|hrs|hours)?$/.exec(text)
  if (!parts) return null
  const [, hours = '', minutes = '0', seconds = '0', half = ''] = parts
  const twelve = Number(hours)
  if (half !== '' && (twelve < 1 || twelve > 12)) return null
  const hour = half === '' ? twelve : (twelve % 12) + (half.startsWith('p') ? 12 : 0)
  if (hour > 23 || Number(minutes) > 59 || Number(seconds || 0) > 59) return null
  return `${pad(hour)}:${pad(Number(minutes))}:${pad(Number(seconds || 0))}`
}

/** `10:40–11:00` in one cell; `1.30–2pm` is all afternoon. */
export function parseTimeRange(written: string): { start: string; end: string } | null {
  const [from, to, ...more] = written.split(/\s*(?:–|—|-|\bto\b|\buntil\b)\s*/i)
  if (from === undefined || to === undefined || more.length > 0) return null
  const end = parseTimeOfDay(to)
  const half = /([ap])\.?m/i.exec(to)?.[0]
  const alike =
    half !== undefined && !/[ap]\.?m/i.test(from) ? parseTimeOfDay(`${from}${half}`) : null
  const start = alike !== null && end !== null && alike <= end ? alike : parseTimeOfDay(from)
  return start === null || end === null ? null : { start, end }
}

export const secondsOf = (time: string): number => {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number)
  return hours * 3600 + minutes * 60 + seconds
}

/**
 * A date that stands before the time in one cell. A time with an offset or Z is left whole and so not
 * understood: sheets speak of the clocks in the hall.
 */
export function splitDateTime(written: string): { date: string | null; time: string } {
  const parts =
    /^(\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})(?:T|,? )(\d{1,2}[:.]\d{2}(?::\d{2})?)(?:\.0+)?$/.exec(
      written,
    )
  return { date: parts?.[1] ?? null, time: parts?.[2] ?? written }
}
