import type { Seating, SeatingProblem } from './problem.ts'
import { seatRotating } from './rotating.ts'
import { seatWindow } from './seat-window.ts'

/** Seats a choosing window, whoever moves in it. The same problem gives the same seating. */
export const seat = (problem: SeatingProblem): Seating =>
  problem.rotation ? seatRotating(problem, problem.rotation) : seatWindow(problem)
