import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { StageId } from '#shared/show/words.ts'
import type { StageData } from '#shared/wire/stage.ts'
import { against } from '../../support/axe.ts'
import { LAPTOP, openBrowser, PHONE, troubles } from '../../support/browser.ts'
import { giver } from '../../support/giver.ts'
import { seedFolder, SHOW, type SeededFolder } from '../../support/seeded.ts'
import { dataFolder, type RunningServer, startServer } from '../../support/server.ts'

const DISPLAY = { width: 1920, height: 1080 }
const SHOTS = process.env['STAGE_SHOTS']

let browser: Browser
let server: RunningServer
let seeded: SeededFolder
let stage: StageId
const data = dataFolder()

beforeAll(async () => {
  seeded = await seedFolder(data.folder, { delegates: 5, pitches: 4, rounds: 2 })
  stage = seeded.stage
  server = await startServer(data.folder)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.kill9()
  data.done()
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})

async function open(
  viewport = DISPLAY,
  base = `http://hall.test:${server.port}`,
): Promise<{ page: Page; wrong: string[] }> {
  const page = await (await browser.newContext({ viewport })).newPage()
  const wrong = troubles(page)
  await page.goto(`${base}/b/${seeded.screen}`)
  await page.locator('.stage__phase').waitFor()
  return { page, wrong }
}

/** A display whose state is changed on its way: what a show would need an hour to reach. */
async function opened(
  change: (view: StageData['state']['parts']['stage'], at: number) => void,
): Promise<Page> {
  // Chromium lets no page of another address that a test made up load from this machine.
  const { page } = await open(DISPLAY, server.url)
  await page.route('**/stage/1', async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace(
      /(<script type="application\/json" id="state">)([^]*?)(<\/script>)/,
      (_, begin: string, held: string, end: string) => {
        const state = JSON.parse(held) as StageData
        change(state.state.parts.stage, state.state.at)
        return begin + JSON.stringify(state).replaceAll('<', String.raw`\u003c`) + end
      },
    )
    await route.fulfill({ response, body })
  })
  // The server sends nothing: the page says that it holds the newest version.
  await page.goto(`${server.url}/s/${SHOW}/stage/1`)
  await page.locator('.stage__phase').waitFor()
  return page
}

const give = giver('stage-test', () => ({ url: server.url, cookie: seeded.organiser }))
const word = (page: Page, said: string, timeout = 12_000): Promise<void> =>
  page.locator('.stage__phase', { hasText: said }).waitFor({ timeout })
const shot = async (page: Page, name: string): Promise<void> => {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/stage-${name}.png` })
}
const overflows = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.body.children]
      .filter((one) => {
        const { left, right, top, bottom } = one.getBoundingClientRect()
        return left < 0 || top < 0 || right > innerWidth + 1 || bottom > innerHeight + 1
      })
      .map((one) => one.className)
      .concat(document.documentElement.scrollWidth > innerWidth ? 'page' : []),
  )

describe('the stage display', () => {
  it('follows the show by colour and word, and is clean', async () => {
    const { page, wrong } = await open()
    await word(page, 'Running')
    expect(await page.locator('body').getAttribute('data-phase')).toBe('running')
    await shot(page, 'running')
    await give({ type: 'pause-clock', stage })
    await word(page, 'Paused')
    await give({ type: 'resume-clock', stage })
    await word(page, 'Running')
    await give({ type: 'black-out', stage, on: true })
    await page.locator('.stage__digits').waitFor({ state: 'hidden', timeout: 12_000 })
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      'rgb(0, 0, 0)',
    )
    await give({ type: 'black-out', stage, on: false })
    await page.locator('.stage__digits').waitFor({ timeout: 12_000 })
    expect(await against(page)).toEqual([])
    expect(wrong).toEqual([])
  })

  it('counts in digits of at least a quarter of the screen', async () => {
    const { page } = await open()
    const height = await page.evaluate(() => {
      const digits = document.querySelector('.stage__digits')
      const context = document.createElement('canvas').getContext('2d')
      if (!digits || !context) throw new Error('no digits')
      const { fontWeight, fontSize, fontFamily } = getComputedStyle(digits)
      context.font = `${fontWeight} ${fontSize} ${fontFamily}`
      const box = context.measureText('0')
      return box.actualBoundingBoxAscent + box.actualBoundingBoxDescent
    })
    expect(height).toBeGreaterThanOrEqual(1080 / 4)
    const before = await page.locator('.stage__digits').innerText()
    await page.waitForFunction(
      (old) => document.querySelector('.stage__digits')?.textContent !== old,
      before,
      { timeout: 12_000 },
    )
  })

  it('says within 5 seconds that it counts by its own clock, counts on, and is back by itself', async () => {
    const { page } = await open()
    await word(page, 'Running')
    await page.waitForTimeout(1000)
    expect(await page.locator('.stage__own').isVisible()).toBe(false)
    const { child } = server
    child.kill('SIGSTOP')
    try {
      const own = page.locator('.stage__own', { hasText: 'Own clock' })
      await own.waitFor()
      const before = await page.locator('.stage__digits').innerText()
      await page.waitForFunction(
        (old) => document.querySelector('.stage__digits')?.textContent !== old,
        before,
        { timeout: 12_000 },
      )
      await shot(page, 'own-clock')
    } finally {
      child.kill('SIGCONT')
    }
    await page.locator('.stage__own').waitFor({ state: 'hidden', timeout: 20_000 })
  })

  it('goes on to the next pitch without a line, in a block that goes by itself', async () => {
    const { child } = server
    const next = { title: 'Carers Count', kind: 'pitch', presenters: ['Ash Rao'] } as const
    const page = await opened((view, at) => {
      view.on = { ...PITCH, byItself: true, clock: clockWith(at, 8_000) }
      const billing = { ...next, organisation: '', table: null }
      const queue = [{ billing, length: 60_000 }]
      view.ahead = { length: 60_000, changeover: 2_000, queue, after: null }
    })
    child.kill('SIGSTOP')
    try {
      await page.locator('.stage__own', { hasText: 'Own clock' }).waitFor()
      await word(page, 'Changeover')
      await page.locator('.stage__title', { hasText: next.title }).waitFor()
      await word(page, 'Running')
    } finally {
      child.kill('SIGCONT')
    }
  })
})

const LONG =
  'A very long title for an innovation that helps people leave hospital sooner and stay well at home for much longer, truly'
const PITCH = {
  title: LONG,
  kind: 'pitch',
  presenters: ['Priyanka Shah-Montgomery', 'Bartholomew Featherstonehaugh'],
  organisation: 'Kirklees Council and partners',
  table: 12,
  phase: 'pitch',
  warnAt: 30_000,
  dangerAt: 10_000,
  byItself: false,
} as const
const clockWith = (at: number, left: number, duration = 300_000) => ({
  duration,
  added: 0,
  startedAt: at - duration + left,
  pausedAt: null,
})
const STATES = {
  warning: ['Nearly done', (view, at) => (view.on = { ...PITCH, clock: clockWith(at, 25_000) })],
  danger: ['Finish now', (view, at) => (view.on = { ...PITCH, clock: clockWith(at, 9_000) })],
  over: ['Over time', (view, at) => (view.on = { ...PITCH, clock: clockWith(at, -621_000) })],
  long: [
    'Running',
    (view, at) => (view.on = { ...PITCH, clock: clockWith(at, 3_870_000, 4_000_000) }),
  ],
  changeover: [
    'Changeover',
    (view, at) => (view.on = { ...PITCH, phase: 'changeover', clock: clockWith(at, 15_000) }),
  ],
  round: [
    'Time to move',
    (view, at) => {
      view.on = null
      view.round = { number: 1, of: 3, phase: 'moving', clock: clockWith(at, 100_000) }
    },
  ],
  held: ['On hold', (view, at) => (view.heldSince = at)],
  idle: [
    LONG,
    (view) => {
      view.title = LONG
      view.on = null
    },
  ],
  finished: ['Finished', (view) => Object.assign(view, { on: null, next: null, finished: true })],
} satisfies Record<
  string,
  [string, (view: StageData['state']['parts']['stage'], at: number) => void]
>

it.each(Object.entries(STATES))('%s is said in a word and fits', async (name, [said, change]) => {
  const page = await opened((view, at) => {
    view.next = { ...PITCH }
    change(view, at)
  })
  await word(page, said)
  await page.evaluate(() => document.fonts.ready)
  for (const viewport of [DISPLAY, LAPTOP, PHONE]) {
    await page.setViewportSize(viewport)
    expect(await overflows(page), String(viewport.width)).toEqual([])
    await shot(page, `${name}-${viewport.width}`)
  }
})
