import { stageTimes } from '#shared/show/course.ts'
import type { DeepReadonly, ReadShow, Segment } from '#shared/show/state.ts'
import type { SegmentId } from '#shared/show/words.ts'
import type { PlanTimes } from '#shared/time/plan.ts'
import { clockTime, dayName } from '#shared/time/zone.ts'
import { MINUTE, type Instant } from '#shared/time/instant.ts'
import type { People } from '#shared/views/common.ts'
import { PUBLIC_WORDS } from '#shared/words/public.ts'
import { html, type Html } from '../html.ts'
import { document } from '../page.ts'
import { rehearsalMark } from '../rehearsal.ts'
import { ofShow, type Route, sendPage } from '../site.ts'
import { daysInWords } from './events.ts'

const words = PUBLIC_WORDS.event

/** What anyone may read of an event: when, where, what will be shown and by whom. No guest is named. */
export const event: Route = {
  id: 'event',
  method: 'GET',
  url: '/s/:event',
  who: 'anyone',
  answers: 'page',
  screenOf: 'everyone',
  handle: ofShow((site, visit) => {
    const { runner } = visit
    const show = runner.show()
    const main = html`${rehearsalMark(show)}${cover(show, runner.now())}${showcase(show, runner.people())}${programme(show, runner.now())}`
    const assets = site.client.assets('public')
    const masthead = html`<a href="/">${PUBLIC_WORDS.product}</a>`
    const page = document({ title: show.title, assets, masthead, main, wide: true })
    return sendPage(visit, page, { keep: true })
  }),
}

function cover(show: ReadShow, now: Instant): Html {
  const times = [...timesOf(show, now).values()]
  const begins = Math.min(...times.map((each) => each.plannedStart))
  const ends = Math.max(...times.map((each) => each.plannedEnd))
  const days = daysInWords(show.days)
  const when =
    times.length > 0 && show.days.length === 1
      ? words.whenOn(days, clockTime(begins, show.zone), clockTime(ends, show.zone))
      : days
  return html`<section class="cover">
      <h1>${show.title}</h1>
      <p class="cover__when">${when}</p>
      ${show.place !== '' && html`<p class="cover__where">${show.place}</p>`}
      <p class="cover__act row">
        <a class="button button--primary" href="/s/${show.id}/me">${words.badge}</a
        ><a class="button" href="#programme">${words.programme}</a>
      </p>
    </section>
    ${
      show.heldSince !== null &&
      html`<div class="notice notice--held">
        <p class="notice__title">${words.held}</p>
        <p>${words.heldThen}</p>
      </div>`
    }`
}

function showcase(show: ReadShow, people: People): Html {
  const tables = new Map(
    Object.values(show.tables).flatMap((table) =>
      table.innovation === null ? [] : [[table.innovation, table] as const],
    ),
  )
  const numberOf = (id: (typeof entries)[number]['id']): number =>
    tables.get(id)?.number ?? Infinity
  const entries = Object.values(show.innovations)
  if (entries.length === 0)
    return html`<section class="section"><p class="empty">${words.noInnovations}</p></section>`
  const sorted = entries.toSorted(
    (a, b) => numberOf(a.id) - numberOf(b.id) || a.title.localeCompare(b.title, 'en-GB'),
  )
  const entry = (one: (typeof entries)[number]): Html => {
    const table = tables.get(one.id)
    const names = one.presenters.flatMap((id) => people.get(id)?.name ?? [])
    return html`<li class="entry">
      <p class="entry__no">
        ${
          table
            ? html`<span><span class="vh">${words.table}</span>${table.number}</span
                >${zoneMark(table.zone)}`
            : html`<span class="vh">${words.noTable}</span>`
        }
      </p>
      <div>
        <h3 class="entry__title">${one.title}</h3>
        <p class="entry__who">${[...names, one.organisation].filter(Boolean).join(', ')}</p>
        <p class="entry__what">${one.summary}</p>
      </div>
    </li>`
  }
  return html`<section class="section">
    <h2>${words.innovations(entries.length)}</h2>
    <ol class="entries">
      ${sorted.map(entry)}
    </ol>
  </section>`
}

/** A letter A to H has a colour and a shape; other names of zones are written out. */
function zoneMark(zone: string): Html | false {
  if (zone === '') return false
  const letter = /^[A-Ha-h]$/.test(zone) ? ` zone--${zone.toLowerCase()}` : ''
  return html`<span class="zone${letter}"><span class="vh">${words.zone}</span>${zone}</span>`
}

function programme(show: ReadShow, now: Instant): Html {
  const times = timesOf(show, now)
  const shown = Object.values(show.stages)
    .flatMap((stage) => stage.segments)
    // Notes are for those who run the day.
    .flatMap((id) => show.segments[id] ?? [])
    .filter((segment) => segment.kind !== 'note')
  const days = show.days.filter((day) => shown.some((segment) => segment.day === day))
  const item = (segment: DeepReadonly<Segment>): Html | null => {
    const time = times.get(segment.id)
    return time
      ? html`<li${now >= time.expectedEnd && html` class="is-past"`}><time>${clockTime(time.plannedStart, show.zone)}</time><div><b>${segment.title}</b>${more(segment)}${moved(time, show.zone, segment)}</div></li>`
      : null
  }
  return html`<section class="section" id="programme">
    <h2>${show.days.length > 1 ? words.programmeDays : words.programme}</h2>
    ${
      days.length === 0
        ? html`<p class="empty">${words.noProgramme}</p>`
        : days.map(
            (day) =>
              html`${show.days.length > 1 && html`<h3>${dayName(day)}</h3>`}
                <ol class="timeline">
                  ${shown.filter((segment) => segment.day === day).map(item)}
                </ol>`,
          )
    }
    <p class="small muted">${words.zoneOfTimes(show.zone)}</p>
  </section>`
}

function more(segment: DeepReadonly<Segment>): Html | false {
  if (segment.kind === 'pitch-block' && segment.pitches.length > 0)
    return html`<br />${words.pitches(segment.pitches.length)}`
  return segment.kind === 'rounds' && html`<br />${words.rounds(segment.rounds.length)}`
}

/** Only while it matters: what is over or on has its time behind it. */
function moved(time: PlanTimes, zone: string, segment: DeepReadonly<Segment>): Html | false {
  const late = time.expectedStart - time.plannedStart
  if (segment.begunAt !== null || Math.abs(late) < MINUTE || late > 12 * 60 * MINUTE) return false
  return html`<br /><span class="muted"
      >${words.expected(clockTime(time.expectedStart, zone))}</span
    >`
}

function timesOf(show: ReadShow, now: Instant): Map<SegmentId, PlanTimes> {
  return new Map(
    Object.values(show.stages).flatMap((stage) => [...stageTimes(show, stage.id, now)]),
  )
}
