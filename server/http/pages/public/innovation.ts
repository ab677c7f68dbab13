import { dayName } from '#shared/time/zone.ts'
import type { PublicInnovation } from '#shared/views/public.ts'
import { PUBLIC_PAGE as words } from '#shared/words/public-page.ts'
import { html, type Html } from '../../html.ts'
import { ofShow, type Route } from '../../site.ts'
import type { Edition } from './edition.ts'
import { pitchData } from './json-ld.ts'
import { leafPage } from './leaf.ts'
import { addressOf, timeMark, zoneMark } from './marks.ts'
import { paragraphs } from './texts.ts'

/** An innovation of an event, at an address of its own that stays. */
export const innovation: Route = {
  id: 'innovation',
  method: 'GET',
  url: '/s/:event/innovations/:innovation',
  who: 'anyone',
  answers: 'page',
  screenOf: 'everyone',
  handle: ofShow(
    leafPage({
      kind: 'innovation',
      param: 'innovation',
      of: ({ innovations }) => innovations,
      path: addressOf.innovation,
      main: leaf,
      data: pitchData,
    }),
  ),
}

function leaf({ view, items }: Edition, one: PublicInnovation): Html {
  const { title, organisation, summary, presenters, tables, pitches } = one
  return html`<article class="leaf">
    <h1>${title}</h1>
    ${organisation !== '' && html`<p class="leaf__by">${organisation}</p>`}
    <div class="leaf__text">${paragraphs(summary)}</div>
    ${presenters.length > 0 && html`<p class="leaf__who">${words.presentedBy(presenters)}</p>`}
    <dl class="places">
      ${pitches.map(({ item: id, start }) => {
        const item = items.get(id)
        return (
          item !== undefined &&
          html`<div class="place">
            <dt>${words.pitched}</dt>
            <dd class="place__big">${timeMark(start, view.zone)}</dd>
            <dd>${[dayName(item.day), item.stage].filter((part) => part !== '').join(', ')}</dd>
            <dd><a class="link" href="${addressOf.item(view.id, id)}">${item.title}</a></dd>
          </div>`
        )
      })}
      ${
        tables.length === 0
          ? html`<div class="place">
              <dt>${words.meet}</dt>
              <dd>${words.noTable}</dd>
            </div>`
          : tables.map(
              ({ number, zone, place }) =>
                html`<div class="place">
                  <dt>${words.meet}</dt>
                  <dd class="place__big">${words.table(number)} ${zoneMark(zone)}</dd>
                  <dd>${place}</dd>
                </div>`,
            )
      }
    </dl>
    <p class="leaf__back no-print">
      <a class="tap" href="${addressOf.event(view.id)}#innovations">${words.allInnovations}</a>
    </p>
  </article>`
}
