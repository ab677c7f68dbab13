import type { SeatingFigures } from '#shared/show/choosing/window.ts'
import { child } from './support/children.ts'
import type { Figure } from './support/report.ts'
import { median } from './support/statistics.ts'

export type SeaterHost = {
  /** starts the thread, as the server does before choosing closes */
  wake: { with: null; gives: { ms: number } }
  /** the same hall for the same seats: seats it in the thread */
  seat: { with: { seats: number }; gives: SeatedOnce }
  /** the serpentine draft of the same hall, in this thread */
  draft: { with: { seats: number }; gives: { ms: number; figures: SeatingFigures } }
  /** of the whole process so far, MB */
  memory: { with: null; gives: { peak: number } }
}

interface SeatedOnce {
  /** from asking to the seating, ms */
  ms: number
  /** processor time of the asking thread, and of all threads, ms */
  own: number
  work: number
  /** the longest stall of the asking thread meanwhile, and in as long a time of doing nothing, ms */
  stall: number
  idle: number
  figures: SeatingFigures
}

/** People, tables and rounds of the hall. */
export const HALL = { people: 2_000, tables: 60, rounds: 8 }
const RUNS = 5

/** The largest hall with everybody ranking every table, few seats and enough; what else happens meanwhile. */
export async function seating(): Promise<Figure[]> {
  return [...(await hall(12)), ...(await hall(34))]
}

async function hall(seats: number): Promise<Figure[]> {
  // Wherever it likes: the thread that seats and the one that keeps the clocks share the computer.
  const host = child<SeaterHost>('seater-host.ts', null)
  try {
    await host.ask('wake', null)
    const first = await host.ask('seat', { seats })
    const { peak } = await host.ask('memory', null)
    const more: SeatedOnce[] = []
    for (let count = 0; count < RUNS; count += 1) more.push(await host.ask('seat', { seats }))
    const drafted = await host.ask('draft', { seats })
    const [ours, theirs] = [first.figures, drafted.figures]
    const stall = Math.max(first.stall, ...more.map((run) => run.stall))
    const idle = Math.max(first.idle, ...more.map((run) => run.idle))
    const size = `${HALL.people} × ${HALL.tables} × ${HALL.rounds}, ${seats} seats, all ranked`
    return [
      {
        name: `${size}: first seating`,
        value: first.ms,
        unit: 'ms',
        limit: 1000,
        beside: `its thread awake; processor ${first.work.toFixed(0)} ms; the draft, not as fair: ${drafted.ms.toFixed(0)} ms`,
      },
      {
        name: '  seated again',
        value: median(more.map(({ ms }) => ms)),
        unit: 'ms',
        limit: 1000,
        beside: `processor ${median(more.map(({ work }) => work)).toFixed(0)} ms`,
      },
      {
        name: '  of that, work of the asking thread',
        value: Math.max(first.own, ...more.map(({ own }) => own)),
        unit: 'ms',
        beside: 'all told, in many pieces',
      },
      {
        name: '  longest stall of the server meanwhile',
        value: stall,
        unit: 'ms',
        limit: 50,
        beside: `in as long a time of doing nothing: ${idle.toFixed(1)} ms`,
      },
      { name: '  peak memory, all of the process', value: peak, unit: 'MB', limit: 300 },
      atLeast(
        '  mean satisfaction',
        ours.satisfaction,
        0.99 * theirs.satisfaction,
        theirs.satisfaction,
      ),
      atLeast('  satisfaction of the lowest twentieth', ours.satisfactionP5, theirs.satisfactionP5),
      {
        name: '  unevenness (Gini)',
        value: ours.gini,
        unit: '',
        limit: theirs.gini,
        beside: `the draft: ${theirs.gini.toFixed(3)}`,
      },
      atLeast(
        '  first choices',
        100 * ours.firstChoice,
        100 * theirs.firstChoice - 1,
        100 * theirs.firstChoice,
        '%',
      ),
    ]
  } finally {
    await host.end()
  }
}

const atLeast = (name: string, value: number, limit: number, draft = limit, unit = ''): Figure => ({
  name,
  value,
  unit,
  limit,
  atLeast: true,
  beside: `the draft: ${draft.toPrecision(3)}`,
})
