import type { ReadShow } from '#shared/show/state.ts'
import type { LocalDate } from '#shared/time/instant.ts'
import { localDateOf } from '#shared/time/zone.ts'
import { PUBLIC_PAGE } from '#shared/words/public-page.ts'
import { PUBLIC_WORDS } from '#shared/words/public.ts'
import type { Signed } from '../../access/types.ts'
import { html, type Html } from '../html.ts'
import { document } from '../page.ts'
import { sayDays } from '../say-days.ts'
import { type Route, sendPage, type Site, type Visit } from '../site.ts'

const words = PUBLIC_WORDS.events
const { list } = PUBLIC_PAGE

/**
 * The events here: those to come, the next one first, and those that are over, the last one first. Whoever
 * is signed in also finds theirs that are not published.
 */
export const events: Route = {
  id: 'events',
  method: 'GET',
  url: '/',
  who: 'anyone',
  answers: 'page',
  screenOf: 'everyone',
  handle(site, visit) {
    const main = html`<h1>${words.title}</h1>
      ${listed(site, visit)}
      <p class="section">
        <a class="tap" href="/console">${words.organisers}: ${words.console.toLowerCase()}</a>
      </p>`
    const assets = site.client.assets('public')
    return sendPage(
      visit,
      document({ title: words.title, assets, masthead: PUBLIC_WORDS.product, main }),
      // What one person sees is nobody else’s.
      { keep: visit.signed.key === '' },
    )
  },
}

function listed({ shows }: Site, { signed }: Pick<Visit, 'signed'>): Html {
  const open = shows.list().flatMap((runner) => {
    const show = runner.show()
    // Put away, or a copy to try things out on: whoever has the address still gets there.
    if (show.archivedAt !== null || show.rehearsalOf !== null) return []
    const today = localDateOf(runner.now(), show.zone)
    if (!isOpenTo(signed, show, today)) return []
    return [{ show, over: show.closedAt !== null || lastDay(show) < today }]
  })
  if (open.length === 0)
    return html`<div class="empty">
      <p><strong>${words.empty}</strong></p>
      <p>${words.emptyHow}</p>
    </div>`
  const upcoming = open
    .filter(({ over }) => !over)
    .map(({ show }) => show)
    .sort((a, b) => firstDay(a).localeCompare(firstDay(b)))
  const past = open
    .filter(({ over }) => over)
    .map(({ show }) => show)
    .sort((a, b) => lastDay(b).localeCompare(lastDay(a)))
  return html`<section class="section">
      <h2>${list.upcoming}</h2>
      ${upcoming.length === 0 ? html`<p class="muted">${list.noneUpcoming}</p>` : shown(upcoming)}
    </section>
    ${
      past.length > 0 &&
      html`<section class="section">
        <h2>${list.past}</h2>
        ${shown(past)}
      </section>`
    }`
}

/**
 * Everybody finds what is published; those who work or take part at it find it before. On the day itself
 * so does whoever has come with a badge: its code is typed in on the event's own pages.
 */
function isOpenTo(signed: Signed, show: ReadShow, today: LocalDate): boolean {
  if (show.publishedAt !== null || signed.sees(show, 'console')) return true
  if (signed.actor(show, 'phone')?.person != null) return true
  const isOn = firstDay(show) <= today && today <= lastDay(show)
  return isOn && Object.keys(show.people).length > 0
}

const firstDay = (show: ReadShow): string => show.days[0] ?? ''
const lastDay = (show: ReadShow): string => show.days.at(-1) ?? ''

const shown = (shows: readonly ReadShow[]): Html =>
  html`<ul class="list">
    ${shows.map(line)}
  </ul>`

const line = (show: ReadShow): Html =>
  html`<li>
    <p class="events__title"><a class="tap" href="/s/${show.id}">${show.title}</a></p>
    <p class="events__when">${[sayDays(show.days), show.place].filter(Boolean).join(', ')}</p>
  </li>`
