import Type from 'typebox'
import { PUBLIC_WORDS } from '#shared/words/public.ts'
import { refusalWords } from '#shared/words/refusals.ts'
import { answerProblem } from '../errors.ts'
import { ofShow, type Route, sendJson, textOf } from '../site.ts'

const words = PUBLIC_WORDS.removal

export const removeShow: Route = {
  id: 'remove-show',
  method: 'POST',
  url: '/api/shows/:event/remove',
  who: 'organiser',
  answers: 'json',
  about:
    'Removes an event wholly, with its people. A rehearsal at once; any other one only when it is archived, by an organiser of this server, with its title typed.',
  schema: {
    body: Type.Object(
      { title: Type.Optional(Type.String({ maxLength: 200 })) },
      { additionalProperties: false },
    ),
  },
  handle: ofShow(async (site, visit) => {
    const { runner, signed, request } = visit
    const { id, title, rehearsalOf, archivedAt, zone } = runner.show()
    if (rehearsalOf === null) {
      if (!signed.organiser)
        return answerProblem(site, visit, { code: 'not-allowed', message: words.ownerOnly })
      if (archivedAt === null)
        return answerProblem(site, visit, { code: 'not-allowed', message: words.archiveFirst })
      if (textOf(request.body, 'title').trim() !== title)
        return answerProblem(site, visit, {
          code: 'bad-value',
          message: words.otherTitle(title),
          field: 'title',
        })
    }
    const outcome = await site.shows.remove(id)
    if (outcome.ok) {
      site.log.info({ event: id, rehearsal: rehearsalOf !== null }, 'an event was removed')
      return sendJson(visit, { ok: true, version: 0 })
    }
    const code = outcome.reason === 'absent' ? 'unknown' : outcome.reason
    const message = refusalWords({ code, params: { what: 'show' } }, zone)
    return answerProblem(site, visit, { code, message })
  }),
}
