import Type from 'typebox'
import { PUBLIC_WORDS } from '#shared/words/public.ts'
import { refusalWords } from '#shared/words/refusals.ts'
import { answerProblem } from '../errors.ts'
import { type Route, sendJson, textOf } from '../site.ts'

const LEAST = 12

export const choosePassphrase: Route = {
  id: 'choose-passphrase',
  method: 'POST',
  url: '/api/passphrase',
  who: 'owner',
  answers: 'json',
  about: 'Chooses the organisers’ passphrase. A change signs out every other organiser.',
  schema: {
    body: Type.Object(
      { passphrase: Type.String({ maxLength: 1_000 }) },
      { additionalProperties: false },
    ),
  },
  async handle(site, visit) {
    const { access } = site
    const passphrase = textOf(visit.request.body, 'passphrase')
    if (passphrase.trim().length < LEAST)
      return answerProblem(site, visit, {
        code: 'bad-value',
        message: PUBLIC_WORDS.passphrase.short(LEAST),
        field: 'passphrase',
      })
    const saved = await access.passphrase.set(passphrase)
    const granted = saved.ok && (await access.grant(visit.cookie, await access.organiserGrant()))
    if (!granted || !granted.ok) {
      const message = refusalWords({ code: 'not-saved', params: {} }, 'Etc/UTC')
      return answerProblem(site, visit, { code: 'not-saved', message })
    }
    visit.reply.header('set-cookie', granted.cookie)
    // The others' open consoles hear of it now.
    await site.live.recheck?.()
    return sendJson(visit, { ok: true, version: 0 })
  },
}
