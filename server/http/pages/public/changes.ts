import { PUBLIC_PAGE } from '#shared/words/public-page.ts'
import { answerProblem } from '../../errors.ts'
import { ofShow, type Route } from '../../site.ts'
import { answerOf, sendAnswer } from './answer.ts'
import { atomFeed } from './atom.ts'
import { editionOf } from './edition.ts'
import { originOf } from './frame.ts'
import { historyOf } from './history.ts'
import { addressOf } from './marks.ts'

const words = PUBLIC_PAGE.gone

/** What has changed in the programme since it was published, for feed readers. */
export const changes: Route = {
  id: 'changes',
  method: 'GET',
  url: '/s/:event/changes.atom',
  who: 'anyone',
  answers: 'page',
  about: 'The last changes of the published programme, as an Atom feed.',
  handle: ofShow(async (site, visit) => {
    const edition = editionOf(visit.runner)
    const { view } = edition
    if (!view.published || site.store === null)
      return answerProblem(site, visit, {
        code: 'not-found',
        title: words.notYet,
        message: words.notYetHow,
        links: [{ href: addressOf.event(view.id), text: words.back }],
      })
    const history = await historyOf(visit.runner, site.store)
    const origin = originOf(site, visit)
    const entries = history.entries()
    const context = { view, people: visit.runner.people() }
    const newest = entries[0]?.n ?? 0
    const answer = edition.answer(`${origin}${addressOf.changes(view.id)} ${newest}`, () =>
      answerOf(atomFeed(context, history, entries, origin), {
        type: 'application/atom+xml; charset=utf-8',
        robots: !view.rehearsal,
      }),
    )
    return sendAnswer(visit, answer)
  }),
}
