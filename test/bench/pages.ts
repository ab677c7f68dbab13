import { Agent, get } from 'node:http'
import { dataFolder, startServer } from '../support/server.ts'
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
    const bytes = await fetched(`${server.url}/s/${SHOW}/me`, cookie, agent)
    return { ms: sharedNow() - from, bytes }
  }
  await together(page, 1500)
  const alone: { ms: number; bytes: number }[] = []
  for (let count = 0; count < ALONE; count += 1) alone.push(await page())
  const crowded = await together(page, SPAN)
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

/** Asks for pages over and over, so many at a time, for `span` ms. */
async function together<Found>(page: () => Promise<Found>, span: number): Promise<Found[]> {
  const found: Found[] = []
  const until = sharedNow() + span
  const one = async (): Promise<void> => {
    while (sharedNow() < until) found.push(await page())
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
  return found
}

/** Bytes of the compressed body. */
const fetched = (url: string, cookie: string, agent: Agent): Promise<number> =>
  new Promise((resolve, reject) => {
    get(url, { agent, headers: { cookie, 'accept-encoding': 'gzip' } }, (answer) => {
      if (answer.statusCode !== 200 || answer.headers['content-encoding'] !== 'gzip')
        reject(
          new Error(`${url} answered ${answer.statusCode} ${answer.headers['content-encoding']}`),
        )
      let bytes = 0
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length))
      answer.on('end', () => resolve(bytes))
    }).on('error', reject)
  })
