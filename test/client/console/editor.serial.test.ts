import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idFrom, type PersonId } from '#shared/show/words.ts'
import { against } from '../../support/axe.ts'
import { LAPTOP, openBrowser, troubles } from '../../support/browser.ts'
import { seedFolder, SHOW } from '../../support/seeded.ts'
import { dataFolder, type RunningServer, startServer } from '../../support/server.ts'

let browser: Browser
let server: RunningServer
let organiser: string
const wrong: string[][] = []
const data = dataFolder()
const at = (path: string) => `http://hall.test:${server.port}${path}`

beforeAll(async () => {
  const size = { delegates: 4, pitches: 4, rounds: 2 }
  ;({ organiser } = await seedFolder(data.folder, size))
  server = await startServer(data.folder)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.kill9()
  data.done()
})

async function signedIn(): Promise<Page> {
  const context = await browser.newContext({ viewport: LAPTOP })
  const [name = '', value = ''] = organiser.split('=')
  await context.addCookies([{ name, value, domain: 'hall.test', path: '/' }])
  const page = await context.newPage()
  wrong.push(troubles(page))
  await page.goto(at(`/console/${SHOW}/programme`))
  await page.locator('.plan__item').first().waitFor()
  return page
}

/** A second organiser of this event, who signs in by their own link. */
async function invited(page: Page, name: string): Promise<Page> {
  const person = idFrom<PersonId>(
    'per',
    Uint8Array.from({ length: 12 }, (_, index) => index),
  )
  const details = { name, organisation: '', jobTitle: '', email: '', ticket: '' }
  const command = { type: 'save-person', person, roles: ['organiser'], details }
  const url = await page.evaluate(
    async ([show, body, id]) => {
      const headers = { 'content-type': 'application/json' }
      await fetch(`/s/${show}/commands`, { method: 'POST', body: body ?? '', headers })
      const link = await fetch(`/api/shows/${show}/people/${id}/link`)
      return ((await link.json()) as { url: string }).url
    },
    [SHOW, JSON.stringify(command), person],
  )
  const other = await (await browser.newContext({ viewport: LAPTOP })).newPage()
  wrong.push(troubles(other))
  await other.goto(at(new URL(url).pathname))
  await other.goto(at(`/console/${SHOW}/programme`))
  await other.locator('.plan__item').first().waitFor()
  return other
}

/** Of the items that have not begun: the first one is on stage. */
const titles = async (page: Page): Promise<string[]> =>
  (await page.locator('.plan__name').allInnerTexts()).slice(1)
const row = (page: Page, title: string) =>
  page.locator('.plan__item', { has: page.locator('.plan__name', { hasText: title }) })
const inOrder = async (page: Page, wanted: readonly string[]): Promise<void> => {
  await expect.poll(() => titles(page)).toEqual(wanted)
}
const has = async (page: Page, title: string, there = true): Promise<void> => {
  await expect.poll(async () => (await titles(page)).includes(title)).toBe(there)
}

/** To a row of the list by Tab and arrow keys, then by Tab to what has such a name in it. */
async function inRow(page: Page, title: string, name: RegExp): Promise<void> {
  const rowNow = () =>
    page.evaluate(() =>
      document.activeElement?.getAttribute('role') === 'row'
        ? (document.activeElement.querySelector('.plan__name')?.textContent ?? '')
        : null,
    )
  for (let presses = 0; (await rowNow()) === null; presses += 1) {
    if (presses > 60) throw new Error('Tab never came to the list')
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Home')
  for (let presses = 0; (await rowNow()) !== title; presses += 1) {
    if (presses > 60) throw new Error(`no row ${title}`)
    await page.keyboard.press('ArrowDown')
  }
  await tabTo(page, name)
}

/** Tab until the focus is on what has such a name. */
async function tabTo(page: Page, name: RegExp, back = false): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    const found = await page.evaluate(
      () =>
        document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
    )
    if (name.test(found ?? '')) return
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
  }
  throw new Error(`Tab never came to ${name}`)
}

describe('the programme’s editor', () => {
  it('is used by the keyboard alone: in place, moved, added, duplicated, removed, undone', async () => {
    const page = await signedIn()
    const before = await titles(page)
    const [first = '', second = '', third = ''] = before

    // The first item’s title, in place; a wrong length is said and given up.
    await inRow(page, first, /^Title: /)
    await page.keyboard.press('Enter')
    await page.keyboard.type('Good morning')
    await page.keyboard.press('Enter')
    await inOrder(page, ['Good morning', second, third, ...before.slice(3)])
    await tabTo(page, /^Length: /)
    await page.keyboard.press('Enter')
    await page.keyboard.type('soon')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('Write a length such as 5m or 1h30.').waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('1h30')
    await page.keyboard.press('Enter')
    await row(page, 'Good morning').getByText('1 hour 30 minutes').waitFor()

    // Undo by its keys, first the length, then the title; then the title again.
    await page.keyboard.press('Control+z')
    await page.getByText('Undone: Item “Good morning” given another length.').first().waitFor()
    await row(page, 'Good morning').getByText('1 hour 30 minutes').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+z')
    await inOrder(page, before)
    await page.keyboard.press('Control+Shift+z')
    await inOrder(page, ['Good morning', second, third, ...before.slice(3)])

    // Dragged by the keyboard: from its grip in front of the first.
    await inRow(page, second, /^Move /)
    await page.keyboard.press('Enter')
    // The list makes room for it: from then on the arrows go from place to place.
    const place = page.locator('.drop-line[data-drop-target]')
    await place.waitFor({ state: 'attached' })
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await place.waitFor({ state: 'detached' })
    await expect
      .poll(async () => (await titles(page)).slice(0, 3))
      .not.toEqual(['Good morning', second, third])
    await page.keyboard.press('Control+z')
    await inOrder(page, ['Good morning', second, third, ...before.slice(3)])

    // The same from its menu, and everything after it five minutes later.
    await inRow(page, second, /^More for /)
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Everything after this 5 minutes later' }).waitFor()
    await page.keyboard.type('Dup')
    await page.keyboard.press('Enter')
    await has(page, `${second} (copy)`)
    await inRow(page, `${second} (copy)`, /^More for /)
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Remove' }).waitFor()
    await page.keyboard.type('Rem')
    await page.keyboard.press('Enter')
    await has(page, `${second} (copy)`, false)

    // A new one, by its form.
    await tabTo(page, /^Add an item to/, true)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Add an item' }).waitFor()
    await page.keyboard.type('Closing words')
    await page.keyboard.press('Enter')
    await has(page, 'Closing words')
    expect(await against(page)).toEqual([])
    await page.context().close()
  })

  it('two organisers at once: each sees the other’s edits arrive, and undoes their own', async () => {
    const page = await signedIn()
    const other = await invited(page, 'Sam Rees')
    const [first = '', second = ''] = await titles(page)
    const rename = async (where: Page, from: string, to: string): Promise<void> => {
      await row(where, from).locator('.plan__title').click()
      await where.keyboard.type(to)
      await where.keyboard.press('Enter')
    }
    await rename(other, first, 'By Sam')
    await row(page, 'By Sam').getByText('Sam Rees, just now').waitFor()
    await rename(page, second, 'By the organiser')
    await row(other, 'By the organiser').waitFor()

    // Each undoes their own first, whatever came last.
    await other.getByRole('button', { name: /^Undo: Item “By Sam” renamed$/ }).click()
    await row(page, first).waitFor()
    await row(page, 'By the organiser').waitFor()

    // What a later change touched is not undone, and says whose that is.
    await rename(other, 'By the organiser', 'By Sam again')
    await row(page, 'By Sam again').waitFor()
    await page.getByRole('button', { name: 'Latest changes' }).click()
    const list = page.getByRole('dialog', { name: 'Latest changes' })
    const line = list.getByRole('listitem').filter({ hasText: /^[\d:]+Item “By the organiser”/ })
    await line.getByText('Item “By Sam again” renamed by Sam Rees since').waitFor()
    expect(await line.getByRole('button').count()).toBe(0)

    // From the list, another’s change can be undone, and then one’s own.
    await list.getByRole('button', { name: 'Undo: Item “By Sam again” renamed' }).click()
    await line.getByRole('button', { name: /^Undo/ }).click()
    await expect.poll(async () => (await titles(other))[1]).toBe(second)
    expect(wrong.flat()).toEqual([])
  })

  it('what somebody else changes meanwhile stays, also when the form is open', async () => {
    const page = await signedIn()
    const [, second = ''] = await titles(page)
    await page.getByRole('button', { name: `Change ${second}`, exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Notes for the crew').fill('Mind the step')
    const other = await signedIn()
    await row(other, second).locator('.plan__title').click()
    await other.keyboard.type('Renamed meanwhile')
    await other.keyboard.press('Enter')
    await dialog.getByText('Somebody has changed this item while you had it open.').waitFor()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await row(other, 'Renamed meanwhile').getByText('notes').waitFor()
    expect(wrong.flat()).toEqual([])
  })
})
