import { randomBytes } from 'node:crypto'
import Type from 'typebox'
import { emptyShow } from '#shared/show/state.ts'
import { idFrom, type ShowId, SHOW_ID_PATTERN, type StageId } from '#shared/show/words.ts'
import { standingOf } from '#shared/views/standing.ts'
import type { NewShow, PersonLink, ShowLine } from '#shared/wire/console.ts'
import { PUBLIC_WORDS } from '#shared/words/public.ts'
import { refusalWords } from '#shared/words/refusals.ts'
import type { ShowRunner } from '../../runner/types.ts'
import { answerProblem } from '../errors.ts'
import { html, raw } from '../html.ts'
import { mayHandOut, personLink } from '../links.ts'
import { qrCode } from '../qr.ts'
import { ofShow, ownShows, type Route, sendJson, textOf } from '../site.ts'

const words = PUBLIC_WORDS.newShow

export function showLine(runner: ShowRunner): ShowLine {
  const show = runner.show()
  const { id, title, place, days, people, rehearsalOf } = show
  const here = Object.values(people).filter((person) => person.checkedInAt !== null).length
  const standing = standingOf(show, runner.now())
  return { id, title, place, days, people: Object.keys(people).length, here, standing, rehearsalOf }
}

/** The address as one of ours; null: it is none. */
export const readShowId = (id: string): ShowId | null =>
  new RegExp(SHOW_ID_PATTERN).test(id) && id.length <= LONGEST_ID ? (id as ShowId) : null
export const LONGEST_ID = 40

export const listShows: Route = {
  id: 'list-shows',
  method: 'GET',
  url: '/api/shows',
  who: 'anyone',
  answers: 'json',
  about:
    'The events that one works at (all for organisers of this server), with how many people each has and how many are here.',
  handle(site, visit) {
    const own = ownShows(site, visit.signed)
    if (own.length > 0 || visit.signed.organiser)
      return sendJson(visit, { shows: own.map(showLine) })
    const message = PUBLIC_WORDS.problems.consoleOnly
    return answerProblem(site, visit, { code: 'signed-out', message })
  },
}

export const makeShow: Route = {
  id: 'make-show',
  method: 'POST',
  url: '/api/shows',
  who: 'owner',
  answers: 'json',
  about: 'Makes an event with one stage. Answers 201 with its id.',
  schema: {
    body: Type.Object(
      {
        id: Type.String({ maxLength: 80 }),
        title: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
        place: Type.String({ maxLength: 200 }),
        zone: Type.String({ maxLength: 64 }),
        days: Type.Array(Type.String({ maxLength: 10 }), { minItems: 1, maxItems: 14 }),
      },
      { additionalProperties: false },
    ),
  },
  async handle(site, visit) {
    const { id, ...about } = visit.request.body as NewShow
    const showId = readShowId(id)
    if (!showId)
      return answerProblem(site, visit, { code: 'bad-value', message: words.id, field: 'id' })
    const actor = visit.signed.actor(emptyShow(showId), 'console')
    if (!actor) throw new Error('an organiser may act at every show')
    const stage = idFrom<StageId>('stg', randomBytes(12))
    const command = { type: 'create-show' as const, ...about, stage }
    const result = await site.shows.create(showId, { command, actor, repeat: null })
    if (result.ok) return sendJson(visit, { id }, 201)
    const { code, field } = result.refusal
    const message =
      code === 'already-exists' ? words.taken(id) : refusalWords(result.refusal, 'Etc/UTC')
    const at = code === 'already-exists' ? 'id' : field
    return answerProblem(site, visit, {
      code,
      message,
      ...(at === undefined ? {} : { field: at }),
    })
  },
}

export const linkOfPerson: Route = {
  id: 'link-of-person',
  method: 'GET',
  url: '/api/shows/:event/people/:person/link',
  who: 'crew',
  answers: 'json',
  about: 'What one person needs to sign in: a link, its QR code, and a code to type.',
  handle: ofShow((site, visit) => {
    const { runner, signed, request } = visit
    const show = runner.show()
    const id = textOf(request.params, 'person')
    const person = Object.values(show.people).find((each) => each.id === id)
    if (!person)
      return answerProblem(site, visit, { code: 'unknown', message: PUBLIC_WORDS.badges.nobody })
    if (!mayHandOut(show, signed, person.roles))
      return answerProblem(site, visit, {
        code: 'not-allowed',
        message: PUBLIC_WORDS.badges.leftOut(1),
      })
    const details = runner.people().get(person.id)
    if (!details)
      return answerProblem(site, visit, { code: 'unknown', message: PUBLIC_WORDS.badges.nobody })
    const link = personLink(site.originFor(request.headers.host), show, person, site.access.passes)
    const qr = html`${raw('<?xml version="1.0" encoding="UTF-8"?>')}${qrCode(link.url)}`.text
    // A row of the store holds more than its details, such as the id.
    const { name, organisation, jobTitle, email, ticket } = details
    return sendJson(visit, {
      ...link,
      qr,
      details: { name, organisation, jobTitle, email, ticket },
    } satisfies PersonLink)
  }),
}
