/** A process whose first thread watches its event loop while its other seats a hall. Spoken to by seating.ts. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
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

/** The longest time, ms, in which this thread could do nothing else, while something happens. */
async function stallWhile<Of>(happens: () => Promise<Of>): Promise<{ stall: number; found: Of }> {
  delay.enable()
  await setTimeout(5 * RESOLUTION)
  delay.reset()
  const found = await happens()
  await setTimeout(5 * RESOLUTION)
  const stall = Math.max(0, delay.max / 1e6 - RESOLUTION)
  delay.disable()
  return { stall, found }
}

/** ms */
const total = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000

answer<SeaterHost>({
  async wake() {
    const from = performance.now()
    // The smallest hall there is: when it is seated, the thread is there and has read its files.
    await seat(windowOf({ people: 1, tables: 1, rounds: 1, seats: [1, 1], wishes: [1, 1] }, 1))
    return { ms: performance.now() - from }
  },
  async seat({ seats }) {
    const problem = problemOf(seats)
    let [ms, own] = [0, 0]
    const all = process.cpuUsage()
    const { stall, found } = await stallWhile(async () => {
      const before = process.threadCpuUsage()
      const from = performance.now()
      const outcome = await seat(problem)
      ms = performance.now() - from
      own = total(process.threadCpuUsage(before))
      return outcome
    })
    const work = total(process.cpuUsage(all))
    if (!found.ok) throw new Error(`the seater: ${found.why}`)
    const idle = await stallWhile(() => setTimeout(ms))
    return { ms, own, work, stall, idle: idle.stall, figures: found.done.figures }
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
