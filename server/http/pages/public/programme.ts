import { dayName } from '#shared/time/zone.ts'
import type { PublicDay, PublicItem } from '#shared/views/public.ts'
import { PUBLIC_PAGE as words } from '#shared/words/public-page.ts'
import { html, type Html } from '../../html.ts'
import type { Edition } from './edition.ts'
import { calls, kindLine, turns } from './item-parts.ts'
import { addressOf, heading, spanMark } from './marks.ts'
import { paragraphs } from './texts.ts'

/** Day by day; stages that run at the same time stand side by side where there is room. */
export function programme(edition: Edition): Html {
  const { view } = edition
  return html`<section class="section" id="programme">
    <h2>${words.programme}</h2>
    ${view.programme.length === 0 && html`<p class="empty">${words.noItems}</p>`}
    ${view.programme.map((day) => dayOf(edition, day))}
    ${view.more && html`<p class="plan__more">${words.more}</p>`}
    ${view.programme.length > 0 && html`<p class="small muted">${words.zoneOfTimes(view.zone)}</p>`}
  </section>`
}

function dayOf(edition: Edition, { day, stages }: PublicDay): Html {
  const several = edition.view.days.length > 1
  const ofStage = several ? 4 : 3
  return html`<div class="planday">
    ${several && html`<h3 class="planday__name">${dayName(day)}</h3>`}
    <div class="plans${stages.length > 1 ? ' plans--several' : ''}">
      ${stages.map(
        ({ name, items }) =>
          html`<div class="plan">
            ${name !== '' && heading(ofStage, 'plan__stage', name)}
            <ol class="plan__items">
              ${items.map((item) => line(edition, item, name === '' ? ofStage : ofStage + 1))}
            </ol>
          </div>`,
      )}
    </div>
  </div>`
}

function line(edition: Edition, item: PublicItem, level: number): Html {
  const { view } = edition
  const title = html`<a class="link" href="${addressOf.item(view.id, item.id)}">${item.title}</a>`
  return html`<li class="item item--${item.kind}">
    <p class="item__time">${spanMark(item.start, item.end, view.zone)}</p>
    <div class="item__body">${heading(level, 'item__title', title)}${said(item)}</div>
    ${calls(edition, item)}${turns(edition, item)}
  </li>`
}

/** What is known of an item beside its title and time. */
export const said = (item: PublicItem): Html =>
  html`<p class="item__kind">${kindLine(item)}</p>
    ${item.speakers.length > 0 && html`<p class="item__who">${words.with(item.speakers)}</p>`}
    ${paragraphs(item.summary)}
    ${item.tablesOpen && html`<p class="item__open">${words.tablesOpen}</p>`}`
