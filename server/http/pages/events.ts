import { PUBLIC_WORDS } from '#shared/words/public.ts'
import { dayName } from '#shared/time/zone.ts'
import type { ReadShow } from '#shared/show/state.ts'
import { html } from '../html.ts'
import { document } from '../page.ts'
import { type Route, sendPage } from '../site.ts'

const words = PUBLIC_WORDS.events

/** `Tuesday 24 November 2026`; of several days all, the year once. */
export function daysInWords(days: readonly string[]): string {
  const year = days.at(-1)?.slice(0, 4) ?? ''
  return days.length === 0 ? '' : `${PUBLIC_WORDS.event.days(days.map(dayName))} ${year}`
}

export const events: Route = {
  id: 'events',
  method: 'GET',
  url: '/',
  who: 'anyone',
  answers: 'page',
  screenOf: 'everyone',
  handle(site, visit) {
    const shows = site.shows.list().map((runner) => runner.show())
    const soonest = shows.toSorted((a, b) => (a.days[0] ?? '').localeCompare(b.days[0] ?? ''))
    const main = html`<h1>${words.title}</h1>
      ${
        soonest.length === 0
          ? html`<div class="empty">
              <p><strong>${words.empty}</strong></p>
              <p>${words.emptyHow}</p>
            </div>`
          : html`<ul class="list section">
              ${soonest.map(line)}
            </ul>`
      }
      <p class="section">
        <a class="tap" href="/console">${words.organisers}: ${words.console.toLowerCase()}</a>
      </p>`
    const assets = site.client.assets('public')
    return sendPage(
      visit,
      document({ title: words.title, assets, masthead: PUBLIC_WORDS.product, main }),
      { keep: true },
    )
  },
}

const line = (show: ReadShow) =>
  html`<li>
    <p class="events__title"><a class="tap" href="/s/${show.id}">${show.title}</a></p>
    <p class="events__when">${[daysInWords(show.days), show.place].filter(Boolean).join(', ')}</p>
  </li>`
