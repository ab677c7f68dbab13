import { HOUR, type Instant, MINUTE, type Ms } from '#shared/time/instant.ts'
import { clockTime, dayName } from '#shared/time/zone.ts'
import { PLAN_ACTUAL as words } from '#shared/words/out.ts'
import { lateWords, overWords, type PlanActual, type PlanActualLine } from './plan-actual.ts'
import { clean } from './text.ts'

/*
 * The colours of tokens.css in the light: a picture that is printed or sent on has no style sheet. Each has
 * a class beside it, by which a page gives it the colour of its theme (public.css). No colour stands
 * alone: planned is an outline, what was over is hatched, and words stand at the end.
 */
const INK = 'class="pa-ink" fill="#1a1814"'
const GREY = 'class="pa-grey" fill="#524d45"'
const LINE = 'class="pa-line" stroke="#d8d1c3"'
const PAPER = 'class="pa-paper" fill="#fffefb"'
const OUTLINE = 'class="pa-outline" fill="#fffefb" stroke="#857f74"'
const RUNNING = 'class="pa-running" fill="#0c5c45"'
const OVER = 'class="pa-over" fill="#970f20"'
/** `id` of the pattern */
const hatchedBy = (id: string): string => `class="pa-hatched" fill="url(#${id})" stroke="#970f20"`

const WIDTH = 1000
const LABELS = 260
const WORDS = 170
const ROW = 46
const HEAD = 58
const FOOT = 34
const BAR = 13
/** width of the time axis */
const AXIS = WIDTH - LABELS - WORDS

/**
 * Each stage's day as a picture, one below the other in one SVG file: for each item the planned bar
 * above the actual one, on one time axis. `zone` is the show's. Whoever shows it puts a table beside it:
 * the picture itself is one image. `first`: a number for each picture that stands on the same page.
 */
export function planActualSvg(parts: readonly PlanActual[], zone: string, first = 0): string {
  const heights = parts.map(heightOf)
  const height = heights.reduce((total, each) => total + each, 0) || HEAD
  const label = parts
    .map(({ stage, day, lines }) => words.picture(stage, dayName(day), lines.length))
    .join(' ')
  let top = 0
  const pictures = parts.map((part, index) => {
    const placed = `<g transform="translate(0 ${top})">${picture(part, zone, `over-${first + index}`)}</g>`
    top += heights[index] ?? 0
    return placed
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" class="plan-actual" role="img" aria-label="${escape(label || words.none)}" font-family="'Atkinson Hyperlegible Next', system-ui, 'Segoe UI', sans-serif" font-size="14">`,
    `<rect width="${WIDTH}" height="${height}" ${PAPER}/>`,
    ...(parts.length === 0 ? [text(0, 22, words.none, { paint: INK })] : pictures),
    '</svg>',
  ].join('\n')
}

const heightOf = ({ lines }: PlanActual): number => HEAD + lines.length * ROW + FOOT

function picture(part: PlanActual, zone: string, over: string): string {
  const { stage, day, lines } = part
  const { from, to } = axisOf(lines)
  const x = (at: Instant): number => LABELS + ((at - from) / Math.max(1, to - from)) * AXIS
  const bottom = heightOf(part) - FOOT
  const hatched = hatchedBy(over)
  const ticks = ticksOf(from, to).map(
    (at) =>
      `<line x1="${round(x(at))}" y1="${HEAD - 8}" x2="${round(x(at))}" y2="${bottom}" ${LINE}/>` +
      text(x(at), HEAD - 14, clockTime(at, zone), { paint: GREY, anchor: 'middle' }),
  )
  return [
    `<defs><pattern id="${over}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" ${PAPER}/><rect width="3" height="6" ${OVER}/></pattern></defs>`,
    text(0, 22, `${stage}, ${dayName(day)}`, { paint: INK, weight: 700, size: 18 }),
    ...ticks,
    ...lines.map((line, index) => row(line, HEAD + index * ROW, x, hatched)),
    legend(bottom + FOOT - 10, hatched),
  ].join('\n')
}

function row(
  line: PlanActualLine,
  top: number,
  x: (at: Instant) => number,
  hatched: string,
): string {
  const { title, planned, actual } = line
  const ends = actual ? plannedEndOf(line) : 0
  const parts = [
    `<line x1="0" y1="${top}" x2="${WIDTH}" y2="${top}" ${LINE}/>`,
    text(0, top + 27, cut(title), { paint: INK, weight: 600 }),
    bar(x(planned.from), x(planned.to), top + 7, OUTLINE),
    ...(actual ? [bar(x(actual.from), x(Math.min(actual.to, ends)), top + 24, RUNNING)] : []),
    ...(actual && actual.to > ends ? [bar(x(ends), x(actual.to), top + 24, hatched)] : []),
    text(WIDTH, top + 19, lateWords(line), { paint: INK, anchor: 'end' }),
    text(WIDTH, top + 36, overWords(line), {
      paint: (line.over ?? 0) > 0 ? OVER : GREY,
      weight: (line.over ?? 0) > 0 ? 700 : 400,
      anchor: 'end',
    }),
  ]
  return `<g>${parts.join('')}</g>`
}

/** Where the planned length ends, counted from the real beginning. */
const plannedEndOf = ({ planned, actual }: PlanActualLine): Instant =>
  (actual?.from ?? planned.from) + (planned.to - planned.from)

/** Never so short that it cannot be seen. */
function bar(from: number, to: number, top: number, paint: string): string {
  return `<rect x="${round(from)}" y="${top}" width="${round(Math.max(2, to - from))}" height="${BAR}" rx="2" ${paint}/>`
}

function legend(y: number, hatched: string): string {
  const entries = [
    [words.planned, OUTLINE],
    [words.was, RUNNING],
    [words.over, hatched],
  ] as const
  return entries
    .map(([name, paint], index) => {
      const left = LABELS + index * 130
      return bar(left, left + 26, y - 11, paint) + text(left + 34, y, name, { paint: GREY })
    })
    .join('')
}

/** From the quarter hour before the first to the one after the last. */
function axisOf(lines: readonly PlanActualLine[]): { from: Instant; to: Instant } {
  const spans = lines.flatMap(({ planned, actual }) => (actual ? [planned, actual] : [planned]))
  const quarter = 15 * MINUTE
  return {
    from: Math.floor(Math.min(...spans.map(({ from }) => from)) / quarter) * quarter,
    to: Math.ceil(Math.max(...spans.map(({ to }) => to)) / quarter) * quarter,
  }
}

const STEPS: readonly Ms[] = [15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 12 * HOUR]

/** Ten at most. Zones are off UTC by quarters of an hour, so quarters are quarters everywhere. */
function ticksOf(from: Instant, to: Instant): Instant[] {
  const step = STEPS.find((each) => (to - from) / each <= 10) ?? 24 * HOUR
  const ticks: Instant[] = []
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) ticks.push(at)
  return ticks
}

interface Look {
  /** one of the colours above */
  paint: string
  weight?: number
  size?: number
  anchor?: 'middle' | 'end'
}
function text(
  x: number,
  y: number,
  content: string,
  { paint, weight, size, anchor }: Look,
): string {
  const looks = [
    `x="${round(x)}" y="${y}" ${paint}`,
    weight === undefined ? '' : `font-weight="${weight}"`,
    size === undefined ? '' : `font-size="${size}"`,
    anchor === undefined ? '' : `text-anchor="${anchor}"`,
  ]
  return `<text ${looks.filter((look) => look !== '').join(' ')}>${escape(content)}</text>`
}

const MOST_LETTERS = 32
const cut = (title: string): string => {
  const letters = Array.from(title)
  return letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS - 1).join('')}…` : title
}

const round = (value: number): number => Math.round(value * 10) / 10

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (content: string): string =>
  clean(content).replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character)
