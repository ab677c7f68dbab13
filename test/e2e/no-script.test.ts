import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ConsoleData } from '#shared/wire/console.ts'
import { openBrowser, PHONE } from '../support/browser.ts'
import { type SeededFolder, seedFolder, SHOW } from '../support/seeded.ts'
import { dataFolder, type RunningServer, startServer } from '../support/server.ts'

// Every task of the phone with scripting off: an old phone, a strict browser, a script that did not arrive.

const data = dataFolder()
let seeded: SeededFolder
let server: RunningServer
let browser: Browser

beforeAll(async () => {
  seeded = await seedFolder(data.folder, { delegates: 4, capacity: 1, pitches: 3 })
  server = await startServer(data.folder)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  data.done()
})

const at = (path: string): string => `http://hall.test:${server.port}${path}`
const me = (query = ''): string => at(`/s/${SHOW}/me${query}`)
const has = async (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text).first().waitFor({ state: 'attached' })

interface Badge {
  name: string
  code: string
  url: string
}

/** The delegates' badges, as the desk reads them out. */
async function badges(): Promise<Badge[]> {
  const headers = { cookie: seeded.organiser }
  const page = await (await fetch(`${server.url}/console/${SHOW}`, { headers })).text()
  const json = /id="state">(.*?)<\/script>/s.exec(page)?.[1] ?? 'null'
  const held = JSON.parse(json) as ConsoleData | null
  if (held?.page !== 'show') throw new Error('no console')
  const people = held.state.parts.people.filter(({ roles }) => roles.includes('delegate'))
  return Promise.all(
    people.map(async ({ id, name }) => {
      const link = `${server.url}/api/shows/${SHOW}/people/${id}/link`
      const { code, url } = (await (await fetch(link, { headers })).json()) as Badge
      return { name, code, url: at(new URL(url).pathname) }
    }),
  )
}

async function phone(): Promise<Page> {
  const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false })
  return context.newPage()
}
const card = (page: Page, number: number) =>
  page
    .locator('.tablecard')
    .filter({ has: page.locator('.tablecard__number', { hasText: new RegExp(`${number}$`) }) })

test('with scripting off: sign in, find, pick, switch, full, refused, leave, my day', async () => {
  const [first, second] = await badges()
  if (!first || !second) throw new Error('two delegates are needed')
  const one = await phone()
  await one.goto(me('?view=tables'))
  await has(one, /^As at \d\d:\d\d/)
  await has(one, 'check again')
  await has(one, 'You are not signed in.')
  expect(
    await one.getByRole('button', { name: /^Choose/ }).count(),
    'nobody chooses unsigned',
  ).toBe(0)

  // A wrong code keeps what was typed and says what to do; the right one signs in where one was.
  const surname = first.name.split(' ').slice(1).join(' ')
  await one.getByLabel('Code on your badge').fill('AAAAAA')
  await one.getByLabel('Surname').fill(surname)
  await one.getByRole('button', { name: 'Sign in' }).click()
  await has(one, /We do not know the code AAAAAA/)
  expect(await one.getByLabel('Surname').inputValue()).toBe(surname)
  await one.getByLabel('Code on your badge').fill(first.code.toLowerCase())
  await one.getByRole('button', { name: 'Sign in' }).click()
  await has(one, `You are signed in as ${first.name}`)
  expect(one.url()).toBe(me('?view=tables'))

  // Find, pick, switch.
  await one.getByLabel('Find by name, topic or number').fill('warm homes')
  await one.getByRole('button', { name: 'Find' }).click()
  await has(one, '1 table matches “warm homes”.')
  await card(one, 2).getByRole('button').click()
  await has(one, 'You have table 2')
  await one.goto(me('?view=tables'))
  await card(one, 1)
    .getByRole('button', { name: /^Switch to this/ })
    .click()
  await has(one, 'You have table 1')

  // The second phone: table 1 is full and offers a place in line alone; a form sent late is refused with names of tables.
  const two = await phone()
  await two.goto(second.url)
  await has(two, `You are ${second.name}.`)
  await two.goto(me('?view=tables'))
  await card(two, 2).getByRole('button').waitFor()
  expect(await card(two, 1).getByRole('button').allTextContents()).toEqual([
    expect.stringContaining('Wait for a seat'),
  ])
  await has(two, 'Full')
  await one.goto(me('?view=tables'))
  await card(one, 2).getByRole('button').click()
  await has(one, 'You have table 2')
  await card(two, 2).getByRole('button').click()
  await has(two, /Table 2 filled up while you were choosing/)
  await has(two, /Tables? 1 and 3 have room/)
  await card(two, 3).getByRole('button').click()
  await has(two, 'You have table 3')

  // Leave, and the day with its clock times.
  await card(two, 3).getByRole('button', { name: 'Leave this table' }).click()
  await has(two, 'You have left your table')
  await one.goto(me('?view=day'))
  await one.locator('.timeline', { hasText: /Table 2, Warm Homes Map/ }).waitFor()
  await one.goto(me())
  await has(one, /^until \d\d:\d\d$|Choosing closes at \d\d:\d\d/)
})

test('with scripting off: an answer to the pitch on stage, kept and changed', async () => {
  const [, , third] = await badges()
  if (!third) throw new Error('three delegates are needed')
  const page = await phone()
  await page.goto(third.url)
  const command = async (body: object): Promise<void> => {
    const answer = await fetch(`${server.url}/s/${SHOW}/commands?as=console`, {
      method: 'POST',
      headers: { cookie: seeded.organiser, 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify(body),
    })
    expect(answer.status, await answer.text()).toBe(200)
  }
  const { stage } = seeded
  await command({ type: 'next-item', stage })
  await page.goto(me())
  await has(page, 'Want to talk to them?')
  await page.getByRole('button', { name: 'Yes, at their table' }).click()
  expect(await page.getByRole('button', { pressed: true }).textContent()).toBe(
    'Yes, at their table',
  )
  await has(page, '1 of 3')
  await page.getByRole('button', { name: 'Not for us' }).click()
  expect(await page.getByRole('button', { pressed: true }).textContent()).toBe('Not for us')
})
