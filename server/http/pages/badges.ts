import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import type { ReadShow } from '#shared/show/state.ts'
import type { PersonDetails } from '#shared/show/decision.ts'
import { type Role, ROLES } from '#shared/show/words.ts'
import { PUBLIC_WORDS } from '#shared/words/public.ts'
import { answerProblem } from '../errors.ts'
import { html, type Html, raw } from '../html.ts'
import { rehearsalMark } from '../rehearsal.ts'
import { mayHandOut, personLink } from '../links.ts'
import { shell } from '../page.ts'
import { qrCode } from '../qr.ts'
import { ofShow, type Route, textOf } from '../site.ts'

const words = PUBLIC_WORDS.badges
/** where the sheets go */
const SHEETS = raw('<!-- sheets -->')
const ON_A_SHEET = 10
const order = new Intl.Collator('en-GB')

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
    const named = printed
      .flatMap((attendee) => {
        const person = people.get(attendee.id)
        return person ? [{ attendee, person, by: lastName(person.name) }] : []
      })
      .sort((a, b) => order.compare(a.by, b.by))
    const badgeOf = ({ attendee, person }: (typeof named)[number]): Badge => ({
      // Its links open nothing at the event: nobody must hand one out by mistake.
      event: show.rehearsalOf === null ? show.title : words.rehearsal(show.title),
      person,
      role: ROLES.find((each) => attendee.roles.includes(each)) ?? 'delegate',
      ...personLink(origin, show, attendee, site.access.passes),
    })
    const leftOut = all.length - printed.length
    const title = `${words.title}: ${show.title}`
    const frame = html`${bar(show, named.length, leftOut)}${SHEETS}`
    const page = shell(title, site.client.assets('print'), frame, 'prints')
    return reply
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(Readable.from(sheets(page, named, badgeOf)))
  }),
}

/** Sheet by sheet, giving others a turn after each badge: a QR code takes milliseconds, 2,000 take seconds. */
async function* sheets<Person>(
  page: string,
  people: readonly Person[],
  badgeOf: (person: Person) => Badge,
): AsyncGenerator<string> {
  const [opening = '', closing = ''] = page.split(SHEETS.text)
  yield opening
  for (let first = 0; first < people.length; first += ON_A_SHEET) {
    const badges: Html[] = []
    for (const person of people.slice(first, first + ON_A_SHEET)) {
      await setImmediate()
      badges.push(drawn(badgeOf(person)))
    }
    yield html`<section class="sheet">${badges}</section>`.text
  }
  yield closing
}

const bar = (show: ReadShow, count: number, leftOut: number): Html =>
  html`<header class="prints__bar no-print">
    ${rehearsalMark(show)}
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
