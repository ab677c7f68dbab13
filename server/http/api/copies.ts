import Type from 'typebox'
import type { SingleCommand } from '#shared/show/commands.ts'
import type { Refusal } from '#shared/show/decision.ts'
import type { Actor, ShowId } from '#shared/show/words.ts'
import { SYSTEM } from '#shared/show/words.ts'
import { isLocalDate } from '#shared/time/calendar.ts'
import type { CopyShow, Rehearse } from '#shared/wire/console.ts'
import { PUBLIC_WORDS } from '#shared/words/public.ts'
import { refusalWords } from '#shared/words/refusals.ts'
import { begins } from '../../runner/copy/begun.ts'
import { datesFrom, datesFromNow, rehearsalDay, SOON } from '../../runner/copy/days.ts'
import { picturesShown } from '#shared/show/pictures.ts'
import { copyCommands } from '../../runner/copy/plan.ts'
import type { Picture } from '../../store/port.ts'
import { answerProblem } from '../errors.ts'
import { ofShow, type Route, sendJson, type ShowVisit, type Site } from '../site.ts'
import { LONGEST_ID, readShowId } from './shows.ts'

const words = PUBLIC_WORDS.newShow
const strict = { additionalProperties: false }

export const copyShow: Route = {
  id: 'copy-show',
  method: 'POST',
  url: '/api/shows/:event/copy',
  who: 'owner',
  answers: 'json',
  about:
    'Uses an event again: its programme, innovations, tables and rounds at another address and day, without people.',
  schema: {
    body: Type.Object(
      {
        id: Type.String({ maxLength: 80 }),
        title: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
        day: Type.String({ maxLength: 10 }),
      },
      strict,
    ),
  },
  handle: ofShow(async (site, visit) => {
    const { id, title, day } = visit.request.body as CopyShow
    const show = visit.runner.show()
    const address = readShowId(id)
    if (!address)
      return answerProblem(site, visit, { code: 'bad-value', message: words.id, field: 'id' })
    if (!isLocalDate(day))
      return answerProblem(site, visit, { code: 'bad-value', message: words.day, field: 'day' })
    const dates = datesFrom(show, day)
    const commands = copyCommands(show, { title, place: show.place, dates, people: null })
    return answer(site, visit, address, await begun(site, visit, address, commands))
  }),
}

export const rehearse: Route = {
  id: 'rehearse',
  method: 'POST',
  url: '/api/shows/:event/rehearsal',
  who: 'owner',
  answers: 'json',
  about:
    'Makes a rehearsal of an event: a copy with its people and without its past, to be thrown away after.',
  schema: { body: Type.Object({ now: Type.Boolean() }, strict) },
  handle: ofShow(async (site, visit) => {
    const { now: atOnce } = visit.request.body as Rehearse
    const { runner } = visit
    const show = runner.show()
    const now = runner.now()
    const dates = atOnce ? datesFromNow(show, now + SOON) : datesFrom(show, rehearsalDay(show, now))
    const { title, place, rehearsalOf } = show
    const of = rehearsalOf ?? show.id
    const commands: SingleCommand[] = [
      ...copyCommands(show, { title, place, dates, people: runner.people() }),
      { type: 'begin-rehearsal', of },
    ]
    for (let number = 1; ; number += 1) {
      const id = rehearsalId(of, number)
      if (site.shows.get(id)) continue
      const outcome = await begun(site, visit, id, commands)
      if (outcome.ok || outcome.code !== 'taken') return answer(site, visit, id, outcome)
    }
  }),
}

/** `leeds-2026-rehearsal`, `leeds-2026-rehearsal-2` */
export function rehearsalId(of: ShowId, number: number): ShowId {
  const end = `-rehearsal${number === 1 ? '' : `-${number}`}`
  return `${of.slice(0, LONGEST_ID - end.length).replace(/-+$/, '')}${end}` as ShowId
}

type Made =
  | { ok: true }
  | { ok: false; code: 'taken' }
  | { ok: false; code: 'refused'; refusal: Refusal }

async function begun(
  site: Site,
  visit: ShowVisit,
  id: ShowId,
  commands: readonly SingleCommand[],
): Promise<Made> {
  const made = begins(id, commands, serverFor(visit), visit.runner.now())
  if (!made.ok) return { ok: false, code: 'refused', refusal: made.refusal }
  const outcome = await site.shows.begin(id, { ...made, pictures: await picturesOf(site, visit) })
  if (outcome.ok) return { ok: true }
  const { reason } = outcome
  if (reason === 'taken') return { ok: false, code: 'taken' }
  return { ok: false, code: 'refused', refusal: { code: reason, params: {} } }
}

/** What the copy shows comes along. */
async function picturesOf({ store }: Site, { runner }: ShowVisit): Promise<readonly Picture[]> {
  if (!store) return []
  const show = runner.show()
  const found = await Promise.all(picturesShown(show).map((hash) => store.picture(show.id, hash)))
  return found.filter((picture) => picture !== null)
}

function answer(site: Site, visit: ShowVisit, id: ShowId, made: Made) {
  if (made.ok) return sendJson(visit, { id }, 201)
  if (made.code === 'taken')
    return answerProblem(site, visit, {
      code: 'already-exists',
      message: words.taken(id),
      field: 'id',
    })
  const { code, field } = made.refusal
  const message = refusalWords(made.refusal, visit.runner.show().zone)
  return answerProblem(site, visit, { code, message, ...(field === undefined ? {} : { field }) })
}

/** The server copies on an organiser's word: under their name, with what is its own to do. */
function serverFor({ signed, runner }: ShowVisit): Actor {
  const actor = signed.actor(runner.show(), 'console')
  if (!actor) throw new Error('the gate lets organisers in')
  return { ...actor, roles: [...actor.roles, ...SYSTEM.roles] }
}
