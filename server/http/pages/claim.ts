import { PUBLIC_WORDS } from '#shared/words/public.ts'
import { answerProblem } from '../errors.ts'
import { html } from '../html.ts'
import { document } from '../page.ts'
import { type Route, seeOther, sendPage, type Site, textOf, type Visit } from '../site.ts'

const words = PUBLIC_WORDS.claim

const spent = (site: Site, visit: Visit) =>
  answerProblem(site, visit, {
    code: 'not-found',
    title: words.spent,
    message: words.spentHow,
    links: [{ href: '/console', text: PUBLIC_WORDS.events.console }],
  })

/** The one-time link. Looking at it spends nothing: mail scanners and previews do that. */
export const claim: Route = {
  id: 'claim',
  method: 'GET',
  url: '/claim/:token',
  who: 'anyone',
  answers: 'page',
  screenOf: 'everyone',
  async handle(site, visit) {
    if (!(await site.access.claim.present(textOf(visit.request.params, 'token'))))
      return spent(site, visit)
    // The form goes to the address it is on, so that the token stands nowhere in the page.
    const main = html`<div class="gate">
      <h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
      <form method="post">
        <button class="button button--primary button--wide">${words.go}</button>
      </form>
    </div>`
    const assets = site.client.assets('public')
    return sendPage(
      visit,
      document({ title: words.title, assets, masthead: PUBLIC_WORDS.product, main }),
    )
  },
}

export const takeClaim: Route = {
  id: 'take-claim',
  method: 'POST',
  url: '/claim/:token',
  who: 'anyone',
  answers: 'page',
  async handle(site, visit) {
    const { access } = site
    if (!(await access.claim.take(textOf(visit.request.params, 'token'))))
      return visit.signed.organiser ? seeOther(visit, '/console') : spent(site, visit)
    const granted = await access.grant(visit.cookie, await access.organiserGrant())
    if (!granted.ok)
      return answerProblem(site, visit, { code: 'not-saved', message: words.notSaved })
    visit.reply.header('set-cookie', granted.cookie)
    return seeOther(visit, '/console')
  },
}
