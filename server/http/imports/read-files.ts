import { Worker } from 'node:worker_threads'
import type { AnyFile } from '#shared/sheets/read-any.ts'
import type { BadFile, FileKind } from '#shared/sheets/types.ts'
import { MINUTE, type Ms, SECOND } from '#shared/time/instant.ts'

export interface ToRead {
  files: { kind: FileKind | null; bytes: Uint8Array }[]
  /** the event's days */
  days: readonly string[]
}
export type ReadFiles = (AnyFile | BadFile)[]

/** Far more than 20,000 rows take. */
const LONGEST: Ms = 30 * SECOND
/** Starting a thread takes as long as reading most files: it waits this long for the next one. */
const IDLE: Ms = 5 * MINUTE
const READER = new URL('./reader.worker.ts', import.meta.url)

let reader: Worker | null = null
let last: Promise<unknown> = Promise.resolve()
let goodbye: NodeJS.Timeout | undefined

/** Reads files in a thread of its own, one form after the other; null: it took too long or too much memory. */
export function readFiles(files: ToRead, longest: Ms = LONGEST): Promise<ReadFiles | null> {
  const mine = last.then(() => ask(files, longest))
  // Whoever asked hears of a failure; the next one only waits for the end.
  last = mine.catch(() => undefined)
  return mine
}

async function ask(files: ToRead, longest: Ms): Promise<ReadFiles | null> {
  clearTimeout(goodbye)
  const worker = (reader ??= start())
  worker.ref()
  try {
    const read = await answerOf(worker, files, longest)
    if (read === null) forget(worker)
    return read
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
  reader = null
  void worker.terminate()
}

function answerOf(worker: Worker, files: ToRead, longest: Ms): Promise<ReadFiles | null> {
  let giveUp: NodeJS.Timeout | undefined
  return new Promise<ReadFiles | null>((resolve, reject) => {
    giveUp = setTimeout(() => resolve(null), longest)
    worker.once('message', resolve)
    worker.once('error', (error: Error & { code?: string }) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(null) : reject(error),
    )
    worker.once('exit', (code) => reject(new Error(`the reader of files ended with ${code}`)))
    worker.postMessage(files)
  }).finally(() => {
    clearTimeout(giveUp)
    for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event)
  })
}
