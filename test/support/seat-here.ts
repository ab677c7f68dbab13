import { seatingFigures } from '#shared/allotment/figures.ts'
import { seatWindow } from '#shared/allotment/seat-window.ts'
import type { Seat } from '../../server/seating/types.ts'

/** As the server's thread does it, without a thread. */
export const seatHere: Seat = async (problem) => {
  const seating = seatWindow(problem)
  return { ok: true, done: { seating, figures: seatingFigures(problem, seating) } }
}
