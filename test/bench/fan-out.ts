import { dataFolder } from '../support/server.ts'
import { phonesOf, withPair } from './support/pair.ts'
import type { Figure } from './support/report.ts'
import { median, quantile } from './support/statistics.ts'

const DROPPED = 3
const CYCLES = 21

/**
 * One change to the last of so many phones, from the moment it is on disk (what the disk takes is no part of
 * telling, and the reference has none), in turn with bare ws sending the same bytes in one pre-built
 * frame.
 */
export const fanOut = (phones: number, limit: number): Promise<Figure[]> =>
  withPair(async ({ hall, crowd }) => {
    const data = dataFolder()
    const people = Math.min(phones, 1000)
    const opened = await hall.ask('open', { folder: data.folder, people, tables: 15, capacity: 8 })
    const { port, barePort, cookies, show, epoch, version } = opened
    const hello = { show, audience: 'phone', epoch, held: version }
    await crowd.ask('join', { port, cookies: phonesOf(cookies, phones), hello })
    await crowd.ask('join', { port: barePort, cookies: phonesOf([''], phones), hello: null })

    const ours: number[] = []
    const whole: number[] = []
    const bare: number[] = []
    let bytes = 100
    const change = async (): Promise<void> => {
      await crowd.ask('ready', { bare: false })
      const { at, kept } = await hall.ask('change', null)
      const last = await crowd.ask('next', { bare: false })
      bytes = last.bytes
      ours.push(last.at - kept)
      whole.push(last.at - at)
    }
    const reference = async (): Promise<void> => {
      await crowd.ask('ready', { bare: true })
      const { at } = await hall.ask('bare', { bytes })
      bare.push((await crowd.ask('next', { bare: true })).at - at)
    }
    for (let cycle = 0; cycle < DROPPED + CYCLES; cycle += 1) {
      // In turn first and second, so that neither always finds the caches warm.
      for (const one of cycle % 2 === 0 ? [change, reference] : [reference, change]) {
        await one()
        await quiet()
      }
    }
    data.done()
    const ratios = ours.map((ms, at) => ms / (bare[at] ?? NaN)).slice(DROPPED)
    const name = `one change to the last of ${phones} phones`
    return [
      {
        name: `${name}: times bare ws`,
        value: median(ratios),
        unit: '×',
        limit,
        beside: `p25 ${quantile(ratios, 0.25).toFixed(2)}×, ${bytes} B; from the moment it is on disk`,
      },
      {
        name: `${name}: time, deciding and disk too`,
        value: median(whole.slice(DROPPED)),
        unit: 'ms',
        beside: `bare ws ${median(bare.slice(DROPPED)).toFixed(1)} ms`,
      },
    ]
  })

/** Frames within 100 ms of the last are joined: each change here is one of its own. */
const quiet = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 150))
