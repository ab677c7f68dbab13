import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser, PHONE } from '../../support/browser.ts'
import { seedFolder, SHOW } from '../../support/seeded.ts'
import { dataFolder, type RunningServer, startServer } from '../../support/server.ts'
import { sure } from './states.ts'

const data = dataFolder()
let browser: Browser
let server: RunningServer
let cookie: string

beforeAll(async () => {
  ;[cookie = ''] = (await seedFolder(data.folder)).cookies
  server = await startServer(data.folder)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.kill9()
  data.done()
})

/** Bytes on the wire by kind, headers too, as the browser counts them with nothing in its cache. */
async function weigh(view: string): Promise<Record<string, number>> {
  const context = await browser.newContext({ viewport: PHONE })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, domain: 'hall.test', path: '/' }])
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  const kinds = new Map<string, string>()
  const bytes: Record<string, number> = {}
  devtools.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = sure(kinds.get(requestId))
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength
  })
  await page.goto(`http://hall.test:${server.port}/s/${SHOW}/${view}`)
  await page.locator('[data-link=live]').waitFor()
  await context.close()
  return bytes
}

it('a phone with nothing in its cache loads at most 12 kB of page and of styles, and 100 kB of scripts', async () => {
  for (const view of ['me', 'me?view=tables', 'me?view=day', 'me?view=pitches']) {
    const bytes = await weigh(view)
    expect(bytes['Document'], view).toBeLessThanOrEqual(12_000)
    expect(bytes['Stylesheet'], view).toBeLessThanOrEqual(12_000)
    expect(bytes['Script'], view).toBeLessThanOrEqual(100_000)
  }
})
