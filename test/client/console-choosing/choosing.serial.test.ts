import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SeatingRun } from '#shared/show/choosing/window.ts'
import type { WindowId } from '#shared/show/words.ts'
import { inBothLights } from '../../support/axe.ts'
import { openBrowser } from '../../support/browser.ts'
import { openConsole } from '../console-data/support.ts'
import { sure } from '../console/shows.ts'
import { NO_FIGURES } from '../../support/windows.ts'
import { type Door, goRound, openDoor } from './door.ts'

let door: Door
let browser: Browser
beforeAll(async () => {
  door = await openDoor({ delegates: 6, pitches: 3, rounds: 2, capacity: 2 })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await door?.close()
})

const windows = () => Object.values(door.runner.show().windows)
const windowNow = () => sure(windows()[0])

/** People take turns, from this one on. */
function run(from: number, figures: Partial<SeatingRun['figures']>): Partial<SeatingRun> {
  const { delegates, rounds, tables } = door.full
  const people = [...delegates.slice(from), ...delegates.slice(0, from)]
  return {
    people: 6,
    absent: 0,
    seats: goRound(people, rounds, tables, 2),
    asked: {},
    figures: {
      ...NO_FIGURES,
      histogram: [0, 1, 5],
      worstOff: 1,
      seats: 12,
      ...figures,
    },
  }
}

async function sureOf(page: Page, words: RegExp, yes: string): Promise<void> {
  const question = page.getByRole('alertdialog')
  await question.getByText(words).waitFor()
  await question.getByRole('button', { name: yes, exact: true }).click()
}

/** The programme's rounds become rounds by choices, in its own form. */
async function byChoices(page: Page): Promise<void> {
  const row = page.locator('.plan__item', {
    has: page.locator('.plan__name', { hasText: 'Talk at the tables' }),
  })
  await row.getByRole('button', { name: 'Change Talk at the tables' }).click()
  const form = page.getByRole('dialog')
  expect(await form.getByRole('radio', { name: /^First come/ }).isChecked()).toBe(true)
  await form.getByRole('radio', { name: /^By their choices/ }).check()
  await form.getByRole('button', { name: 'Save' }).click()
  await form.waitFor({ state: 'detached' })
  await expect.poll(() => windowNow().rounds).toEqual(door.full.rounds)
}

it('choosing is set up in the programme, watched, closed, published, planned anew and rolled back', async () => {
  const { page, wrong } = await openConsole(browser, door.port, door.organiser, 'programme')
  await byChoices(page)
  await page.getByRole('navigation').getByRole('link', { name: 'Choosing' }).click()
  const panel = page.getByRole('region', { name: 'Talk at the tables' })
  await panel.getByText('Fills rounds 1 and 2 of Talk at the tables.').waitFor()
  await panel.getByText('Not open yet').waitFor()

  // Everyone is seated from now on, and that can be taken back.
  await panel.getByRole('checkbox', { name: /^Seat everybody/ }).click()
  await panel.getByText('everybody, arrived or not').waitFor()
  await page.getByRole('button', { name: /^Undo: Choosing “Talk at the tables” changed/ }).click()
  await panel.getByText('only people who have arrived').waitFor()

  await panel.getByRole('button', { name: 'Open choosing now' }).click()
  await sureOf(page, /is not over/, 'Open it')
  await panel.getByText('Open now').waitFor()
  await panel.getByText('Nobody has chosen yet.').waitFor()
  const [a, b, c] = door.full.innovations.map(sure)
  await door.ranks(0, [sure(b), sure(a)])
  await door.ranks(1, [sure(b), sure(c)])
  await panel.getByText('2 of 6').first().waitFor()
  // The table that most ask for comes first: two as their first choice, two in all, over two rounds of two seats.
  const first = panel.locator('.demand__table tbody tr').first()
  await expect.poll(() => first.locator('td.num').allInnerTexts()).toEqual(['2', '2', '2', '4'])
  expect(await first.locator('th').innerText()).toMatch(/^2\b/)
  expect(await inBothLights(page)).toEqual([])

  await panel.getByRole('button', { name: 'Close choosing now' }).click()
  await sureOf(page, /2 of 6 people have chosen/, 'Close choosing')
  await expect.poll(() => windowNow().phase).toBe('closed')
  const id: WindowId = windowNow().id
  await door.proposes(id, run(0, { firstChoice: 0.94 }))
  await panel.getByText('94%').first().waitFor()
  const older = sure(windowNow().runs.at(-1)).id
  // By the keyboard: the safe answer has the focus, the other one is a Tab back.
  await panel.getByRole('button', { name: 'Publish', exact: true }).first().focus()
  await page.keyboard.press('Enter')
  await page
    .getByRole('alertdialog')
    .getByText('6 people get their tables on their phones.')
    .waitFor()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => windowNow().published).toBe(older)
  await panel.getByText('Everybody was first told at').waitFor()

  // A seating that is worked out later says first what it would change of the seats held now.
  await door.proposes(id, run(1, { firstChoice: 0.95, moved: 2 }))
  const newer = sure(windowNow().runs.at(-1)).id
  await panel.getByText('6 people move, 1 loses a first choice.').first().waitFor()
  await panel.getByRole('button', { name: 'Apply it' }).click()
  await sureOf(page, /6 people move, 1 loses a first choice/, 'Apply')
  await expect.poll(() => windowNow().published).toBe(newer)
  const seats = () => door.runner.show().rounds[sure(door.full.rounds[0])]?.picks
  const moved = { ...seats() }

  await panel.getByText(/^More:/).click()
  await panel
    .getByRole('button', { name: /^Go back to it: the seating of/ })
    .first()
    .click()
  await sureOf(page, /people get the tables of that seating/, 'Go back to it')
  await expect.poll(() => windowNow().published).toBe(older)
  expect(seats()).not.toEqual(moved)
  await panel.getByText('A newer seating has been worked out.').waitFor({ state: 'detached' })
  expect(await inBothLights(page)).toEqual([])

  const fairness = await page.request.get(`http://127.0.0.1:${door.port}/s/seeded-show/fairness`)
  expect(await fairness.text()).toContain('6 people were seated')
  expect(wrong).toEqual([])
  await page.close()
})

it('a table closes in one round, once everybody who falls out is named', async () => {
  const { page, wrong } = await openConsole(browser, door.port, door.organiser, 'tables')
  const [round] = door.full.rounds
  const [table] = door.full.tables
  const sits = () =>
    Object.entries(door.runner.show().rounds[sure(round)]?.picks ?? {}).filter(
      ([, at]) => at === table,
    )
  const names = sits().map(([person]) => sure(door.runner.people().get(person as never)).name)
  expect(names).toHaveLength(2)
  await page.getByRole('button', { name: 'Round 1, table 1: 2 of 2' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Seats here in this round alone').fill('1')
  await sheet.getByRole('button', { name: 'Save' }).click()
  await sheet.getByText(/Move 1 person first/).waitFor()
  await sheet.getByRole('button', { name: 'Close the table in round 1' }).click()
  const question = page.getByRole('alertdialog')
  for (const name of names) await question.getByText(name).waitFor()
  await question.getByRole('button', { name: 'Close it' }).click()
  await expect.poll(() => sits()).toEqual([])
  await sheet.getByText('This table is closed in this round').waitFor()
  expect(await inBothLights(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Round 1, table 1: closed' }).waitFor()
  expect(wrong).toEqual([])
  await page.close()
})
