import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { PitchId, SegmentId } from '#shared/show/words.ts'
import { against } from '../../support/axe.ts'
import { openBrowser, troubles } from '../../support/browser.ts'
import { giver } from '../../support/giver.ts'
import { hashOf } from '../../../server/runner/pictures/kind.ts'
import { picture } from '../../support/pictures.ts'
import { seedFolder, SHOW, type SeededFolder } from '../../support/seeded.ts'
import { dataFolder, type RunningServer, startServer } from '../../support/server.ts'

const WIDE = { width: 1920, height: 1080 }
const FOUR_THREE = { width: 1024, height: 768 }
const UPRIGHT = { width: 1080, height: 1920 }
const PICTURE = picture(320, 180)
const SHOTS = process.env['HALL_SHOTS']

let browser: Browser
let server: RunningServer
let seeded: SeededFolder
const data = dataFolder()

beforeAll(async () => {
  seeded = await seedFolder(data.folder, { delegates: 30, pitches: 4, rounds: 2, capacity: 4 })
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

async function open(viewport = WIDE): Promise<{ page: Page; wrong: string[] }> {
  const page = await (await browser.newContext({ viewport })).newPage()
  const wrong = troubles(page)
  await page.goto(`http://hall.test:${server.port}/b/${seeded.screen}?to=hall`)
  await page.locator('.hall__day').waitFor()
  return { page, wrong }
}

const give = giver('hall-test', () => ({ url: server.url, cookie: seeded.organiser }))

/** Until the screen is of this kind, it is looked at at every shape: nothing is cut off, axe finds nothing. */
async function shows(page: Page, kind: string, words: RegExp): Promise<void> {
  await expect.poll(() => page.locator('body').getAttribute('data-kind')).toBe(kind)
  await expect
    .poll(async () => (await page.locator('main').innerText()).replaceAll(/\n+/g, '\n'))
    .toMatch(words)
  for (const [name, size] of Object.entries({
    wide: WIDE,
    'four-three': FOUR_THREE,
    upright: UPRIGHT,
  })) {
    await page.setViewportSize(size)
    expect(await outside(page), `${kind} ${name}`).toEqual([])
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/hall-${kind}-${name}.png` })
  }
  await page.setViewportSize(WIDE)
}

/** Texts that leave the margin of 4%, or run into one another. */
const outside = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { innerWidth: w, innerHeight: h } = window
    // The bell's sign lies over what is there, for as long as it rings.
    const all = '.hall p:not(.hall__bell), .hall h1, .hall li'
    const seen = [...document.querySelectorAll<HTMLElement>(all)].filter(
      (element) => element.offsetParent !== null && element.textContent.trim() !== '',
    )
    const boxes = seen.map((element) => ({ element, box: element.getBoundingClientRect() }))
    const cut = boxes.filter(
      ({ box }) =>
        box.left < w * 0.04 || box.top < h * 0.04 || box.right > w * 0.96 || box.bottom > h * 0.96,
    )
    const over = boxes.filter(({ element, box }) =>
      boxes.some(
        ({ element: other, box: its }) =>
          other !== element &&
          !other.contains(element) &&
          !element.contains(other) &&
          Math.min(box.right, its.right) - Math.max(box.left, its.left) > 2 &&
          Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top) > 2,
      ),
    )
    const wide = seen.filter((element) => element.scrollWidth > element.clientWidth + 2)
    return [...cut, ...over, ...wide.map((element) => ({ element }))].map(
      ({ element }) => `${element.className}: ${element.textContent}`,
    )
  })

/** The sponsor's picture comes in its turn, with what stands under it, beside the time. */
async function breakPicture(page: Page): Promise<void> {
  const answer = await fetch(`${server.url}/api/shows/${SHOW}/break-pictures`, {
    method: 'POST',
    headers: {
      'content-type': 'image/png',
      origin: server.url,
      cookie: seeded.organiser,
      accept: 'application/json',
    },
    body: new Uint8Array(PICTURE),
  })
  expect(answer.status, await answer.text()).toBe(200)
  const caption = 'Leeds Building Society'
  await give({ type: 'save-break-picture', picture: hashOf(PICTURE), caption, sponsor: true })
  await expect
    .poll(() => page.locator('.hall__figure figcaption').innerText(), { timeout: 20_000 })
    .toMatch(/^Sponsor\s+Leeds Building Society$/)
  expect(await page.locator('.hall__figure img:visible').count()).toBe(1)
  expect(await outside(page), 'beside a picture').toEqual([])
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/hall-break-picture.png` })
}

describe('the hall screen', () => {
  it('follows the day: pitch, where to talk, choosing, moving, talking, hold, break, the end', async () => {
    const { page, wrong } = await open()
    const { stage } = seeded
    const parts = await page.evaluate(() => document.getElementById('state')?.textContent ?? '')
    const { programme } = (JSON.parse(parts) as { state: { parts: { programme: Programme } } })
      .state.parts
    const block = sure(Object.values(programme.segments).find(({ kind }) => kind === 'pitch-block'))
    const coffee = sure(Object.values(programme.segments).find(({ kind }) => kind === 'break'))
    const [first, second] = block.pitches as [PitchId, PitchId]
    await give({ type: 'load-item', stage, segment: block.id, pitch: first })
    await give({ type: 'start-clock', stage })
    await shows(page, 'pitch', /^On stage\n/)
    // Ten seconds before its end people are told where to go.
    await give({ type: 'add-time', stage, by: 9_000 - block.pitchLength })
    await shows(page, 'talk', /^Talk to .+ at\nTable \d+\nA\nzone A\n/)
    expect(await page.locator('.hall__next').innerText()).toMatch(/^Next: .+/)
    await give({ type: 'finish-item', stage })
    await shows(page, 'talk', /^Talk to /)
    await give({ type: 'load-item', stage, segment: block.id, pitch: second })
    await shows(page, 'talk', /^Talk to /)
    await give({ type: 'load-item', stage, segment: coffee.id, pitch: null })
    await give({ type: 'start-clock', stage })
    await shows(page, 'choose', /^Choosing is open\nChoose on your phone\n/)
    expect(await page.locator('.hall__join svg').isVisible()).toBe(true)
    await give({ type: 'move-round', round: seeded.round })
    await shows(
      page,
      'move',
      /^Round 1 starts in\n\d:\d\d\nMove now\nNo phone\? Lists by the doors\./,
    )
    expect(await page.locator('.hall__room li').count()).toBeGreaterThan(2)
    // A quarter of the height.
    expect(sure(await page.locator('.hall__digits').boundingBox()).height).toBeGreaterThan(270)
    await give({ type: 'run-round', round: seeded.round })
    await shows(page, 'round', /^Time to talk\n\d+:\d\d\nRound 1/)
    await give({ type: 'hold-day' })
    await shows(page, 'held', /^Please wait\n/)
    await give({ type: 'release-day' })
    await give({ type: 'end-round', round: seeded.round })
    await shows(page, 'item', /^Talk at the tables/)
    await give({ type: 'load-item', stage, segment: coffee.id, pitch: null })
    await give({ type: 'start-clock', stage })
    await shows(page, 'break', /^Coffee/i)
    await breakPicture(page)
    await give({ type: 'close-show' })
    await shows(page, 'still', /Thank you for coming/)
    expect(wrong).toEqual([])
  })

  it('rings and shows that it rings; says that it is silent until somebody has clicked', async () => {
    const { page, wrong } = await open()
    const silent = page.getByText('Sound is off. Click once.')
    await silent.waitFor()
    expect(await page.locator('.hall__bell').isVisible()).toBe(false)
    await page.mouse.click(400, 400)
    await silent.waitFor({ state: 'hidden' })
    await give({ type: 'ring-bell' })
    await page.getByRole('alert').getByText('Your attention, please').waitFor()
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/hall-bell.png` })
    await page.locator('.hall__bell').waitFor({ state: 'hidden', timeout: 12_000 })
    expect(wrong).toEqual([])
  })

  it('is closed without its link, and open to nobody’s pass for a stage that is not there', async () => {
    const context = await browser.newContext({ viewport: WIDE })
    const page = await context.newPage()
    const base = `http://hall.test:${server.port}`
    expect((await page.goto(`${base}/s/${SHOW}/hall`))?.status()).toBe(403)
    await page.goto(`${base}/b/${seeded.screen}?to=hall/9`)
    expect(page.url()).toBe(`${base}/s/${SHOW}/hall/9`)
    expect(await page.locator('h1').innerText()).toMatch(/9/)
    // Nothing else than a screen of this event is gone to.
    await page.goto(`${base}/b/${seeded.screen}?to=//elsewhere.test`)
    expect(page.url()).toBe(`${base}/s/${SHOW}/stage/1`)
  })

  it('has nothing against it for whoever cannot see it well', async () => {
    const { page } = await open()
    expect(await against(page)).toEqual([])
  })
})

interface Programme {
  segments: Record<string, { id: SegmentId; kind: string; pitches: string[]; pitchLength: number }>
}
function sure<Value>(value: Value | null | undefined): Value {
  if (value == null) throw new Error('the test expects something that is not there')
  return value
}
