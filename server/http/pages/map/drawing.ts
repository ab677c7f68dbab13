import { createHash } from 'node:crypto'
import type { ReadShow } from '#shared/show/state.ts'
import type { TableId } from '#shared/show/words.ts'
import { type HallPart, spotOf } from '#shared/views/hall-map.ts'
import { zoneShape } from '#shared/views/zone-shapes.ts'
import { MAP_PAGE } from '#shared/words/map-page.ts'
import { html, type Html, raw } from '../../html.ts'

/** Colours of tokens.css. On a picture, which is as light as it was made, the light ones alone. */
const LIGHT =
  'text{font-family:system-ui,sans-serif;font-weight:700;text-anchor:middle;dominant-baseline:central}.word{fill:#1a1814}.floor{fill:#fffefb;stroke:#857f74}.thing{fill:#f3eee3;stroke:#524d45}.bare{fill:#fffefb;stroke:#1a1814}.rim{stroke:#1a1814}.no{paint-order:stroke;stroke-linejoin:round}'
const DARK =
  '@media(prefers-color-scheme:dark){.floor{fill:#1c1916}.thing{fill:#211e1a}.word{fill:#f5f0e6}.bare{fill:#1c1916;stroke:#f5f0e6}.rim{stroke:#f5f0e6}}'
const STYLES = { grid: LIGHT + DARK, picture: LIGHT }

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`
/** The drawing runs nothing, loads nothing, and has these styles only. */
export const DRAWING_POLICY = `default-src 'none'; style-src ${Object.values(STYLES).map(hashOf).join(' ')}`

/** Every table as its zone's shape with its number, the doors and the stage: one file for all phones. */
export function drawHall(part: HallPart, tables: ReadShow['tables']): string {
  const { ground, width, height } = part
  const placed = Object.entries(part.tables).flatMap(([id, at]) => {
    const table = tables[id as TableId]
    return table ? [{ table, at: spotOf(part, at) }] : []
  })
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">
    ${raw(`<style>${STYLES[ground.kind]}</style>`)}
    ${
      ground.kind === 'grid' &&
      html`<rect
        class="floor"
        x="1"
        y="1"
        width="${width - 2}"
        height="${height - 2}"
        stroke-width="2"
      />`
    }${part.stage && label(part, spotOf(part, part.stage), MAP_PAGE.stage, ground.kind === 'grid' ? 4 : 2)}${part.doors.map(
      (door) => label(part, spotOf(part, door), MAP_PAGE.door, 2),
    )}${placed.map(({ table, at }) => tableMark(part, at, table))}
  </svg>`.text
}

/** A box with a word, `wide` times as wide as high, kept within the plan. */
function label(
  { mark, width, height }: HallPart,
  { x, y }: { x: number; y: number },
  word: string,
  wide: number,
): Html {
  const [half, high] = [Math.min(mark * 0.7 * wide, width / 2 - 2), mark * 0.7]
  const within = (at: number, room: number, most: number): number =>
    Math.round(Math.min(Math.max(at, room + 2), most - room - 2))
  const [left, top] = [within(x, half, width), within(y, high, height)]
  return html`<g transform="translate(${left} ${top})"
    ><rect
      class="thing"
      x="${-Math.round(half)}"
      y="${-Math.round(high)}"
      width="${Math.round(half * 2)}"
      height="${Math.round(high * 2)}"
      stroke-width="2"
    /><text class="word" font-size="${Math.round(mark * 0.75)}">${word}</text></g
  >`
}

function tableMark(
  { mark }: HallPart,
  { x, y }: { x: number; y: number },
  { number, zone }: { number: number; zone: string },
): Html {
  const shape = zoneShape(zone)
  const scale = mark / 50
  const size = number > 99 ? 40 : 52
  const text = shape
    ? html`<text
        class="no"
        y="${shape.drop}"
        font-size="${size}"
        fill="${shape.ink}"
        stroke="${shape.colour}"
        stroke-width="10"
        >${number}</text
      >`
    : html`<text class="word" font-size="${size}">${number}</text>`
  return html`<g transform="translate(${x} ${y}) scale(${Number(scale.toFixed(3))})"
    >${outline(shape)}${text}</g
  >`
}

function outline(shape: ReturnType<typeof zoneShape>): Html {
  if (!shape)
    return html`<rect
      class="bare"
      x="-46"
      y="-46"
      width="92"
      height="92"
      rx="10"
      stroke-width="4"
    />`
  const { points, colour } = shape
  return points === null
    ? html`<circle class="rim" r="49" fill="${colour}" stroke-width="4" />`
    : html`<polygon class="rim" points="${points}" fill="${colour}" stroke-width="4" />`
}
