import type { ReadShow } from '#shared/show/state.ts'
import { groupOf } from '#shared/show/requests/requests.ts'
import type { PersonId } from '#shared/show/words.ts'
import { FORM_FIELDS, type Said } from '#shared/wire/render.ts'
import { PUBLIC_WORDS } from '#shared/words/public.ts'
import { asTyped } from '../../access/codes.ts'
import { outcomeOf } from '../../runner/outcome.ts'
import { answerProblem } from '../errors.ts'
import { html, type Html } from '../html.ts'
import { document } from '../page.ts'
import {
  ofShow,
  type Route,
  seeOther,
  sendPage,
  type ShowVisit,
  type Site,
  textOf,
} from '../site.ts'

const words = PUBLIC_WORDS.company

/**
 * Sitting together: each types the other's letters. They are not those on the badge, which would sign the other in
 * as one, and asking by them tells nobody anything until the other asks as well.
 */
export const company: Route = {
  id: 'company',
  method: 'GET',
  url: '/s/:event/me/together',
  who: 'anyone',
  answers: 'page',
  screenOf: 'delegate',
  handle: ofShow((site, visit) => {
    const person = whoAsks(visit)
    if (person === null) return signedOut(site, visit)
    const { cookie, reply, runner } = visit
    const flash = site.flash.take(cookie)
    if (flash) reply.header('set-cookie', flash.cookie)
    const show = runner.show()
    const main = html`<div class="gate">
      <h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
      ${flash && saidWords(flash.said)}${
        show.people[person]?.hosts === null ? forms(site, show, person) : html`<p>${words.host}</p>`
      }
      <p><a class="tap" href="/s/${show.id}/me">${words.back}</a></p>
    </div>`
    const masthead = html`<a href="/s/${show.id}/me">${show.title}</a>`
    const assets = site.client.assets('public')
    return sendPage(visit, document({ title: words.title, assets, masthead, main }))
  }),
}

export const askCompany: Route = {
  id: 'ask-company',
  method: 'POST',
  url: '/s/:event/me/together',
  who: 'anyone',
  answers: 'page',
  // Whoever guesses asks somebody who then asks nobody back; still nobody needs to try often.
  rate: 30,
  handle: ofShow(async (site, visit) => {
    const { runner, request, reply, signed } = visit
    const person = whoAsks(visit)
    const show = runner.show()
    const actor = signed.actor(show, 'phone')
    if (person === null || !actor) return signedOut(site, visit)
    const isAlone = textOf(request.body, 'alone') !== ''
    const other = isAlone ? null : personOf(site, show, asTyped(textOf(request.body, 'code')))
    const outcome: Said['outcome'] =
      other === undefined || other === person
        ? { ok: false, code: 'wrong-code', message: other === person ? words.own : words.wrong }
        : outcomeOf(
            await runner.submit({
              command: { type: 'ask-company', other },
              actor,
              repeat: null,
            }),
            show.zone,
          )
    const said: Said = { type: 'ask-company', outcome, fields: isAlone ? { alone: 'yes' } : {} }
    reply.header('set-cookie', site.flash.put(said))
    return seeOther(visit, `/s/${show.id}/me/together`)
  }),
}

function whoAsks({ runner, signed }: ShowVisit): PersonId | null {
  const show = runner.show()
  const person = signed.actor(show, 'phone')?.person ?? null
  return person !== null && show.people[person] ? person : null
}

const signedOut = (site: Site, visit: ShowVisit) => {
  const { id, title } = visit.runner.show()
  return answerProblem(site, visit, {
    code: 'signed-out',
    message: PUBLIC_WORDS.problems['signed-out'],
    links: [{ href: `/s/${id}/me`, text: title }],
  })
}

/** undefined: nobody has these letters. */
const personOf = (site: Site, show: ReadShow, letters: string): PersonId | undefined =>
  Object.values(show.people).find(
    ({ id, generation }) => site.access.passes.company(show.id, id, generation) === letters,
  )?.id

function saidWords({ type, outcome, fields }: Said): Html | null {
  if (type !== 'ask-company') return null
  if (!outcome.ok)
    return html`<div class="errors" role="alert" tabindex="-1"><p>${outcome.message}</p></div>`
  return html`<div class="notice notice--done" role="status">
    <p class="notice__title">${fields['alone'] === 'yes' ? words.aloneDone : words.done}</p>
  </div>`
}

function forms(site: Site, show: ReadShow, person: PersonId): Html {
  const others = groupOf(show, person).length - 1
  const waits = show.requests.asks[person] !== undefined
  const generation = show.people[person]?.generation ?? 0
  const own = site.access.passes.company(show.id, person, generation)
  const action = `/s/${show.id}/me/together`
  const post = html`<input type="hidden" name="${FORM_FIELDS.as}" value="phone" />`
  return html`${others > 0 && html`<p><b>${words.together(others)}</b></p>`}${
      waits && html`<p>${words.waits}</p>`
    }
    <p>${words.yours} <b class="num">${own.slice(0, 3)} ${own.slice(3)}</b></p>
    <p>${words.how}</p>
    <form class="stack" method="post" action="${action}">
      ${post}
      <p class="field field--code">
        <label for="code">${words.theirs}</label
        ><input
          id="code"
          name="code"
          required
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
        />
      </p>
      <button class="button button--primary button--wide">${words.ask}</button>
    </form>
    ${
      (others > 0 || waits) &&
      html`<form class="section" method="post" action="${action}">
        ${post}<button class="button button--wide" name="alone" value="yes">${words.alone}</button>
      </form>`
    }`
}
