import { performance } from 'node:perf_hooks'
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder } from '../support/server.ts'
import { withPair } from './support/pair.ts'
import type { Figure } from './support/report.ts'
import { median, quantile } from './support/statistics.ts'

const PHONES = 2000
/** Fewer seats than phones, so that tables fill and some are refused. */
const TABLES = 100
const CAPACITY = 18
const RUNS = 3

interface Run {
  p50: number
  p99: number
  last: number
  over: number
  taken: number
}

/** So many phones pick a table each, on a server that has been at work for a moment. */
const run = (durable: boolean, over: number): Promise<Run> =>
  withPair(async ({ hall, crowd }) => {
    const data = dataFolder()
    const folder = durable ? data.folder : null
    const opened = await hall.ask('open', {
      folder,
      people: PHONES,
      tables: TABLES,
      capacity: CAPACITY,
    })
    const { port, cookies, show, epoch, version, rounds, tables } = opened
    const [before = '', round = ''] = rounds
    const hello = { show, audience: 'phone', epoch, held: version }
    await crowd.ask('join', { port, cookies, hello })
    // They have been here for a while: they have chosen before, and what their coming left is collected.
    await crowd.ask('picks', { round: before, tables, over: 1000, counter: 1 })
    await hall.ask('memory', null)
    const { ms } = await crowd.ask('picks', { round, tables, over, counter: 2 })
    const state = await hall.ask('state', null)
    data.done()
    return {
      p50: quantile(ms, 0.5),
      p99: quantile(ms, 0.99),
      last: Math.max(...ms),
      over: state.over,
      taken: state.taken,
    }
  })

export async function picks(): Promise<Figure[]> {
  const spread: Run[] = []
  const moment: Run[] = []
  const floor: Run[] = []
  for (let count = 0; count < RUNS; count += 1) {
    spread.push(await run(true, 2000))
    moment.push(await run(true, 0))
    floor.push(await run(false, 0))
  }
  const of = (runs: Run[], key: keyof Run): number => median(runs.map((one) => one[key]))
  const ratios = moment.map((one, at) => one.p99 / (floor[at]?.p99 ?? NaN))
  const all = [...spread, ...moment, ...floor]
  const seats = `${of(spread, 'taken')} of ${2 * TABLES * CAPACITY} seats taken`
  return [
    {
      name: `${PHONES} picks in 2 s, frames running: p50`,
      value: of(spread, 'p50'),
      unit: 'ms',
      limit: 5,
      beside: seats,
    },
    {
      name: `${PHONES} picks in 2 s, frames running: p99`,
      value: of(spread, 'p99'),
      unit: 'ms',
      limit: 30,
      beside: `one fdatasync here: ${bareSync()}`,
    },
    {
      name: 'seats taken over any capacity',
      value: Math.max(...all.map(({ over }) => over)),
      unit: '',
      limit: 0,
    },
    {
      name: `${PHONES} picks in one moment: times no database`,
      value: median(ratios),
      unit: '×',
      limit: 1.5,
      beside: `p99 ${of(moment, 'p99').toFixed(0)} ms beside ${of(floor, 'p99').toFixed(0)} ms`,
    },
  ]
}

/** What the disk itself takes, for reading the figures above. */
function bareSync(): string {
  const data = dataFolder()
  const file = openSync(join(data.folder, 'sync'), 'w')
  const times = Array.from({ length: 200 }, () => {
    writeSync(file, 'x'.repeat(4096))
    const from = performance.now()
    fdatasyncSync(file)
    return performance.now() - from
  })
  closeSync(file)
  data.done()
  return `p50 ${median(times).toFixed(2)}, p99 ${quantile(times, 0.99).toFixed(2)} ms`
}
