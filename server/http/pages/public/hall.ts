import { MAP_PAGE } from '#shared/words/map-page.ts'
import { MAP } from '#shared/words/map.ts'
import { html, type Html } from '../../html.ts'
import { hallList } from '../map/list.ts'
import { hallMap } from '../map/marked.ts'
import type { Edition } from './edition.ts'
import { addressOf } from './marks.ts'

/** Where the tables stand, as a map and as a list; nothing where there is no map. */
export function hall({ view, innovations }: Edition): Html | false {
  const { hall: part } = view
  if (!part) return false
  return html`<section class="section" id="hall">
    <h2>${MAP.title}</h2>
    ${hallMap(part, MAP_PAGE.all(part.list.length))}
    <details class="more">
      <summary>${MAP_PAGE.list}</summary>
      ${hallList(
        part.list.map(({ innovation, ...table }) => {
          const held = innovation === null ? undefined : innovations.get(innovation)
          return {
            ...table,
            title: held
              ? html`<a class="link" href="${addressOf.innovation(view.id, held.id)}"
                  >${held.title}</a
                >`
              : '',
          }
        }),
      )}
    </details>
  </section>`
}
