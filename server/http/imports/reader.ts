import { SECOND } from '#shared/time/instant.ts'
import type { ImportStep } from '#shared/wire/imports.ts'
import {
  createThread,
  type Outcome as ThreadOutcome,
  type Waiting as ThreadWaiting,
} from '../../threads/thread.ts'
import type { Done, Job } from './work-through.ts'

export type Outcome = ThreadOutcome<Done>
export type Waiting = ThreadWaiting<ImportStep>

const reader = createThread<Job, ImportStep, Done>({
  file: new URL('./reader.worker.ts', import.meta.url),
  name: 'the reader of files',
  // Far more than 20,000 rows take.
  longest: 30 * SECOND,
  megabytes: 512,
})

/** Starts the thread while the files are still on their way: that takes as long as reading most of them. */
export const wakeReader = (): void => reader.wake()

/** Reads and compares in a thread of its own, one form after the other. */
export const workInThread = (job: () => Job, waiting: Waiting = {}): Promise<Outcome> =>
  reader.ask(job, waiting)
