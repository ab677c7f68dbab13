import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Command } from '#shared/show/commands.ts'
import { SYSTEM } from '#shared/show/words.ts'
import { type Draft, storeDraft } from '../../../scripts/seed/into-store.ts'
import { begunShow } from '../../../scripts/seed/day.ts'
import {
  SEEDED_WINDOW,
  seatedByTurns,
  whileRanking,
  whileSeating,
} from '../../../scripts/seed/wishes.ts'
import { openStore } from '../../../server/store/open.ts'
import { inBothLights } from '../../support/axe.ts'
import { openBrowser } from '../../support/browser.ts'
import { session, SHOW } from '../../support/seeded.ts'
import { dataFolder, type RunningServer, startServer } from '../../support/server.ts'
import { openPhone, type OpenPhone } from './hall.ts'
import { sure } from './states.ts'

const SIZE = { delegates: 8, pitches: 6, rounds: 2, capacity: 3 }
/** In this event the lists are in, and a seating waits to be published. */
const LATER = 'later-show' as typeof SHOW
const NOW = Date.now()

const data = dataFolder()
let browser: Browser
let server: RunningServer
let organiser: string
/** of delegates who have said nothing, by event */
let ranks: string[]
let waits: string[]
let run: number
let phone: OpenPhone

function drafts() {
  const now = begunShow(SHOW, NOW, { ...SIZE, byItself: false })
  const later = begunShow(LATER, NOW, { ...SIZE, byItself: false })
  whileRanking(now, NOW)
  whileSeating(later, NOW)
  const seating = seatedByTurns(later)
  later.does({ type: 'propose-seating', window: SEEDED_WINDOW, run: seating }, NOW, SYSTEM)
  const suggested = sure(
    later.full.rounds.map((id) => seating.suggested[id] ?? []).find((one) => one.length > 1),
  )
  const silent = now.full.delegates.slice(0, 3)
  for (const person of silent) {
    const actor = { id: person, roles: ['delegate' as const], person }
    for (const innovation of now.full.innovations)
      now.does({ type: 'set-answer', innovation, answer: null }, NOW, actor)
    now.does({ type: 'set-wishes', innovations: [] }, NOW, actor)
  }
  return { now, later, suggested, silent }
}

beforeAll(async () => {
  const { now, later, suggested, silent } = drafts()
  run = later.show.version
  const opened = await openStore({ folder: data.folder })
  if (!opened.ok) throw new Error(opened.reason)
  const { store } = opened
  for (const draft of [now, later] as Draft[]) await storeDraft(store, draft)
  const ofPeople = async (show: typeof SHOW, people: typeof now.full.delegates) => {
    const cookies: string[] = []
    for (const person of people)
      cookies.push(await session(store, { role: 'person', show, person, generation: 0 }, NOW))
    return cookies
  }
  ranks = await ofPeople(SHOW, silent)
  waits = await ofPeople(LATER, suggested)
  organiser = await session(store, { role: 'organiser', generation: 1 }, NOW)
  await store.close()
  server = await startServer(data.folder)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.kill9()
  data.done()
})
afterEach(() => phone?.close())

async function send(show: string, command: Command): Promise<void> {
  const answer = await fetch(`${server.url}/s/${show}/commands`, {
    method: 'POST',
    headers: { cookie: organiser, origin: server.url, 'content-type': 'application/json' },
    body: JSON.stringify(command),
  })
  if (!answer.ok) throw new Error(`${command.type}: ${await answer.text()}`)
}
const opens = async (cookie: string | undefined, options = {}): Promise<Page> => {
  phone = await openPhone(browser, { port: () => server.port } as never, sure(cookie), options)
  return phone.page
}
const row = (page: Page, table: number) =>
  page.locator('button.wish', { hasText: new RegExp(`Table ${table} `) })
const numbers = async (page: Page): Promise<string[]> => {
  await page.locator('button.wish').first().waitFor()
  const rows = await page.locator('button.wish').all()
  const found = await Promise.all(
    rows.map(async (one) => [
      /Table (\d+)/.exec((await one.textContent()) ?? '')?.[1] ?? '',
      /^\d*/.exec(((await one.textContent()) ?? '').trim())?.[0] ?? '',
    ]),
  )
  return found
    .filter(([, place]) => place !== '')
    .sort(([, a], [, b]) => Number(a) - Number(b))
    .map(([table]) => sure(table))
}
const saved = (page: Page, count: number) =>
  page.getByText(`${count} in your order. Saved.`).waitFor()

describe('ranking with scripts', () => {
  it('taps give 1, 2, 3 as fast as they come, are taken away, and are put in order by keyboard', async () => {
    const page = await opens(ranks[0])
    await phone.go('me')
    await page.evaluate(() => Object.assign(window, { same: true }))
    await page.getByRole('heading', { name: 'Tap your top three: 1, 2, 3' }).waitFor()
    // In one go, as a thumb does: none builds on a list that another has made old.
    await page.evaluate(async () => {
      for (const at of [4, 1, 3, 0]) {
        document.querySelectorAll<HTMLButtonElement>('button.wish')[at]?.click()
        await new Promise((drawn) => setTimeout(drawn, 40))
      }
    })
    await saved(page, 4)
    expect(await numbers(page)).toEqual(['5', '2', '4', '1'])
    await row(page, 2).click()
    await saved(page, 3)
    expect(await numbers(page)).toEqual(['5', '4', '1'])
    expect([...(await inBothLights(page)), ...(await phone.tight())]).toEqual([])

    await page.getByRole('link', { name: 'Reorder' }).click()
    await page.getByRole('heading', { name: 'Your order' }).waitFor()
    const up = page.getByRole('button', { name: /^Up ?: / })
    await up.nth(2).focus()
    await page.keyboard.press('Enter')
    await page.getByText(/^Table 1, .+, is now your 2nd choice\.$/).waitFor()
    await page.keyboard.press('Enter')
    await page.getByText(/^Table 1, .+, is now your 1st choice\.$/).waitFor()
    const places = page.locator('li.wish .muted')
    await expect.poll(() => places.allTextContents()).toEqual(['Table 1', 'Table 5', 'Table 4'])
    // The one that was pressed has gone up, and is stood on still.
    expect(await up.nth(0).evaluate((one) => one === document.activeElement)).toBe(true)
    expect([...(await phone.axe()), ...(await phone.tight())]).toEqual([])
    // By hand: the last to the top, and back to the end; let go where it is, nothing changes.
    const middle = async (at: number): Promise<[x: number, y: number]> => {
      const box = sure(await page.locator('.wish__grip').nth(at).boundingBox())
      return [box.x + box.width / 2, box.y + box.height / 2]
    }
    const dragged = async (from: number, to: number): Promise<void> => {
      await page.mouse.move(...(await middle(from)))
      await page.mouse.down()
      await page.mouse.move(...(await middle(to)), { steps: 4 })
      await page.mouse.up()
    }
    await dragged(2, 0)
    await page.getByText(/^Table 4, .+, is now your 1st choice\.$/).waitFor()
    await expect.poll(() => places.allTextContents()).toEqual(['Table 4', 'Table 1', 'Table 5'])
    await dragged(0, 2)
    await expect.poll(() => places.allTextContents()).toEqual(['Table 1', 'Table 5', 'Table 4'])
    await dragged(1, 1)
    expect(await places.allTextContents()).toEqual(['Table 1', 'Table 5', 'Table 4'])
    expect(await page.locator('[data-held], [data-before], [data-after]').count()).toBe(0)
    expect(
      await page
        .locator('.wish__grip')
        .first()
        .evaluate((one) => getComputedStyle(one).touchAction),
    ).toBe('none')
    expect(await page.evaluate(() => 'same' in window)).toBe(true)
    await page.reload()
    await expect.poll(() => places.allTextContents()).toEqual(['Table 1', 'Table 5', 'Table 4'])
    expect(phone.wrong).toEqual([])
  })

  it('without signal a list waits, is said to be kept, and is sent once after', async () => {
    const page = await opens(ranks[1])
    await phone.go('me')
    await server.kill9()
    await row(page, 3).click()
    await page.getByText('Your choice is kept and will be sent when you have signal.').waitFor()
    await page.getByText('Waits for signal.').waitFor()
    server = await startServer(data.folder, { port: server.port })
    await page.locator('[data-link=live]').waitFor()
    await saved(page, 1)
    await page.reload()
    await saved(page, 1)
  })
})

describe('the result with scripts', () => {
  it('arrives by itself; a suggestion is declined, and a seat taken, in one step each', async () => {
    const page = await opens(waits[0])
    await page.goto(`http://hall.test:${server.port}/s/${LATER}/me`)
    await page.locator('[data-link=live]').waitFor()
    await page.getByRole('heading', { name: 'Choosing has closed' }).waitFor()
    expect([...(await phone.axe()), ...(await phone.tight())]).toEqual([])
    await send(LATER, { type: 'publish-seating', window: SEEDED_WINDOW, run })
    await page.getByRole('heading', { name: 'Your tables' }).waitFor()
    const declines = page.getByRole('button', { name: /^No thanks/ })
    const before = await declines.count()
    expect(before).toBeGreaterThan(0)
    expect([...(await inBothLights(page)), ...(await phone.tight())]).toEqual([])
    await declines.first().click()
    await page.getByText('You have left your table').waitFor()
    await page.getByText(/^No table in round \d\.$/).waitFor()
    expect(await declines.count()).toBe(before - 1)
    const offer = page.locator('.offers button').first()
    const table = /table (\d+)/.exec((await offer.textContent()) ?? '')?.[1]
    await offer.click()
    await page.getByText(`You have table ${table}`).waitFor()
    await page
      .locator('.tablecard--seat .tablecard__number', { hasText: `Table ${table}` })
      .waitFor()
    expect(phone.wrong).toEqual([])
  })
})

describe('the same without scripts', () => {
  it('taps, steps, declines and takes a seat by forms', async () => {
    const page = await opens(ranks[2], { javaScriptEnabled: false, colorScheme: 'dark' })
    await phone.go('me')
    const first = await numbers(page)
    for (const table of first) await row(page, Number(table)).click()
    await page.getByText('Nothing in order yet.').waitFor()
    for (const table of [6, 2, 3].filter((one) => one <= SIZE.pitches))
      await row(page, table).click()
    await saved(page, 3)
    expect(await numbers(page)).toEqual(['6', '2', '3'])
    await page.getByRole('link', { name: 'Reorder' }).click()
    await page
      .getByRole('button', { name: /^Down ?: / })
      .first()
      .click()
    const places = await page.locator('li.wish .muted').allTextContents()
    expect(places.slice(0, 3)).toEqual(['Table 2', 'Table 6', 'Table 3'])
    expect(phone.wrong).toEqual([])
    await phone.close()

    const other = await opens(waits[1], { javaScriptEnabled: false })
    await other.goto(`http://hall.test:${server.port}/s/${LATER}/me`)
    await other
      .getByRole('button', { name: /^No thanks/ })
      .first()
      .click()
    await other.getByText('You have left your table').waitFor()
    const offer = other.locator('.offers button').first()
    const table = /table (\d+)/.exec((await offer.textContent()) ?? '')?.[1]
    await offer.click()
    await other.getByText(`You have table ${table}`).waitFor()
    expect(phone.wrong).toEqual([])
  })
})
