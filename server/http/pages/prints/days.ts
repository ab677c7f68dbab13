import { setImmediate } from 'node:timers/promises'
import type { ReadShow } from '#shared/show/state.ts'
import { clockTime, dayName } from '#shared/time/zone.ts'
import { daySheet, type SheetLine, type SheetRound, sheetRounds } from '#shared/views/day-sheet.ts'
import { PRINTS as words } from '#shared/words/prints.ts'
import { PUBLIC_WORDS } from '#shared/words/public.ts'
import { answerProblem } from '../../errors.ts'
import { html, type Html } from '../../html.ts'
import { mayHandOut, personLink } from '../../links.ts'
import { qrCode } from '../../qr.ts'
import { ofShow, type Route, type ShowVisit, type Site } from '../../site.ts'
import { printedTitle, sendPrints } from './frame.ts'
import { type Printed, whoIsPrinted } from './who.ts'
import { tableMark } from './marks.ts'

/** Everybody's day, a page of A6 each, or that of those whom `?person=` or the list's filters ask for. */
export const days: Route = {
  id: 'days',
  method: 'GET',
  url: '/s/:event/days',
  who: 'crew',
  answers: 'page',
  handle: ofShow((site, visit) => {
    const { runner, signed, request } = visit
    const show = runner.show()
    const printed = whoIsPrinted(runner, request.query)
    if (printed === null)
      return answerProblem(site, visit, {
        code: 'unknown',
        message: PUBLIC_WORDS.badges.nobody,
      })
    const hasQr = ({ attendee }: Printed): boolean => mayHandOut(show, signed, attendee.roles)
    return sendDays(site, visit, { title: words.daysTitle, printed, hasQr })
  }),
}

/** The day of whoever is signed in, with the QR code that opens their own page. */
export const ownDay: Route = {
  ...days,
  id: 'own-day',
  url: '/s/:event/me/a6',
  who: 'anyone',
  screenOf: 'delegate',
  handle: ofShow((site, visit) => {
    const { runner, signed } = visit
    const show = runner.show()
    const id = signed.actor(show, 'phone')?.person ?? null
    const own = id === null ? null : whoIsPrinted(runner, { person: id })
    if (!own || own.length === 0)
      return answerProblem(site, visit, {
        code: 'signed-out',
        message: PUBLIC_WORDS.problems['signed-out'],
        links: [{ href: `/s/${show.id}/me`, text: show.title }],
      })
    return sendDays(site, visit, { title: words.dayTitle, printed: own, hasQr: () => true })
  }),
}

function sendDays(
  site: Site,
  visit: ShowVisit,
  {
    title,
    printed,
    hasQr,
  }: { title: string; printed: readonly Printed[]; hasQr: (one: Printed) => boolean },
) {
  const { runner, request } = visit
  const show = runner.show()
  const now = runner.now()
  const origin = site.originFor(request.headers.host)
  const rounds = sheetRounds(show, now)
  const isPlain = printed.filter((one) => !hasQr(one)).length
  const lines = html`${printed.length === 0 ? words.noDays : words.days(printed.length)}
  ${words.howTo}${isPlain > 0 && html`<br />${words.noQr(isPlain)}`}`
  const draw = (one: Printed): Html =>
    drawn(show, one, {
      lines: daySheet(show, rounds, one.attendee.id),
      at: clockTime(now, show.zone),
      url: hasQr(one) ? personLink(origin, show, one.attendee, site.access.passes).url : null,
    })
  return sendPrints(site, visit, { title, lines, sheets: pages(printed, draw) })
}

/** Page by page, giving others a turn after each: a QR code takes milliseconds, 2,000 take seconds. */
async function* pages(
  printed: readonly Printed[],
  draw: (one: Printed) => Html,
): AsyncGenerator<string> {
  for (const one of printed) {
    await setImmediate()
    yield draw(one).text
  }
}

/** `at`: when it was printed; `url`: what its QR code opens; null: it has none. */
function drawn(
  show: ReadShow,
  { person }: Printed,
  { lines, at, url }: { lines: readonly SheetLine[]; at: string; url: string | null },
): Html {
  const parts = inParts(lines)
  return html`<article class="dayprint">
    <header class="dayprint__head">
      <div class="dayprint__who">
        <p class="dayprint__event">${printedTitle(show)}</p>
        <h2 class="dayprint__name">${person.name}</h2>
        <p class="dayprint__org">${person.organisation}</p>
      </div>
      ${url !== null && html`<div class="dayprint__qr" role="img" aria-label="${words.qr}">${qrCode(url)}</div>`}
    </header>
    ${lines.length === 0 && html`<p>${words.noRounds}</p>`}
    ${parts.map(
      ({ heading, rounds }) =>
        html`${heading !== '' && html`<h3 class="dayprint__part">${heading}</h3>`}
          <ol class="dayprint__rounds">
            ${rounds.map((line) => roundDrawn(show, line))}
          </ol>`,
    )}
    <p class="dayprint__foot">${words.asAt(at)}</p>
  </article>`
}

/** Under a heading for each day and session, where there is more than one. */
export function inParts<Line extends SheetRound>(
  lines: readonly Line[],
): { heading: string; rounds: readonly Line[] }[] {
  const keyOf = (line: Line): string => `${line.day} ${line.round.segment}`
  const keys = [...new Set(lines.map(keyOf))]
  const isLong = new Set(lines.map(({ day }) => day)).size > 1
  return keys.map((key) => {
    const rounds = lines.filter((line) => keyOf(line) === key)
    const [first] = rounds
    const heading = first ? [isLong ? dayName(first.day) : '', first.session] : []
    return {
      heading: keys.length > 1 ? heading.filter((part) => part !== '').join(': ') : '',
      rounds,
    }
  })
}

function roundDrawn(show: ReadShow, line: SheetLine): Html {
  const { round, number, from, to, table, hosting } = line
  const time = (at: number | null): string => (at === null ? '' : clockTime(at, show.zone))
  const innovation = table?.innovation ? show.innovations[table.innovation] : undefined
  return html`<li>
    <p class="dayprint__time">
      ${from === null ? words.noTimes : html`<b>${time(from)}</b> ${time(to)}`}
    </p>
    <div class="dayprint__what">
      <p class="dayprint__table">
        <span class="dayprint__round">${words.round(number)}</span> ${
          table && !hosting ? html`<b>${words.table(table.number)}</b>` : without(line)
        }
      </p>
      ${innovation !== undefined && !hosting && html`<p class="dayprint__title">${innovation.title}</p>`}
      ${table && table.place !== '' && html`<p class="dayprint__place">${table.place}</p>`}
    </div>
    ${table && round.phase !== 'ended' && tableMark(table.zone)}
  </li>`
}

/** What stands where no table of theirs as a guest does. */
function without({ round, table, hosting }: SheetLine): string {
  if (hosting && table) return words.hosting(table.number)
  if (round.phase === 'ended') return words.over
  if (round.free) return words.walkUp
  return round.window !== null && round.phase === 'planned' ? words.fromWishes : words.noTable
}
