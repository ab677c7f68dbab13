import { seatOf } from '#shared/show/choosing/seats.ts'
import { isOwn, LONGEST_QUESTION, questionId } from '#shared/show/talk/questions.ts'
import type { Texts } from '#shared/show/talk/texts.ts'
import type { ReadShow } from '#shared/show/state.ts'
import type { InnovationId, PersonId } from '#shared/show/words.ts'
import type { People } from '#shared/views/common.ts'
import { TALK as words } from '#shared/words/talk.ts'
import { html, type Html } from '../../html.ts'
import { ofShow, type Route, textOf } from '../../site.ts'
import { commandForm, type Own, ownLeaf, typedBefore } from './own-leaf.ts'

/** One question to each table that somebody sits at, wishes for or said yes to; read by its hosts alone. */
export const questions: Route = {
  id: 'questions',
  method: 'GET',
  url: '/s/:event/me/questions',
  who: 'anyone',
  answers: 'page',
  screenOf: 'delegate',
  handle: ofShow((site, visit) =>
    ownLeaf(site, visit, (own) => {
      const { runner, request } = visit
      const asked = textOf(request.query, 'innovation')
      const list = toAsk(own.show, own.person, asked)
      return {
        title: words.questionsTitle,
        done: { 'ask-question': words.asked, 'take-back-question': words.removed },
        main:
          list.length === 0
            ? html`<div class="empty">
                <h2>${words.noQuestions}</h2>
                <p>${words.noQuestionsHow}</p>
              </div>`
            : html`<p class="lead">${words.questionsLead}</p>
                ${list.map((id) => question(own, id, runner.people(), runner.texts()))}`,
      }
    }),
  ),
}

/** The one that was asked for, where they sit, what they asked already, their wishes, and their yeses. */
function toAsk(show: ReadShow, person: PersonId, first: string): InnovationId[] {
  const seats = Object.values(show.rounds).flatMap((round) => {
    const table = round.phase === 'ended' ? undefined : seatOf(round, person)
    return (table && show.tables[table]?.innovation) ?? []
  })
  const yeses = Object.entries(show.answers[person] ?? {}).flatMap(([id, answer]) =>
    answer === 'yes' ? [id as InnovationId] : [],
  )
  const all = [
    first as InnovationId,
    ...seats,
    ...(show.questions[person] ?? []),
    ...(show.wishes[person] ?? []),
    ...yeses,
  ]
  return [...new Set(all)].filter((id) => show.innovations[id] && !isOwn(show, person, id))
}

function question(
  { show, person, said }: Own,
  id: InnovationId,
  people: People,
  texts: Texts,
): Html {
  const innovation = show.innovations[id]
  const table = Object.values(show.tables).find((one) => one.innovation === id)
  const hosts = (table?.hosts.length ? table.hosts : (innovation?.presenters ?? [])).flatMap(
    (host) => people.get(host)?.name ?? [],
  )
  const path = `/s/${show.id}/me/questions?innovation=${id}`
  const held = texts.get(questionId(person, id))?.text ?? ''
  const typed = typedBefore(said, 'ask-question', 'text', (fields) => fields['innovation'] === id)
  const title = innovation?.title ?? ''
  return html`<section class="section" id="${id}" aria-labelledby="title-${id}">
    <h2 id="title-${id}">${title}</h2>
    ${table ? html`<p class="muted">${words.tableNumber(table.number)}</p>` : null}
    ${
      show.closedAt === null
        ? commandForm(
            show,
            path,
            { type: 'ask-question', innovation: id },
            html`<div class="field">
                <label for="text-${id}">${words.question}</label>
                <p class="field__hint" id="hint-${id}">
                  ${words.onlyTable(hosts)} ${words.atMost(LONGEST_QUESTION)}
                </p>
                ${area(id, typed ?? held)}
              </div>
              <p class="act">
                <button class="button">
                  ${words.save}<span class="vh">: ${words.question}, ${title}</span>
                </button>
              </p>`,
          )
        : held !== '' && html`<p>${held}</p>`
    }
    ${
      held !== '' &&
      commandForm(
        show,
        path,
        { type: 'take-back-question', innovation: id },
        html`<button class="button button--quiet">
          ${words.removeQuestion}<span class="vh">: ${words.question}, ${title}</span>
        </button>`,
      )
    }
  </section>`
}

/** Nothing may stand between the tags but what was typed: it would be typed too. */
function area(id: InnovationId, typed: string): Html {
  const about = html`id="text-${id}" name="text" rows="3" required aria-describedby="hint-${id}"`
  return html`<textarea ${about} maxlength="${LONGEST_QUESTION}">${typed}</textarea>`
}
