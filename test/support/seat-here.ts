import { seatingFigures } from '#shared/allotment/figures.ts'
import { seat } from '#shared/allotment/seat.ts'
import type { Seat } from '../../server/seating/types.ts'

/** As the server's thread does it, without a thread. */
export const seatHere: Seat = async (problem) => {
  const seating = seat(problem)
  return { ok: true, done: { seating, figures: seatingFigures(problem, seating) } }
}
