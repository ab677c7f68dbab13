import { STAGE } from '#shared/words/stage.ts'
import { openBrowser } from '../support/browser.ts'
import { rawPhone } from '../support/raw-phone.ts'
import { seedFolder, SHOW } from '../support/seeded.ts'
import { dataFolder, startServer } from '../support/server.ts'
import { sharedNow } from './support/children.ts'
import type { Figure } from './support/report.ts'
import { median } from './support/statistics.ts'

const SPAN = 20_000
const LOSSES = 3
/** where the stage's first talk lasts ten minutes, nothing changes meanwhile */
const beside = 'a widely used stage timer: 234–286 B/s, a lost connection not shown at all'

/** What a stage display receives while a countdown runs, and how soon it says that its line is lost. */
export async function display(): Promise<Figure[]> {
  const data = dataFolder()
  const { screen, stage } = await seedFolder(data.folder)
  const server = await startServer(data.folder)
  const signedIn = await fetch(`${server.url}/b/${screen}`, { redirect: 'manual' })
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  let isIn: () => void = () => {}
  const joined = new Promise<void>((resolve) => (isIn = resolve))
  const phone = await rawPhone({
    port: server.port,
    cookie,
    path: '/socket.io/?EIO=4&transport=websocket',
    onText: (text) => (text.startsWith('40') ? isIn() : undefined),
    onClose: () => {},
  })
  phone.send(`40${JSON.stringify({ show: SHOW, audience: 'stage', stage, epoch: null, held: 0 })}`)
  await joined
  await pause(1000)
  const before = phone.received()
  await pause(SPAN)
  const rate = ((phone.received() - before) / SPAN) * 1000
  phone.close()

  const losses = await lost(server.url.replace('127.0.0.1', 'hall.test'), screen, server.child.pid)
  await server.stop()
  data.done()
  return [
    { name: 'a display while a countdown runs', value: rate, unit: 'B/s', limit: 5, beside },
    {
      name: 'a lost connection is shown after',
      value: median(losses),
      unit: 'ms',
      limit: 5000,
      beside,
    },
  ]
}

/** The server stops dead, as a laptop that is shut; the display in Chromium says so. */
async function lost(url: string, screen: string, pid: number | undefined): Promise<number[]> {
  if (pid === undefined) throw new Error('the server has no process')
  const browser = await openBrowser()
  const page = await browser.newPage()
  await page.goto(`${url}/b/${screen}`)
  const own = page.getByText(STAGE.ownClock)
  const found: number[] = []
  for (let count = 0; count < LOSSES; count += 1) {
    await own.waitFor({ state: 'hidden' })
    // Anywhere between two heartbeats.
    await pause(4000 + count * 1000)
    const from = sharedNow()
    process.kill(pid, 'SIGSTOP')
    await own.waitFor({ state: 'visible' })
    found.push(sharedNow() - from)
    process.kill(pid, 'SIGCONT')
  }
  await browser.close()
  return found
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms))
