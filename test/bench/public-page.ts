import { Agent } from 'node:http'
import { seedFolder, SHOW } from '../support/seeded.ts'
import { dataFolder, startServer } from '../support/server.ts'
import type { Plain } from './plain-server.ts'
import { fetched, together } from './support/asking.ts'
import { child, pin, sharedNow } from './support/children.ts'
import type { Figure } from './support/report.ts'
import { median } from './support/statistics.ts'

const AT_ONCE = 32
const SLICE = 1000
const SLICES = 4
const WARM = 1500
const CHANGES = 40

/** The event's page for everyone: as it stands, to those who hold it already, and after each change. */
export async function publicPage(): Promise<Figure[]> {
  const data = dataFolder()
  const { organiser, stage } = await seedFolder(data.folder)
  const server = await startServer(data.folder)
  pin(server.child.pid, 0)
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  const url = `${server.url}/s/${SHOW}`
  const page = async (headers: Record<string, string> = {}, expected = 200) => {
    const answer = await fetched(url, agent, headers)
    if (answer.status !== expected) throw new Error(`${url} answered ${answer.status}`)
    return answer
  }
  const { body, bytes, etag, encoding } = await page()
  if (encoding !== 'gzip') throw new Error(`${url} came as ${encoding}`)
  const plain = child<Plain>('plain-server.ts', 0)
  const reference = await plain.ask('serve', { gzip: body.toString('base64') })
  const [whole, held, bare] = await inTurns([
    () => page(),
    () => page({ 'if-none-match': etag }, 304),
    () => fetched(reference.url, agent),
  ])

  const anew: number[] = []
  for (let turn = 1; turn <= CHANGES; turn += 1) {
    const name = { type: 'save-stage', stage: { id: stage, name: `Stage ${turn}` } }
    const title = { type: 'change-show', title: `Leeds ${turn}`, place: 'Town Hall' }
    for (const command of [name, title]) {
      const answer = await fetch(`${url}/commands`, {
        method: 'POST',
        headers: { cookie: organiser, origin: server.url, 'content-type': 'application/json' },
        body: JSON.stringify(command),
      })
      if (!answer.ok) throw new Error(`${command.type}: ${await answer.text()}`)
    }
    const from = sharedNow()
    await page()
    anew.push(sharedNow() - from)
  }
  agent.destroy()
  await plain.end()
  await server.stop()
  data.done()
  const share = (value: number): string =>
    `${Math.round((value / bare) * 100)} % of Node's own server with the same bytes: ${Math.round(bare).toLocaleString('en-GB')}/s`
  return [
    {
      name: `public pages a second, ${AT_ONCE} at a time, one core`,
      value: whole,
      unit: '/s',
      beside: share(whole),
    },
    {
      name: 'public page to those who hold it (304) a second',
      value: held,
      unit: '/s',
      beside: share(held),
    },
    { name: 'public page made anew after a change: p50', value: median(anew), unit: 'ms' },
    {
      name: 'public page: HTML on the wire',
      value: bytes / 1000,
      unit: 'kB',
      beside: '15 pitches, with its data for machines',
    },
  ]
}

/**
 * How often a second each of them is answered. They take turns, so that whatever else the computer does
 * falls on all alike.
 */
async function inTurns<const Asks extends readonly (() => Promise<unknown>)[]>(
  asks: Asks,
): Promise<{ [Index in keyof Asks]: number }> {
  for (const ask of asks) await together(ask, { atOnce: AT_ONCE, span: WARM })
  const counts = asks.map(() => 0)
  for (let slice = 0; slice < SLICES; slice += 1)
    for (const [index, ask] of asks.entries()) {
      const found = await together(ask, { atOnce: AT_ONCE, span: SLICE })
      counts[index] = (counts[index] ?? 0) + found.length
    }
  return counts.map((count) => (count / (SLICES * SLICE)) * 1000) as {
    [Index in keyof Asks]: number
  }
}
