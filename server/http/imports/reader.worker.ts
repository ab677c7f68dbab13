// Runs in a thread of its own: reading and comparing a large file would stop the clocks of everyone else.
import { parentPort } from 'node:worker_threads'
import type { FromReader } from './reader.ts'
import { type Job, workThrough } from './work-through.ts'

const say = (message: FromReader, moved: ArrayBuffer[] = []): void =>
  parentPort?.postMessage(message, moved)

parentPort?.on('message', (job: Job) => {
  workThrough(job, (step) => say({ step })).then(
    (done) => {
      const moved = [done.report, done.commands].flatMap((bytes) =>
        bytes === null ? [] : [bytes.buffer as ArrayBuffer],
      )
      say({ done }, moved)
    },
    (error: unknown) => {
      // Out of the promise, so that it ends the thread and whoever waits for it hears why.
      setImmediate(() => {
        throw error
      })
    },
  )
})
