import { clockTime } from '#shared/time/zone.ts'
import type { PublicInnovation } from '#shared/views/public.ts'
import { PUBLIC_PAGE as words } from '#shared/words/public-page.ts'
import { html, type Html } from '../../html.ts'
import type { Edition } from './edition.ts'
import { addressOf, byline, zoneMark } from './marks.ts'

/** All innovations, A to Z, each with where to find it. */
export function showcase(edition: Edition): Html {
  const { innovations } = edition.view
  return html`<section class="section" id="innovations">
    <h2>${words.innovations}</h2>
    ${
      innovations.length === 0
        ? html`<p class="empty">${words.noInnovations}</p>`
        : html`<p class="muted">${words.innovationsHow(innovations.length)}</p>
            <ol class="entries">
              ${innovations.map((innovation) => entry(edition, innovation))}
            </ol>`
    }
  </section>`
}

function entry({ view, items }: Edition, innovation: PublicInnovation): Html {
  const [table] = innovation.tables
  return html`<li class="entry">
    <p class="entry__no">
      ${
        table
          ? html`<span><span class="vh">${words.tableWord} </span>${table.number}</span
              >${zoneMark(table.zone)}`
          : html`<span class="vh">${words.noTableShort}</span>`
      }
    </p>
    <div>
      <h3 class="entry__title">
        <a class="link" href="${addressOf.innovation(view.id, innovation.id)}"
          >${innovation.title}</a
        >
      </h3>
      <p class="entry__who">${byline(innovation)}</p>
      <p class="entry__what">${innovation.summary}</p>
      <p class="entry__where">
        ${[...innovation.tables.map(({ place }) => place), ...pitchTimes()]
          .filter((part) => part !== '')
          .join('. ')}
      </p>
    </div>
  </li>`

  function pitchTimes(): string[] {
    return innovation.pitches.flatMap(({ item, start }) => {
      const stage = items.get(item)?.stage
      return stage === undefined
        ? []
        : [words.pitchedAt(words.at(clockTime(start, view.zone), stage))]
    })
  }
}
