import { PUBLIC_WORDS } from '#shared/words/public.ts'
import type { StageData } from '#shared/wire/stage.ts'
import { answerProblem } from '../errors.ts'
import { html, jsonScript } from '../html.ts'
import { shell } from '../page.ts'
import { ofShow, type Route, sendPage, textOf } from '../site.ts'

const words = PUBLIC_WORDS.stage

export const stage: Route = {
  id: 'stage',
  method: 'GET',
  url: '/s/:event/stage/:stage',
  who: 'anyone',
  answers: 'page',
  screenOf: 'screen',
  handle: ofShow((site, visit) => {
    const { runner, signed, request } = visit
    const show = runner.show()
    if (!signed.sees(show, 'stage'))
      return answerProblem(site, visit, {
        code: 'not-allowed',
        title: words.closed,
        message: words.closedHow,
        links: [{ href: `/console/${show.id}`, text: PUBLIC_WORDS.events.console }],
      })
    const number = Number(textOf(request.params, 'stage'))
    const asked = Object.values(show.stages)[number - 1]
    if (!asked)
      return answerProblem(site, visit, {
        code: 'not-found',
        title: words.none(number || 0),
        message: words.noneHow,
      })
    const actor = signed.actor(show, 'stage')
    const state = site.live.pageState(runner, 'stage', actor, asked.id)
    const data: StageData = { show: show.id, stage: asked.id, state }
    const body = html`<div id="root"></div>
      ${jsonScript('state', data)}`
    return sendPage(
      visit,
      shell(`${words.title}: ${show.title}`, site.client.assets('stage'), body, 'stage'),
    )
  }),
}
