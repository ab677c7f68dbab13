import type { Browser, Page, WebSocket } from 'playwright-core'
import type { Command } from '#shared/show/commands.ts'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, PHONE } from '../../support/browser.ts'
import { seedFolder, type SeededFolder, SHOW } from '../../support/seeded.ts'
import { dataFolder, type RunningServer, startServer } from '../../support/server.ts'
import { inBothLights } from '../../support/axe.ts'
import { windowOf } from '../../support/windows.ts'
import { DEMO, fullShow } from '../../../scripts/seed/full-show.ts'
import { openConsole } from './support.ts'

const data = dataFolder()
let seeded: SeededFolder
let server: RunningServer
let browser: Browser
let closePage: () => Promise<void> = async () => {}

beforeAll(async () => {
  seeded = await seedFolder(data.folder)
  server = await startServer(data.folder)
  browser = await openBrowser()
})
afterEach(() => closePage())
afterAll(async () => {
  await browser.close()
  await server.stop()
  data.done()
})

async function people(viewport?: { width: number; height: number }): Promise<Page> {
  const { page, wrong } = await openConsole(
    browser,
    server.port,
    seeded.organiser,
    'people',
    viewport,
  )
  closePage = async () => {
    await page.close()
    expect(wrong).toEqual([])
  }
  return page
}
const search = (page: Page) => page.getByRole('searchbox', { name: 'Name or organisation' })
const rows = (page: Page) => page.locator('.people__list tbody tr')
const fact = async (page: Page, name: string): Promise<number> => {
  const words = await page.locator('.facts > div', { hasText: name }).locator('dd').textContent()
  return Number(words?.replaceAll(',', ''))
}
/** Adds somebody nobody else is called, and leaves them alone in the list. */
async function walkIn(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a person' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Name', { exact: true }).fill(name)
  await sheet.getByLabel('Organisation').fill('Walk-in Trust')
  await sheet.getByLabel('E-mail').fill('walk.in@example.org')
  await sheet.getByRole('button', { name: 'Add', exact: true }).click()
  await sheet.waitFor({ state: 'detached' })
  await search(page).fill(name)
  await expect.poll(() => rows(page).count()).toBe(1)
}

describe('people on the console', () => {
  it('are found as one types, checked in from the keyboard, and taken back', async () => {
    const page = await people()
    const before = await fact(page, 'here')
    const total = await fact(page, 'on the list')
    expect(total).toBe(269)
    await page.getByRole('button', { name: 'Not here' }).click()
    const away = (await rows(page).first().locator('th').textContent()) ?? ''
    await page.getByRole('button', { name: 'Everyone' }).click()
    await search(page).fill(away.toUpperCase())
    const row = rows(page).filter({ hasText: 'Not yet' }).first()
    await row.getByRole('button', { name: `Check in ${away}` }).waitFor()

    await row.getByRole('button', { name: /^Check in/ }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => fact(page, 'here')).toBe(before + 1)
    await page.locator('.toast', { hasText: `${away} is here.` }).waitFor()
    // The button under the focus is the way back now.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toContain(`Undo check-in of ${away}`)
    await page.keyboard.press('Enter')
    await expect.poll(() => fact(page, 'here')).toBe(before)
  })

  it('a check-in is taken back from its message too', async () => {
    const page = await people()
    const before = await fact(page, 'here')
    await page.getByRole('button', { name: 'Not here' }).click()
    const name = (await rows(page).first().locator('th').textContent()) ?? ''
    await rows(page)
      .first()
      .getByRole('button', { name: /^Check in/ })
      .dblclick()
    await expect.poll(() => fact(page, 'here')).toBe(before + 1)
    // On a phone a sheet fills the screen: nothing lies over its fields meanwhile.
    const toast = page.locator('.toast', { hasText: `${name} is here.` })
    await page.setViewportSize(PHONE)
    await page.getByRole('button', { name: 'Add a person' }).click()
    await page.getByRole('dialog').waitFor()
    expect(await toast.isVisible()).toBe(false)
    await page.keyboard.press('Escape')
    await toast.getByText('Undo').click()
    await expect.poll(() => fact(page, 'here')).toBe(before)
  })

  it('whoever is checked in from those not here leaves the focus to the next', async () => {
    const page = await people()
    await page.getByRole('button', { name: 'Not here' }).click()
    await expect.poll(() => rows(page).getByText(/^Here/).count()).toBe(0)
    const next = (await rows(page).nth(1).locator('th').textContent()) ?? ''
    await rows(page)
      .first()
      .getByRole('button', { name: /^Check in/ })
      .focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => rows(page).first().locator('th').textContent()).toBe(next)
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe(`Check in ${next}`)
  })

  it('arrow keys go from the search to the first row, from row to row, and back', async () => {
    const page = await people()
    await search(page).focus()
    const at = () =>
      page.evaluate(() => {
        const row = document.activeElement?.closest('tbody tr')
        return row ? [...(row.parentElement?.children ?? [])].indexOf(row) : -1
      })
    await page.keyboard.press('ArrowDown')
    expect(await at()).toBe(0)
    await page.keyboard.press('ArrowDown')
    expect(await at()).toBe(1)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('find-person')
    await page.keyboard.type('zzzz')
    await page.getByRole('heading', { name: 'Nobody matches “zzzz”.' }).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => rows(page).count()).toBe(100)
  })

  it('somebody new is added with what is missing said at the field, and is here', async () => {
    const page = await people()
    await page.getByRole('button', { name: 'Add a person' }).click()
    const sheet = page.getByRole('dialog', { name: 'Add a person' })
    await sheet.getByLabel('Delegate').uncheck()
    await sheet.getByRole('button', { name: 'Add', exact: true }).click()
    await sheet.getByText('Write a name, as it should stand on the badge.').waitFor()
    await sheet.getByText('Choose at least one.').waitFor()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('name')))
      .toBe('name')
    expect(await inBothLights(page)).toEqual([])
    await sheet.getByRole('button', { name: 'Cancel' }).click()
    await walkIn(page, 'Quintessa Walkin')
    await expect
      .poll(() => rows(page).first().textContent())
      .toMatch(/Walk-in Trust.*Here \d\d:\d\d/)
  })

  it('a change of name loses neither e-mail nor ticket', async () => {
    const page = await people()
    await walkIn(page, 'Ottoline Changeable')
    await page.getByRole('button', { name: 'More Ottoline Changeable' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByText('Code', { exact: true }).waitFor()
    await sheet.getByRole('button', { name: 'Change details' }).click()
    await sheet.getByLabel('Name', { exact: true }).fill('Ottoline Changed')
    await sheet.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('dialog', { name: 'Ottoline Changed' }).waitFor()
    await sheet.getByRole('button', { name: 'Change details' }).click()
    await expect.poll(() => sheet.getByLabel('E-mail').inputValue()).toBe('walk.in@example.org')
  })

  it('a badge link has a QR code and a code, and a new one only after a second yes', async () => {
    const page = await people()
    await search(page).fill('e')
    await rows(page).first().getByRole('button', { name: /^More/ }).click()
    const sheet = page.getByRole('dialog')
    await sheet.locator('.badgelink__qr svg').waitFor()
    expect(await inBothLights(page)).toEqual([])
    const code = () => sheet.locator('.badgelink__code').textContent()
    const before = await code()
    expect(before).toMatch(/^[A-Z0-9]{3} [A-Z0-9]{3}$/)
    await sheet.getByRole('button', { name: 'Make a new link' }).click()
    await sheet.getByText('The badge they have stops working at once', { exact: false }).waitFor()
    expect(await code()).toBe(before)
    await sheet.getByRole('button', { name: 'Make a new link' }).click()
    await expect.poll(code).not.toBe(before)
  })

  it('erasing names what goes and happens only after a second yes', async () => {
    const page = await people()
    await walkIn(page, 'Ulysses Erasable')
    const total = await fact(page, 'on the list')
    await page.getByRole('button', { name: 'More Ulysses Erasable' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByText('Code', { exact: true }).waitFor()
    await sheet.getByRole('button', { name: 'Erase this person' }).click()
    await sheet.getByText(/What we know of them: .*Walk-in Trust.*walk\.in@example\.org/).waitFor()
    await sheet.getByText('Their badge link and code: their phone is signed out').waitFor()
    expect(await inBothLights(page)).toEqual([])
    await sheet.getByRole('button', { name: 'Erase for good' }).click({ force: true })
    expect(await fact(page, 'on the list')).toBe(total)
    await sheet.getByLabel('Yes, erase Ulysses Erasable').check()
    await sheet.getByRole('button', { name: 'Erase for good' }).click()
    await sheet.waitFor({ state: 'detached' })
    await expect.poll(() => fact(page, 'on the list')).toBe(total - 1)
    await page.getByRole('heading', { name: 'Nobody matches “Ulysses Erasable”.' }).waitFor()
  })

  it('a check-in without a line waits for it, and says so', async () => {
    const page = await people()
    await walkIn(page, 'Wilhelmina Offline')
    await page.getByRole('button', { name: /^Undo check-in of Wil/ }).click()
    await rows(page).getByText('Not yet').waitFor()
    await page.context().setOffline(true)
    await page.getByText('No connection').first().waitFor()
    await page.getByRole('button', { name: /^Check in Wil/ }).click()
    await page.getByRole('button', { name: /^Waits for signal/ }).waitFor()
    await page.context().setOffline(false)
    await rows(page).getByText(/^Here/).waitFor({ timeout: 20_000 })
    closePage = () => page.close()
  })

  it('a walk-in is at their tables after four keys beside their name, and all of it is taken back', async () => {
    const { rounds } = fullShow(seeded.stage, { ...DEMO, byItself: false })
    await send({ type: 'move-round', round: seeded.round })
    await send({ type: 'save-window', window: windowOf({ rounds: rounds.slice(3) }) })
    const page = await people()
    const total = await fact(page, 'on the list')
    const counted = counting(page)
    await page.reload()
    await search(page).focus()
    await page.keyboard.type('Ŵilma Walker-Żak')
    await counted.press('Enter')
    await page.getByRole('dialog', { name: 'Walk-in or guest' }).waitFor()
    await page.keyboard.type('Cyngor Gwynedd')
    await counted.press('Enter')
    const sheet = page.getByRole('dialog', { name: 'Ŵilma Walker-Żak is here' })
    await sheet.getByText('they put tables in order on their own phone').waitFor()
    const asked = sheet.locator('li[aria-current=step]')
    await asked.getByText('Round 1, on now').waitFor()
    await sheet.locator('.badgelink__qr svg').waitFor()
    expect(await inBothLights(page)).toEqual([])
    await counted.press('2')
    await asked.getByText('Round 2').waitFor()
    await counted.press('a')
    await sheet.getByText('Seated: round 2 at table', { exact: false }).waitFor()
    // Rounds 1 to 3 have a table of their own each; the last is theirs to choose.
    const numbers = sheet.locator('.timeline b', { hasText: /^Table/ })
    await expect.poll(async () => new Set(await numbers.allTextContents()).size).toBe(3)
    expect(counted.keys()).toBe(4)
    // Added, checked in, one for each of the three rounds: nothing is sent twice.
    expect(counted.answers()).toBe(5)

    await counted.press('u')
    await sheet.getByText('Taken back in rounds 2 and 3.').waitFor()
    await asked.getByText('Round 2').waitFor()
    await counted.press('s')
    await asked.getByText('Round 3').waitFor()
    await counted.press('1')
    await sheet.getByText('Seated: round 3 at table', { exact: false }).waitFor()
    await sheet.getByRole('button', { name: 'Take all of it back' }).click()
    await page.locator('.toast', { hasText: 'is not on the list any more' }).waitFor()
    await page.getByRole('dialog', { name: 'Walk-in or guest' }).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => fact(page, 'on the list')).toBe(total)
  })
})

/** One command by the organiser. */
async function send(command: Command): Promise<void> {
  const url = `http://127.0.0.1:${server.port}`
  const answer = await fetch(`${url}/s/${SHOW}/commands`, {
    method: 'POST',
    headers: { cookie: seeded.organiser, origin: url, 'content-type': 'application/json' },
    body: JSON.stringify(command),
  })
  if (!answer.ok) throw new Error(`${command.type}: ${await answer.text()}`)
}

/** Keys that do something, and the server's answers to commands (Socket.IO: `42<n>["command"…`, `43<n>…`). */
function counting(page: Page) {
  let keys = 0
  let answers = 0
  const sent = new Set<string>()
  const listen = (socket: WebSocket): void => {
    socket.on('framesent', ({ payload }) => {
      const id = /^42(\d+)\["command"/.exec(String(payload))?.[1]
      if (id !== undefined) sent.add(id)
    })
    socket.on('framereceived', ({ payload }) => {
      const id = /^43(\d+)\[/.exec(String(payload))?.[1]
      if (id !== undefined && sent.delete(id)) answers += 1
    })
  }
  page.on('websocket', listen)
  return {
    press: async (key: string): Promise<void> => {
      keys += 1
      await page.keyboard.press(key)
    },
    keys: () => keys,
    answers: () => answers,
  }
}
