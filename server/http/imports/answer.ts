import { PassThrough } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { STEPS_TYPE, type ImportStep, type ImportTold } from '#shared/wire/imports.ts'
import { answerProblem } from '../errors.ts'
import type { Site, Visit } from '../site.ts'
import { doImport, type ImportAsked } from './do-import.ts'

type Asked = Omit<ImportAsked, 'tell' | 'signal'>

/** Aborted when whoever asked has gone before the answer was there. */
function whileHere({ reply }: Visit): AbortSignal {
  const gone = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort()
  })
  return gone.signal
}

/** The report when everything is done. */
export async function answerAtOnce(site: Site, visit: Visit, asked: Asked): Promise<FastifyReply> {
  const signal = whileHere(visit)
  const outcome = await doImport(site, { ...asked, signal, tell: () => undefined })
  if (!outcome.ok) return answerProblem(site, visit, outcome)
  return visit.reply
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(Buffer.from(outcome.report))
}

/** How far it has come on lines of their own, as it happens; the last one is the report or a refusal. */
export function answerInSteps(site: Site, visit: Visit, asked: Asked): FastifyReply {
  const signal = whileHere(visit)
  const lines = new PassThrough()
  const say = (told: ImportTold): void => void lines.write(`${JSON.stringify(told)}\n`)
  const tell = everySoOften(say)
  doImport(site, { ...asked, signal, tell }).then(
    (outcome) => {
      if (outcome.ok) {
        // The report is JSON already, and long: it is not taken apart to be put into its line.
        lines.write('{"step":"done","report":')
        lines.write(outcome.report)
        lines.end('}\n')
      } else {
        const { code, message } = outcome
        say({ step: 'refused', code, message })
        lines.end()
      }
    },
    // As any other request that fails: it is logged, and whoever asked sees the line break off.
    (error: Error) => lines.destroy(error),
  )
  return visit.reply
    .header('cache-control', 'no-store')
    .header('x-accel-buffering', 'no')
    .type(`${STEPS_TYPE}; charset=utf-8`)
    .send(lines)
}

/** ms between two lines of the same step */
const EVERY = 80

/** A new step is told at once, the same one further on not more often than eyes can follow. */
function everySoOften(say: (step: ImportStep) => void): (step: ImportStep) => void {
  let last = ''
  let at = 0
  return (step) => {
    const now = performance.now()
    const name = `${step.step} ${'file' in step ? step.file : ''}`
    if (name === last && now - at < EVERY) return
    last = name
    at = now
    say(step)
  }
}
