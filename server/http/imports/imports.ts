import { readFile } from 'node:fs/promises'
import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import { MAX_SHEET_BYTES, MAX_SHEET_ROWS } from '#shared/sheets/kind-of-file.ts'
import { type ImportLimits, SHEET_KINDS, STEPS_TYPE } from '#shared/wire/imports.ts'
import { PUBLIC_WORDS } from '#shared/words/public.ts'
import { TAG } from '../describe.ts'
import { answerProblem } from '../errors.ts'
import { sendJson, type Site } from '../site.ts'
import { answerAtOnce, answerInSteps } from './answer.ts'
import { wakeReader } from './reader.ts'
import { receive, type Received } from './receive.ts'
import { sayOnly } from './report.ts'

const MOST_FILES = 3
/** Everything in the form together; beyond it the connection ends. */
const MOST_BYTES = 512 * 1024 * 1024
const ASK_FOR_FILES =
  'We expected the programme, the innovations or the people as CSV files or Excel workbooks, or a schedule of another tool. Choose one to three files.'

/** `POST /api/shows/:event/imports`: what files would add, or adds it. The app's gate lets organisers in. */
export async function imports(app: FastifyInstance, site: Site): Promise<void> {
  await app.register(multipart, {
    // A file is measured while it comes, and the answer says how big it was.
    limits: { fileSize: Infinity, files: 8, fields: 8, fieldSize: 200_000, parts: 16 },
  })
  app.route({
    method: 'GET',
    url: '/api/shows/:event/imports',
    config: { who: 'organiser', answers: 'json' },
    schema: {
      tags: [TAG],
      summary: 'What may be imported: how many files, how large. Makes ready to read them.',
      operationId: 'importLimits',
    },
    handler({ visit }) {
      wakeReader()
      const limits: ImportLimits = {
        files: MOST_FILES,
        bytes: MAX_SHEET_BYTES,
        rows: MAX_SHEET_ROWS,
      }
      return sendJson(visit, limits)
    },
  })
  app.route({
    method: 'POST',
    url: '/api/shows/:event/imports',
    config: { who: 'organiser', answers: 'json' },
    schema: {
      tags: [TAG],
      consumes: ['multipart/form-data'],
      summary:
        'Takes one to three files (CSV, Excel, or a schedule of another tool), and says row by row what they would add; with the field apply=yes, adds it.',
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
      wakeReader()
      const form = await receive(request)
      if (!form)
        return answerProblem(site, visit, {
          code: 'bad-request',
          message: PUBLIC_WORDS.problems.notUnderstood,
        })
      const given = form.example ? await exampleFiles() : form.files
      if (given.length === 0 || given.length > MOST_FILES)
        return sendJson(visit, sayOnly(ASK_FOR_FILES))
      const whole = { ...form, files: given }
      const file = form.example ? THE_EXAMPLE : named(given)
      const asked = { runner, actor, form: whole, file }
      const { accept } = request.headers
      return accept?.includes(STEPS_TYPE)
        ? answerInSteps(site, visit, asked)
        : answerAtOnce(site, visit, asked)
    },
  })
}

const THE_EXAMPLE = 'the example event'
/** As long as the name of a batch may be. */
const LONGEST_NAME = 120

const named = (files: readonly Received[]): string => {
  const names = files.map(({ name }) => name).join(', ')
  return names.length > LONGEST_NAME ? `${names.slice(0, LONGEST_NAME - 1)}…` : names
}

const exampleFiles = (): Promise<Received[]> =>
  Promise.all(
    SHEET_KINDS.map(async (kind) => {
      const content = await readFile(new URL(`../example/${kind}.csv`, import.meta.url))
      return { name: `${kind}.csv`, kind, content: new Uint8Array(content) }
    }),
  )
