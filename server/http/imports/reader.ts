import { Worker } from 'node:worker_threads'
import { MINUTE, type Ms, SECOND } from '#shared/time/instant.ts'
import type { ImportStep } from '#shared/wire/imports.ts'
import type { Done, Job } from './work-through.ts'

/** What the thread says: how far it has come, then what it has found. */
export type FromReader = { step: ImportStep } | { done: Done }

export type Outcome =
  | { ok: true; done: Done }
  /** it took too long or too much memory; or nobody waits for it any more */
  | { ok: false; why: 'given-up' | 'cancelled' }

export interface Waiting {
  tell?: (step: ImportStep) => void
  /** ends it: whoever asked has gone */
  signal?: AbortSignal
  longest?: Ms
}

/** Far more than 20,000 rows take. */
const LONGEST: Ms = 30 * SECOND
/** Starting a thread takes as long as reading most files: it waits this long for the next one. */
const IDLE: Ms = 5 * MINUTE
const READER = new URL('./reader.worker.ts', import.meta.url)

let reader: Worker | null = null
let last: Promise<unknown> = Promise.resolve()
let goodbye: NodeJS.Timeout | undefined

/** Reads and compares in a thread of its own, one form after the other. */
export function workInThread(job: () => Job, waiting: Waiting = {}): Promise<Outcome> {
  const mine = last.then(() => ask(job, waiting))
  // Whoever asked hears of a failure; the next one only waits for the end.
  last = mine.catch(() => undefined)
  return mine
}

async function ask(job: () => Job, waiting: Waiting): Promise<Outcome> {
  if (waiting.signal?.aborted) return { ok: false, why: 'cancelled' }
  clearTimeout(goodbye)
  const worker = (reader ??= start())
  worker.ref()
  try {
    const outcome = await answerOf(worker, job, waiting)
    if (!outcome.ok) forget(worker)
    return outcome
  } catch (error) {
    forget(worker)
    throw error
  } finally {
    worker.unref()
    goodbye = setTimeout(() => reader && forget(reader), IDLE).unref()
  }
}

// Without `execArgv` a thread would inherit what a test runner or a debugger loads into this one.
const start = (): Worker =>
  new Worker(READER, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 512 } })

function forget(worker: Worker): void {
  if (reader === worker) reader = null
  // It is stopped in the middle of its work: nobody waits to hear how that went.
  worker.on('error', () => undefined)
  void worker.terminate()
}

function answerOf(
  worker: Worker,
  job: () => Job,
  { tell, signal, longest = LONGEST }: Waiting,
): Promise<Outcome> {
  let giveUp: NodeJS.Timeout | undefined
  let cancel: (() => void) | undefined
  return new Promise<Outcome>((resolve, reject) => {
    const lost = (why: 'given-up' | 'cancelled') => (): void => resolve({ ok: false, why })
    giveUp = setTimeout(lost('given-up'), longest)
    cancel = lost('cancelled')
    signal?.addEventListener('abort', cancel, { once: true })
    worker.on('message', (message: FromReader) => {
      if ('done' in message) resolve({ ok: true, done: message.done })
      else tell?.(message.step)
    })
    worker.once('error', (error: Error & { code?: string }) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? resolve({ ok: false, why: 'given-up' })
        : reject(error),
    )
    worker.once('exit', (code) => reject(new Error(`the reader of files ended with ${code}`)))
    worker.postMessage(job())
  }).finally(() => {
    clearTimeout(giveUp)
    if (cancel) signal?.removeEventListener('abort', cancel)
    for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event)
  })
}
