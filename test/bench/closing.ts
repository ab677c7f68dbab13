import { dataFolder } from '../support/server.ts'
import { withPair } from './support/pair.ts'
import type { Figure } from './support/report.ts'
import { median, quantile } from './support/statistics.ts'

const PHONES = 2000
const TABLES = 60
const CAPACITY = 12
const LIST = 10
const RUNS = 3
/** ms in which all lists come */
const OVER = 2000

interface Run {
  p50: number
  p99: number
  wall: number
  refused: number
  seated: number
  published: number
  told: number
  stall: number
}

/** The closing of choosing as the hall lives it: lists at the last moment, the seating, everybody told. */
const run = (): Promise<Run> =>
  withPair(async ({ hall, crowd }) => {
    const data = dataFolder()
    const { port, cookies, show, epoch, version, innovations } = await hall.ask('open', {
      folder: data.folder,
      people: PHONES,
      tables: TABLES,
      capacity: CAPACITY,
      wished: true,
    })
    await crowd.ask('join', {
      port,
      cookies,
      hello: { show, audience: 'phone', epoch, held: version },
    })
    await hall.ask('memory', null)
    // Frames run all the while: something changes on stage ten times a second.
    let isOver = false
    const frames = (async () => {
      while (!isOver) {
        await hall.ask('change', null)
        await new Promise((next) => setTimeout(next, 100))
      }
    })()
    const { ms, refused, wall } = await crowd.ask('wishes', { innovations, many: LIST, over: OVER })
    isOver = true
    await frames
    const closed = await hall.ask('close', null)
    await crowd.ask('ready', { bare: false })
    const last = crowd.ask('next', { bare: false })
    const { at, kept } = await hall.ask('publish', null)
    const told = await last
    const { ms: stall } = await hall.ask('stall', null)
    await crowd.ask('leave', null)
    data.done()
    return {
      p50: quantile(ms, 0.5),
      p99: quantile(ms, 0.99),
      wall,
      refused,
      seated: closed.seated,
      published: kept - at,
      told: told.at - at,
      stall: Math.max(stall, closed.stall),
    }
  })

export async function closing(): Promise<Figure[]> {
  const runs: Run[] = []
  for (let count = 0; count < RUNS; count += 1) runs.push(await run())
  const of = (key: keyof Run): number => median(runs.map((one) => one[key]))
  const lists = `${PHONES} lists of ${LIST} in ${OVER / 1000} s, frames running`
  return [
    { name: `${lists}: p50`, value: of('p50'), unit: 'ms' },
    {
      name: `${lists}: p99`,
      value: of('p99'),
      unit: 'ms',
      limit: 50,
      beside: `the last answered after ${of('wall').toFixed(0)} ms`,
    },
    { name: 'lists refused', value: of('refused'), unit: '', limit: 0 },
    {
      name: `closing to the seating of ${PHONES} × ${TABLES}, in the thread and kept`,
      value: of('seated'),
      unit: 'ms',
    },
    {
      name: `publishing to the last of ${PHONES} phones`,
      value: of('told'),
      unit: 'ms',
      beside: `on disk after ${of('published').toFixed(0)} ms`,
    },
    {
      name: 'longest stall of the stage clock’s thread, closing to told',
      value: of('stall'),
      unit: 'ms',
      limit: 50,
    },
  ]
}
