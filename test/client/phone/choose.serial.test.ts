import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { type Hall, openHall, openPhone, type OpenPhone } from './hall.ts'
import { sure } from './states.ts'

let browser: Browser
let hall: Hall
let phone: OpenPhone
let page: Page
let next = 0

beforeAll(async () => {
  hall = await openHall()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await hall?.close()
})
beforeEach(async () => {
  phone = await openPhone(browser, hall, sure(hall.cookies[next++]))
  page = phone.page
  await phone.go('me?view=tables')
})
afterEach(() => phone.close())

const card = (number: number) =>
  page.locator('.tablecard', {
    has: page.locator('.tablecard__number', { hasText: new RegExp(`^Table ${number}$`) }),
  })
const state = async (number: number, wanted: string) =>
  page
    .locator(`.tablecard[data-state=${wanted}] .tablecard__number`, { hasText: `Table ${number}` })
    .waitFor()
const order = async (): Promise<string[]> =>
  (await page.locator('.tablecard__number').allTextContents()).map((text) => text.trim())
const inSight = (box: Locator): Promise<boolean> =>
  box.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return top >= 0 && bottom <= innerHeight
  })
/** Holds back what the server says over the socket of the next page, until it is let go. */
async function holding(on: Page) {
  let waits: (() => void)[] | null = null
  await on.routeWebSocket(/socket\.io/, (route) => {
    const server = route.connectToServer()
    server.onMessage((message) => {
      if (waits) waits.push(() => route.send(message))
      else route.send(message)
    })
  })
  return {
    hold: () => (waits = []),
    release() {
      const late = waits ?? []
      waits = null
      for (const say of late) say()
    },
  }
}
const fill = async (number: number, from: number) => {
  for (const cookie of hall.cookies.slice(from, from + 3))
    await hall.send(
      { type: 'pick-table', round: hall.round, table: sure(hall.tables[number - 1]) },
      cookie,
    )
}

describe('choosing with scripts', () => {
  it('picks, switches and leaves on the spot: no page is loaded, nothing moves, focus stays', async () => {
    await page.evaluate(() => Object.assign(window, { same: true }))
    const before = await order()
    await card(4).getByRole('button', { name: 'Choose' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('You have table 4').waitFor()
    await state(4, 'yours')
    expect(await order()).toEqual(before)
    const focused = () => page.evaluate(() => document.activeElement?.textContent)
    expect(await focused()).toMatch(/^Leave this table/)

    await card(3).getByRole('button', { name: 'Switch to this' }).click()
    await page.getByText('You have table 3').waitFor()
    await state(4, 'free')
    await page.waitForTimeout(700) // two taps within 600 ms are one
    await card(3).getByRole('button', { name: 'Leave' }).click()
    await page.getByText('You have left your table').waitFor()
    await state(3, 'free')
    expect(await page.evaluate(() => 'same' in window)).toBe(true)
    expect(phone.wrong).toEqual([])
  })

  it('a finger that taps twice keeps the seat', async () => {
    const button = card(4).getByRole('button')
    await button.evaluate((element: HTMLButtonElement) => {
      element.click()
      new MutationObserver((_, self) => {
        if (!element.textContent.startsWith('Leave')) return
        self.disconnect()
        element.click()
      }).observe(element, { subtree: true, childList: true, characterData: true })
    })
    await state(4, 'yours')
    await page.getByText('You have table 4').waitFor()
    await page.reload()
    await state(4, 'yours')
  })

  it('a table that filled up: said aloud, in sight, with names one press away', async () => {
    // Its seats go while the news is held up: this phone presses what it still sees.
    const held = await holding(page)
    await phone.go('me?view=tables')
    const button = card(5).getByRole('button', { name: 'Choose' })
    await button.scrollIntoViewIfNeeded()
    held.hold()
    await fill(5, 7)
    await button.click()
    await card(5).getByRole('button', { name: 'Asking for it' }).waitFor()
    held.release()
    const alert = page.getByRole('alert')
    await alert.getByText('Table 5 filled up while you were choosing').waitFor()
    await alert.getByText(/Tables \d, \d and \d have room\./).waitFor()
    await state(5, 'full')
    await expect.poll(() => inSight(alert)).toBe(true)
    expect(await phone.axe()).toEqual([])
    await page
      .getByRole('button', { name: /^Choose table \d, / })
      .first()
      .click()
    await page.getByText(/You have table \d/).waitFor()
    expect(phone.wrong).toEqual([])
  })

  it('others’ picks arrive without moving the focus', async () => {
    const find = page.getByLabel('Find by name, topic or number')
    await find.fill('warm')
    await fill(6, 9)
    await state(6, 'full')
    expect(await find.inputValue()).toBe('warm')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('find')
    await page.keyboard.press('Enter')
    await page.getByText(/match(es)? “warm”/).waitFor()
    expect(await page.title()).toBe('Tables: Leeds Pitch & Talk')
  })

  it('without signal a pick waits, is said not to be true yet, and is sent after', async () => {
    await hall.kill()
    await card(2).getByRole('button', { name: 'Choose' }).click()
    await page.getByText('No signal, so this seat is not yours yet').waitFor()
    await page.getByText(/No signal since \d\d:\d\d/).waitFor()
    await card(2).getByRole('button', { name: 'Waits for signal' }).waitFor()
    expect(await phone.axe()).toEqual([])
    // My day is on the phone all the same.
    await page.getByRole('link', { name: 'My day' }).click()
    await page.getByRole('heading', { name: 'My day' }).waitFor()
    await hall.startAgain()
    await page.getByText('You have table 2').waitFor()
    await page.locator('[data-link=live]').waitFor()
  })
})

describe('choosing without scripts', () => {
  it('picks, switches, answers and leaves by forms', async () => {
    const plain = await openPhone(browser, hall, sure(hall.cookies[7]), {
      javaScriptEnabled: false,
    })
    ;({ page } = plain)
    await plain.go('me?view=tables')
    await card(4).getByRole('button').click()
    await page.getByText('You have table 4').waitFor()
    expect(await order()).toContain('Table 4')
    expect((await order())[0]).toBe('Table 4')
    await card(3).getByRole('button', { name: 'Switch to this' }).click()
    await page.getByText('You have table 3').waitFor()
    await card(3).getByRole('button', { name: 'Leave' }).click()
    await page.getByText('You have left your table').waitFor()
    expect(plain.wrong).toEqual([])
    await plain.close()
  })
})
