import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { against, inBothLights, tooSmall, tooWide } from '../../support/axe.ts'
import { LAPTOP, openBrowser, PHONE, troubles } from '../../support/browser.ts'
import { picture } from '../../support/pictures.ts'
import { seedFolder, type SeededFolder, SHOW } from '../../support/seeded.ts'
import { dataFolder, type RunningServer, startServer } from '../../support/server.ts'
import { openConsole } from './support.ts'

const data = dataFolder()
let seeded: SeededFolder
let server: RunningServer
let browser: Browser

beforeAll(async () => {
  seeded = await seedFolder(data.folder, { delegates: 4, pitches: 8 })
  server = await startServer(data.folder)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  data.done()
})

const mark = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^${name}: \\d+ % across`) })
const label = async (page: Page, name: string) =>
  (await mark(page, name).getAttribute('aria-label'))?.split(': ')[1]
const openMap = (page: Page) => page.getByRole('button', { name: 'Map', exact: true }).click()

async function send(command: object, cookie: string): Promise<void> {
  const answer = await fetch(`${server.url}/s/${SHOW}/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, origin: server.url },
    body: JSON.stringify(command),
  })
  expect(await answer.json()).toMatchObject({ ok: true })
}

test('the console lays tables out, moves them by keys, pointer and numbers, and takes it back', async () => {
  const { page, wrong } = await openConsole(browser, server.port, seeded.organiser, 'tables')
  await openMap(page)
  await page.getByRole('button', { name: 'Lay out in rows' }).click()
  await page.getByText('Every table is on the map.').waitFor()
  expect(await page.locator('.mapmark').count()).toBe(8 + 2)
  expect(await page.locator('.mapmark[tabindex="0"]').count(), 'stops for Tab').toBe(1)
  expect(await label(page, 'Table 3')).toBe('83 % across, 30 % down')

  await page.getByLabel('Choose').selectOption({ label: await optionOf(page, 3) })
  await mark(page, 'Table 3').focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowDown')
  expect(await label(page, 'Table 3')).toBe('67 % across, 40 % down')
  // Both keys are one change.
  await page.getByRole('button', { name: /^Undo: table 3 moved on the map/i }).click()
  await expect.poll(() => label(page, 'Table 3')).toBe('83 % across, 30 % down')

  const box = await mark(page, 'Table 5').boundingBox()
  const goal = await mark(page, 'Table 1').boundingBox()
  if (!box || !goal) expect.fail('both are on screen')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x, box.y - 20, { steps: 4 })
  await page.mouse.move(goal.x + goal.width / 2, goal.y + goal.height * 1.2, { steps: 4 })
  await page.mouse.up()
  const dragged = await label(page, 'Table 5')
  expect(dragged).toMatch(/^1\d % across, 4\d % down$/)
  await page.getByRole('button', { name: /^Undo: table 5 moved on the map/i }).waitFor()

  await page.getByLabel('Choose').selectOption({ label: await optionOf(page, 7) })
  await page.getByLabel('Across, %').fill('101')
  await page.getByRole('button', { name: /^Put it there/ }).click()
  await page.getByText('Between 0 and 100.').waitFor()
  await page.getByLabel('Across, %').fill('50')
  await page.getByLabel('Down, %').fill('90')
  await page.getByRole('button', { name: /^Put it there/ }).click()
  await expect.poll(() => label(page, 'Table 7')).toBe('50 % across, 90 % down')
  await page.getByRole('button', { name: /^Undo: table 7 moved on the map/i }).waitFor()

  await page.reload()
  await openMap(page)
  expect(await label(page, 'Table 5'), 'as the server has it').toBe(dragged)
  expect(await inBothLights(page)).toEqual([])
  await page.setViewportSize(PHONE)
  expect(await tooWide(page)).toEqual([])
  await page.close()
  expect(wrong).toEqual([])
})

const optionOf = async (page: Page, number: number): Promise<string> => {
  const options = await page.getByLabel('Choose').locator('option').allTextContents()
  return options.find((text) => text.startsWith(`Table ${number},`)) ?? ''
}

test('phones show the way at move time with scripting on and off, the public page the map', async () => {
  const [cookie = ''] = seeded.cookies
  await send({ type: 'pick-table', round: seeded.round, table: seeded.tables[2] }, cookie)
  await send({ type: 'finish-item', stage: seeded.stage }, seeded.organiser)
  await send({ type: 'move-round', round: seeded.round }, seeded.organiser)
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({
      viewport: PHONE,
      javaScriptEnabled,
      reducedMotion: 'reduce',
    })
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, domain: 'hall.test', path: '/' }])
    const page = await context.newPage()
    const wrong = troubles(page)
    const drawing = page.waitForResponse((one) => one.url().endsWith('.svg'))
    await page.goto(`http://hall.test:${server.port}/s/${SHOW}/me`)
    const map = page.getByRole('img', { name: 'Map of the hall' })
    await map.waitFor()
    await page.getByText('The line leads from the door (dot) to table 3 (ring).').waitFor()
    expect((await drawing).status()).toBe(200)
    expect((await drawing).headers()['cache-control']).toContain('immutable')
    const box = await map.boundingBox()
    expect(box?.width).toBeGreaterThan(300)
    if (javaScriptEnabled) {
      expect([
        ...(await inBothLights(page)),
        ...(await tooWide(page)),
        ...(await tooSmall(page)),
      ]).toEqual([])
    }
    await page.getByRole('link', { name: 'See it large' }).click()
    await page.getByRole('heading', { level: 1, name: 'Table 3' }).waitFor()
    expect(await page.getByRole('listitem').count()).toBe(8)
    if (javaScriptEnabled) {
      expect([
        ...(await inBothLights(page)),
        ...(await tooWide(page)),
        ...(await tooSmall(page)),
      ]).toEqual([])
      await page.goto(`http://hall.test:${server.port}/s/${SHOW}#hall`)
      await page.getByRole('img', { name: /^Map of the hall with 8 tables/ }).waitFor()
      await page.getByText('Tables in order of number').click()
      expect([
        ...(await against(page)),
        ...(await tooWide(page)),
        ...(await tooSmall(page)),
      ]).toEqual([])
    }
    await context.close()
    expect(wrong).toEqual([])
  }
})

test('a large picture is made smaller and drawn on; tapping places one table after the other', async () => {
  const { page, wrong } = await openConsole(
    browser,
    server.port,
    seeded.organiser,
    'tables',
    LAPTOP,
  )
  await openMap(page)
  await page.getByText('Lay out again').click()
  const file = { name: 'hall.png', mimeType: 'image/png', buffer: picture(3200, 1600) }
  await page
    .getByLabel('Load a picture of the hall')
    .setInputFiles({ ...file, buffer: Buffer.from('no picture') })
  await page.getByText('This file cannot be read as a picture.').waitFor()
  await page.getByLabel('Load a picture of the hall').setInputFiles(file)
  await page.getByText('8 tables are not on the map yet.').waitFor()
  const href = (await page.locator('.mapedit image').getAttribute('href')) ?? ''
  const size = await page.evaluate(async (url) => {
    const { width, height } = await createImageBitmap(await (await fetch(url)).blob())
    return [width, height]
  }, href)
  expect(size).toEqual([1600, 800])

  await page.getByLabel('Choose').selectOption({ label: await optionOf(page, 1) })
  await page.getByText('Tap where table 1 stands.').waitFor()
  const box = await page.locator('.mapedit').boundingBox()
  if (!box) expect.fail('the map is on screen')
  await page.mouse.click(box.x + box.width * 0.25, box.y + box.height * 0.5)
  await expect.poll(() => label(page, 'Table 1')).toBe('25 % across, 50 % down')
  await page.getByText('Tap where table 2 stands.').waitFor()
  await page.mouse.click(box.x + box.width * 0.75, box.y + box.height * 0.5)
  await expect.poll(() => label(page, 'Table 2')).toBe('75 % across, 50 % down')
  await page.getByText('6 tables are not on the map yet.').waitFor()
  expect(await inBothLights(page)).toEqual([])
  await page.close()
  expect(wrong).toEqual([])
})
