import { seatOf } from '#shared/show/choosing/seats.ts'
import { roundNumber } from '#shared/show/round-course.ts'
import { EMAIL_VERSIONS } from '#shared/show/talk/email-words.ts'
import type { Consent } from '#shared/show/talk/feedback.ts'
import type { ReadShow } from '#shared/show/state.ts'
import type { PersonId } from '#shared/show/words.ts'
import type { Instant } from '#shared/time/instant.ts'
import { clockTime, dayName, localDateOf } from '#shared/time/zone.ts'
import type { People } from '#shared/views/common.ts'
import { emailWords, TALK as words } from '#shared/words/talk.ts'
import { plannedRounds } from '#shared/sheets/out/rounds.ts'
import { html, type Html } from '../../html.ts'
import { ofShow, type Route } from '../../site.ts'
import { commandForm, ownLeaf } from './own-leaf.ts'

/** After a round: was it useful, and which hosts may e-mail; what was said can be taken back here at any time. */
export const talks: Route = {
  id: 'talks',
  method: 'GET',
  url: '/s/:event/me/talks',
  who: 'anyone',
  answers: 'page',
  screenOf: 'delegate',
  handle: ofShow((site, visit) =>
    ownLeaf(site, visit, ({ show, person, said }) => {
      const people = visit.runner.people()
      const rounds = roundsSat(show, person)
      const hosts = hostsMet(show, person, rounds)
      const revoked = said?.fields['allow'] === 'false'
      return {
        title: words.talksTitle,
        done: {
          'say-useful': words.saved,
          'allow-email': revoked ? words.emailRevoked : words.emailSaid,
        },
        main: html`${rounds.length === 0 ? noTalks : html`<p class="lead">${words.talksLead}</p>`}
        ${!show.asks.feedback && html`<p class="muted">${words.notAsked}</p>`}
        ${rounds.map((round) => talk(show, person, round))}
        ${hosts.length > 0 && consents(show, person, hosts, people)}`,
      }
    }),
  ),
}

const noTalks = html`<div class="empty">
  <h2>${words.noTalks}</h2>
  <p>${words.noTalksHow}</p>
</div>`

interface Sat {
  id: keyof ReadShow['rounds']
  number: number
  movedAt: Instant | null
  table: ReadShow['tables'][keyof ReadShow['tables']]
}
/** Rounds that are over, the last first, with where they sat. */
const roundsSat = (show: ReadShow, person: PersonId): Sat[] =>
  plannedRounds(show)
    .flatMap(({ round }) => {
      const seat = round.phase === 'ended' ? seatOf(round, person) : undefined
      const table = seat && show.tables[seat]
      const { id, movedAt } = round
      return table ? [{ id, number: roundNumber(show, round), movedAt, table }] : []
    })
    .toReversed()

/** Whom they sat with, and whom they have ever said yes to. */
const hostsMet = (show: ReadShow, person: PersonId, rounds: readonly Sat[]): PersonId[] => {
  const met = show.asks.feedback ? rounds.flatMap(({ table }) => table.hosts) : []
  const answered = Object.keys(show.mayEmail[person] ?? {}) as PersonId[]
  return [...new Set([...met, ...answered])].filter((host) => host !== person)
}

function talk(show: ReadShow, person: PersonId, { id, number, movedAt, table }: Sat): Html {
  const said = show.useful[table.id]?.said[id]?.[person] ?? null
  const title = table.innovation === null ? '' : (show.innovations[table.innovation]?.title ?? '')
  const time = movedAt === null ? '' : clockTime(movedAt, show.zone)
  const button = (value: '' | 'true' | 'false', text: string, pressed: boolean | null): Html =>
    html`<button
      class="button${value === '' ? ' button--quiet' : ''}"
      name="useful"
      value="${value}"
      ${pressed === null ? null : html`aria-pressed="${String(pressed)}"`}
    >
      ${text}<span class="vh">: ${words.round(number, time)}</span>
    </button>`
  return html`<section class="section">
    <h2>${words.tableNumber(table.number)}${title === '' ? '' : `, ${title}`}</h2>
    <p class="muted">${words.round(number, time)}</p>
    ${
      (show.asks.feedback || said !== null) &&
      commandForm(
        show,
        `/s/${show.id}/me/talks`,
        { type: 'say-useful', round: id },
        html`<p><b>${words.useful}</b> <span class="muted">${words.usefulHow}</span></p>
          <p class="row act">
            ${show.asks.feedback && button('true', words.yes, said === true)}
            ${show.asks.feedback && button('false', words.no, said === false)}
            ${said !== null && button('', words.takeBack, null)}
          </p>`,
      )
    }
  </section>`
}

function consents(
  show: ReadShow,
  person: PersonId,
  hosts: readonly PersonId[],
  people: People,
): Html {
  const hasEmail = (people.get(person)?.email ?? '') !== ''
  return html`<section class="section" aria-labelledby="email">
    <h2 id="email">${words.emailTitle}</h2>
    <p class="muted">${words.emailNo}</p>
    ${!hasEmail && html`<p>${words.emailNone}</p>`}
    <ul class="list list--ruled">
      ${hosts.map(
        (host) =>
          html`<li>${consent(show, person, host, people.get(host)?.name ?? words.unnamed)}</li>`,
      )}
    </ul>
  </section>`
}

function consent(show: ReadShow, person: PersonId, host: PersonId, name: string): Html {
  const held = show.mayEmail[person]?.[host]
  const allowed = held?.allowed ?? false
  const asked = emailWords(held?.allowed ? held.words.version : EMAIL_VERSIONS, name)
  const fields = {
    type: 'allow-email',
    host,
    allow: String(!allowed),
    words: String(EMAIL_VERSIONS),
  }
  const act = html`<button class="button act${allowed ? ' button--quiet' : ''}">
    ${allowed ? words.emailTakeBack : words.emailYes(name)}${
      allowed && html`<span class="vh">: ${name}</span>`
    }
  </button>`
  return html`<p>${asked}</p>
    ${held !== undefined && html`<p class="muted">${stamp(show, held)}</p>`}
    ${(allowed || show.asks.feedback) && commandForm(show, `/s/${show.id}/me/talks`, fields, act)}`
}

function stamp(show: ReadShow, { allowed, at }: Consent): string {
  const when = words.when(dayName(localDateOf(at, show.zone)), clockTime(at, show.zone))
  return allowed ? words.emailGiven(when) : words.emailTaken(when)
}
