import type { SingleCommand } from '#shared/show/commands.ts'
import type { Actor } from '#shared/show/words.ts'
import type { ImportStep } from '#shared/wire/imports.ts'
import { refusalWords } from '#shared/words/refusals.ts'
import type { ShowRunner } from '../../runner/types.ts'
import type { ProblemCode } from '../errors.ts'
import type { Site } from '../site.ts'
import { remember, remembered } from './memory.ts'
import { workInThread } from './reader.ts'
import type { Form } from './receive.ts'
import { sayOnly } from './report.ts'
import type { Job } from './work-through.ts'

export type Imported =
  /** ImportReport as JSON */
  { ok: true; report: Uint8Array } | { ok: false; code: ProblemCode; message: string }

export interface ImportAsked {
  runner: ShowRunner
  actor: Actor
  form: Form
  /** name of what comes in, for the words of its undo */
  file: string
  tell: (step: ImportStep) => void
  signal: AbortSignal
}

const TOO_LONG =
  'These files took too long to read. We expected tables of at most 20,000 rows in files of at most 10 MB.'
const BUSY =
  'Others were changing people or the programme at the same time, so nothing has been added. Try again.'

/** Between planning and doing something else may have happened at the show: then it is planned anew. */
const TRIES = 3

/** What files would add to an event, or adds it. One import of an event comes after the other. */
export const doImport = (site: Site, asked: ImportAsked): Promise<Imported> =>
  inTurn(asked.runner, () => tryImport(site, asked))

async function tryImport(site: Site, asked: ImportAsked): Promise<Imported> {
  const { runner, actor, form, file, tell, signal } = asked
  const memory = site.store ? await remembered(site.store) : []
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const changes = watch(runner)
    const outcome = await workInThread(
      () => {
        changes.from()
        return jobOf(runner, form, memory)
      },
      { tell, signal },
    ).finally(changes.stop)
    // Whoever cancelled it has gone, and hears nothing of this.
    if (!outcome.ok || signal.aborted) return { ok: true, report: bytesOf(sayOnly(TOO_LONG)) }
    const { report, commands, learned } = outcome.done
    if (commands !== null) {
      if (changes.some()) continue
      tell({ step: 'saving' })
      // The example shows how an event looks to everyone: it is public from the start.
      const command = { type: 'batch' as const, file, commands: commandsIn(commands) }
      const result = await runner.submit({ command, actor, repeat: null })
      if (!result.ok) {
        const { refusal } = result
        const isFinal = ['not-saved', 'closing'].includes(refusal.code) || tries === TRIES
        if (!isFinal) continue
        return {
          ok: false,
          code: refusal.code,
          message: refusalWords(refusal, runner.show().zone),
        }
      }
    }
    const saved = site.store ? await remember(site.store, learned) : { ok: true as const }
    // The import is what was asked for: without its memory the columns are only asked again.
    if (!saved.ok) site.log.warn({ detail: saved.detail }, 'a choice of columns was not kept')
    return { ok: true, report }
  }
  return { ok: false, code: 'unavailable', message: BUSY }
}

const jobOf = (runner: ShowRunner, form: Form, memory: Job['memory']): Job => ({
  files: form.files.map(({ name, kind, content }) => ({
    name,
    kind,
    content,
    choice: Object.hasOwn(form.choices, name) ? (form.choices[name] ?? null) : null,
  })),
  memory,
  show: JSON.stringify(runner.show()),
  people: [...runner.people()],
  apply: form.apply,
})

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
const commandsIn = (bytes: Uint8Array): SingleCommand[] =>
  JSON.parse(new TextDecoder().decode(bytes)) as SingleCommand[]

/** Facts that a plan goes by. Tables chosen, answers and clocks move all the time and are none of them. */
const MATTERS = /^(?:edit-|person-(?:added|changed|erased))/

function watch(runner: ShowRunner): { from(): void; some(): boolean; stop(): void } {
  let seen = false
  const stop = runner.onChange(({ events }) => {
    seen ||= events.some(({ type }) => MATTERS.test(type))
  })
  return {
    from: () => {
      seen = false
    },
    some: () => seen,
    stop,
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
