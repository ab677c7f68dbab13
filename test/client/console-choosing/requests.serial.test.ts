import { type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PersonId } from '#shared/show/words.ts'
import { inBothLights } from '../../support/axe.ts'
import { openBrowser } from '../../support/browser.ts'
import { openConsole } from '../console-data/support.ts'
import { sure } from '../console/shows.ts'
import { type Door, openDoor } from './door.ts'
import { WINDOW } from './shows.ts'
import { windowOf } from '../../support/windows.ts'

let door: Door
let browser: Browser

beforeAll(async () => {
  door = await openDoor({ pitches: 3, delegates: 6, rounds: 2, capacity: 2 })
  const window = windowOf({ id: WINDOW, rounds: door.full.rounds, perOrganisation: null })
  await door.sends({ type: 'save-window', window })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await door.close()
})

const requests = () => door.runner.show().requests
const nameOf = (id: PersonId): string => sure(door.runner.people().get(id)).name
const delegate = (index: number): PersonId => sure(door.full.delegates[index])

/** Finds somebody by name in a field of this sheet, and presses what stands beside them. */
async function find(within: ReturnType<Page['locator']>, label: RegExp, person: PersonId) {
  await within.getByLabel(label).fill(nameOf(person))
  await within
    .getByRole('button', { name: new RegExp(`${nameOf(person)}$`) })
    .last()
    .click()
}

it('a person is kept from one table, seated at another and put together with others, from their sheet', async () => {
  const { page, wrong } = await openConsole(
    browser,
    door.port,
    door.organiser,
    `people?person=${delegate(0)}`,
  )
  const [one, , three] = door.full.tables.map(sure)
  const [, second] = door.full.rounds.map(sure)
  const sheet = page.getByRole('dialog')
  const section = sheet.locator('section', { hasText: 'What the seating keeps to' }).last()
  await section.getByText('Nothing special.').waitFor()

  await section.getByText('Keep away from a table').click()
  await section.getByLabel('Table where they never sit').selectOption(sure(one))
  await section.getByRole('button', { name: 'Keep away', exact: true }).click()
  await expect.poll(() => requests().bans[delegate(0)]).toEqual([one])

  await section.getByText('Seat at a table').click()
  await section.getByLabel('Table where they are to sit').selectOption(sure(three))
  await section.getByLabel('When').selectOption(sure(second))
  await find(section, /^Together with/, delegate(1))
  await section.getByRole('button', { name: `Leave out ${nameOf(delegate(1))}` }).waitFor()
  await section.getByRole('button', { name: 'Seat there' }).click()
  const pin = { people: [delegate(0), delegate(1)], table: three, round: second }
  await expect.poll(() => requests().pins).toEqual([pin])

  await section.getByText('Sit together with somebody').click()
  await find(section, /^Who sits with them/, delegate(2))
  await expect.poll(() => requests().groups).toEqual([[delegate(0), delegate(2)]])
  await section.getByLabel(/^At most this many conversations/).selectOption('2')
  await expect.poll(() => requests().most[delegate(0)]).toBe(2)
  expect(await inBothLights(page)).toEqual([])

  // Each can be taken back, and that undone.
  const line = `${nameOf(delegate(0))} never at table 1`
  await section.getByRole('button', { name: new RegExp(`^Take back ?: ${line}`) }).click()
  await expect.poll(() => requests().bans).toEqual({})
  await page.keyboard.press('Escape')
  await page
    .locator('.toast', { hasText: `Taken back: ${line}` })
    .getByText('Undo')
    .click()
  await expect.poll(() => requests().bans[delegate(0)]).toEqual([one])
  expect(wrong).toEqual([])
  await page.close()
})

it('whom presenters must meet is on the sheet of their table, in an order', async () => {
  const { page, wrong } = await openConsole(browser, door.port, door.organiser, 'tables')
  const [, two] = door.full.tables.map(sure)
  await page
    .getByRole('button', { name: /^Change table 2/ })
    .first()
    .click()
  const sheet = page.getByRole('dialog')
  await find(sheet, /^Find somebody to be met/, delegate(3))
  await expect.poll(() => requests().musts[sure(two)]).toEqual([delegate(3)])
  await find(sheet, /^Find somebody to be met/, delegate(4))
  await sheet.getByRole('button', { name: `Up ${nameOf(delegate(4))}` }).click()
  await expect.poll(() => requests().musts[sure(two)]).toEqual([delegate(4), delegate(3)])
  expect(await inBothLights(page)).toEqual([])
  expect(wrong).toEqual([])
  await page.close()
})

it('what cannot be kept is said before the seating is published, and is gone once it is taken back', async () => {
  const [one] = door.full.tables.map(sure)
  const [first] = door.full.rounds.map(sure)
  const three = [3, 4, 5].map(delegate)
  const pin = { people: three, table: sure(one), round: sure(first) }
  await door.sends({ type: 'set-pin', ...pin, pinned: true })
  await door.sends({ type: 'open-window', window: WINDOW })
  await door.sends({ type: 'close-window', window: WINDOW })
  const { page, wrong } = await openConsole(browser, door.port, door.organiser, 'choosing')
  const names = three.map(nameOf)
  await page.getByText('One place that you wanted cannot be kept').waitFor()
  await page
    .getByText(
      `${names[0]}, ${names[1]} and ${names[2]} at table 1 in round 1: it has too few seats for them.`,
    )
    .waitFor()
  await page.getByText(/^What every seating keeps to: \d/).click()
  expect(await inBothLights(page)).toEqual([])
  await page.getByRole('button', { name: new RegExp(`^Take back ?: ${names[0]}, `) }).click()
  await expect.poll(() => requests().pins).toHaveLength(1)
  await page.getByText('One place that you wanted cannot be kept').waitFor({ state: 'detached' })
  const runs = () => door.runner.show().windows[WINDOW]?.runs ?? []
  const before = runs().length
  await page.getByRole('button', { name: 'Work it out again' }).click()
  await expect.poll(() => runs().length).toBe(before + 1)
  await page.getByText(/^More:/).click()
  await page
    .getByText(/any number from one organisation at a table/)
    .first()
    .waitFor()
  const run = runs().at(-1)
  const [, second] = door.full.rounds.map(sure)
  expect(sure(run).seats[sure(second)]?.[sure(door.full.tables[2])]).toEqual(
    expect.arrayContaining([delegate(0), delegate(1)]),
  )
  expect(wrong).toEqual([])
  await page.close()
})
