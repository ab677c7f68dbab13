import { clockTime } from '#shared/time/zone.ts'
import type { PublicView } from '#shared/views/public.ts'
import { itemsOf } from '#shared/views/public.ts'
import { MAP } from '#shared/words/map.ts'
import { PUBLIC_PAGE as words } from '#shared/words/public-page.ts'
import { PUBLIC_WORDS } from '#shared/words/public.ts'
import { html, type Html } from '../../html.ts'
import { sayDays } from '../../say-days.ts'
import { ofShow, type Route } from '../../site.ts'
import { sendAnswer } from './answer.ts'
import { type Edition, editionOf } from './edition.ts'
import { descriptionOf, originOf, publicPage } from './frame.ts'
import { eventData } from './json-ld.ts'
import { addressOf } from './marks.ts'
import { programme } from './programme.ts'
import { hall } from './hall.ts'
import { showcase } from './showcase.ts'

/** What anyone may read of an event: when, where, what will be shown and by whom. */
export const event: Route = {
  id: 'event',
  method: 'GET',
  url: '/s/:event',
  who: 'anyone',
  answers: 'page',
  screenOf: 'everyone',
  handle: ofShow((site, visit) => {
    const edition = editionOf(visit.runner)
    const { view } = edition
    const origin = originOf(site, visit)
    const path = addressOf.event(view.id)
    const answer = edition.answer(origin + path, () =>
      publicPage(site, origin, {
        view,
        path,
        title: view.title,
        description: descriptionOf(view),
        main: view.published
          ? html`${cover(view)}${programme(edition)}${showcase(edition)}${hall(edition)}${tools(edition)}`
          : html`${cover(view)}
              <section class="section">
                <p class="lead">${view.over ? words.neverPublished : words.notYet}</p>
              </section>`,
        data: eventData(edition, origin),
      }),
    )
    return sendAnswer(visit, answer)
  }),
}

function cover(view: PublicView): Html {
  const { title, place, published, over } = view
  return html`<section class="cover">
      <h1>${title}</h1>
      <p class="cover__when">${whenOf(view)}</p>
      ${place !== '' && html`<p class="cover__where">${place}</p>`}
      <p class="cover__what">${words.what}</p>
      <p class="cover__act row">
        <a class="button button--primary" href="${addressOf.event(view.id)}/me"
          >${over ? words.phoneAfter : words.phone}</a
        >
      </p>
    </section>
    ${
      over &&
      html`<div class="notice">
        <p class="notice__title">${words.over}</p>
        ${published && html`<p>${words.overHow}</p>`}
      </div>`
    }
    ${
      published &&
      html`<nav class="jumps no-print" aria-label="${words.onThisPage}">
        <a class="tap" href="#programme">${words.toProgramme}</a>
        <a class="tap" href="#innovations">${words.toInnovations}</a>
        ${view.hall !== null && html`<a class="tap" href="#hall">${MAP.title}</a>`}
      </nav>`
    }`
}

/** Of one day also from when to when. */
function whenOf(view: PublicView): string {
  const items = itemsOf(view)
  const days = sayDays(view.days)
  if (items.length === 0 || view.days.length !== 1) return days
  const begins = Math.min(...items.map(({ start }) => start))
  const ends = Math.max(...items.map(({ end }) => end))
  return PUBLIC_WORDS.event.whenOn(days, clockTime(begins, view.zone), clockTime(ends, view.zone))
}

/** The same as data. */
function tools({ view: { id } }: Edition): Html {
  const base = addressOf.event(id)
  const links = [
    [`${base}/calendar.ics`, words.calendar],
    [`${base}/schedule.json`, words.scheduleJson],
    [`${base}/schedule.xml`, words.scheduleXml],
    [addressOf.changes(id), words.feed],
  ] as const
  return html`<section class="section no-print">
    <h2>${words.tools}</h2>
    <p class="muted">${words.toolsHow}</p>
    <ul class="tools">
      ${links.map(([href, text]) => html`<li><a class="tap" href="${href}">${text}</a></li>`)}
    </ul>
  </section>`
}
