import type { FastifyReply } from 'fastify'
import { TO_BE_CONFIRMED } from '#shared/views/common.ts'
import type { PublicSlot, PublicView } from '#shared/views/public.ts'
import { PUBLIC_PAGE } from '#shared/words/public-page.ts'
import { html } from '../../html.ts'
import type { ShowVisit, Site } from '../../site.ts'
import { type Answer, sendAnswer } from './answer.ts'
import type { Edition } from './edition.ts'
import { descriptionOf, originOf, publicPage } from './frame.ts'
import { historyOf } from './history.ts'
import { wayBack, whenAndWhere } from './item-parts.ts'
import { addressOf } from './marks.ts'

const words = PUBLIC_PAGE.gone

/**
 * 410 for what was public once and was taken out or back, 404 for what never was; both in words, with the
 * way back. An item that was public and is to be confirmed again keeps its address, and tells its time.
 */
export async function notHere(
  site: Site,
  visit: ShowVisit,
  { view }: Edition,
  thing: 'item' | 'innovation',
  id: string,
): Promise<FastifyReply> {
  const known = site.store !== null && (await historyOf(visit.runner, site.store)).knew(id)
  const slot = known && view.toConfirm.find((one) => one.id === id)
  if (slot) return sendAnswer(visit, toConfirm(site, originOf(site, visit), view, slot))
  const [title, how] = !view.published
    ? known
      ? [words.withdrawn, words.withdrawnHow]
      : [words.notYet, words.notYetHow]
    : known
      ? [words[thing], words.how]
      : [thing === 'item' ? words.unknownItem : words.unknownInnovation, words.unknownHow]
  const answer = publicPage(site, originOf(site, visit), {
    view,
    path: '',
    title,
    description: descriptionOf(view),
    main: html`<div class="gate">
      <h1>${title}</h1>
      <p class="lead">${how}</p>
      <p class="row"><a class="button" href="${addressOf.event(view.id)}">${words.back}</a></p>
    </div>`,
    data: null,
    status: known ? 410 : 404,
  })
  return sendAnswer(visit, answer)
}

/** Its page for as long as it is to be confirmed: when and where, and nothing else. */
const toConfirm = (site: Site, origin: string, view: PublicView, slot: PublicSlot): Answer =>
  publicPage(site, origin, {
    view,
    path: addressOf.item(view.id, slot.id),
    title: TO_BE_CONFIRMED,
    description: descriptionOf(view),
    main: html`<article class="leaf">
      <h1>${TO_BE_CONFIRMED}</h1>
      ${whenAndWhere(view, slot)}
      <p class="leaf__text">${PUBLIC_PAGE.toConfirmHow}</p>
      ${wayBack(view)}
    </article>`,
    data: null,
  })
