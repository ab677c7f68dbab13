import { expect, test } from 'vitest'
import type { ConsoleData } from '#shared/wire/console.ts'
import type { PageState } from '#shared/wire/live.ts'
import { chance } from '../../scripts/seed/chance.ts'
import { openStore } from '../../server/store/open.ts'
import { type Commander, commander, idOf } from '../support/commander.ts'
import { seedFolder, SHOW } from '../support/seeded.ts'
import { dataFolder, type RunningServer, startServer } from '../support/server.ts'

const KILLS = 20
const PHONES = 24
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000)

test(
  `acknowledged means kept: ${KILLS} times kill -9 under load (seed ${SEED})`,
  { timeout: 180_000 },
  async () => {
    const luck = chance(SEED)
    const data = dataFolder()
    const { cookies, round, tables } = await seedFolder(data.folder, {
      delegates: PHONES,
      // Room for all of them at one table, so that no step is refused.
      capacity: PHONES,
    })
    const acknowledged: string[] = []
    const counters = cookies.map(() => 0)
    /** what a phone sent and has no answer to: it sends it again, with the same id */
    const open: (number | null)[] = cookies.map(() => null)

    for (let kill = 0; kill < KILLS; kill += 1) {
      const server = await startServer(data.folder)
      let isUp = true
      const phones = cookies.map(async (cookie, index) => {
        const device = `device-${index}`
        const press = async ({ give }: Commander): Promise<void> => {
          while (isUp) {
            const n = open[index] ?? (counters[index] = (counters[index] ?? 0) + 1)
            open[index] = n
            const table = tables[n % tables.length]
            if (table === undefined) throw new Error('the show has no table')
            const outcome = await give(n, { type: 'pick-table', round, table })
            // Thirty steps in a moment are more than a person takes: this phone rests until the crash.
            if (!outcome.ok && outcome.code === 'too-many') return
            expect(outcome.ok, JSON.stringify(outcome)).toBe(true)
            acknowledged.push(idOf(device, n))
            open[index] = null
          }
        }
        await new Promise<void>((resolve, reject) => {
          commander(server.port, { cookie, device, onClose: resolve }).then(
            (phone) => press(phone).catch(reject),
            () => resolve(),
          )
        })
      })
      const before = acknowledged.length
      const patience = 20 + luck.next() * 250
      await until(() => acknowledged.length > before)
      await new Promise((resolve) => setTimeout(resolve, patience))
      await server.kill9()
      isUp = false
      await Promise.all(phones)
    }

    const opened = await openStore({ folder: data.folder })
    if (!opened.ok) throw new Error(opened.reason)
    const kept: string[] = []
    let n = 0
    for (;;) {
      const page = await opened.store.read(SHOW, n)
      if (page.length === 0) break
      for (const event of page) {
        expect(event.n, 'numbers without gaps').toBe((n += 1))
        if (event.commandId !== null) kept.push(event.commandId)
      }
    }
    await opened.store.close()
    data.done()
    expect(acknowledged.length).toBeGreaterThan(KILLS * PHONES)
    expect(new Set(kept).size, 'a repeated command counts once').toBe(kept.length)
    const journal = new Set(kept)
    expect(acknowledged.filter((id) => !journal.has(id))).toEqual([])
  },
)

test('replay equals live: after kill -9 a new process tells the console what the old one told', async () => {
  const data = dataFolder()
  const { cookies, organiser, round, tables } = await seedFolder(data.folder, { delegates: PHONES })
  const server = await startServer(data.folder)
  for (const [index, cookie] of cookies.entries()) {
    const { give } = await commander(server.port, {
      cookie,
      device: `device-${index}`,
      onClose: () => {},
    })
    for (const n of [1, 2, 3]) {
      const table = tables[(index + n) % tables.length]
      if (table === undefined) throw new Error('the show has no table')
      expect(await give(n, { type: 'pick-table', round, table })).toMatchObject({ ok: true })
    }
  }
  const live = await consoleState(server, organiser)
  await server.kill9()
  const again = await startServer(data.folder)
  const replayed = await consoleState(again, organiser)
  await again.stop()
  data.done()
  expect(Object.keys(live.parts.picks[round] ?? {})).toHaveLength(PHONES)
  expect(replayed.parts).toEqual(live.parts)
  expect(replayed.version).toBe(live.version)
  expect(replayed.epoch).not.toBe(live.epoch)
})

async function consoleState(server: RunningServer, cookie: string): Promise<PageState<'console'>> {
  const answer = await fetch(`${server.url}/console/${SHOW}`, { headers: { cookie } })
  const json = /<script type="application\/json" id="state">(.*?)<\/script>/s.exec(
    await answer.text(),
  )
  const page = JSON.parse(json?.[1] ?? 'null') as ConsoleData | null
  if (page?.page !== 'show') throw new Error(`no console: ${answer.status}`)
  return page.state
}

/** Until it is so; the test's own time limit is the end of patience. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5))
}
