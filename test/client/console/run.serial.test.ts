import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { LAPTOP, openBrowser, troubles } from '../../support/browser.ts'
import { seedFolder, SHOW } from '../../support/seeded.ts'
import { dataFolder, type RunningServer, startServer } from '../../support/server.ts'

let browser: Browser
let server: RunningServer
let organiser: string
let page: Page
let wrong: string[]
const data = dataFolder()

beforeAll(async () => {
  ;({ organiser } = await seedFolder(data.folder, { delegates: 20, pitches: 6, rounds: 2 }))
  server = await startServer(data.folder)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.kill9()
  data.done()
})

async function open(path = '', options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: LAPTOP, ...options })
  const [name = '', value = ''] = organiser.split('=')
  await context.addCookies([{ name, value, domain: 'hall.test', path: '/' }])
  const opened = await context.newPage()
  wrong = troubles(opened)
  await opened.goto(`http://hall.test:${server.port}/console/${SHOW}${path}`)
  await opened.locator('main h1').first().waitFor()
  return opened
}
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})

const phase = (word: string) => page.locator('.now__phase', { hasText: word }).waitFor()
const title = (): Promise<string> => page.locator('.now__title').innerText()
const digits = async (): Promise<number> => {
  const [minutes = 0, seconds = 0] = (await page.locator('.now .clock').innerText())
    .split(':')
    .map(Number)
  return minutes * 60 + seconds
}
const waitingNames = (): Promise<string[]> =>
  page.locator('.queue__row .queue__what').allInnerTexts()

describe('the run view in a browser', () => {
  it('is run from the keyboard', async () => {
    page = await open()
    await phase('Running')
    expect(await title()).toBe('Welcome')

    await page.keyboard.press(' ')
    await phase('Paused')
    const paused = await digits()
    await page.keyboard.press('+')
    await page.locator('.now__added', { hasText: '10 seconds added' }).waitFor()
    expect(await digits()).toBe(paused + 10)
    await page.keyboard.press('[')
    await page.locator('.now__added', { hasText: '50 seconds taken off' }).waitFor()
    await page.keyboard.press(' ')
    await phase('Running')

    await page.keyboard.press('b')
    await page.locator('.now', { hasText: 'The stage display is dark.' }).waitFor()
    await page.keyboard.press('b')
    await page.getByText('The stage display is lit again.').waitFor()

    // Held down, the key repeats itself and the show goes on once.
    await page.keyboard.down('n')
    await page.keyboard.down('n')
    await page.keyboard.down('n')
    await page.keyboard.up('n')
    await page.locator('.now__count', { hasText: 'Now, 1 of 6' }).waitFor()
    await phase('Running')

    await page.keyboard.press('p')
    await page.locator('.now__title', { hasText: 'Welcome' }).waitFor()
    expect(wrong).toEqual([])
  })

  it('leaves keys to dialogs and to fields, and explains them', async () => {
    page = await open()
    await phase('Running')
    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: 'Keys for the run view' })
    await help.waitFor()
    await page.keyboard.press('n')
    await page.keyboard.press(' ')
    await page.keyboard.press('Escape')
    await help.waitFor({ state: 'detached' })

    await page.getByRole('button', { name: 'Put on another…' }).click()
    await page.getByRole('searchbox').fill('')
    await page.keyboard.type('nbp')
    expect(await page.getByRole('searchbox').inputValue()).toBe('nbp')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await title()).toBe('Welcome')
    await phase('Running')
    expect(wrong).toEqual([])
  })

  it('moves a pitch in the queue with the keyboard, and takes it back', async () => {
    page = await open()
    const before = await waitingNames()
    const [first, second, third, ...rest] = before
    // Into the list, down to the third, to its grip; then up past the second, and down.
    await page.locator('.queue__row').first().focus()
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'Enter']) {
      await page.keyboard.press(key)
    }
    await page.getByRole('button', { name: /^Insert between 3/ }).waitFor()
    for (const key of ['ArrowUp', 'ArrowUp', 'Enter']) await page.keyboard.press(key)
    await page.locator('.toast--done', { hasText: 'now before' }).waitFor()
    await expect.poll(waitingNames).toEqual([first, third, second, ...rest])
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Taken back.').waitFor()
    await expect.poll(waitingNames).toEqual(before)

    const row = page.locator('.queue__row')
    await row.nth(0).dragTo(row.nth(2), { targetPosition: { x: 120, y: 26 } })
    await page.locator('.toast--done', { hasText: 'now before' }).waitFor()
    await expect.poll(waitingNames).toEqual([second, third, first, ...rest])
    expect(wrong).toEqual([])
  })

  it('sends an absent presenter to the end in one action', async () => {
    page = await open()
    await phase('Running')
    await page.keyboard.press('n')
    await page.locator('.now__count', { hasText: 'Now, 1 of 6' }).waitFor()
    const gone = await title()
    await page.getByRole('button', { name: 'Absent', exact: true }).click()
    await page.locator('.needs__what', { hasText: `${gone}: not seen` }).waitFor()
    expect(await title()).not.toBe(gone)
    await page.getByRole('button', { name: 'They are here: call next' }).click()
    await page.locator('.now__next', { hasText: gone }).waitFor()
    expect(wrong).toEqual([])
  })

  it('asks before it holds the day, and before rounds while pitches run', async () => {
    page = await open()
    await page.getByRole('button', { name: 'Hold the day' }).click()
    const ask = page.getByRole('alertdialog')
    await ask.waitFor()
    // Enter on the safe answer.
    await page.keyboard.press('Enter')
    await ask.waitFor({ state: 'detached' })
    await phase('Running')

    await page.getByRole('button', { name: 'Hold the day' }).click()
    await ask.getByRole('button', { name: 'Hold the day' }).click()
    await page.locator('.distance__words', { hasText: 'On hold' }).waitFor()
    await phase('On hold')
    await page.getByRole('button', { name: 'Go on with the day' }).click()
    await ask.getByRole('button', { name: 'Go on' }).click()
    await phase('Running')

    await page.getByRole('button', { name: 'Open choosing: round 2' }).click()
    await ask.getByText('have not pitched').waitFor()
    await ask.getByRole('button', { name: 'Wait for them' }).click()
    await phase('Running')
    expect(wrong).toEqual([])
  })

  it('shows that the line is lost, counts on, and waits with its buttons', async () => {
    page = await open()
    await phase('Running')
    await page.getByText('Live', { exact: true }).waitFor()
    server.child.kill('SIGSTOP')
    const stopped = Date.now()
    try {
      await page.locator('.lost').waitFor({ timeout: 12_000 })
      expect(Date.now() - stopped).toBeLessThan(12_000)
      const next = page.locator('.now__next')
      expect(await next.getAttribute('aria-disabled')).toBe('true')
      const shown = await page.locator('.now .clock').innerText()
      await page.waitForFunction(
        (text) => document.querySelector('.now .clock')?.textContent !== text,
        shown,
      )
      const name = await title()
      await page.keyboard.press('n')
      expect(await title()).toBe(name)
    } finally {
      server.child.kill('SIGCONT')
    }
    await page.locator('.lost').waitFor({ state: 'detached' })
    await page.locator('.now__next:not([aria-disabled])').waitFor()
  })

  it('changes an item of the programme and says what is wrong with one', async () => {
    page = await open('/programme')
    await page.getByRole('button', { name: 'Change Coffee' }).click()
    const dialog = page.getByRole('dialog', { name: 'Change Coffee' })
    await dialog.getByLabel('Length').fill('soon')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.getByText('Write a length such as 10, or 1:30.').waitFor()
    await dialog.getByLabel('Length').fill('25')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('row', { name: /Coffee, 25 minutes/ }).waitFor()
    expect(wrong).toEqual([])
  })
})
