import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { SHOW } from '../../support/seeded.ts'
import { openConsole } from '../console-data/support.ts'
import { type Hall, openHall, openPhone } from './hall.ts'
import { sure } from './states.ts'

let browser: Browser
let hall: Hall

beforeAll(async () => {
  hall = await openHall()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await hall?.close()
})

/** Where pictures of it go, for whoever wants to look: SHOTS=folder. */
async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS']
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
const still = { javaScriptEnabled: false }

it('a question asked without scripts is read by the host, who notes something on the guest', async () => {
  const { round } = hall
  const table = sure(hall.tables[0])
  const [guest] = hall.cookies
  await hall.send({ type: 'pick-table', round, table }, guest)

  const phone = await openPhone(browser, hall, sure(guest), still)
  const { page } = phone
  await phone.go('me?view=tables')
  await page.getByRole('link', { name: 'Ask this table something' }).click()
  await page
    .getByText(/Only .+ sees this\. At most 200 characters\./)
    .first()
    .waitFor()
  const question = 'Does it work where there is no broadband, and who looks after it?'
  await page.getByLabel('Your question').first().fill(question)
  await page.getByRole('button', { name: /^Save/ }).first().click()
  await page.getByText('Your question is saved').waitFor()
  expect(await page.getByLabel('Your question').first().inputValue()).toBe(question)
  expect(await phone.tight()).toEqual([])
  await shot(page, 'questions')

  const host = await openPhone(browser, hall, sure(hall.presenters[0]))
  await host.go('host')
  await host.page.getByText(question).waitFor()
  await host.page.locator('.coming__list summary').first().click()
  const note = host.page.getByRole('textbox', { name: /^My note on / }).first()
  await note.fill('Call back on Monday')
  await note.blur()
  const held = () => host.page.evaluate(() => document.querySelector('[aria-busy=true]') === null)
  await expect.poll(held).toBe(true)
  expect([...(await host.axe()), ...(await host.tight())]).toEqual([])
  await shot(host.page, 'host')
  // Loaded again it is there; and without scripts it is one form.
  const bare = await openPhone(browser, hall, sure(hall.presenters[0]), still)
  await bare.go('host')
  const again = bare.page.getByRole('textbox', { name: /^My note on / }).first()
  expect(await again.inputValue()).toBe('Call back on Monday')
  await again.fill('Call back on Tuesday')
  await bare.page.getByRole('button', { name: /^Save/ }).first().click()
  expect(await again.inputValue()).toBe('Call back on Tuesday')
  await expect.poll(() => note.inputValue()).toBe('Call back on Tuesday')

  await page.getByRole('button', { name: /^Remove it/ }).click()
  await page.getByText('Your question is removed').waitFor()
  await host.page.getByText(question).waitFor({ state: 'detached' })
  expect([...phone.wrong, ...host.wrong, ...bare.wrong]).toEqual([])
  for (const one of [phone, host, bare]) await one.close()
})

it('after a round: one tap says that it was useful, a yes lets the host write, and is taken back', async () => {
  const { round } = hall
  const [guest] = hall.cookies
  await hall.send({ type: 'switch-asking', what: 'feedback', on: true })
  for (const type of ['close-round', 'move-round', 'run-round', 'end-round'] as const)
    await hall.send({ type, round })

  const phone = await openPhone(browser, hall, sure(guest))
  const { page } = phone
  await phone.go('me')
  await page.getByRole('heading', { name: 'Was table 1 useful?' }).waitFor()
  expect([...(await phone.axe()), ...(await phone.tight())]).toEqual([])
  await shot(page, 'useful')
  await page.getByRole('button', { name: 'Yes', exact: true }).click()
  await page.getByRole('heading', { name: 'Was table 1 useful?' }).waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'Your talks, and who may e-mail you' }).click()
  const may = page.getByRole('button', { name: /^Yes, .+ may$/ }).first()
  await may.click()
  await page.getByText('Your yes is saved').waitFor()
  expect([...(await phone.axe()), ...(await phone.tight())]).toEqual([])
  await shot(page, 'talks')

  const file = async (): Promise<string> => {
    const address = `http://127.0.0.1:${hall.port()}/s/${SHOW}/host/guests.csv`
    const answer = await fetch(address, { headers: { cookie: sure(hall.presenters[0]) } })
    return answer.text()
  }
  expect(await file()).toMatch(/Call back on Tuesday,\S+@\S+/)
  await page.getByRole('button', { name: /^Take my yes back/ }).click()
  await page.getByText('Your yes is taken back').waitFor()
  expect(await file()).toContain('Call back on Tuesday')
  expect(await file()).not.toMatch(/@/)
  expect(phone.wrong).toEqual([])
  await phone.close()
})

it('a table proposed on a phone is accepted on the console, and its host reads who comes', async () => {
  const [, guest, other] = hall.cookies
  const desk = await openConsole(browser, hall.port(), hall.organiser, 'event')
  const proposals = desk.page.getByRole('checkbox', { name: /^Let people propose/ })
  await proposals.click()
  await expect.poll(() => proposals.isChecked()).toBe(true)
  await shot(desk.page, 'event')

  const propose = async (cookie: string | undefined, title: string) => {
    const phone = await openPhone(browser, hall, sure(cookie), still)
    await phone.go('me?view=tables')
    await phone.page.getByRole('link', { name: 'Propose a table of your own' }).click()
    await phone.page.getByLabel('Title').fill(title)
    await phone.page.getByLabel('One line about it').fill('Who has tried it, and what went wrong?')
    await phone.page.getByRole('button', { name: 'Propose it' }).click()
    await phone.page.getByText('Your proposal is with the organiser').waitFor()
    expect(await phone.tight()).toEqual([])
    return phone
  }
  const first = await propose(guest, 'Heat pumps in old terraces')
  await shot(first.page, 'proposal')
  const second = await propose(other, 'Lunch')

  await desk.page.goto(desk.page.url().replace('/event', ''))
  const line = (words: string) => desk.page.locator('.needs__list li', { hasText: words })
  await line('Lunch').getByRole('button', { name: 'Decline' }).click()
  await desk.page.getByLabel('Reason').fill('The hall is full')
  await shot(desk.page, 'decline')
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Decline' }).click()
  await line('Lunch').waitFor({ state: 'detached' })
  await shot(desk.page, 'needs')
  await line('Heat pumps').getByRole('button', { name: 'Give them a table' }).click()
  const dialog = desk.page.getByRole('dialog')
  await dialog.getByLabel('Number').fill('1')
  await dialog.getByRole('button', { name: 'Give them the table' }).click()
  await dialog.getByText('There is a table 1 already').waitFor()
  await dialog.getByLabel('Number').fill('77')
  await dialog.getByLabel('Place').fill('by the window')
  await shot(desk.page, 'accept')
  await dialog.getByRole('button', { name: 'Give them the table' }).click()
  await line('Heat pumps').waitFor({ state: 'detached' })

  await second.page.reload()
  await second.page.getByText('The hall is full').waitFor()
  await shot(second.page, 'declined')
  await first.page.reload()
  await first.page.getByText('Yes: you host table 77').waitFor()
  await first.page.getByRole('link', { name: 'Who is coming to my table' }).click()
  await first.page.getByText('Table 77, by the window').waitFor()
  expect([...first.wrong, ...second.wrong, ...desk.wrong]).toEqual([])
  for (const one of [first, second]) await one.close()
})
