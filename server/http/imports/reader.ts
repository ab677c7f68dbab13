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

/** Starts the thread while the files are still on their way: that takes as long as reading most of them. */
export function wakeReader(): void {
  reader ??= start()
  restLater()
}

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
    restLater()
  }
}

// Without `execArgv` a thread would inherit what a test runner or a debugger loads into this one.
function start(): Worker {
  const worker = new Worker(READER, {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  worker.unref()
  // Whoever waits for an answer listens too; without anybody an error here would end the server.
  worker.on('error', () => undefined)
  worker.once('exit', () => {
    if (reader === worker) reader = null
  })
  return worker
}

function restLater(): void {
  clearTimeout(goodbye)
  goodbye = setTimeout(() => reader && forget(reader), IDLE).unref()
}

function forget(worker: Worker): void {
  if (reader === worker) reader = null
  void worker.terminate()
}

function answerOf(
  worker: Worker,
  job: () => Job,
  { tell, signal, longest = LONGEST }: Waiting,
): Promise<Outcome> {
  const { promise, resolve, reject } = Promise.withResolvers<Outcome>()
  const lost = (why: 'given-up' | 'cancelled') => (): void => resolve({ ok: false, why })
  const cancelled = lost('cancelled')
  const heard = (message: FromReader): void => {
    if ('done' in message) resolve({ ok: true, done: message.done })
    else tell?.(message.step)
  }
  const failed = (error: Error & { code?: string }): void =>
    error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? lost('given-up')() : reject(error)
  const ended = (code: number): void => reject(new Error(`the reader of files ended with ${code}`))
  const giveUp = setTimeout(lost('given-up'), longest)
  signal?.addEventListener('abort', cancelled, { once: true })
  worker.on('message', heard).on('error', failed).on('exit', ended)
  worker.postMessage(job())
  return promise.finally(() => {
    clearTimeout(giveUp)
    signal?.removeEventListener('abort', cancelled)
    worker.off('message', heard).off('error', failed).off('exit', ended)
  })
}
