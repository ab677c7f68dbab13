import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, PHONE } from '../../support/browser.ts'
import { seedFolder, type SeededFolder } from '../../support/seeded.ts'
import { dataFolder, type RunningServer, startServer } from '../../support/server.ts'
import { inBothLights } from '../../support/axe.ts'
import { openConsole } from './support.ts'

const data = dataFolder()
let seeded: SeededFolder
let server: RunningServer
let browser: Browser
let closePage: () => Promise<void> = async () => {}

beforeAll(async () => {
  // Two seats a table: full is two people away.
  seeded = await seedFolder(data.folder, { capacity: 2 })
  server = await startServer(data.folder)
  browser = await openBrowser()
})
afterEach(() => closePage())
afterAll(async () => {
  await browser.close()
  await server.stop()
  data.done()
})

async function tables(viewport?: { width: number; height: number }): Promise<Page> {
  const { page, wrong } = await openConsole(
    browser,
    server.port,
    seeded.organiser,
    'tables',
    viewport,
  )
  closePage = async () => {
    await page.close()
    expect(wrong).toEqual([])
  }
  return page
}
const cell = (page: Page, round: number, table: number) =>
  page.getByRole('button', { name: new RegExp(`^Round ${round}, table ${table}:`) })
const seats = async (of: Locator) => (await of.getAttribute('aria-label'))?.split(': ')[1]

/** Seats the first person found at a table; gives their name. */
async function seatOne(page: Page, round: number, table: number, query: string): Promise<string> {
  await cell(page, round, table).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('searchbox').fill(query)
  const button = sheet.getByRole('button', { name: /^Seat here / }).first()
  const name = ((await button.textContent()) ?? '').replace('Seat here ', '')
  await button.click()
  await sheet.getByText(`${name} is at table ${table} now.`).waitFor()
  await sheet.getByRole('button', { name: 'Close', exact: true }).click()
  return name
}

describe('tables × rounds', () => {
  it('shows every seat of every round, and is one stop for Tab with arrow keys within', async () => {
    const page = await tables()
    const grid = page.getByRole('grid')
    expect(await grid.getByRole('row').count()).toBe(5)
    expect(await grid.locator('button.cell').count()).toBe(4 * 16)
    expect(await grid.locator('button.cell[tabindex="0"]').count()).toBe(1)
    await cell(page, 1, 1).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    expect(await focused()).toBe('Round 2, table 3: 0 of 2')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Table 3, round 2' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    // The way back leads to the cell one came from.
    await expect.poll(focused).toBe('Round 2, table 3: 0 of 2')
  })

  it('seats somebody, moves them, takes it back, and refuses a full table in words', async () => {
    const page = await tables()
    const one = await seatOne(page, 1, 5, 'a')
    await expect.poll(() => seats(cell(page, 1, 5))).toBe('1 of 2')
    await seatOne(page, 1, 6, 'b')
    await seatOne(page, 1, 6, 'c')
    await expect.poll(() => seats(cell(page, 1, 6))).toBe('2 of 2')
    expect(await cell(page, 1, 6).getAttribute('data-fill')).toBe('full')

    await cell(page, 1, 5).click()
    const sheet = page.getByRole('dialog', { name: 'Table 5, round 1' })
    await sheet.getByRole('button', { name: `Move ${one}` }).click()
    const choice = sheet.getByLabel(`Move ${one} to`)
    const option = (text: string) => choice.locator('option', { hasText: text }).first()
    await choice.selectOption((await option('Table 6,').getAttribute('value')) ?? '')
    await sheet.getByRole('button', { name: 'Move', exact: true }).click()
    await sheet
      .getByText(/^Table 6 is full: all 2 seats are taken\. Tables \d+, \d+ and \d+ have room\.$/)
      .waitFor()
    expect(await seats(cell(page, 1, 5))).toBe('1 of 2')

    await choice.selectOption((await option('Table 7,').getAttribute('value')) ?? '')
    await sheet.getByRole('button', { name: 'Move', exact: true }).click()
    await sheet.getByText(`${one} is at table 7 now.`).waitFor()
    await expect.poll(() => sheet.getByText('0 of 2 seats taken').count()).toBe(1)
    await sheet.getByRole('button', { name: 'Undo' }).click()
    await sheet.getByText('Taken back.').waitFor()
    await expect.poll(() => sheet.getByText('1 of 2 seats taken').count()).toBe(1)
    expect(await inBothLights(page)).toEqual([])
  })

  it('a table keeps the seats that are taken, and says what is wrong at the field', async () => {
    const page = await tables()
    await seatOne(page, 2, 9, 'd')
    await seatOne(page, 2, 9, 'e')
    await page.getByRole('button', { name: 'Change table 9' }).click()
    const sheet = page.getByRole('dialog', { name: 'Table 9' })
    await sheet.getByLabel('Seats').fill('1')
    await sheet.getByRole('button', { name: 'Save' }).click()
    await sheet.getByText(/^2 people have chosen table 9, so it cannot have 1 seats/).waitFor()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid')))
      .toBe('true')
    await sheet.getByLabel('Seats').fill('4')
    await sheet.getByLabel('Number').fill('3')
    await sheet.getByRole('button', { name: 'Save' }).click()
    await sheet.getByText('There is a table 3 already. Choose another number.').waitFor()
    expect(await inBothLights(page)).toEqual([])
    await sheet.getByLabel('Number').fill('99')
    await sheet.getByLabel('Place').fill('Balcony')
    await sheet.getByRole('button', { name: 'Save' }).click()
    await page.locator('.toast', { hasText: 'Table 99 is saved.' }).waitFor()
    await expect.poll(() => seats(cell(page, 2, 99))).toBe('2 of 4')
  })

  it('two tables change places, people follow, and it can be taken back', async () => {
    const page = await tables()
    await seatOne(page, 3, 1, 'f')
    const before = await page.locator('.tables__list tbody tr').first().textContent()
    await page.getByRole('button', { name: 'Swap table 1', exact: true }).click()
    const sheet = page.getByRole('dialog')
    const choice = sheet.getByLabel('With')
    const value = await choice.locator('option', { hasText: 'Table 2,' }).getAttribute('value')
    await choice.selectOption(value ?? '')
    await sheet.getByRole('button', { name: 'Swap', exact: true }).click()
    const toast = page.locator('.toast', { hasText: 'Tables 1 and 2 have changed places.' })
    await toast.waitFor()
    await expect.poll(() => seats(cell(page, 3, 2))).toBe('1 of 2')
    await toast.getByText('Undo').click()
    await expect
      .poll(() => page.locator('.tables__list tbody tr').first().textContent())
      .toBe(before)
  })

  it('those without a table are counted, named and given one', async () => {
    const page = await tables()
    const count = page.getByRole('button', { name: /^Round 4: .* without a table$/ })
    const before = Number((await count.textContent())?.trim())
    await count.click()
    const sheet = page.getByRole('dialog', { name: 'Without a table in round 4' })
    const first = sheet.getByRole('button', { name: /^Move / }).first()
    const name = ((await first.textContent()) ?? '').replace(/^Move /, '')
    await first.click()
    const choice = sheet.getByLabel(`Move ${name} to`)
    const value = await choice.locator('option', { hasText: 'Table 8,' }).getAttribute('value')
    await choice.selectOption(value ?? '')
    await sheet.getByRole('button', { name: 'Move', exact: true }).click()
    await sheet.getByText(`${name} is at table 8 now.`).waitFor()
    expect(await inBothLights(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect.poll(async () => Number((await count.textContent())?.trim())).toBe(before - 1)
  })

  it('stand under each other on a phone, a row a table', async () => {
    const page = await tables(PHONE)
    await expect.poll(() => page.getByRole('grid').getByRole('row').count()).toBe(1 + 15 + 1)
  })
})
