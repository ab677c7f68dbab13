import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { STAGE } from '#shared/words/stage.ts'
import { LAPTOP, openBrowser, PHONE, troubles } from '../support/browser.ts'
import { dataFolder, type RunningServer, startServer } from '../support/server.ts'
import { innovations, people, programme, sheet } from './sheets.ts'

// One day of one event, in real time with short lengths: 2 s a pitch, 10 s a talk at the tables.

const EVENT = 'short-day'
const data = dataFolder()
let server: RunningServer
let browser: Browser
const wrong: string[] = []

beforeAll(async () => {
  server = await startServer(data.folder)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  data.done()
})

const at = (path: string): string => `http://hall.test:${server.port}${path}`

async function someone(viewport: {
  width: number
  height: number
}): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const found = troubles(page)
  page.on('close', () =>
    wrong.push(...found.filter((one) => !/ERR_CONNECTION|WebSocket|Failed to load/.test(one))),
  )
  return { page, context }
}

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().click()
const says = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text).first().waitFor()

test(
  'a whole day: first link, files, badges, pitches, the last seat, rounds, a crash, exports',
  { timeout: 150_000 },
  async () => {
    // The organiser: one-time link, passphrase, event, three files.
    const { page: desk } = await someone(LAPTOP)
    await desk.goto(at(server.claim ?? ''))
    await press(desk, 'I am the organiser')
    await desk.waitForURL('**/console')
    await desk.getByLabel('Passphrase for organisers').fill('correct horse battery staple')
    await press(desk, 'Keep this passphrase')
    await says(desk, 'The passphrase is set')
    await desk.getByLabel('What is it called?').fill('Short Day')
    const now = new Date()
    await desk.getByLabel('Day 1', { exact: true }).fill(now.toISOString().slice(0, 10))
    await desk.getByLabel('Time zone').selectOption('Europe/London')
    await press(desk, 'Create the event')
    await desk.waitForURL(`**/console/${EVENT}/files`)
    await desk
      .locator('input[type=file]')
      .setInputFiles([
        sheet('programme.csv', programme(now)),
        sheet('innovations.csv', innovations),
        sheet('people.csv', people),
      ])
    await says(desk, 'This is what would be added')
    await press(desk, /^Add /)
    await says(desk, 'Everything is added')

    // Badges: one person opens the link of the QR code, one types the code.
    const badges = await links(desk)
    const { page: jo } = await someone(PHONE)
    await jo.goto(badges['Jo Ellis']?.url ?? '')
    await says(jo, 'You are Jo Ellis.')
    const { page: sam } = await someone(PHONE)
    await sam.goto(at(`/s/${EVENT}/me`))
    await sam.getByLabel('Code on your badge').fill(badges['Sam Rees']?.code ?? '')
    await sam.getByLabel('Surname').fill('rees')
    await press(sam, 'Sign in')
    await says(sam, 'You are signed in as Sam Rees')
    const { page: priya } = await someone(PHONE)
    await priya.goto(badges['Priya Shah']?.url ?? '')
    await priya.waitForURL(`**/s/${EVENT}/host`)

    // The stage display, and a block of pitches that runs by itself.
    await desk.goto(at(`/console/${EVENT}`))
    const stageLink = await desk.evaluate(() => {
      const held = document.getElementById('state')?.textContent ?? ''
      return (JSON.parse(held) as { links: { stage: string } }).links.stage
    })
    const { page: stage } = await someone({ width: 1920, height: 1080 })
    await stage.goto(at(new URL(stageLink).pathname))
    await press(desk, /^Start: Priya Shah/)
    await stage.locator('.stage__phase', { hasText: STAGE.phase.running }).waitFor()
    await says(stage, 'Better Care')
    await says(jo, 'Want to talk to them?')
    await press(jo, 'Yes, at their table')
    await jo.getByRole('button', { name: 'Yes, at their table', pressed: true }).waitFor()
    await stage.locator('.stage__phase', { hasText: STAGE.phase.changeover }).waitFor()
    await stage.locator('.stage__title', { hasText: 'Carers Count' }).waitFor({ timeout: 20_000 })

    // Choosing: two phones want the last seat, and both have asked before either is answered.
    await desk
      .getByRole('button', { name: /Open choosing|End the pitches/ })
      .first()
      .waitFor()
    await openChoosing(desk)
    for (const phone of [jo, sam]) {
      await phone.goto(at(`/s/${EVENT}/me?view=tables`))
      await says(phone, 'Live.')
    }
    const last = (phone: Page) =>
      phone.locator('.tablecard', { hasText: 'Better Care' }).getByRole('button')
    await Promise.all([last(jo).waitFor(), last(sam).waitFor()])
    process.kill(server.child.pid ?? 0, 'SIGSTOP')
    await Promise.all([last(jo).click(), last(sam).click()])
    await Promise.all([says(jo, 'Asking for it…'), says(sam, 'Asking for it…')])
    process.kill(server.child.pid ?? 0, 'SIGCONT')
    const outcome = (phone: Page): Promise<'has it' | 'too late'> =>
      Promise.race([
        says(phone, 'You have table 1').then(() => 'has it' as const),
        says(phone, 'Table 1 filled up while you were choosing').then(() => 'too late' as const),
      ])
    const outcomes = await Promise.all([outcome(jo), outcome(sam)])
    expect([...outcomes].sort()).toEqual(['has it', 'too late'])
    const [winner, loser] = outcomes[0] === 'has it' ? [jo, sam] : [sam, jo]
    const names = outcomes[0] === 'has it' ? ['Jo Ellis', 'Sam Rees'] : ['Sam Rees', 'Jo Ellis']
    await says(loser, /Tables 2 and 3 have room/)
    await loser.locator('.tablecard', { hasText: 'Warm Homes Map' }).getByRole('button').click()
    await says(loser, 'You have table 2')
    // The presenter sees who is coming, by name.
    await says(priya, names[0] ?? '')
    expect(await priya.getByText(names[1] ?? '').count()).toBe(0)

    // The round: close, move, talk.
    await press(desk, /Close choosing/)
    await press(desk, /Move/)
    await answerYes(desk)
    await winner.goto(at(`/s/${EVENT}/me`))
    await says(winner, 'Go now to')
    await press(desk, /Start talking/)
    await stage.locator('.stage__phase', { hasText: STAGE.phase.talking }).waitFor()
    await says(winner, 'You are at')

    // The laptop dies in mid-round, and comes back.
    const ends = await endOfRound(stage)
    await server.kill9()
    await says(stage, STAGE.ownClock)
    expect(Math.abs((await endOfRound(stage)) - ends)).toBeLessThan(1500)
    server = await startServer(data.folder, { port: server.port })
    await stage.getByText(STAGE.ownClock).waitFor({ state: 'hidden', timeout: 20_000 })
    expect(Math.abs((await endOfRound(stage)) - ends), 'the clock is true').toBeLessThan(1500)
    await says(winner, 'You are at')
    await says(loser, 'Live.')
    await priya.getByText(names[0] ?? '', { exact: true }).waitFor()

    // It ends, and what happened goes out as files.
    await press(desk, /End round/)
    await answerYes(desk)
    await says(desk, /over/)
    for (const [file, words] of [
      ['picks', names[0] ?? ''],
      ['people', 'Dee Okoro'],
      ['clock', 'Better Care'],
    ] as const) {
      const text = await desk.evaluate(
        (path) => fetch(path).then((answer) => answer.text()),
        `/api/shows/${EVENT}/exports/${file}.csv`,
      )
      expect(text, file).toContain(words)
    }
    for (const page of [desk, jo, sam, priya, stage]) await page.close()
    expect(wrong).toEqual([])
  },
)

/** Choosing opens; where the console asks whether to end the pitches first, they end. */
async function openChoosing(desk: Page): Promise<void> {
  await desk
    .getByRole('button', { name: /Open choosing/ })
    .first()
    .click()
  await answerYes(desk)
}

/** Answers the question that the console may ask. */
async function answerYes(desk: Page): Promise<void> {
  const question = desk.getByRole('alertdialog')
  try {
    await question.waitFor({ timeout: 2500 })
  } catch {
    return // it did not ask
  }
  await question.getByRole('button').first().click()
  await question.waitFor({ state: 'hidden' })
}

/** When the clock that the display shows will be at zero, ms. */
async function endOfRound(stage: Page): Promise<number> {
  const digits = (await stage.locator('.stage__digits').textContent()) ?? ''
  const [minutes = 0, seconds = 0] = digits.replace('+', '-').split(':').map(Number)
  const left = digits.startsWith('+') ? -(seconds - minutes * 60) : minutes * 60 + seconds
  return Date.now() + left * 1000
}

interface BadgeLink {
  url: string
  code: string
}

/** Everyone's badge, as the console hands it out. */
async function links(desk: Page): Promise<Record<string, BadgeLink>> {
  await desk.goto(at(`/console/${EVENT}/people`))
  const all = await desk.evaluate(async (event) => {
    const held = JSON.parse(document.getElementById('state')?.textContent ?? '') as {
      state: { parts: { people: { id: string; name: string }[] } }
    }
    const found: [string, BadgeLink][] = []
    for (const { id, name } of held.state.parts.people) {
      const answer = await fetch(`/api/shows/${event}/people/${id}/link`)
      found.push([name, (await answer.json()) as BadgeLink])
    }
    return found
  }, EVENT)
  return Object.fromEntries(
    all.map(([name, { url, code }]) => [name, { code, url: at(new URL(url).pathname) }]),
  )
}
