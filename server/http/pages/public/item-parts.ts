import { length } from '#shared/time/spoken.ts'
import { dayName } from '#shared/time/zone.ts'
import type { PublicItem, PublicRound, PublicSlot, PublicView } from '#shared/views/public.ts'
import { PUBLIC_PAGE as words } from '#shared/words/public-page.ts'
import { html, type Html } from '../../html.ts'
import type { Edition } from './edition.ts'
import { addressOf, byline, timeMark } from './marks.ts'

/** The pitches of an item, as they are called. */
export function calls({ view, innovations }: Edition, item: PublicItem): Html | false {
  const called = item.pitches.flatMap(({ innovation: id, start }) => {
    const innovation = innovations.get(id)
    return innovation ? [{ innovation, start }] : []
  })
  if (called.length === 0) return false
  return html`<ol class="calls">
    ${called.map(({ innovation, start }) => {
      const [table] = innovation.tables
      return html`<li class="call">
        ${timeMark(start, view.zone)}
        <div>
          <p class="call__title">
            <a class="link" href="${addressOf.innovation(view.id, innovation.id)}"
              >${innovation.title}</a
            >
          </p>
          <p class="call__who">${byline(innovation)}</p>
          ${table !== undefined && html`<p class="call__where">${words.table(table.number)}</p>`}
        </div>
      </li>`
    })}
  </ol>`
}

/** The rounds of an item: when people talk, and how long. */
export function turns({ view }: Edition, { rounds }: PublicItem): Html | false {
  if (rounds.length === 0) return false
  return html`<ol class="calls">
    ${rounds.map(
      (round) =>
        html`<li class="call">
          ${timeMark(round.talk, view.zone)}
          <div>
            <p class="call__title">${words.round(round.number)}</p>
            <p class="call__who">${turn(round)}</p>
          </div>
        </li>`,
    )}
  </ol>`
}

function turn({ free, talk, end }: PublicRound): string {
  const minutes = length(end - talk)
  return free ? words.roundFree(minutes) : words.roundOf(minutes)
}

/** `Pitches`, or that people may walk up to the tables. */
export const kindLine = ({ kind, pitches }: PublicItem): string =>
  pitches.length > 0 ? words.pitches(pitches.length) : words.kinds[kind]

/** From when to when, on which day and where, at the top of an item's own page. */
export const whenAndWhere = ({ zone, place }: PublicView, slot: PublicSlot): Html =>
  html`<p class="leaf__when">
      ${timeMark(slot.start, zone)} <span>${words.to}</span> ${timeMark(slot.end, zone)}
    </p>
    <p class="leaf__by">
      ${[dayName(slot.day), slot.stage, place].filter((part) => part !== '').join(', ')}
    </p>`

/** The foot of an item's own page. */
export const wayBack = ({ id, zone }: PublicView): Html =>
  html`<p class="small muted">${words.zoneOfTimes(zone)}</p>
    <p class="leaf__back no-print">
      <a class="tap" href="${addressOf.event(id)}#programme">${words.wholeProgramme}</a>
    </p>`
