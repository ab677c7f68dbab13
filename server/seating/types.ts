import type { SeatingOptions } from '#shared/allotment/from-show.ts'
import type { SeatingProblem } from '#shared/allotment/problem.ts'
import type { WindowId } from '#shared/show/words.ts'
import type { SeatingAnswer } from '#shared/wire/seating.ts'
import type { ShowRunner } from '../runner/types.ts'
import type { Outcome } from '../threads/thread.ts'
import type { Seated } from './seater.ts'

/** Works out a seating off the main thread. */
export type Seat = (problem: SeatingProblem) => Promise<Outcome<Seated>>

export interface SeatingDesk {
  /** Works out a seating of a window as it is now. `keep`: it is proposed to the show, for `by`. */
  work(
    runner: ShowRunner,
    window: WindowId,
    wanted: SeatingOptions & { keep: boolean; by: string },
  ): Promise<SeatingAnswer | SeatingRefusal>
  close(): Promise<void>
}
export type SeatingRefusal = { ok: false; why: 'unknown' | 'not-closed' | 'not-saved' | 'given-up' }
