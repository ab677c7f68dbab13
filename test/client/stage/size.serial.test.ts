import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { seedFolder, type SeededFolder } from '../../support/seeded.ts'
import { dataFolder, type RunningServer, startServer } from '../../support/server.ts'

const MOST = 60_000

let browser: Browser
let server: RunningServer
let seeded: SeededFolder
const data = dataFolder()

beforeAll(async () => {
  seeded = await seedFolder(data.folder)
  server = await startServer(data.folder)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.kill9()
  data.done()
})

test('a stage display of a demo-sized show, opened for the first time, loads at most 60 kB', async () => {
  const page = await (await browser.newContext()).newPage()
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  const asked = new Map<string, string>()
  const loaded = new Map<string, number>()
  devtools.on('Network.responseReceived', ({ requestId, response }) =>
    asked.set(requestId, new URL(response.url).pathname),
  )
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    loaded.set(asked.get(requestId) ?? requestId, encodedDataLength),
  )
  await page.goto(`http://hall.test:${server.port}/b/${seeded.screen}`)
  await page.locator('.stage__digits').waitFor()
  await page.evaluate(() => document.fonts.ready)
  await page.waitForLoadState('networkidle')
  const kinds = [...loaded.keys()].map((path) => /\.(js|css|woff2)$/.exec(path)?.[1])
  expect(kinds).toEqual(expect.arrayContaining(['js', 'css', 'woff2']))
  const all = [...loaded.values()].reduce((sum, bytes) => sum + bytes, 0)
  expect(all, JSON.stringify(Object.fromEntries(loaded))).toBeLessThanOrEqual(MOST)
})
