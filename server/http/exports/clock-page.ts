import {
  lateWords,
  overWords,
  planActual,
  type PlanActual,
  type PlanActualLine,
} from '#shared/sheets/out/plan-actual.ts'
import { planActualSvg } from '#shared/sheets/out/plan-actual-svg.ts'
import { clockTime, dayName } from '#shared/time/zone.ts'
import { PLAN_ACTUAL as words } from '#shared/words/out.ts'
import { html, type Html, raw } from '../html.ts'
import { document } from '../page.ts'
import { ofShow, type Route, sendPage } from '../site.ts'

/** A page to look at and to print: plan against actual as a picture, and the same as a table below. */
export const clockPage: Route = {
  id: 'clock',
  method: 'GET',
  url: '/s/:event/clock',
  who: 'crew',
  answers: 'page',
  screenOf: 'crew',
  handle: ofShow((site, visit) => {
    const { runner, signed } = visit
    const show = runner.show()
    const now = runner.now()
    const parts = planActual(show, now)
    const base = `/api/shows/${show.id}/exports`
    const files = html`<p class="row no-print">
      <a class="tap" href="${base}/clock.svg" download>${words.file}</a
      ><a class="tap" href="${base}/clock.csv" download>${words.sheet}</a>
    </p>`
    const main = html`<h1>${words.title}: ${show.title}</h1>
      <p class="lead">${words.lead}</p>
      <p class="small muted">${words.asAt(clockTime(now, show.zone), show.zone)}</p>
      ${signed.organiser && parts.length > 0 && files}
      ${
        parts.length === 0
          ? html`<p class="empty">${words.none}</p>`
          : parts.map((part, index) => drawn(part, show.zone, index))
      }`
    const assets = site.client.assets('public')
    const masthead = html`<a href="/console/${show.id}">${show.title}</a>`
    const title = `${words.title}: ${show.title}`
    return sendPage(visit, document({ title, assets, masthead, main, wide: true }))
  }),
}

const drawn = (part: PlanActual, zone: string, index: number): Html => {
  const { stage, day, lines } = part
  const caption = words.caption(stage, dayName(day))
  return html`<section class="section">
    <h2 class="vh">${caption}</h2>
    <div class="scroll" tabindex="0" role="region" aria-label="${caption}">
      ${raw(planActualSvg([part], zone, index))}
    </div>
    <table class="table table--stack">
      <caption class="vh">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${words.heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${lines.map((line) => row(line, zone))}
      </tbody>
    </table>
  </section>`
}

function row(line: PlanActualLine, zone: string): Html {
  const { title, planned, actual } = line
  const span = ({ from, to }: { from: number; to: number }): string =>
    words.fromTo(clockTime(from, zone), clockTime(to, zone))
  const was = actual === null ? '' : actual.isOn ? words.on : span(actual)
  return html`<tr>
    <th scope="row">${title}</th>
    <td data-label="${words.heads[1]}">${span(planned)}</td>
    <td data-label="${words.heads[2]}">${was}</td>
    <td data-label="${words.heads[3]}">${lateWords(line)}</td>
    <td data-label="${words.heads[4]}">${overWords(line)}</td>
  </tr>`
}
