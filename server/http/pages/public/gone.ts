import type { FastifyReply } from 'fastify'
import { PUBLIC_PAGE } from '#shared/words/public-page.ts'
import { html } from '../../html.ts'
import type { ShowVisit, Site } from '../../site.ts'
import { sendAnswer } from './answer.ts'
import type { Edition } from './edition.ts'
import { descriptionOf, originOf, publicPage } from './frame.ts'
import { historyOf } from './history.ts'
import { addressOf } from './marks.ts'

const words = PUBLIC_PAGE.gone

/** 410 for what was public once, 404 for what never was; both in words, with the way back. */
export async function notHere(
  site: Site,
  visit: ShowVisit,
  { view }: Edition,
  thing: 'item' | 'innovation',
  id: string,
): Promise<FastifyReply> {
  const known =
    view.published && site.store !== null && (await historyOf(visit.runner, site.store)).knew(id)
  const [title, how] = known
    ? [words[thing], words.how]
    : !view.published
      ? [words.notYet, words.notYetHow]
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
