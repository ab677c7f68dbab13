import type { PublicItem } from '#shared/views/public.ts'
import { html, type Html } from '../../html.ts'
import { ofShow, type Route } from '../../site.ts'
import type { Edition } from './edition.ts'
import { calls, turns, wayBack, whenAndWhere } from './item-parts.ts'
import { itemData } from './json-ld.ts'
import { leafPage } from './leaf.ts'
import { addressOf } from './marks.ts'
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
    ${whenAndWhere(view, one)}
    <div class="leaf__text">${said(one)}</div>
    ${calls(edition, one)}${turns(edition, one)} ${wayBack(view)}
  </article>`
}
