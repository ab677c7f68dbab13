import { dayName } from '#shared/time/zone.ts'
import type { PublicItem } from '#shared/views/public.ts'
import { PUBLIC_PAGE as words } from '#shared/words/public-page.ts'
import { html, type Html } from '../../html.ts'
import { ofShow, type Route } from '../../site.ts'
import type { Edition } from './edition.ts'
import { calls, turns } from './item-parts.ts'
import { itemData } from './json-ld.ts'
import { leafPage } from './leaf.ts'
import { addressOf, timeMark } from './marks.ts'
import { said } from './programme.ts'

/** An item of the programme, at an address of its own that stays. */
export const item: Route = {
  id: 'item',
  method: 'GET',
  url: '/s/:event/programme/:segment',
  who: 'anyone',
  answers: 'page',
  screenOf: 'everyone',
  handle: ofShow(
    leafPage({
      kind: 'item',
      param: 'segment',
      of: ({ items }) => items,
      path: addressOf.item,
      main: leaf,
      data: itemData,
    }),
  ),
}

function leaf(edition: Edition, one: PublicItem): Html {
  const { view } = edition
  return html`<article class="leaf">
    <h1>${one.title}</h1>
    <p class="leaf__when">
      ${timeMark(one.start, view.zone)} <span>${words.to}</span> ${timeMark(one.end, view.zone)}
    </p>
    <p class="leaf__by">
      ${[dayName(one.day), one.stage, view.place].filter((part) => part !== '').join(', ')}
    </p>
    <div class="leaf__text">${said(one)}</div>
    ${calls(edition, one)}${turns(edition, one)}
    <p class="small muted">${words.zoneOfTimes(view.zone)}</p>
    <p class="leaf__back no-print">
      <a class="tap" href="${addressOf.event(view.id)}#programme">${words.wholeProgramme}</a>
    </p>
  </article>`
}
