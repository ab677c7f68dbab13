import { parentPort } from 'node:worker_threads'
import type { Said } from './thread.ts'

/** The thread's side: works through each job that comes. `moved`: memory that is handed over, not copied. */
export function answerJobs<Job, Step, Done>(
  work: (job: Job, tell: (step: Step) => void) => Promise<Done>,
  moved: (done: Done) => ArrayBufferLike[],
): void {
  const say = (message: Said<Step, Done>, handed: ArrayBufferLike[] = []): void =>
    parentPort?.postMessage(message, handed as ArrayBuffer[])
  parentPort?.on('message', (job: Job) => {
    work(job, (step) => say({ step })).then(
      (found) => say({ done: found }, moved(found)),
      (error: unknown) => {
        // Out of the promise, so that it ends the thread and whoever waits for it hears why.
        setImmediate(() => {
          throw error
        })
      },
    )
  })
}
