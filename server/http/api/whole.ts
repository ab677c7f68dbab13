import { Readable } from 'node:stream'
import { pipeline } from 'node:stream'
import { createGzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { localDateOf } from '#shared/time/zone.ts'
import type { Loaded } from '#shared/wire/console.ts'
import { PUBLIC_WORDS } from '#shared/words/public.ts'
import { refusalWords } from '#shared/words/refusals.ts'
import { WHOLE_EVENT } from '#shared/words/whole-event.ts'
import { MOST_BYTES } from '../../runner/whole/format.ts'
import { readWhole } from '../../runner/whole/read.ts'
import { wholeEvent } from '../../runner/whole/write.ts'
import { TAG } from '../describe.ts'
import { answerProblem } from '../errors.ts'
import { ofShow, type Route, sendJson, type Site, textOf, type Visit } from '../site.ts'
import { readShowId } from './shows.ts'

const words = PUBLIC_WORDS.newShow

/** The journal names nobody, but its rows do: as people.csv, for the event's organisers. */
export const saveWhole: Route = {
  id: 'save-whole',
  method: 'GET',
  url: '/api/shows/:event/whole.ndjson.gz',
  who: 'organiser',
  answers: 'json',
  about: 'The whole event in one file (JSON texts, one a line, gzip), to be loaded elsewhere.',
  handle: ofShow((site, visit): FastifyReply => {
    const { runner, reply } = visit
    if (!site.store) throw new Error('a server that keeps events has a store')
    const show = runner.show()
    const now = runner.now()
    const lines = Readable.from(wholeEvent(site.store, show, now))
    // Its reader is told by the line that breaks off, and the count in the head says so again when it is loaded.
    const packed = pipeline(lines, createGzip(), (error) => {
      if (error)
        site.log.warn({ err: error, event: show.id }, 'a whole event was not sent to its end')
    })
    const file = `${show.id}-${localDateOf(now, show.zone)}.event.ndjson.gz`
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${file}"`)
      .type('application/gzip')
      .send(packed)
  }),
}

/** `POST /api/shows/load`: the file as it is. The app's gate lets organisers of this server in. */
export function wholeEvents(app: FastifyInstance, site: Site): void {
  // Read by ourselves: one that is too large is read to its end, or its refusal would show as a lost connection.
  app.addContentTypeParser('application/octet-stream', (_, payload, done) => done(null, payload))
  app.route({
    method: 'POST',
    url: '/api/shows/load',
    config: { who: 'owner', answers: 'json' },
    schema: {
      tags: [TAG],
      consumes: ['application/octet-stream'],
      querystring: { type: 'object', properties: { id: { type: 'string', maxLength: 80 } } },
      summary:
        'Loads a whole event from its file, at its own address or at ?id=. All of it, or nothing.',
      operationId: 'load-whole',
    },
    async handler(request) {
      const { visit } = request
      const asked = textOf(request.query, 'id')
      const id = asked === '' ? null : readShowId(asked)
      if (asked !== '' && id === null)
        return answerProblem(site, visit, { code: 'bad-value', message: words.id, field: 'id' })
      if (!(request.body instanceof Readable))
        return answerProblem(site, visit, {
          code: 'wrong-type',
          message: PUBLIC_WORDS.problems['wrong-type'],
        })
      const bytes = await received(request.body)
      if (!bytes)
        return answerProblem(site, visit, {
          code: 'too-large',
          message: WHOLE_EVENT.tooLarge(MOST_BYTES / 1024 / 1024),
        })
      return load(site, visit, bytes, id)
    },
  })
}

async function load(
  site: Site,
  visit: Visit,
  bytes: Uint8Array,
  id: ReturnType<typeof readShowId>,
): Promise<FastifyReply> {
  const read = await readWhole(bytes, id, Date.now())
  if (!read.ok) return answerProblem(site, visit, { code: 'bad-value', message: read.words })
  const { show, people } = read
  const begun = await site.shows.begin(show.id, read)
  if (begun.ok) {
    site.log.info({ event: show.id, events: show.version }, 'a whole event was loaded')
    const loaded: Loaded = { id: show.id, title: show.title, people: people.length }
    return sendJson(visit, loaded, 201)
  }
  if (begun.reason === 'taken')
    return answerProblem(site, visit, {
      code: 'already-exists',
      message: words.taken(show.id),
      field: 'id',
    })
  const code = begun.reason
  return answerProblem(site, visit, {
    code,
    message: refusalWords({ code, params: {} }, show.zone),
  })
}

/** null: more than we take. */
async function received(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array | null> {
  let size = 0
  let kept: Uint8Array[] = []
  for await (const chunk of stream) {
    size += chunk.length
    if (size > MOST_BYTES) kept = []
    else kept.push(chunk)
  }
  return size > MOST_BYTES ? null : Buffer.concat(kept)
}
