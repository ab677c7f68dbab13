import { phonesOf, withPair } from './support/pair.ts'
import type { Figure } from './support/report.ts'

const PHONES = 2000

/** What a connected phone that does nothing takes on the server. */
export const memory = (): Promise<Figure[]> =>
  withPair(async ({ hall, crowd }) => {
    const opened = await hall.ask('open', { folder: null, people: PHONES, tables: 15, capacity: 8 })
    const { port, cookies, show, epoch, version } = opened
    const hello = { show, audience: 'phone', epoch, held: version }
    const first = 100
    await crowd.ask('join', { port, cookies: phonesOf(cookies, first), hello })
    const before = await hall.ask('memory', null)
    await crowd.ask('join', { port, cookies, hello })
    const after = await hall.ask('memory', null)
    const kB = (key: 'heap' | 'rss'): number => (after[key] - before[key]) / PHONES / 1000
    return [
      {
        name: 'memory per phone: heap',
        value: kB('heap'),
        unit: 'kB',
        beside: 'an idle Socket.IO connection: 12 kB',
      },
      {
        name: 'memory per phone: resident',
        value: kB('rss'),
        unit: 'kB',
        beside: 'an idle Socket.IO connection: 28 kB',
      },
    ]
  })
