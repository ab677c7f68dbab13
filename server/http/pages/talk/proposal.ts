import {
  LONGEST_LINE,
  LONGEST_TITLE,
  proposalOf,
  proposalText,
} from '#shared/show/talk/proposals.ts'
import type { Texts } from '#shared/show/talk/texts.ts'
import { TALK as words } from '#shared/words/talk.ts'
import { html, type Html } from '../../html.ts'
import { ofShow, type Route } from '../../site.ts'
import { commandForm, type Own, ownLeaf, typedBefore } from './own-leaf.ts'

/** A table of one's own: proposed, waiting for an answer, accepted or declined. */
export const proposal: Route = {
  id: 'proposal',
  method: 'GET',
  url: '/s/:event/me/table',
  who: 'anyone',
  answers: 'page',
  screenOf: 'delegate',
  handle: ofShow((site, visit) =>
    ownLeaf(site, visit, (own) => ({
      title: words.proposeTitle,
      done: {},
      main: state(own, visit.runner.texts()),
    })),
  ),
}

function state(own: Own, texts: Texts): Html {
  const { show, person } = own
  const held = proposalOf(show, person)
  const hosted = show.people[person]?.hosts
  const table = hosted == null ? undefined : show.tables[hosted]
  if (table)
    return html`<div class="notice notice--done">
        <p class="notice__title">
          ${held?.state === 'accepted' ? words.accepted(table.number) : words.hostsAlready(table.number)}
        </p>
        ${held?.state === 'accepted' && html`<p>${words.acceptedHow(table.place)}</p>`}
      </div>
      <p><a class="tap" href="/s/${show.id}/host">${words.toHost}</a></p>`
  if (held?.state === 'waiting')
    return html`<div class="notice notice--info">
        <p class="notice__title">${words.waiting}</p>
        <p>${words.waitingHow}</p>
      </div>
      ${form(own, texts, words.change)} ${takeBack(own, words.withdraw)}`
  if (held?.state === 'declined') return html`${declined(own, texts)}`
  return show.asks.proposals && show.closedAt === null
    ? html`<p class="lead">${words.proposeLead}</p>
        ${form(own, texts, words.propose)}`
    : html`<div class="empty">
        <h2>${words.proposalsOff}</h2>
        <p>${words.proposalsOffHow}</p>
      </div>`
}

function declined(own: Own, texts: Texts): Html {
  const { show, person } = own
  const said = (what: 'title' | 'reason'): string =>
    texts.get(proposalText(what, person))?.text ?? ''
  const reason = said('reason')
  return html`<div class="notice notice--info">
      <p class="notice__title">${words.declined}</p>
      <p>“${said('title')}”</p>
      <p>${reason === '' ? words.declinedHow : reason}</p>
    </div>
    ${takeBack(own, words.remove)}
    ${
      show.asks.proposals &&
      show.closedAt === null &&
      html`<section class="section">
        <h2>${words.again}</h2>
        ${form(own, new Map(), words.propose)}
      </section>`
    }`
}

const pathOf = ({ show }: Own): string => `/s/${show.id}/me/table`

function form(own: Own, texts: Texts, go: string): Html {
  const { person, said } = own
  const value = (what: 'title' | 'line'): string =>
    typedBefore(said, 'propose-table', what) ?? texts.get(proposalText(what, person))?.text ?? ''
  return commandForm(
    own.show,
    pathOf(own),
    { type: 'propose-table' },
    html`<div class="field">
        <label for="title">${words.title}</label>
        <input
          id="title"
          name="title"
          required
          maxlength="${LONGEST_TITLE}"
          value="${value('title')}"
        />
      </div>
      <div class="field">
        <label for="line">${words.line}</label>
        <p class="field__hint" id="line-hint">${words.lineHint}</p>
        <input
          id="line"
          name="line"
          maxlength="${LONGEST_LINE}"
          value="${value('line')}"
          aria-describedby="line-hint"
        />
      </div>
      <p class="act"><button class="button button--primary">${go}</button></p>`,
  )
}

const takeBack = (own: Own, text: string): Html =>
  commandForm(
    own.show,
    pathOf(own),
    { type: 'withdraw-proposal' },
    html`<button class="button button--quiet">${text}</button>`,
  )
