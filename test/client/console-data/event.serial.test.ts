import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inBothLights, tooWide } from '../../support/axe.ts'
import { LAPTOP, openBrowser, PHONE } from '../../support/browser.ts'
import { type RunningServer, dataFolder, startServer } from '../../support/server.ts'
import { picture } from '../../support/pictures.ts'
import { seedFolder, SHOW } from '../../support/seeded.ts'
import { openConsole } from './support.ts'

const data = dataFolder()
let server: RunningServer
let browser: Browser
let page: Page
let wrong: string[]
let phone: string

beforeAll(async () => {
  const seeded = await seedFolder(data.folder, { delegates: 8, pitches: 3 })
  phone = seeded.cookies[0] ?? ''
  server = await startServer(data.folder)
  browser = await openBrowser()
  const opened = await openConsole(browser, server.port, seeded.organiser, 'event')
  page = opened.page
  wrong = opened.wrong
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  data.done()
})
const press = (name: string | RegExp) => page.getByRole('button', { name }).click()
const url = (path: string) => `http://hall.test:${server.port}${path}`

// One organiser's errands: each test goes on where the one before ended.
it('an organiser is invited, with a link and a code to hand over, and is one no more', async () => {
  await page.getByText('Nobody has been invited to this event.').waitFor()
  await press('Invite an organiser')
  await press('Make them an organiser')
  await page.getByText('Write the name of the person.').waitFor()
  await page.getByLabel('Name', { exact: true }).fill('Max Roe')
  await page.getByLabel('E-mail').fill('max@example.org')
  await press('Make them an organiser')
  const link = page.getByLabel('Personal link')
  await link.waitFor()
  expect(await inBothLights(page)).toEqual([])
  const context = await browser.newContext({ viewport: PHONE })
  const max = await context.newPage()
  await max.goto((await link.inputValue()).replace(/^http:\/\/[^/]+/, url('')))
  await max.getByText('Signed in as Max Roe.').waitFor()
  // Copies, rehearsals and removal are for organisers of the server.
  await max.goto(url(`/console/${SHOW}/event`))
  await max.getByRole('heading', { name: 'End the event' }).waitFor()
  expect(await max.getByRole('heading', { name: 'Rehearse' }).count()).toBe(0)
  expect(await tooWide(max)).toEqual([])
  await press(/^Not an organiser any more/)
  await press('Take the role away')
  await page.getByText('Nobody has been invited to this event.').waitFor()
  // Their open console hears of it by itself.
  await max.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
  await context.close()
})

it('pictures for breaks: one is chosen from this computer, named, marked as a sponsor’s, removed and brought back', async () => {
  await page.getByText('No pictures yet.').waitFor()
  const file = { name: 'logo.png', mimeType: 'image/png', buffer: picture(320, 180) }
  await page.getByLabel('Add a picture').setInputFiles(file)
  const image = page.getByRole('img', { name: 'Picture 1' })
  await image.waitFor()
  expect(await image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(320)
  await press('What stands under it: Add a line of words')
  await page.keyboard.type('Leeds Building Society')
  // The words are sent as the box is pressed: neither puts the other back.
  await page.getByLabel('A sponsor’s').click()
  await page.getByRole('img', { name: 'Picture 1, Leeds Building Society' }).waitFor()
  await expect.poll(() => page.getByLabel('A sponsor’s').isChecked()).toBe(true)
  await press('Picture 1, Leeds Building Society')
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await page.getByText('No pictures yet.').waitFor()
  const said = page.getByText('The picture is removed.')
  await page.locator('.toast', { has: said }).getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('img', { name: 'Picture 1, Leeds Building Society' }).waitFor()
  await page
    .getByLabel('Add a picture')
    .setInputFiles({ ...file, buffer: Buffer.from('no picture') })
  await page.getByText('This file cannot be read as a picture.').waitFor()
  expect(await inBothLights(page)).toEqual([])
})

it('a rehearsal says what it is, and is thrown away only when that is meant', async () => {
  await press('Begin a rehearsal')
  await page.waitForURL(`**/console/${SHOW}-rehearsal`)
  await page.getByText('Nothing here is real', { exact: false }).waitFor()
  await press('Throw away this rehearsal')
  await press('Cancel')
  await press('Throw away this rehearsal')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Throw away' }).click()
  await page.waitForURL('**/console')
  await page.getByRole('heading', { level: 1, name: 'Your events' }).waitFor()
  expect(await page.locator('.events__line').count()).toBe(1)
  expect((await fetch(`${server.url}/s/${SHOW}-rehearsal`)).status).toBe(404)
  expect(wrong).toEqual([])
})

it('the event is ended: the console says so, phones show it by themselves; it is put away and taken back', async () => {
  const context = await browser.newContext({ viewport: PHONE })
  const [name = '', value = ''] = phone.split('=')
  await context.addCookies([{ name, value, domain: 'hall.test', path: '/' }])
  const delegate = await context.newPage()
  await delegate.goto(url(`/s/${SHOW}/me`))
  await page.goto(url(`/console/${SHOW}/event`))
  await press('End the event')
  await page.getByRole('alertdialog').getByRole('button', { name: 'End the event' }).click()
  await page.getByText('This event was ended on', { exact: false }).waitFor()
  await delegate.getByRole('heading', { level: 1, name: 'The event is over' }).waitFor()
  await delegate.getByRole('heading', { name: 'Where you went' }).waitFor()
  expect(await inBothLights(delegate)).toEqual([])
  await context.close()
  await press('Archive the event')
  await page.getByText('This event is archived.').waitFor()
  await page.goto(url('/console'))
  await page.getByText('1 archived event').waitFor()
  await press(/^Take back/)
  await page.locator('.events__group .chip', { hasText: 'Ended' }).waitFor()
})

it('everything is saved in one file, and loaded again under another address', async () => {
  await page.goto(url(`/console/${SHOW}/event`))
  const saving = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Save everything (one file)' }).click()
  const saved = await saving
  const buffer = readFileSync(await saved.path())
  await page.goto(url('/console'))
  await page.setViewportSize(LAPTOP)
  await page.getByText('Load an event from a file').click()
  await press('Load the event')
  await page.getByText('Choose the file first.').waitFor()
  const choose = (name: string, content: Buffer) =>
    page
      .getByLabel('The file')
      .setInputFiles({ name, mimeType: 'application/gzip', buffer: content })
  await choose('holiday.gz', Buffer.from('not an event'))
  await press('Load the event')
  await page.getByText('this is not JSON', { exact: false }).waitFor()
  await choose(saved.suggestedFilename(), buffer)
  await press('Load the event')
  const address = page.getByLabel('Load it under another address')
  await address.waitFor()
  expect(await address.inputValue()).toBe(`${SHOW}-2`)
  await press('Load the event')
  await page.waitForURL(`**/console/${SHOW}-2`)
  await page.getByRole('heading', { level: 1 }).waitFor()
})
