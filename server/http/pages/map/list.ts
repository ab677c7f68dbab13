import { PUBLIC_PAGE } from '#shared/words/public-page.ts'
import { html, type Html } from '../../html.ts'
import { zoneMark } from '../public/marks.ts'

/** What the map shows, in words. */
export const hallList = (
  tables: readonly { number: number; zone: string; place: string; title: Html | string }[],
): Html =>
  html`<ol class="halllist">
    ${tables.map(
      ({ number, zone, place, title }) =>
        html`<li>
          <b>${PUBLIC_PAGE.table(number)}</b> ${zoneMark(zone)}
          <span>${title}</span>
          ${place !== '' && html`<span class="muted">${place}</span>`}
        </li>`,
    )}
  </ol>`
