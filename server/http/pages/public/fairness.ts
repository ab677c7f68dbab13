import {
  type FairnessResult,
  type FairnessView,
  fairnessView,
  type FairnessWindow,
  type Told,
  type ToldShare,
} from '#shared/views/fairness.ts'
import { percent } from '#shared/words/console-choosing.ts'
import { FAIRNESS as words } from '#shared/words/fairness.ts'
import { clockTime } from '#shared/time/zone.ts'
import { html, type Html } from '../../html.ts'
import { ofShow, type Route } from '../../site.ts'
import { sendAnswer } from './answer.ts'
import { editionOf } from './edition.ts'
import { descriptionOf, originOf, publicPage } from './frame.ts'
import { addressOf } from './marks.ts'

/** How tables were given out, for anyone: shares, counts, why tables were tight, and the seed. Nobody is named. */
export const fairness: Route = {
  id: 'fairness',
  method: 'GET',
  url: '/s/:event/fairness',
  who: 'anyone',
  answers: 'page',
  screenOf: 'everyone',
  handle: ofShow((site, visit) => {
    const edition = editionOf(visit.runner)
    const { view } = edition
    const data = fairnessView(visit.runner.show())
    const origin = originOf(site, visit)
    const path = addressOf.fairness(view.id)
    // What it says is no part of the edition, which stays the same while people are seated.
    const answer = edition.answer(`${origin}${path} ${JSON.stringify(data)}`, () =>
      publicPage(site, origin, {
        view,
        path,
        title: words.title,
        description: descriptionOf(view),
        main: page(data, addressOf.event(view.id)),
        data: null,
      }),
    )
    return sendAnswer(visit, answer)
  }),
}

function page({ windows, zone }: FairnessView, event: string): Html {
  return html`<article class="fairness">
    <h1>${words.title}</h1>
    <p class="lead">${windows.length === 0 ? words.notYet : words.lead}</p>
    ${windows.map((window) => section(window, zone))}
    <p class="no-print"><a class="tap" href="${event}">${words.back}</a></p>
  </article>`
}

const section = (window: FairnessWindow, zone: string): Html =>
  html`<section class="section">
    <h2>${window.title}</h2>
    ${window.publishedAt !== null && html`<p class="muted">${words.publishedAt(clockTime(window.publishedAt, zone))}</p>`}
    ${
      window.result === null
        ? html`<p>${words.noPublished}</p>`
        : window.result === 'few'
          ? html`<p>${words.tooFew}</p>`
          : html`${shares(window.result)}${histogram(window.result)}${tables(window.result)}`
    }
    ${decided(window)}
  </section>`

const share = (of: ToldShare): string =>
  of === 'few' ? words.fewPeople : of === 'all-but-few' ? words.allButFew : percent(of)
const count = (of: Told): string | number =>
  of === 'few' ? words.few : of === 'hidden' ? words.hidden : of

function shares(result: FairnessResult): Html {
  const facts = [
    [words.firstChoice, share(result.firstChoice)],
    [words.topThree, share(result.topThree)],
    [words.worstOff, result.worstOff],
    [words.emptySeats(result.seats), result.emptySeats],
  ] as const
  return html`<h3>${words.got}</h3>
    <p>${words.people(result.people)}.</p>
    <dl class="fairness__facts">
      ${facts.map(
        ([what, figure]) =>
          html`<div>
            <dt>${what}</dt>
            <dd>${figure}</dd>
          </div>`,
      )}
    </dl>`
}

/** A bar as long as its count; none where the count is not told. */
const bar = (of: Told, most: number): Html | false =>
  typeof of === 'number' &&
  html`<svg
    class="fairness__bar"
    viewBox="0 0 300 16"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    <rect x="0" y="0" width="${((of / Math.max(1, most)) * 300).toFixed(1)}" height="16"></rect>
  </svg>`

function histogram({ histogram: bins }: FairnessResult): Html {
  const most = Math.max(1, ...bins.filter((one) => typeof one === 'number'))
  const hides = bins.some((one) => typeof one !== 'number')
  return html`<table class="table fairness__histogram">
      <caption>
        ${words.histogram}
      </caption>
      <thead class="vh">
        <tr>
          <th scope="col">${words.histogram}</th>
          <th scope="col">${words.picture}</th>
          <th scope="col">${words.peopleHead}</th>
        </tr>
      </thead>
      <tbody>
        ${bins.map(
          (one, visits) =>
            html`<tr>
              <th scope="row">${words.histogramRow(visits)}</th>
              <td class="fairness__picture">${bar(one, most)}</td>
              <td class="num">${count(one)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${hides && html`<p class="small muted">${words.fewHow}</p>`}`
}

function tables({ tables: all }: FairnessResult): Html {
  return html`<h3>${words.tables}</h3>
    <p class="muted">${words.tablesHow}</p>
    <table class="table fairness__tables">
      <caption class="vh">
        ${words.tables}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.table}</th>
          <th scope="col" class="num">${words.asked}</th>
          <th scope="col" class="num">${words.seats}</th>
          <th scope="col">${words.came}</th>
        </tr>
      </thead>
      <tbody>
        ${all.map(
          ({ number, title, asked, seats }) =>
            html`<tr>
              <th scope="row">${title === '' ? number : `${number}, ${title}`}</th>
              <td class="num">${count(asked)}</td>
              <td class="num">${seats}</td>
              <td>${cameTo(asked, seats)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`
}

function cameTo(asked: Told, seats: number): string {
  if (seats === 0) return words.closed
  // Fewer than five people and one seat: how many are left over would tell how many asked.
  if (typeof asked !== 'number') return ''
  return asked > seats ? words.without(asked - seats) : words.enough
}

function decided({ policy, everyone, perOrganisation, seed, seedHash }: FairnessWindow): Html {
  return html`<h3>${words.decided}</h3>
    <p>
      ${words.policy[policy]} ${everyone ? words.everyone : words.here}
      ${perOrganisation !== null && words.perOrganisation(perOrganisation)}
    </p>
    ${
      seedHash !== null &&
      html`<p>${words.ties}</p>
        <dl class="fairness__seed">
          <div>
            <dt>${words.hash}</dt>
            <dd><code>${seedHash}</code></dd>
          </div>
          ${
            seed !== null &&
            html`<div>
              <dt>${words.seed}</dt>
              <dd><code>${seed}</code></dd>
            </div>`
          }
        </dl>
        ${
          seed === null
            ? html`<p class="muted">${words.seedLater}</p>`
            : html`<p>${words.check}</p>
                <p><code>printf %s '${seed}' | sha256sum</code></p>`
        }`
    }`
}
