import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import { planImport, type ImportPlan, type PlanFile } from '#shared/sheets/plan/plan.ts'
import { isBadFile } from '#shared/sheets/types.ts'
import type { Actor } from '#shared/show/words.ts'
import { IMPORT_KINDS } from '#shared/wire/imports.ts'
import { PUBLIC_WORDS } from '#shared/words/public.ts'
import { refusalWords } from '#shared/words/refusals.ts'
import type { Result, ShowRunner } from '../../runner/types.ts'
import { TAG } from '../describe.ts'
import { answerProblem } from '../errors.ts'
import { sendJson, type Site } from '../site.ts'
import { readFiles } from './read-files.ts'
import { type Form, receive, type Received } from './receive.ts'
import { reportOf, sayOnly } from './report.ts'

const MOST_FILES = 3
/** Everything in the form together; beyond it the connection ends. */
const MOST_BYTES = 512 * 1024 * 1024
const ASK_FOR_FILES =
  'We expected the programme, the innovations or the people as CSV files. Choose one to three files.'

/** `POST /api/shows/:event/imports`: what files would add, or adds it. The app's gate lets organisers in. */
export async function imports(app: FastifyInstance, site: Site): Promise<void> {
  await app.register(multipart, {
    // A file is measured while it comes, and the answer says how big it was.
    limits: { fileSize: Infinity, files: 8, fields: 8, fieldSize: 100, parts: 16 },
  })
  app.route({
    method: 'POST',
    url: '/api/shows/:event/imports',
    config: { who: 'organiser', answers: 'json' },
    schema: {
      tags: [TAG],
      consumes: ['multipart/form-data'],
      summary:
        'Takes one to three CSV files, and says row by row what they would add; with the field apply=yes, adds it.',
      operationId: 'import',
    },
    async handler(request) {
      const { visit } = request
      const { runner, signed } = visit
      const actor = runner && signed.actor(runner.show(), 'console')
      if (!runner || !actor) throw new Error('the gate finds the event and lets organisers in')
      if (!request.isMultipart())
        return answerProblem(site, visit, {
          code: 'wrong-type',
          message: PUBLIC_WORDS.problems['wrong-type'],
        })
      if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES)
        return answerProblem(site, visit, {
          code: 'too-large',
          message: PUBLIC_WORDS.problems['too-large'],
        })
      const form = await receive(request)
      if (!form)
        return answerProblem(site, visit, {
          code: 'bad-request',
          message: PUBLIC_WORDS.problems.notUnderstood,
        })
      const given = form.example ? await exampleFiles() : form.files
      if (given.length === 0 || given.length > MOST_FILES)
        return sendJson(visit, sayOnly(ASK_FOR_FILES))
      const files = await read(runner, given)
      if (!files)
        return sendJson(
          visit,
          sayOnly('These files took too long to read. We expected tables of at most 20,000 rows.'),
        )
      const { plan, result } = await inTurn(runner, () => planAndDo(runner, actor, files, form))
      if (result?.ok === false) {
        const { refusal } = result
        const message = refusalWords(refusal, runner.show().zone)
        return answerProblem(site, visit, { code: refusal.code, message })
      }
      return sendJson(visit, reportOf(plan, result?.ok === true))
    },
  })
}

const exampleFiles = (): Promise<Received[]> =>
  Promise.all(
    IMPORT_KINDS.map(async (kind) => {
      const content = await readFile(new URL(`../example/${kind}.csv`, import.meta.url))
      return { name: `${kind}.csv`, kind, content: new Uint8Array(content) }
    }),
  )

/** null: reading was given up */
async function read(runner: ShowRunner, given: readonly Received[]): Promise<PlanFile[] | null> {
  const files = given.flatMap(({ kind, content }) =>
    isBadFile(content) ? [] : [{ kind, bytes: content }],
  )
  const read = files.length === 0 ? [] : await readFiles({ files, days: runner.show().days })
  if (!read) return null
  const rest = read.values()
  return given.map(({ name, content }): PlanFile => {
    const sheet = isBadFile(content) ? content : rest.next().value
    if (!sheet) throw new Error('the reader of files answers for every file')
    return { name, read: sheet }
  })
}

const PUBLISH = { type: 'publish-programme', published: true } as const

/** Between planning and doing something else may have happened at the show: then it is planned anew. */
const TRIES = 3

async function planAndDo(
  runner: ShowRunner,
  actor: Actor,
  files: readonly PlanFile[],
  { apply, example }: Form,
): Promise<{ plan: ImportPlan; result: Result | null }> {
  for (let tries = 1; ; tries++) {
    const plan = planImport(runner.show(), runner.people(), files, randomBytes)
    if (!apply || plan.commands.length === 0) return { plan, result: null }
    // The example shows how an event looks to everyone: it is public from the start.
    const commands = example ? [...plan.commands, PUBLISH] : plan.commands
    const command = { type: 'batch' as const, commands }
    const result = await runner.submit({ command, actor, repeat: null })
    const final = result.ok || ['not-saved', 'closing'].includes(result.refusal.code)
    if (final || tries === TRIES) return { plan, result }
  }
}

const turns = new WeakMap<ShowRunner, Promise<unknown>>()

/** One import of an event after the other: two at once would both add the same people. */
function inTurn<Value>(runner: ShowRunner, work: () => Promise<Value>): Promise<Value> {
  const before = turns.get(runner) ?? Promise.resolve()
  const mine = before.then(work)
  // Whoever asked hears of a failure; the next one only waits for the end.
  turns.set(
    runner,
    mine.catch(() => undefined),
  )
  return mine
}
