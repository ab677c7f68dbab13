import type { ReadShow } from '#shared/show/state.ts'
import type { Actor } from '#shared/show/words.ts'
import { checkCommand, checkEnvelope, type Checked } from '#shared/wire/check.ts'
import type { Outcome } from '#shared/wire/live.ts'
import { FORM_FIELDS, type Said } from '#shared/wire/render.ts'
import type { Command } from '#shared/show/commands.ts'
import { PUBLIC_WORDS } from '#shared/words/public.ts'
import { outcomeOf } from '../../runner/outcome.ts'
import type { ShowRunner, Submission } from '../../runner/types.ts'
import type { Signed } from '../../access/types.ts'
import { backTo } from '../back.ts'
import { CommandAnswers, CommandBody } from '../describe.ts'
import { answerProblem, isForm } from '../errors.ts'
import { commandFromForm, type Fields } from '../forms.ts'
import {
  ofShow,
  type Route,
  seeOther,
  sendJson,
  type ShowVisit,
  type Site,
  textOf,
} from '../site.ts'

const words = PUBLIC_WORDS.problems
/** An import of 20,000 rows in one batch. */
const LARGEST = 16 * 1024 * 1024

type Read = Checked<{ command: Command; repeat: Submission['repeat'] }>

/** Every command of every screen, as JSON from programs or as the form of a page without scripting. */
export const sendCommand: Route = {
  id: 'send-command',
  method: 'POST',
  url: '/s/:event/commands',
  who: 'anyone',
  answers: 'json',
  about: 'Sends a command. The same id again is the same command: it is done once.',
  schema: {
    body: CommandBody,
    response: CommandAnswers,
  },
  checksItself: true,
  rate: 300,
  bodyLimit: LARGEST,
  handle: ofShow((site, visit) =>
    isForm(visit.request.headers) ? fromForm(site, visit) : fromProgram(site, visit),
  ),
}

async function fromProgram(site: Site, visit: ShowVisit) {
  const { request, runner, signed } = visit
  const outcome = await done(runner, actorOf(signed, runner.show(), asked(request.query)), () =>
    readJson(request.body),
  )
  if (outcome.ok) return sendJson(visit, outcome)
  return answerProblem(site, visit, outcome)
}

function readJson(body: unknown): Read {
  const isEnvelope = body !== null && typeof body === 'object' && 'command' in body
  if (!isEnvelope) {
    const checked = checkCommand(body)
    return checked.ok ? { ok: true, value: { command: checked.value, repeat: null } } : checked
  }
  const checked = checkEnvelope(body)
  if (!checked.ok) return checked
  const { command, ...repeat } = checked.value
  return { ok: true, value: { command, repeat } }
}

async function fromForm(site: Site, visit: ShowVisit) {
  const { request, runner, signed, reply } = visit
  const show = runner.show()
  const { [FORM_FIELDS.as]: _, [FORM_FIELDS.back]: __, ...fields } = (request.body ?? {}) as Fields
  const audience = textOf(request.body, FORM_FIELDS.as) === 'host' ? 'host' : 'phone'
  const outcome = await done(runner, signed.actor(show, audience), () => {
    const checked = checkCommand(commandFromForm(fields))
    return checked.ok ? { ok: true, value: { command: checked.value, repeat: null } } : checked
  })
  const own = `/s/${show.id}/${audience === 'host' ? 'host' : 'me'}`
  const said: Said = { type: textOf(fields, 'type'), outcome, fields: texts(fields) }
  reply.header('set-cookie', site.flash.put(said))
  return seeOther(visit, backTo(textOf(request.body, FORM_FIELDS.back), show.id, own))
}

const texts = (fields: Fields): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
  )

/** `?as=`: through which screen a program acts. Left out: the console if its sender works at the show. */
function asked(query: unknown): 'phone' | 'host' | 'console' | null {
  const as = textOf(query, 'as')
  return as === 'phone' || as === 'host' || as === 'console' ? as : null
}
const actorOf = (
  signed: Signed,
  show: ReadShow,
  as: 'phone' | 'host' | 'console' | null,
): Actor | null =>
  as === null
    ? (signed.actor(show, 'console') ?? signed.actor(show, 'phone'))
    : signed.actor(show, as)

async function done(runner: ShowRunner, actor: Actor | null, read: () => Read): Promise<Outcome> {
  if (!actor) return { ok: false, code: 'signed-out', message: words['signed-out'] }
  const checked = read()
  if (!checked.ok) {
    const { field, problem } = checked
    return { ok: false, code: 'bad-request', message: words['bad-request'](field, problem), field }
  }
  return outcomeOf(await runner.submit({ ...checked.value, actor }), runner.show().zone)
}
