import type { ConsoleData, ConsoleHome, ConsoleShow } from '#shared/wire/console.ts'
import { PUBLIC_WORDS } from '#shared/words/public.ts'
import { html, jsonScript } from '../html.ts'
import { showLinks } from '../links.ts'
import { shell } from '../page.ts'
import { showLine } from '../api/shows.ts'
import {
  ofShow,
  ownShows,
  type Route,
  seeOther,
  sendPage,
  type ShowVisit,
  type Site,
  type Visit,
} from '../site.ts'
import { askToSignIn } from './sign-in.ts'

const words = PUBLIC_WORDS.console

function consolePage(site: Site, visit: Visit, title: string, data: ConsoleData) {
  const body = html`<div id="root"></div>
    <noscript><p>${words.noScript}</p></noscript>${jsonScript('state', data)}`
  return sendPage(visit, shell(title, site.client.assets('console'), body, 'console'))
}

/** The list of events that one works at; whoever works at just one is sent there. */
export const home: Route = {
  id: 'console',
  method: 'GET',
  url: '/console',
  who: 'anyone',
  answers: 'page',
  screenOf: 'organiser',
  async handle(site, visit) {
    const { signed } = visit
    const own = ownShows(site, signed)
    const [first] = own
    if (!signed.organiser && own.length < 2)
      return first ? seeOther(visit, `/console/${first.id}`) : askToSignIn(site, visit)
    const data: ConsoleHome = {
      page: 'home',
      owner: signed.organiser,
      shows: own.map(showLine),
      passphraseSet: await site.access.passphrase.isSet(),
    }
    return consolePage(site, visit, words.title, data)
  },
}

function showConsole(site: Site, visit: ShowVisit) {
  const { runner, signed, request } = visit
  const show = runner.show()
  const actor = signed.actor(show, 'console')
  if (!actor) return askToSignIn(site, visit)
  const name = (actor.person && runner.people().get(actor.person)?.name) ?? ''
  const data: ConsoleShow = {
    page: 'show',
    state: site.live.pageState(runner, 'console', actor),
    actor: {
      id: actor.id,
      name: name === '' ? PUBLIC_WORDS.badges.roles.organiser : name,
      roles: actor.roles,
    },
    organiser: actor.roles.includes('organiser'),
    owner: signed.organiser,
    links: showLinks(site.originFor(request.headers.host), show, site.access.passes),
  }
  return consolePage(site, visit, show.title, data)
}

export const ofOneShow: Route = {
  id: 'console-show',
  method: 'GET',
  url: '/console/:event',
  who: 'crew',
  answers: 'page',
  screenOf: 'crew',
  handle: ofShow(showConsole),
}
/** Sub-pages are the console's own: it reads the rest of the address. */
export const below: Route = { ...ofOneShow, id: 'console-below', url: '/console/:event/*' }
