import type { WithContext } from 'schema-dts'
import { PUBLIC_PAGE as words } from '#shared/words/public-page.ts'
import { PUBLIC_WORDS } from '#shared/words/public.ts'
import type { PublicView } from '#shared/views/public.ts'
import { html, type Html } from '../../html.ts'
import { document } from '../../page.ts'
import { sayDays } from '../../say-days.ts'
import type { Site, Visit } from '../../site.ts'
import { CARD } from '../card.ts'
import { type Answer, answerOf } from './answer.ts'
import { type EventData, jsonLd } from './json-ld.ts'
import { addressOf } from './marks.ts'

export interface PublicPage {
  view: PublicView
  /** path of this page, its permanent address */
  path: string
  title: string
  description: string
  main: Html
  /** what machines read of it */
  data: WithContext<EventData> | null
  status?: number
}

export const originOf = (site: Site, { request }: Pick<Visit, 'request'>): string =>
  site.originFor(request.headers.host)

/** A page of the event for everyone: its head, the event's name above it, and what must be said on every page. */
export function publicPage(
  site: Site,
  origin: string,
  { view, path, title, description, main, data, status = 200 }: PublicPage,
): Answer {
  const whole = path === addressOf.event(view.id)
  const robots = !view.rehearsal && status === 200
  const text = document({
    title: whole ? title : `${title}: ${view.title}`,
    assets: site.client.assets('public'),
    masthead: whole
      ? html`<a href="/">${PUBLIC_WORDS.product}</a>`
      : html`<a href="${addressOf.event(view.id)}">${view.title}</a>`,
    main: html`${view.rehearsal && rehearsal}${main}`,
    wide: whole,
    bodyClass: 'public',
    meta: html`${robots ? about({ view, path, title, description }, origin) : noRobots}${
      robots && data !== null && jsonLd(data)
    }`,
  })
  return answerOf(text, { status, robots })
}

const rehearsal = html`<div class="notice notice--rehearsal">
  <p class="notice__title">${words.rehearsal}</p>
  <p>${words.rehearsalHow}</p>
</div>`

const noRobots = html`<meta name="robots" content="noindex, nofollow" />`

type About = Pick<PublicPage, 'view' | 'path' | 'title' | 'description'>

/** https://ogp.me, and where the page's changes can be followed. */
function about({ view, path, title, description }: About, origin: string): Html {
  const own = origin + path
  const feed = addressOf.changes(view.id)
  return html`<meta name="description" content="${description}" /><link
      rel="canonical"
      href="${own}"
    /><meta property="og:type" content="website" /><meta
      property="og:site_name"
      content="${PUBLIC_WORDS.product}"
    /><meta property="og:locale" content="en_GB" /><meta
      property="og:title"
      content="${title}"
    /><meta property="og:description" content="${description}" /><meta
      property="og:url"
      content="${own}"
    /><meta property="og:image" content="${origin}${CARD.path}" /><meta
      property="og:image:type"
      content="${CARD.type}"
    /><meta property="og:image:width" content="${CARD.width}" /><meta
      property="og:image:height"
      content="${CARD.height}"
    /><meta property="og:image:alt" content="${PUBLIC_WORDS.card.alt}" /><meta
      name="twitter:card"
      content="summary_large_image"
    />${
      view.published &&
      html`<link
        rel="alternate"
        type="application/atom+xml"
        title="${words.changes.feed(view.title)}"
        href="${feed}"
      />`
    }`
}

/** The first words of a summary, or when and where the event is. */
export function descriptionOf(view: PublicView, summary = ''): string {
  const said = summary.replaceAll(/\s+/g, ' ').trim()
  if (said === '') return words.description(sayDays(view.days), view.place)
  return said.length <= MOST_DESCRIBED ? said : `${said.slice(0, MOST_DESCRIBED - 1).trimEnd()}…`
}
const MOST_DESCRIBED = 200
