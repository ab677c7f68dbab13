import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { SingleCommand } from '#shared/show/commands.ts'
import type { HallDraft } from '#shared/show/hall.ts'
import type { HallPicture, ReadShow } from '#shared/show/state.ts'
import { type Actor, SYSTEM } from '#shared/show/words.ts'
import { PUBLIC_WORDS } from '#shared/words/public.ts'
import { outcomeOf } from '../../runner/outcome.ts'
import { hashOf, MOST_PICTURE_BYTES, pictureIn } from '../../runner/pictures/kind.ts'
import type { ShowRunner } from '../../runner/types.ts'
import { TAG } from '../describe.ts'
import { answerProblem } from '../errors.ts'
import { sendJson, type Site, type Visit } from '../site.ts'

const words = PUBLIC_WORDS.picture
const TYPES = ['image/png', 'image/jpeg', 'image/webp', 'application/octet-stream']

/** What a picture is sent for: the change of the show that uses it, once the server has it. */
const USES = [
  {
    url: '/api/shows/:event/plan',
    operationId: 'load-plan',
    summary: 'Draws the map of the hall on a picture of it: PNG, JPEG or WebP, 1 MB at most.',
    use: (show: ReadShow, picture: string): SingleCommand => ({
      type: 'save-hall',
      hall: hallOn(show, picture),
    }),
  },
  {
    url: '/api/shows/:event/break-pictures',
    operationId: 'load-break-picture',
    summary: 'Adds a picture to those that hall screens show in breaks.',
    use: (_: ReadShow, picture: string): SingleCommand => ({ type: 'save-break-picture', picture }),
  },
] as const

/** Pictures come as they are, one a request. The app's gate lets organisers in. */
export function pictures(app: FastifyInstance, site: Site): void {
  const inTurn = queues()
  app.addContentTypeParser(TYPES, (_, payload, done) => done(null, payload))
  for (const { url, operationId, summary, use } of USES)
    app.route({
      method: 'POST',
      url,
      config: { who: 'organiser', answers: 'json' },
      schema: { tags: [TAG], consumes: TYPES, summary, operationId },
      async handler({ visit, body }) {
        const { runner, signed } = visit
        const actor = runner && signed.actor(runner.show(), 'console')
        if (!runner || !actor) throw new Error('the gate finds the event and lets organisers in')
        if (!(body instanceof Readable))
          return answerProblem(site, visit, { code: 'wrong-type', message: words.kind })
        const bytes = await received(body)
        if (!bytes)
          return answerProblem(site, visit, { code: 'too-large', message: words.tooLarge })
        const picture = pictureIn(bytes)
        if (!picture) return answerProblem(site, visit, { code: 'wrong-type', message: words.kind })
        const sent = { runner, actor, bytes, picture }
        return inTurn(runner, () => keep(site, visit, sent, (hash) => use(runner.show(), hash)))
      },
    })
}

interface Sent {
  runner: ShowRunner
  actor: Actor
  bytes: Uint8Array
  picture: HallPicture
}

/** On disk first, then a fact, then its use; what nothing needs any more goes last. */
async function keep(
  site: Site,
  visit: Visit,
  { runner, actor, bytes, picture }: Sent,
  use: (hash: string) => SingleCommand,
): Promise<FastifyReply> {
  if (!site.store) throw new Error('a server that keeps events has a store')
  const { id, zone } = runner.show()
  const hash = hashOf(bytes)
  const saved = await site.store.putPicture(id, { hash, format: picture.format, bytes })
  if (!saved.ok) {
    site.log.error({ event: id, detail: saved.detail }, 'a picture was not saved')
    return refused(site, visit, { ok: false, refusal: { code: 'not-saved', params: {} } }, zone)
  }
  const known = { type: 'keep-picture' as const, hash, ...picture }
  const kept = await runner.submit({ command: known, actor: SYSTEM, repeat: null })
  if (!kept.ok) return refused(site, visit, kept, zone)
  const dropped = await site.store.keepPictures(id, Object.keys(runner.show().pictures))
  if (!dropped.ok) site.log.warn({ event: id, detail: dropped.detail }, 'old pictures stay')
  const used = await runner.submit({ command: use(hash), actor, repeat: null })
  return used.ok ? sendJson(visit, used) : refused(site, visit, used, zone)
}

/** A better picture of the same plan keeps what stands on it; on any other nothing stands yet. */
function hallOn({ hall, pictures }: ReadShow, hash: string): HallDraft {
  const ground = { kind: 'picture' as const, picture: hash }
  const before = hall?.ground.kind === 'picture' ? pictures[hall.ground.picture] : undefined
  const now = pictures[hash]
  const isAlike =
    before && now && Math.abs((before.width * now.height) / (before.height * now.width) - 1) < 0.02
  if (!hall || !isAlike) return { ground, stage: null, doors: [], tables: [] }
  const { stage, doors } = hall
  return { ground, stage: stage && { ...stage }, doors: doors.map((door) => ({ ...door })) }
}

function refused(
  site: Site,
  visit: Visit,
  result: Parameters<typeof outcomeOf>[0],
  zone: string,
): FastifyReply {
  const outcome = outcomeOf(result, zone)
  if (outcome.ok) throw new Error('this was refused')
  return answerProblem(site, visit, outcome)
}

/** null: more than we take; it is read to its end, or its refusal would show as a lost connection. */
async function received(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array | null> {
  let size = 0
  let kept: Uint8Array[] = []
  for await (const chunk of stream) {
    size += chunk.length
    if (size > MOST_PICTURE_BYTES) kept = []
    else kept.push(chunk)
  }
  return size > MOST_PICTURE_BYTES ? null : Buffer.concat(kept)
}

/** One picture of an event after the other: what one drops, another may just be bringing. */
function queues() {
  const last = new WeakMap<ShowRunner, Promise<unknown>>()
  return async <Value>(runner: ShowRunner, work: () => Promise<Value>): Promise<Value> => {
    const mine = Promise.allSettled([last.get(runner)]).then(work)
    last.set(runner, mine)
    return mine
  }
}
