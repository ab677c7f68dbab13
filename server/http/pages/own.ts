import { PUBLIC_WORDS } from '#shared/words/public.ts'
import type { RenderedAudience } from '#shared/wire/render.ts'
import { answerProblem } from '../errors.ts'
import { ofShow, type Route, sendPage, type ShowVisit, type Site } from '../site.ts'

/** A phone's or a presenter's page, drawn by the client's own code from the state it goes on from. */
function ownPage(site: Site, visit: ShowVisit, audience: RenderedAudience) {
  const { runner, signed, cookie, request, reply } = visit
  const { renderer } = site.client
  if (!renderer)
    return answerProblem(site, visit, {
      code: 'unavailable',
      message: PUBLIC_WORDS.problems.notBuilt,
    })
  const actor = signed.actor(runner.show(), audience)
  const state = site.live.pageState(runner, audience, actor)
  const flash = site.flash.take(cookie)
  if (flash) reply.header('set-cookie', flash.cookie)
  const gone = signed.gone(runner.show())
  const data = { ...state, said: flash?.said ?? null, gone }
  const assets = site.client.assets('phone')
  return sendPage(visit, renderer.renderPage({ data, url: request.url, assets }))
}

export const me: Route = {
  id: 'me',
  method: 'GET',
  url: '/s/:event/me',
  who: 'anyone',
  answers: 'page',
  screenOf: 'delegate',
  handle: ofShow((site, visit) => ownPage(site, visit, 'phone')),
}

export const host: Route = {
  ...me,
  id: 'host',
  url: '/s/:event/host',
  screenOf: 'presenter',
  handle: ofShow((site, visit) => ownPage(site, visit, 'host')),
}
