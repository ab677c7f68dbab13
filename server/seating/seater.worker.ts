// Runs in a thread of its own: seating a full hall would stop the clocks of everyone else.
import { seatingFigures } from '#shared/allotment/figures.ts'
import type { SeatingProblem } from '#shared/allotment/problem.ts'
import { seat } from '#shared/allotment/seat.ts'
import { answerJobs } from '../threads/answer.ts'
import { pack, type Packed } from './packed.ts'

answerJobs<SeatingProblem, never, Packed>(
  (problem) => {
    const seating = seat(problem)
    return Promise.resolve(pack(problem, seating, seatingFigures(problem, seating)))
  },
  ({ visits, unmet }) => [visits.buffer, unmet.buffer],
)
