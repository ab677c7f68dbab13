import { Agent } from 'node:http'
import { dataFolder, startServer } from '../support/server.ts'
import { fetched, together } from './support/asking.ts'
import { pin, sharedNow } from './support/children.ts'
import type { Figure } from './support/report.ts'
import { seedFolder, SHOW } from '../support/seeded.ts'
import { median, quantile } from './support/statistics.ts'

const AT_ONCE = 32
const SPAN = 6000
const ALONE = 200

/** The phone's page as a phone asks for it: signed in, compressed. */
export async function pages(): Promise<Figure[]> {
  const data = dataFolder()
  const { cookies } = await seedFolder(data.folder)
  const server = await startServer(data.folder)
  pin(server.child.pid, 0)
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  let turn = 0
  const page = async (): Promise<{ ms: number; bytes: number }> => {
    const cookie = cookies[turn++ % cookies.length] ?? ''
    const from = sharedNow()
    const url = `${server.url}/s/${SHOW}/me`
    const { status, encoding, bytes } = await fetched(url, agent, { cookie })
    if (status !== 200 || encoding !== 'gzip')
      throw new Error(`${url} answered ${status} ${encoding}`)
    return { ms: sharedNow() - from, bytes }
  }
  await together(page, { atOnce: AT_ONCE, span: 1500 })
  const alone: { ms: number; bytes: number }[] = []
  for (let count = 0; count < ALONE; count += 1) alone.push(await page())
  const crowded = await together(page, { atOnce: AT_ONCE, span: SPAN })
  agent.destroy()
  await server.stop()
  data.done()
  const ms = alone.map((one) => one.ms)
  return [
    {
      name: 'page of a phone, alone: p50',
      value: median(ms),
      unit: 'ms',
      beside: `p99 ${quantile(ms, 0.99).toFixed(1)} ms`,
    },
    {
      name: `pages of phones a second, ${AT_ONCE} at a time, one core`,
      value: (crowded.length / SPAN) * 1000,
      unit: '/s',
      beside: 'the technique by itself, gzip 6: 970/s',
    },
    {
      name: 'page of a phone: HTML on the wire',
      value: median(alone.map((one) => one.bytes)) / 1000,
      unit: 'kB',
      limit: 12,
    },
  ]
}
