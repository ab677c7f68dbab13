import type { ReadShow } from '#shared/show/state.ts'
import type { PersonId } from '#shared/show/words.ts'
import { FORM_FIELDS, type Said } from '#shared/wire/render.ts'
import { PUBLIC_WORDS } from '#shared/words/public.ts'
import { TALK as words } from '#shared/words/talk.ts'
import type { FastifyReply } from 'fastify'
import { answerProblem } from '../../errors.ts'
import { html, type Html } from '../../html.ts'
import { document } from '../../page.ts'
import { sendPage, type ShowVisit, type Site } from '../../site.ts'

/** Who asks for a page of their own, and what became of the form that led here. */
export interface Own {
  show: ReadShow
  person: PersonId
  said: Said | null
}
interface Leaf {
  title: string
  /** what is said when a form of this type was done */
  done: Readonly<Record<string, string>>
  main: Html
}

/** A page that belongs to one person, made on the server alone: rare things cost phones no script. */
export function ownLeaf(site: Site, visit: ShowVisit, leaf: (own: Own) => Leaf): FastifyReply {
  const { runner, signed, reply, cookie } = visit
  const show = runner.show()
  const person = signed.actor(show, 'phone')?.person ?? null
  if (person === null || !show.people[person])
    return answerProblem(site, visit, {
      code: 'signed-out',
      title: PUBLIC_WORDS.problems['signed-out'],
      message: words.signInFirst,
      links: [{ href: `/s/${show.id}/me`, text: show.title }],
    })
  const flash = site.flash.take(cookie)
  if (flash) reply.header('set-cookie', flash.cookie)
  const said = flash?.said ?? null
  const { title, done, main } = leaf({ show, person, said })
  const { styles } = site.client.assets('phone')
  const text = document({
    title: `${title}: ${show.title}`,
    assets: { script: '', preload: [], styles },
    masthead: html`<a href="/s/${show.id}">${show.title}</a>`,
    main: html`${notice(said, done)}
      <h1>${title}</h1>
      ${main}
      <p class="section"><a class="tap" href="/s/${show.id}/me">${words.back}</a></p>`,
    bodyClass: 'phone',
    meta: html`<meta name="robots" content="noindex, nofollow" />`,
  })
  return sendPage(visit, text)
}

function notice(said: Said | null, done: Leaf['done']): Html | null {
  if (said === null) return null
  const { type, outcome } = said
  if (!outcome.ok)
    return html`<div class="notice notice--refused" role="alert">
      <p class="notice__title">${outcome.message}</p>
    </div>`
  const told = done[type]
  if (told === undefined) return null
  return html`<div class="notice notice--done" role="status">
    <p class="notice__title">${told}</p>
  </div>`
}

/** A form that is a command and comes back to `path`. */
export const commandForm = (
  show: ReadShow,
  path: string,
  fields: Readonly<Record<string, string>>,
  content: Html,
): Html =>
  html`<form method="post" action="/s/${show.id}/commands">
    ${Object.entries({ ...fields, [FORM_FIELDS.as]: 'phone', [FORM_FIELDS.back]: path }).map(
      ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
    )}${content}
  </form>`

/** What stood in a form that was refused, so that nothing typed is lost; null: it was another form. */
export const typedBefore = (
  said: Said | null,
  type: string,
  field: string,
  fits: (fields: Said['fields']) => boolean = () => true,
): string | null =>
  said !== null && !said.outcome.ok && said.type === type && fits(said.fields)
    ? (said.fields[field] ?? null)
    : null
