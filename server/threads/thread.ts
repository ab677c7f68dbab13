import { Worker } from 'node:worker_threads'
import { MINUTE, type Ms } from '#shared/time/instant.ts'

export type Outcome<Done> =
  | { ok: true; done: Done }
  /** it took too long or too much memory; or nobody waits for it any more */
  | { ok: false; why: 'given-up' | 'cancelled' }

/** What a thread says: how far it has come, then what it has found. */
export type Said<Step, Done> = { step: Step } | { done: Done }

export interface Waiting<Step = never> {
  tell?: (step: Step) => void
  /** ends it: whoever asked has gone */
  signal?: AbortSignal
  longest?: Ms
}

export interface ThreadOptions {
  file: URL
  /** what it is, for an error's words */
  name: string
  /** far more than any job takes */
  longest: Ms
  megabytes: number
}

export interface Thread<Job, Step, Done> {
  /** Starts the thread before it is needed. */
  wake(): void
  /** One job after the other. `job` is made when its turn comes. */
  ask(job: () => Job, waiting?: Waiting<Step>): Promise<Outcome<Done>>
}

/** Starting a thread takes as long as most of its jobs: it waits this long for the next one. */
const IDLE: Ms = 5 * MINUTE

/** A thread for work that would stop the clocks of everyone else. It starts when it is needed and rests after a while. */
export function createThread<Job, Step, Done>(options: ThreadOptions): Thread<Job, Step, Done> {
  let thread: Worker | null = null
  let last: Promise<unknown> = Promise.resolve()
  let goodbye: NodeJS.Timeout | undefined

  // Without `execArgv` a thread would inherit what a test runner or a debugger loads into this one.
  function start(): Worker {
    const worker = new Worker(options.file, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: options.megabytes },
    })
    worker.unref()
    // Whoever waits for an answer listens too; without anybody an error here would end the server.
    worker.on('error', () => undefined)
    worker.once('exit', () => {
      if (thread === worker) thread = null
    })
    return worker
  }

  function restLater(): void {
    clearTimeout(goodbye)
    goodbye = setTimeout(() => thread && forget(thread), IDLE).unref()
  }

  function forget(worker: Worker): void {
    if (thread === worker) thread = null
    void worker.terminate()
  }

  async function work(job: () => Job, waiting: Waiting<Step>): Promise<Outcome<Done>> {
    if (waiting.signal?.aborted) return { ok: false, why: 'cancelled' }
    clearTimeout(goodbye)
    const worker = (thread ??= start())
    worker.ref()
    try {
      const outcome = await answerOf<Job, Step, Done>(worker, job, waiting, options)
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

  return {
    wake() {
      thread ??= start()
      restLater()
    },
    ask(job, waiting = {}) {
      const mine = last.then(() => work(job, waiting))
      // Whoever asked hears of a failure; the next one only waits for the end.
      last = mine.catch(() => undefined)
      return mine
    },
  }
}

function answerOf<Job, Step, Done>(
  worker: Worker,
  job: () => Job,
  { tell, signal, longest }: Waiting<Step>,
  options: ThreadOptions,
): Promise<Outcome<Done>> {
  const { promise, resolve, reject } = Promise.withResolvers<Outcome<Done>>()
  const lost = (why: 'given-up' | 'cancelled') => (): void => resolve({ ok: false, why })
  const cancelled = lost('cancelled')
  const heard = (message: Said<Step, Done>): void => {
    if ('done' in message) resolve({ ok: true, done: message.done })
    else tell?.(message.step)
  }
  const failed = (error: Error & { code?: string }): void =>
    error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? lost('given-up')() : reject(error)
  const ended = (code: number): void => reject(new Error(`${options.name} ended with ${code}`))
  const giveUp = setTimeout(lost('given-up'), longest ?? options.longest)
  signal?.addEventListener('abort', cancelled, { once: true })
  worker.on('message', heard).on('error', failed).on('exit', ended)
  worker.postMessage(job())
  return promise.finally(() => {
    clearTimeout(giveUp)
    signal?.removeEventListener('abort', cancelled)
    worker.off('message', heard).off('error', failed).off('exit', ended)
  })
}
