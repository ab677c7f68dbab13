import {
  drawingPath,
  type HallPart,
  linePath,
  picturePath,
  type spotOf,
} from '#shared/views/hall.ts'
import { html, type Html } from '../../html.ts'

type Spot = ReturnType<typeof spotOf>

/** The map as a page shows it: the picture, the drawing on it, and one's own way over both. */
export function hallMap(
  show: string,
  part: HallPart,
  alt: string,
  way: { from: Spot | null; to: Spot } | null = null,
): Html {
  const { width, height, mark } = part
  const picture = picturePath(show, part)
  const layer = (href: string): Html =>
    html`<image href="${href}" width="${width}" height="${height}" />`
  const from = way?.from ?? null
  const line = way && from ? linePath(part, from, way.to) : ''
  return html`<svg class="hallmap" viewBox="0 0 ${width} ${height}" role="img" aria-label="${alt}">
    ${picture !== null && layer(picture)}${layer(drawingPath(show, part))}${
      line !== '' &&
      html`<path class="hallmap__halo" d="${line}" /><path class="hallmap__way" d="${line}" />`
    }${
      from !== null &&
      html`<circle
        class="hallmap__from"
        cx="${from.x}"
        cy="${from.y}"
        r="${Math.round(mark * 0.35)}"
      />`
    }${
      way !== null &&
      html`<circle
          class="hallmap__halo"
          cx="${way.to.x}"
          cy="${way.to.y}"
          r="${Math.round(mark * 1.4)}"
        /><circle
          class="hallmap__to"
          cx="${way.to.x}"
          cy="${way.to.y}"
          r="${Math.round(mark * 1.4)}"
        />`
    }
  </svg>`
}
