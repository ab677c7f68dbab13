import { length } from '#shared/time/spoken.ts'
import { FORM_FIELDS, type Said } from '#shared/wire/render.ts'
import { PUBLIC_WORDS } from '#shared/words/public.ts'
import { refusalWords } from '#shared/words/refusals.ts'
import { backTo } from '../back.ts'
import { ofShow, type Route, seeOther, type ShowVisit, type Site, textOf } from '../site.ts'

const words = PUBLIC_WORDS.codes

type SignedIn = { ok: true; cookie: string } | { ok: false; outcome: Said['outcome'] }

/** The code on a badge with its owner's surname: a form of the phone's, the presenter's and the sign-in page. */
export const signInByCode: Route = {
  id: 'sign-in-by-code',
  method: 'POST',
  url: '/s/:event/sign-in',
  who: 'anyone',
  answers: 'page',
  handle: ofShow(async (site, visit) => {
    const { request, reply, runner, cookie } = visit
    const { id, version } = runner.show()
    const typed = (name: string): string => textOf(request.body, name).trim()
    const back = backTo(typed(FORM_FIELDS.back), id, pageFor(typed(FORM_FIELDS.as), id))
    const fields = { code: typed('code'), surname: typed('surname') }
    // Guesses are counted by session, so whoever has none is given a name first.
    const visitor = site.access.visitor(cookie)
    const outcome = await signIn(site, visit, fields, visitor?.split(';')[0] ?? cookie)
    const said: Said = outcome.ok
      ? { type: 'sign-in', outcome: { ok: true, version }, fields: {} }
      : { type: 'sign-in', outcome: outcome.outcome, fields }
    const session = outcome.ok ? outcome.cookie : visitor
    reply.header('set-cookie', [...(session === null ? [] : [session]), site.flash.put(said)])
    return seeOther(visit, back)
  }),
}

const pageFor = (as: string, show: string): string =>
  as === 'console' ? `/console/${show}` : `/s/${show}/${as === 'host' ? 'host' : 'me'}`

async function signIn(
  site: Site,
  { runner, cookie }: ShowVisit,
  { code, surname }: { code: string; surname: string },
  named: string | undefined,
): Promise<SignedIn> {
  const show = runner.show()
  if (code === '' || surname === '')
    return refused('wrong-code', words.empty, code === '' ? 'code' : 'surname')
  const found = site.access.byCode(show, runner.people(), code, surname, named)
  if (!found.ok && found.code === 'too-many')
    return refused('too-many', PUBLIC_WORDS.problems['too-many'](length(found.retryAfter)))
  const person = found.ok ? show.people[found.person] : undefined
  if (!person) return refused('wrong-code', words.wrong(code.toUpperCase()), 'code')
  const grant = {
    role: 'person',
    show: show.id,
    person: person.id,
    generation: person.generation,
  } as const
  const granted = await site.access.grant(cookie, grant)
  if (granted.ok) return granted
  return refused('not-saved', refusalWords({ code: 'not-saved', params: {} }, show.zone))
}

const refused = (code: string, message: string, field?: string): SignedIn => ({
  ok: false,
  outcome: { ok: false, code, message, ...(field === undefined ? {} : { field }) },
})
