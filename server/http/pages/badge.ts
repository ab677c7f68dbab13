import { PUBLIC_WORDS } from '#shared/words/public.ts'
import type { ReadShow } from '#shared/show/state.ts'
import { isCrew } from '#shared/show/words.ts'
import type { Grant } from '../../store/port.ts'
import { answerProblem } from '../errors.ts'
import { type Route, seeOther, textOf } from '../site.ts'

const words = PUBLIC_WORDS.pass

/** Opens a badge's link: the pass becomes a cookie at once, and is in no address bar after that. */
export const badge: Route = {
  id: 'badge',
  method: 'GET',
  url: '/b/:pass',
  who: 'anyone',
  answers: 'page',
  async handle(site, visit) {
    const claim = site.access.passes.read(textOf(visit.request.params, 'pass'))
    const runner = claim && site.shows.get(claim.show)
    if (!claim || !runner)
      return answerProblem(site, visit, {
        code: 'not-found',
        title: words.bad,
        message: words.badHow,
      })
    const show = runner.show()
    const grant = site.access.worth(claim, show)
    if (!grant) {
      const screen = claim.role === 'screen'
      return answerProblem(site, visit, {
        code: 'not-allowed',
        title: screen ? words.oldScreen : words.old,
        message: screen ? words.oldScreenHow : words.oldHow,
        links: [{ href: `/s/${show.id}`, text: show.title }],
      })
    }
    const granted = await site.access.grant(visit.cookie, grant)
    if (!granted.ok)
      return answerProblem(site, visit, {
        code: 'not-saved',
        message: PUBLIC_WORDS.claim.notSaved,
      })
    visit.reply.header('set-cookie', granted.cookie)
    const asked = textOf(visit.request.query, 'to')
    const isScreen = grant.role === 'screen' && /^(hall|stage)(\/\d{1,2})?$/.test(asked)
    return seeOther(visit, isScreen ? `/s/${show.id}/${asked}` : pageOf(grant, show))
  },
}

/** Whoever works at the event lands in the console, presenters at their table's page, all others on the phone. */
export function pageOf(grant: Grant, show: ReadShow): string {
  const base = `/s/${show.id}`
  if (grant.role === 'screen') return `${base}/stage/1`
  const roles = grant.role === 'person' ? (show.people[grant.person]?.roles ?? []) : ['organiser']
  if (roles.some(isCrew)) return `/console/${show.id}`
  return roles.includes('presenter') ? `${base}/host` : `${base}/me`
}
