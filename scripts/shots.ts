/**
 * `npm run shots [-- state…]`: a picture of every page of the route table, in every state, light and dark,
 * on a phone and a laptop, into ./shots/.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page, type PageScreenshotOptions } from 'playwright-core'
import type { ShowId } from '#shared/show/words.ts'
import { openStore } from '../server/store/open.ts'
import { type Draft, storeDraft } from './seed/into-store.ts'
import { STATES } from './seed/states.ts'
import { findBrowser } from './setup/tools.mjs'
import { claimed, publishedAt, signIns, type Visit, visitsOf } from './visits.ts'

const EVENT = 'leeds-2026' as ShowId
const SIZES = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
]
/** px of a page that are pictured */
const LONGEST = 8_000
const now = Date.now()
const wanted = process.argv.slice(2)
const unknown = wanted.filter((state) => !Object.hasOwn(STATES, state))
if (unknown.length > 0) {
  console.error(
    `There is no state ${unknown.join(', ')}: choose from ${Object.keys(STATES).join(', ')}.`,
  )
  process.exit(1)
}
const root = fileURLToPath(new URL('..', import.meta.url))
const browser = await chromium.launch({
  executablePath: findBrowser() ?? '',
  args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP hall.test 127.0.0.1'],
})
let count = 0
for (const [state, draft] of Object.entries(STATES)) {
  if (wanted.length > 0 && !wanted.includes(state)) continue
  count += await picture(browser, state, draft(EVENT, now))
}
await browser.close()
console.log(`${count} pictures in ${join(root, 'shots')}`)

async function picture(from: Browser, state: string, draft: Draft): Promise<number> {
  const data = mkdtempSync(join(tmpdir(), 'shots-'))
  const opened = await openStore({ folder: data })
  if (!opened.ok) throw new Error(opened.reason)
  await storeDraft(opened.store, draft)
  await opened.store.close()
  const server = spawn(process.execPath, [`${root}server/main.ts`, '--port', '0', '--data', data])
  const { port, claim } = await started(server)
  const url = `http://127.0.0.1:${port}`
  const published = await publishedAt(url, EVENT)
  const visits = visitsOf(EVENT, claim.replace('/claim/', ''), published)
  // The page of the first link is looked at before it is spent.
  const spent = (visit: Visit): boolean => visit.path !== claim
  visits.sort((a, b) => Number(spent(a)) - Number(spent(b)))
  const folder = join(root, 'shots', state)
  mkdirSync(folder, { recursive: true })
  let cookies: Record<Visit['as'], string> | null = null
  let taken = 0
  for (const visit of visits) {
    if (visit.path !== claim) cookies ??= await signIns(url, EVENT, await claimed(url, claim))
    for (const viewport of SIZES)
      for (const colorScheme of ['light', 'dark'] as const) {
        const context = await from.newContext({ viewport, colorScheme, reducedMotion: 'reduce' })
        const [name = '', value = ''] = (cookies?.[visit.as] ?? '').split('=')
        if (name !== '') await context.addCookies([{ name, value, domain: 'hall.test', path: '/' }])
        const page = await context.newPage()
        await page.goto(`http://hall.test:${port}${visit.path}`)
        // Fonts are there, and what scripts draw has been drawn.
        await page.evaluate(() => document.fonts.ready.then(() => undefined))
        await page.waitForTimeout(250)
        const file = `${visit.name}-${viewport.width}-${colorScheme}.png`
        await page.screenshot({ path: join(folder, file), ...(await partOf(page, visit)) })
        await context.close()
        taken += 1
      }
    console.log(`${state}: ${visit.name}`)
  }
  server.kill('SIGTERM')
  await new Promise((ended) => server.once('exit', ended))
  rmSync(data, { recursive: true })
  return taken
}

/** A display is its screen; a page is pictured whole, but for lists of thousands. */
async function partOf(page: Page, visit: Visit): Promise<PageScreenshotOptions> {
  if (visit.as === 'screen') return {}
  const { width, height } = await page.evaluate(() => ({
    width: innerWidth,
    height: document.documentElement.scrollHeight,
  }))
  const clip = { x: 0, y: 0, width, height: Math.min(height, LONGEST) }
  return { fullPage: true, clip, timeout: 120_000 }
}

/** Where the server listens, and its first link. */
function started(server: ChildProcess): Promise<{ port: number; claim: string }> {
  let said = ''
  return new Promise((resolve, reject) => {
    server.once('exit', () => reject(new Error(`The server did not start:\n${said}`)))
    for (const stream of [server.stdout, server.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        said += text
        const port = /Console +http:\/\/localhost:(\d+)/.exec(said)?.[1]
        const claim = /\/claim\/[\w-]+/.exec(said)?.[0]
        if (port !== undefined && claim !== undefined && said.includes('nothing is lost'))
          resolve({ port: Number(port), claim })
      })
  })
}
