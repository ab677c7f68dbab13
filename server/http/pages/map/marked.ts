import { type HallPart, linePath, type spotOf } from '#shared/views/hall-map.ts'
import { html, type Html } from '../../html.ts'

type Spot = ReturnType<typeof spotOf>

/** The map as a page shows it: the picture, the drawing on it, and one's own way over both. */
export function hallMap(
  { width, height, mark, layers }: HallPart,
  alt: string,
  way: { from: Spot | null; to: Spot } | null = null,
): Html {
  const from = way?.from ?? null
  const line = way && from ? linePath({ mark }, from, way.to) : ''
  return html`<svg class="hallmap" viewBox="0 0 ${width} ${height}" role="img" aria-label="${alt}">
    ${layers.map((href) => html`<image href="${href}" width="${width}" height="${height}" />`)}
    ${line !== '' && html`<path class="hallmap__halo" d="${line}" /><path d="${line}" />`}
    ${
      from !== null &&
      html`<circle
        class="hallmap__from"
        cx="${from.x}"
        cy="${from.y}"
        r="${Math.round(mark * 0.35)}"
      />`
    }
    ${way !== null && html`<circle cx="${way.to.x}" cy="${way.to.y}" r="${Math.round(mark * 1.4)}" />`}
  </svg>`
}
