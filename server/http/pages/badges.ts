import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import type { ReadShow } from '#shared/show/state.ts'
import type { PersonDetails } from '#shared/show/decision.ts'
import { type Role, ROLES } from '#shared/show/words.ts'
import { PUBLIC_WORDS } from '#shared/words/public.ts'
import { answerProblem } from '../errors.ts'
import { html, type Html, raw } from '../html.ts'
import { mayHandOut, personLink } from '../links.ts'
import { head } from '../page.ts'
import { qrCode } from '../qr.ts'
import { ofShow, type Route, textOf } from '../site.ts'

const words = PUBLIC_WORDS.badges
const ON_A_SHEET = 10

interface Badge {
  event: string
  person: PersonDetails
  role: Role
  url: string
  code: string
}

/** A page to print: a badge for each person, or for `?person=` alone. */
export const badges: Route = {
  id: 'badges',
  method: 'GET',
  url: '/s/:event/badges',
  who: 'crew',
  answers: 'page',
  screenOf: 'crew',
  handle: ofShow((site, visit) => {
    const { runner, signed, request, reply } = visit
    const show = runner.show()
    const one = textOf(request.query, 'person')
    const all = Object.values(show.people).filter((person) => one === '' || person.id === one)
    if (one !== '' && all.length === 0)
      return answerProblem(site, visit, { code: 'unknown', message: words.nobody })
    const printed = all.filter((person) => mayHandOut(show, signed, person.roles))
    const origin = site.originFor(request.headers.host)
    const people = runner.people()
    const made = printed
      .flatMap((attendee): Badge[] => {
        const person = people.get(attendee.id)
        if (!person) return []
        const role = ROLES.find((each) => attendee.roles.includes(each)) ?? 'delegate'
        const link = personLink(origin, show, attendee, site.access.passes)
        return [{ event: show.title, person, role, ...link }]
      })
      .sort((a, b) => lastName(a.person.name).localeCompare(lastName(b.person.name), 'en-GB'))
    const leftOut = all.length - printed.length
    const assets = site.client.assets('print')
    const opening = html`${raw('<!doctype html>')}
      <html lang="en-GB">
        <head>
          ${head(`${words.title}: ${show.title}`, assets)}
        </head>
        <body class="prints">
          ${bar(show, made.length, leftOut)}
        </body>
      </html>`
    return reply
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(Readable.from(sheets(opening, made)))
  }),
}

/** Sheet by sheet, letting others have a turn in between: 2,000 QR codes take seconds. */
async function* sheets(opening: Html, made: readonly Badge[]): AsyncGenerator<string> {
  yield opening.text
  for (let first = 0; first < made.length; first += ON_A_SHEET) {
    await setImmediate()
    const sheet = made.slice(first, first + ON_A_SHEET)
    yield html`<section class="sheet">${sheet.map(drawn)}</section>`.text
  }
  yield '</body></html>'
}

const bar = (show: ReadShow, count: number, leftOut: number): Html =>
  html`<header class="prints__bar no-print">
    <h1 class="vh">${words.title}: ${show.title}</h1>
    <p>
      ${
        count === 0 ? words.none : words.sheets(count, Math.ceil(count / ON_A_SHEET))
      }${leftOut > 0 && html`<br />${words.leftOut(leftOut)}`}
    </p>
  </header>`

function drawn({ event, person, role, url, code }: Badge): Html {
  const [first, last] = parted(person.name)
  const size =
    first.length > 14 || last.length > 24
      ? html` data-longer`
      : (first.length > 9 || last.length > 16) && html` data-long`
  const spaced = `${code.slice(0, 3)} ${code.slice(3)}`
  return html`<article class="namebadge" ${size}>
    <p class="namebadge__event">
      <span>${event}</span><span class="namebadge__role">${words.roles[role]}</span>
    </p>
    <div class="namebadge__name">
      <p class="namebadge__first">${first}</p>
      <p class="namebadge__last">${last}</p>
    </div>
    <div class="namebadge__qr">${qrCode(url)}</div>
    <p class="namebadge__org">
      ${person.jobTitle}${person.jobTitle !== '' && person.organisation !== '' && html`<br />`}${person.organisation}
    </p>
    <p class="namebadge__code">${spaced}</p>
  </article>`
}

/** The first name large, all others under it. */
function parted(name: string): [first: string, last: string] {
  const [first = '', ...others] = name.trim().split(/\s+/)
  return [first, others.join(' ')]
}
const lastName = (name: string): string => name.trim().split(/\s+/).at(-1) ?? ''
