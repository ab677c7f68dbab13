import { dayName } from '#shared/time/zone.ts'
import type { PublicItem } from '#shared/views/public.ts'
import { PUBLIC_PAGE as words } from '#shared/words/public-page.ts'
import { html, type Html } from '../../html.ts'
import { ofShow, type Route, textOf } from '../../site.ts'
import { sendAnswer } from './answer.ts'
import { type Edition, editionOf } from './edition.ts'
import { descriptionOf, originOf, publicPage } from './frame.ts'
import { notHere } from './gone.ts'
import { calls, turns } from './item-parts.ts'
import { itemData } from './json-ld.ts'
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
  handle: ofShow(async (site, visit) => {
    const edition = editionOf(visit.runner)
    const { view } = edition
    const id = textOf(visit.request.params, 'segment')
    const held = edition.items.get(id)
    if (!held) return notHere(site, visit, edition, 'item', id)
    const origin = originOf(site, visit)
    const path = addressOf.item(view.id, held.id)
    const answer = edition.answer(origin + path, () =>
      publicPage(site, origin, {
        view,
        path,
        title: held.title,
        description: descriptionOf(view, held.summary),
        main: leaf(edition, held),
        data: itemData(edition, held, origin),
      }),
    )
    return sendAnswer(visit, answer)
  }),
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
