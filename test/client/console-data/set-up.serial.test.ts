import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LAPTOP, openBrowser, PHONE, troubles } from '../../support/browser.ts'
import { dataFolder, type RunningServer, startServer } from '../../support/server.ts'
import { inBothLights } from '../../support/axe.ts'

const data = dataFolder()
let server: RunningServer
let browser: Browser
let page: Page
let wrong: string[]

beforeAll(async () => {
  server = await startServer(data.folder)
  browser = await openBrowser()
  const context = await browser.newContext({ viewport: LAPTOP, reducedMotion: 'reduce' })
  page = await context.newPage()
  wrong = troubles(page)
  await page.goto(`http://hall.test:${server.port}${server.claim}`)
  await page.getByRole('button').first().click()
  await page.waitForURL('**/console')
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  data.done()
})

const file = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
})
const choose = (...files: ReturnType<typeof file>[]) =>
  page.locator('input[type=file]').setInputFiles(files)
const focusedName = () => page.evaluate(() => document.activeElement?.getAttribute('name'))
const HEAD = 'Ticket number,First name,Last name,E-mail,Organisation,Job title,Shoe size\n'

// One organiser's first hour: each test goes on where the one before ended.
describe('the first page', () => {
  it('is empty, leads straight to a new event, and has nothing against it by axe', async () => {
    await page.getByRole('heading', { level: 1, name: 'Set up your event' }).waitFor()
    await page.getByLabel('What is it called?').waitFor()
    expect(await inBothLights(page)).toEqual([])
    await page.setViewportSize(PHONE)
    expect(await inBothLights(page)).toEqual([])
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    ).toBeLessThanOrEqual(0)
    await page.setViewportSize(LAPTOP)
  })

  it('takes a passphrase, but not one that can be guessed', async () => {
    const passphrase = page.getByLabel('Passphrase for organisers')
    await passphrase.fill('secret')
    await page.getByRole('button', { name: 'Keep this passphrase' }).click()
    await page.getByText('This is short enough to guess.', { exact: false }).waitFor()
    await expect.poll(focusedName).toBe('passphrase')
    await passphrase.fill('correct horse battery staple')
    await page.getByRole('button', { name: 'Keep this passphrase' }).click()
    await page.getByText('The passphrase is set').waitFor()
    // Whoever chose it is still signed in.
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Set up your event' }).waitFor()
    expect(await page.getByLabel('Passphrase for organisers').count()).toBe(0)
  })

  it('says at the field what is missing, and puts the cursor there', async () => {
    await page.getByRole('button', { name: 'Create the event' }).click()
    await page.getByText('Give the event a name.').waitFor()
    await page.getByText('Choose the day of the event.').waitFor()
    await expect.poll(focusedName).toBe('title')
    expect(await inBothLights(page)).toEqual([])

    await page.getByLabel('What is it called?').fill('Gŵyl Arloesi & Siarad 2026')
    const address = page.getByLabel('Its address')
    expect(await address.inputValue()).toBe('gwyl-arloesi-siarad-2026')
    await page
      .getByText(`People will find it at hall.test:${server.port}/s/gwyl-arloesi-siarad-2026`)
      .waitFor()
    await address.fill('-oh-')
    await page.getByRole('button', { name: 'Create the event' }).click()
    await page.getByText('An address has 2 to 40 letters', { exact: false }).waitFor()
    await expect.poll(focusedName).toBe('id')
  })

  it('creates the event and goes on to its files', async () => {
    await page.getByLabel('Its address').fill('gwyl-2026')
    await page.getByLabel('Where is it?').fill('Town Hall')
    await page.getByLabel('Day 1', { exact: true }).fill('2026-11-24')
    await page.getByRole('button', { name: 'Add a day' }).click()
    expect(await page.getByLabel('Day 2', { exact: true }).inputValue()).toBe('2026-11-25')
    await page.getByRole('button', { name: 'Remove Day 2' }).click()
    expect(await page.getByLabel('Time zone').inputValue()).toBe('Europe/London')
    await page.getByRole('button', { name: 'Create the event' }).click()
    await page.waitForURL('**/console/gwyl-2026/files')
    await page.getByRole('heading', { level: 1, name: 'Set up your event' }).waitFor()
    await page.getByText('Town Hall, Tuesday 24 November 2026, Europe/London').waitFor()
  })
})

describe('files', () => {
  it('have nothing against them by axe, empty, on a laptop and a phone', async () => {
    expect(await inBothLights(page)).toEqual([])
    await page.setViewportSize(PHONE)
    expect(await inBothLights(page)).toEqual([])
    await page.setViewportSize(LAPTOP)
  })

  it('that cannot be read are told what was expected and what was found', async () => {
    await choose(file('list.csv', '<!doctype html><html><body>Sign in</body></html>'))
    await page.getByText('Something must be mended first').waitFor()
    await page.locator('.report__problems', { hasText: 'This is a web page (HTML).' }).waitFor()
    expect(await page.getByRole('button', { name: /^Add / }).count()).toBe(0)
    expect(await inBothLights(page)).toEqual([])
  })

  it('with a row that does not fit add nothing, and name the row; the mended file takes its place', async () => {
    await choose(
      file(
        'list.csv',
        `${HEAD}1,Jo,Ellis,jo@example.org,Leeds,Lead,7\n2,,,who@example.org,Leeds,Lead,8\n`,
      ),
    )
    await page.locator('.report__problems', { hasText: 'Row 3' }).waitFor()
    expect(await page.getByRole('button', { name: /^Add / }).count()).toBe(0)
    expect(await page.locator('.chosen li').count()).toBe(1)
    await choose(
      file('list.csv', `${HEAD}1,Jo,Ellis,jo@example.org,Leeds,Lead,7\n2,Sam,Rees,,Leeds,Lead,8\n`),
    )
    await page.getByRole('button', { name: 'Add 2 people' }).waitFor()
    await page.getByText(/We will not keep Shoe size \(2 cells\)/).waitFor()
    expect(await page.locator('.chosen li').count()).toBe(1)
    await page.locator('.report__rows li', { hasText: 'Jo Ellis, Leeds' }).waitFor()
    expect(await inBothLights(page)).toEqual([])
  })

  it('are added only when asked for, and the same again changes nothing', async () => {
    await page.getByRole('button', { name: 'Add 2 people' }).click()
    await page.getByText('Everything is added').waitFor()
    await page.getByRole('button', { name: 'Load more files' }).click()
    await choose(
      file(
        'again.csv',
        `${HEAD}1,Jo,Ellis,jo@example.org,Leeds,Lead,7\n2,Sam,Rees,,Leeds,Lead,8\n`,
      ),
    )
    await page.getByText('Nothing to change').waitFor()
    expect(await page.getByRole('button', { name: /^(Add|Change) \d/ }).count()).toBe(0)
    await choose(file('again.csv', `${HEAD}1,Jo,Ellis,jo@example.org,Leeds,Chief,7\n`))
    await page.getByRole('button', { name: 'Change 1 person' }).waitFor()
    await page.locator('.report__rows li', { hasText: 'Jo Ellis' }).waitFor()
  })

  it('of 2,000 rows are drawn a page at a time', async () => {
    const rows = Array.from({ length: 2_000 }, (_, n) => `T${n},Jo${n},Many,,Leeds,Lead,9`)
    await page.getByRole('button', { name: 'Choose other files' }).click()
    await choose(file('many.csv', `${HEAD}${rows.join('\n')}\n`))
    await page.getByRole('button', { name: 'Add 2,000 people' }).waitFor()
    await page.getByRole('button', { name: 'To add 2,000' }).click()
    await expect.poll(() => page.locator('.report__rows li').count()).toBe(100)
    await page.getByRole('button', { name: 'Show 100 more of 1,900' }).click()
    await expect.poll(() => page.locator('.report__rows li').count()).toBe(200)
    await page.getByRole('button', { name: 'Not in the file 2' }).click()
    await page
      .getByText('2 people in the event are not in this file. Nothing is removed', { exact: false })
      .waitFor()
    expect(await page.locator('.report__rows li').allTextContents()).toEqual([
      expect.stringContaining('Jo Ellis, Leeds'),
      expect.stringContaining('Sam Rees, Leeds'),
    ])
    await page.getByRole('button', { name: 'Take out many.csv' }).click()
    await expect.poll(() => page.locator('.report').count()).toBe(0)
  })

  it('whose columns nobody knows are asked about, remembered, and an import can be undone', async () => {
    const guests = (name: string) => `Wer,Woher,Schuhe\n${name},Leeds,7\n`
    await choose(file('gaeste.csv', guests('Lee Wong')))
    await page.getByRole('heading', { name: 'What is in each column? of gaeste.csv' }).waitFor()
    await page
      .getByText('A column is missing: Name, First name or Last name.', { exact: false })
      .waitFor()
    await page.setViewportSize(PHONE)
    expect(await inBothLights(page)).toEqual([])
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    ).toBeLessThanOrEqual(0)
    await page.setViewportSize(LAPTOP)
    // By keyboard alone: a native select takes what is typed.
    const who = page.getByLabel('What is “Wer”?')
    expect(await who.evaluate((select) => select.getAttribute('aria-describedby'))).not.toBeNull()
    await who.focus()
    await page.keyboard.type('Name')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Org')
    await page.getByLabel('What is “Woher”?').press('Enter')
    await page.getByRole('button', { name: 'Use these columns' }).click()
    await page.getByRole('button', { name: 'Add 1 person' }).click()
    await page.getByText('Everything is added').waitFor()
    await page.getByRole('button', { name: 'Undo this import' }).click()
    // Who came in with it goes with it: that is asked first.
    const question = page.getByRole('alertdialog')
    await question.getByText('remove 1 person?', { exact: false }).waitFor()
    await question.getByRole('button', { name: 'Undo and remove them' }).click()
    await page.getByText('Taken back').waitFor()
    await page.getByRole('button', { name: 'Load more files' }).click()

    await choose(file('mehr.csv', guests('Ash Rao')))
    await page.getByText('Columns as last time.').waitFor()
    await page.getByText('We will not keep Schuhe (1 cell).', { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Change of mehr.csv' }).click()
    expect(await page.getByLabel('What is “Woher”?').inputValue()).toBe('organisation')
    await page.getByRole('button', { name: 'Choose other files' }).click()
  })

  it('the example is looked at first, then added, and the people are there', async () => {
    await page.getByRole('button', { name: 'Load the example event' }).click()
    const add = page.getByRole('button', {
      name: /^Add \d+ people, \d+ innovations and \d+ programme items$/,
    })
    const words = (await add.textContent()) ?? ''
    const count = Number(/Add (\d+) people/.exec(words)?.[1])
    expect(count).toBeGreaterThan(50)
    await add.click()
    await page.getByText('Everything is added').waitFor()
    expect(await inBothLights(page)).toEqual([])
    await page.getByRole('link', { name: 'See the people' }).click()
    await page.getByRole('heading', { level: 1, name: 'People' }).waitFor()
    const listed = page.locator('.facts > div', { hasText: 'on the list' }).locator('dd')
    await expect.poll(() => listed.textContent()).toBe(String(count + 2))
  })

  it('can be had to start from, and the event’s own can be taken out', async () => {
    await page.goto(`http://hall.test:${server.port}/console/gwyl-2026/files`)
    await page.getByText('no e-mail address', { exact: false }).waitFor()
    const statuses = await page
      .locator('a[href*="/exports/"], a[href^="/example/"], a[href$="/clock"]')
      .evaluateAll((links) =>
        Promise.all(
          links.map(async (link) => {
            const href = link.getAttribute('href') ?? ''
            return [href, (await fetch(href)).status] as const
          }),
        ),
      )
    expect(statuses.filter(([, status]) => status !== 200)).toEqual([])
    expect(new Set(statuses.map(([href]) => href)).size).toBeGreaterThan(15)
    expect(await inBothLights(page)).toEqual([])
    await page.getByRole('button', { name: 'Change its name and place' }).click()
    await page.getByLabel('Place').fill('Castle')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Castle, Tuesday 24 November 2026, Europe/London').waitFor()
  })
})

it('a schedule of another tool is seen by item, added, and what a newer one lacks is listed', async () => {
  const talk = (number: number, title: string, start: string) => ({
    id: number,
    guid: `7b1327a5-049b-4411-8421-00000000000${number}`,
    date: `2026-11-24T${start}:00Z`,
    duration: '00:30',
    title,
    track: 'Data',
    persons: [{ id: number, public_name: `Speaker ${number}` }],
  })
  const schedule = (...talks: ReturnType<typeof talk>[]) =>
    file(
      'schedule.json',
      JSON.stringify({
        schedule: {
          conference: { title: 'Y', days: [{ date: '2026-11-24', rooms: { Annexe: talks } }] },
        },
      }),
    )
  await choose(schedule(talk(1, 'Maps for all', '18:00'), talk(2, 'Open contracts', '18:30')))
  await page.getByRole('heading', { name: 'Schedule from another tool' }).waitFor()
  await page.getByText('Tracks of 2 sessions are not kept.').waitFor()
  await page.locator('.report__rows li', { hasText: 'Item 2' }).waitFor()
  await page.getByRole('button', { name: 'Add 2 programme items' }).click()
  await page.getByText('Everything is added').waitFor()
  await page.getByRole('button', { name: 'Load more files' }).click()
  await choose(schedule(talk(1, 'Maps for all', '18:10')))
  await page.getByText('Fixed start is now 18:10 (was 18:00).').waitFor()
  await page.getByRole('button', { name: /^Not in the file/ }).click()
  await page.locator('.report__rows li', { hasText: 'Open contracts, Annexe' }).waitFor()
  expect(await inBothLights(page)).toEqual([])
  await page.getByRole('button', { name: 'Change 1 programme item' }).click()
  await page.getByText('Everything is added').waitFor()
})

it('the first page lists the event, refuses its address to another, and signs out', async () => {
  await page.goto(`http://hall.test:${server.port}/console`)
  await page.getByRole('link', { name: 'Gŵyl Arloesi & Siarad 2026', exact: true }).waitFor()
  expect(await inBothLights(page)).toEqual([])
  await page.getByText('New event').click()
  await page.getByLabel('What is it called?').fill('Another')
  await page.getByLabel('Its address').fill('gwyl-2026')
  await page.getByLabel('Day 1', { exact: true }).fill('2026-11-24')
  await page.getByRole('button', { name: 'Create the event' }).click()
  await page.getByText('Another event is at gwyl-2026 already.', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  await page.goto(`http://hall.test:${server.port}/console`)
  await page.locator('input[type=password]').waitFor()
  expect(wrong.filter((one) => !one.includes('401'))).toEqual([])
})
