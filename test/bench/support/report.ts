/** What one benchmark found. `limit`: what it must not exceed (or, for rates, fall below). */
export interface Figure {
  name: string
  value: number
  unit: string
  limit?: number
  /** more is better: the limit is the least */
  atLeast?: boolean
  /** what it is compared with, in the same run or as published */
  beside?: string
}

const number = (value: number): string =>
  value >= 1000
    ? Math.round(value).toLocaleString('en-GB')
    : Number(value.toPrecision(3)).toString()

export function verdict({ value, limit, atLeast }: Figure): 'met' | 'MISSED' | '' {
  if (limit === undefined) return ''
  return (atLeast ? value >= limit : value <= limit) ? 'met' : 'MISSED'
}

export function line(figure: Figure): string {
  const { name, value, unit, limit, atLeast, beside } = figure
  const goal = limit === undefined ? '' : `${atLeast ? '≥' : '≤'} ${number(limit)}`
  const found = `${number(value)} ${unit}`.trim()
  return [
    name.padEnd(58),
    found.padStart(14),
    goal.padStart(10),
    verdict(figure).padEnd(6),
    beside ?? '',
  ]
    .join('  ')
    .trimEnd()
}
