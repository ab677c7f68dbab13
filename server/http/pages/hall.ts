import { HALL } from '#shared/words/hall.ts'
import { PUBLIC_WORDS } from '#shared/words/public.ts'
import type { HallData } from '#shared/wire/hall.ts'
import { answerProblem } from '../errors.ts'
import { html, jsonScript } from '../html.ts'
import { shell } from '../page.ts'
import { qrCode } from '../qr.ts'
import { ofShow, type Route, sendPage, type ShowVisit, type Site, textOf } from '../site.ts'

const words = PUBLIC_WORDS.stage

function hallPage(site: Site, visit: ShowVisit) {
  const { runner, signed, request } = visit
  const show = runner.show()
  if (!signed.sees(show, 'hall'))
    return answerProblem(site, visit, {
      code: 'not-allowed',
      title: words.closed,
      message: words.closedHow,
      links: [{ href: `/console/${show.id}`, text: PUBLIC_WORDS.events.console }],
    })
  const number = textOf(request.params, 'stage')
  const stage = number === '' ? null : Object.values(show.stages)[Number(number) - 1]
  if (stage === undefined)
    return answerProblem(site, visit, {
      code: 'not-found',
      title: words.none(Number(number) || 0),
      message: words.noneHow,
    })
  const state = site.live.pageState(runner, 'hall', signed.actor(show, 'hall'))
  const data: HallData = { show: show.id, stage: stage?.id ?? null, state }
  const address = `${site.originFor(request.headers.host)}/s/${show.id}`
  const body = html`<div id="join" class="hall__join" hidden>
      ${qrCode(`${address}/me`)}
      <p><b>${HALL.join}</b><span>${address.replace(/^https?:\/\//, '')}</span></p>
    </div>
    ${jsonScript('state', data)}`
  return sendPage(
    visit,
    shell(`${HALL.screen}: ${show.title}`, site.client.assets('hall'), body, 'hall'),
  )
}

/** The screen that faces the room, and the foyer. */
export const hall: Route = {
  id: 'hall',
  method: 'GET',
  url: '/s/:event/hall',
  who: 'anyone',
  answers: 'page',
  screenOf: 'screen',
  handle: ofShow(hallPage),
}
/** The same beside another stage than the main one. */
export const hallOfStage: Route = { ...hall, id: 'hall-of-stage', url: '/s/:event/hall/:stage' }
