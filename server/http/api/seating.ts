import type { WindowId } from '#shared/show/words.ts'
import { AskSeating } from '#shared/wire/seating.ts'
import { PUBLIC_WORDS } from '#shared/words/public.ts'
import { answerProblem } from '../errors.ts'
import { ofShow, type Route, sendJson, textOf } from '../site.ts'

const words = PUBLIC_WORDS.seating

const CODES = {
  unknown: 'unknown',
  'not-closed': 'window-not-closed',
  'not-saved': 'not-saved',
  'given-up': 'unavailable',
} as const

export const askSeating: Route = {
  id: 'ask-seating',
  method: 'POST',
  url: '/api/shows/:event/windows/:window/seating',
  who: 'organiser',
  answers: 'json',
  about:
    'Works out a seating of a choosing window, with other settings where some are given: to look at, or to keep so that it can be published.',
  schema: { body: AskSeating },
  rate: 20,
  handle: ofShow(async (site, visit) => {
    const { runner, signed, request } = visit
    const window = textOf(request.params, 'window') as WindowId
    const by = signed.actor(runner.show(), 'console')?.id ?? ''
    const answer = await site.seating.work(runner, window, { ...(request.body as AskSeating), by })
    if (answer.ok) return sendJson(visit, answer)
    return answerProblem(site, visit, { code: CODES[answer.why], message: words[answer.why] })
  }),
}
