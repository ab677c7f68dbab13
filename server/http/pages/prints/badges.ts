import { setImmediate } from 'node:timers/promises'
import type { PersonDetails } from '#shared/show/decision.ts'
import { type Role, ROLES } from '#shared/show/words.ts'
import { PUBLIC_WORDS } from '#shared/words/public.ts'
import { answerProblem } from '../../errors.ts'
import { html, type Html } from '../../html.ts'
import { mayHandOut, personLink } from '../../links.ts'
import { qrCode } from '../../qr.ts'
import { ofShow, type Route } from '../../site.ts'
import { printedTitle, sendPrints } from './frame.ts'
import { type Printed, whoIsPrinted } from './who.ts'

const words = PUBLIC_WORDS.badges
const ON_A_SHEET = 10

interface Badge {
  event: string
  person: PersonDetails
  role: Role
  url: string
  code: string
}

/** A page to print: a badge for each person, for `?person=` alone, or for those that the list of people shows. */
export const badges: Route = {
  id: 'badges',
  method: 'GET',
  url: '/s/:event/badges',
  who: 'crew',
  answers: 'page',
  screenOf: 'crew',
  handle: ofShow((site, visit) => {
    const { runner, signed, request } = visit
    const show = runner.show()
    const asked = whoIsPrinted(runner, request.query)
    if (asked === null)
      return answerProblem(site, visit, { code: 'unknown', message: words.nobody })
    const printed = asked.filter(({ attendee }) => mayHandOut(show, signed, attendee.roles))
    const origin = site.originFor(request.headers.host)
    const badgeOf = ({ attendee, person }: Printed): Badge => ({
      event: printedTitle(show),
      person,
      role: ROLES.find((each) => attendee.roles.includes(each)) ?? 'delegate',
      ...personLink(origin, show, attendee, site.access.passes),
    })
    const leftOut = asked.length - printed.length
    const count = printed.length
    const said = count === 0 ? words.none : words.sheets(count, Math.ceil(count / ON_A_SHEET))
    const lines = html`${said}${leftOut > 0 && html`<br />${words.leftOut(leftOut)}`}`
    return sendPrints(site, visit, {
      title: words.title,
      lines,
      sheets: sheets(printed, badgeOf),
    })
  }),
}

/** Sheet by sheet, giving others a turn after each badge: a QR code takes milliseconds, 2,000 take seconds. */
async function* sheets(
  people: readonly Printed[],
  badgeOf: (person: Printed) => Badge,
): AsyncGenerator<string> {
  for (let first = 0; first < people.length; first += ON_A_SHEET) {
    const badges: Html[] = []
    for (const person of people.slice(first, first + ON_A_SHEET)) {
      await setImmediate()
      badges.push(drawn(badgeOf(person)))
    }
    yield html`<section class="sheet">${badges}</section>`.text
  }
}

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
