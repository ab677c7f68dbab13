/** A process whose first thread watches its event loop while its other seats a hall. Spoken to by seating.ts. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { seatingFigures } from '#shared/allotment/figures.ts'
import type { SeatingProblem } from '#shared/allotment/problem.ts'
import { seat } from '../../server/seating/seater.ts'
import { draft } from '../support/seating/draft.ts'
import { windowOf } from '../support/seating/window.ts'
import { HALL, type SeaterHost } from './seating.ts'
import { answer } from './support/children.ts'

/** ms between two looks, which the histogram counts as delay too */
const RESOLUTION = 1
const delay = monitorEventLoopDelay({ resolution: RESOLUTION })

let hall: SeatingProblem | null = null
const problemOf = (seats: number): SeatingProblem =>
  (hall ??= windowOf({ ...HALL, seats: [seats, seats], wishes: [HALL.tables, HALL.tables] }, 1))

answer<SeaterHost>({
  async seat({ seats }) {
    const problem = problemOf(seats)
    // The hall's making is over before anybody looks at the loop.
    await new Promise((resolve) => setImmediate(resolve))
    delay.enable()
    await new Promise((resolve) => setTimeout(resolve, 5 * RESOLUTION))
    delay.reset()
    const from = performance.now()
    const outcome = await seat(problem)
    const ms = performance.now() - from
    await new Promise((resolve) => setTimeout(resolve, 5 * RESOLUTION))
    const stall = Math.max(0, delay.max / 1e6 - RESOLUTION)
    delay.disable()
    if (!outcome.ok) throw new Error(`the seater: ${outcome.why}`)
    return { ms, stall, figures: outcome.done.figures }
  },
  draft({ seats }) {
    const problem = problemOf(seats)
    const from = performance.now()
    const drafted = draft(problem)
    const ms = performance.now() - from
    return Promise.resolve({ ms, figures: seatingFigures(problem, drafted) })
  },
  memory: () => Promise.resolve({ peak: process.resourceUsage().maxRSS / 1000 }),
})
