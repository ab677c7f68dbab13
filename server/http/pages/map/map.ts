import type { ReadShow } from '#shared/show/state.ts'
import { doorTo, hallPart, type HallPart, spotOf } from '#shared/views/hall-map.ts'
import { MAP_PAGE } from '#shared/words/map-page.ts'
import { MAP } from '#shared/words/map.ts'
import { PUBLIC_PAGE } from '#shared/words/public-page.ts'
import { html, type Html } from '../../html.ts'
import { document } from '../../page.ts'
import { answerProblem, notFound } from '../../errors.ts'
import { ofShow, type Route, sendPage, textOf } from '../../site.ts'
import { addressOf } from '../public/marks.ts'
import { FOR_EVER } from '../picture.ts'
import { DRAWING_POLICY, drawHall } from './drawing.ts'
import { hallList } from './list.ts'
import { hallMap } from './marked.ts'

/** All tables as one drawing. Its name is another whenever it looks different; an old name gets what is now. */
export const mapDrawing: Route = {
  id: 'map-drawing',
  method: 'GET',
  url: '/s/:event/map/:drawing',
  who: 'anyone',
  answers: 'page',
  handle: ofShow((site, visit) => {
    const show = visit.runner.show()
    const part = hallPart(show)
    const drawing = textOf(visit.request.params, 'drawing')
    if (!part) return notFound(site, visit)
    const isThis = part.layers.some((one) => one.endsWith(`/map/${drawing}`))
    return visit.reply
      .headers({
        'cache-control': isThis ? FOR_EVER : 'no-cache',
        'content-security-policy': DRAWING_POLICY,
      })
      .type('image/svg+xml')
      .send(drawHall(part, show.tables))
  }),
}

/** The map on a page of its own, with the way from one table (or the door) to another; no script needed. */
export const map: Route = {
  id: 'map',
  method: 'GET',
  url: '/s/:event/map',
  who: 'anyone',
  answers: 'page',
  handle: ofShow((site, visit) => {
    const show = visit.runner.show()
    const part = hallPart(show)
    if (!part)
      return answerProblem(site, visit, {
        code: 'not-found',
        title: MAP_PAGE.none,
        message: MAP_PAGE.noneHow,
        links: [{ href: `${addressOf.event(show.id)}/me`, text: MAP_PAGE.phone }],
      })
    const { query } = visit.request
    const text = document({
      title: `${MAP.title}: ${show.title}`,
      assets: site.client.assets('public'),
      masthead: html`<a href="${addressOf.event(show.id)}">${show.title}</a>`,
      main: mapPage(show, part, textOf(query, 'to'), textOf(query, 'from')),
      wide: true,
      bodyClass: 'public',
      meta: html`<meta name="robots" content="noindex" />`,
    })
    return sendPage(visit, text, { keep: true })
  }),
}

/** `to` and `from`: numbers of tables as they stand in the address. */
function mapPage(show: ReadShow, part: HallPart, to: string, from: string): Html {
  const tables = Object.values(show.tables)
    .filter(({ id }) => part.tables[id])
    .toSorted((a, b) => a.number - b.number)
  const placed = (number: string) => {
    const table = tables.find((one) => String(one.number) === number)
    const at = table && part.tables[table.id]
    return at ? { number: table.number, at: spotOf(part, at), point: at } : null
  }
  const goal = placed(to)
  const begin = goal && placed(from)
  const door = goal && !begin ? doorTo(part, goal.point) : undefined
  const start = begin?.at ?? (door ? spotOf(part, door) : null)
  const named = goal ? MAP.table(goal.number) : ''
  const fromNamed = begin ? MAP.table(begin.number) : MAP.theDoor
  const alt = !goal
    ? MAP_PAGE.all(tables.length)
    : start
      ? MAP_PAGE.alt(fromNamed, named)
      : MAP_PAGE.altAt(named)
  return html`<article class="leaf">
    <h1>${goal ? PUBLIC_PAGE.table(goal.number) : MAP.title}</h1>
    ${goal && html`<p class="lead">${start ? MAP.way(fromNamed, named) : MAP.marked(named)}</p>`}
    ${hallMap(part, alt, goal && { from: start, to: goal.at })}
    <h2>${MAP_PAGE.list}</h2>
    ${hallList(
      tables.map(({ number, zone, place, innovation }) => ({
        number,
        zone,
        place,
        title: (innovation && show.innovations[innovation]?.title) || '',
      })),
    )}
    <p class="leaf__back no-print">
      <a class="tap" href="${addressOf.event(show.id)}/me">${MAP_PAGE.phone}</a>
      <a class="tap" href="${addressOf.event(show.id)}">${MAP_PAGE.back}</a>
    </p>
  </article>`
}
