import type { SeatingFigures } from '#shared/show/choosing/window.ts'
import type { Seating, SeatingProblem } from '#shared/allotment/problem.ts'
import { MINUTE } from '#shared/time/instant.ts'
import { createThread, type Outcome, type Waiting } from '../threads/thread.ts'
import { type Packed, unpack } from './packed.ts'

export interface Seated {
  seating: Seating
  figures: SeatingFigures
}

// Kept between calls: a what-if comes soon after the last, and a thread that has worked before is twice as fast.
const seater = createThread<SeatingProblem, never, Packed>({
  file: new URL('./seater.worker.ts', import.meta.url),
  name: 'the seater',
  // Two thousand people at sixty tables take a second.
  longest: MINUTE,
  megabytes: 512,
})

/** Starts the thread before choosing closes. */
export const wakeSeater = (): void => seater.wake()

/** Seats a choosing window in a thread of its own, one after the other. The problem must stay as it is until then: the answer refers to it. */
export async function seat(
  problem: SeatingProblem,
  waiting: Pick<Waiting, 'signal' | 'longest'> = {},
): Promise<Outcome<Seated>> {
  const outcome = await seater.ask(() => problem, waiting)
  if (!outcome.ok) return outcome
  const { done } = outcome
  return { ok: true, done: { seating: await unpack(problem, done), figures: done.figures } }
}
