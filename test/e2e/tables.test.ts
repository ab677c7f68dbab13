import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Command } from '#shared/show/commands.ts'
import type { InnovationId, PersonId, RoundId, TableId, WindowId } from '#shared/show/words.ts'
import { MINUTE } from '#shared/time/instant.ts'
import type { ConsoleData } from '#shared/wire/console.ts'
import type { Outcome } from '#shared/wire/live.ts'
import { begunShow } from '../../scripts/seed/day.ts'
import { storeDraft } from '../../scripts/seed/into-store.ts'
import { openStore } from '../../server/store/open.ts'
import { openConsole } from '../client/console-data/support.ts'
import { sure } from '../client/phone/states.ts'
import { openBrowser, PHONE, troubles } from '../support/browser.ts'
import { type Commander, commander } from '../support/commander.ts'
import { personGrant, session, SHOW } from '../support/seeded.ts'
import { dataFolder, type RunningServer, startServer } from '../support/server.ts'

// Forty delegates choose twice: two rounds before lunch and two after it. Thirty-six of them have come.

const PEOPLE = 40
const HERE = 36
const MORNING = 'win-morning' as WindowId
const AFTERNOON = 'win-afternoon' as WindowId
const SIZE = { delegates: PEOPLE, pitches: 6, rounds: 4, capacity: 8, byItself: false }

const data = dataFolder()
const now = Date.now()
let server: RunningServer
let browser: Browser
let organiser = ''
const cookies: string[] = []
let hostCookie = ''
let draft: ReturnType<typeof begunShow>

beforeAll(async () => {
  draft = begunShow(SHOW, now, SIZE)
  const { does, full, stage } = draft
  for (const pitch of full.pitches) {
    does({ type: 'load-item', stage, segment: full.block, pitch }, now - 9 * MINUTE)
    does({ type: 'start-clock', stage }, now - 9 * MINUTE)
    does({ type: 'finish-item', stage }, now - 8 * MINUTE)
  }
  const windows: [WindowId, string, RoundId[]][] = [
    [MORNING, 'Before lunch', full.rounds.slice(0, 2)],
    [AFTERNOON, 'After lunch', full.rounds.slice(2)],
  ]
  for (const [id, title, rounds] of windows)
    does(
      { type: 'save-window', window: { ...WINDOW, id, title, rounds, follows: [full.block] } },
      now,
    )
  for (const person of full.delegates.slice(0, HERE)) does({ type: 'check-in', person }, now)
  for (const person of full.delegates.slice(HERE)) does({ type: 'undo-check-in', person }, now)
  const opened = await openStore({ folder: data.folder })
  if (!opened.ok) throw new Error(opened.reason)
  const { store } = opened
  await storeDraft(store, draft)
  for (const person of full.delegates) cookies.push(await session(store, personGrant(person), now))
  const host = sure(draft.show.tables[sure(full.tables[0])]?.hosts[0])
  hostCookie = await session(store, personGrant(host), now)
  organiser = await session(store, { role: 'organiser', generation: 1 }, now)
  await store.close()
  server = await startServer(data.folder)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.kill9()
  data.done()
})

const WINDOW = {
  tables: null,
  policy: 'nested' as const,
  perOrganisation: null,
  mustMeets: 4,
  everyone: false,
  byItself: false,
  publishesItself: false,
  opensBefore: 0,
  closesBefore: 0,
}

async function send(command: Command, cookie = organiser): Promise<Outcome> {
  const answer = await fetch(`${server.url}/s/${SHOW}/commands`, {
    method: 'POST',
    headers: { cookie, origin: server.url, 'content-type': 'application/json' },
    body: JSON.stringify(command),
  })
  return (await answer.json()) as Outcome
}
async function done(command: Command, cookie = organiser): Promise<void> {
  expect(await send(command, cookie), command.type).toMatchObject({ ok: true })
}
async function parts() {
  const answer = await fetch(`${server.url}/console/${SHOW}`, { headers: { cookie: organiser } })
  const json = /id="state">(.*?)<\/script>/s.exec(await answer.text())?.[1] ?? 'null'
  const page = JSON.parse(json) as ConsoleData | null
  if (page?.page !== 'show') throw new Error('there is no console')
  return page.state.parts
}
const picks = async (round: RoundId): Promise<Record<PersonId, TableId>> => ({
  ...(await parts()).picks[round],
})
async function phone(cookie: string, path = 'me'): Promise<Page> {
  const context = await browser.newContext({ viewport: PHONE, reducedMotion: 'reduce' })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, domain: 'hall.test', path: '/' }])
  const page = await context.newPage()
  troubles(page)
  await page.goto(`http://hall.test:${server.port}/s/${SHOW}/${path}`)
  await page.locator('h1').first().waitFor()
  return page
}

test(
  'forty delegates choose twice: ranking, dry run, what-if, publishing, a table that closes, chairs that are counted',
  { timeout: 150_000 },
  async () => {
    const { full } = draft
    const [one = '' as RoundId, two = '' as RoundId] = full.rounds
    const { page: desk } = await openConsole(browser, server.port, organiser, 'choosing')
    const panel = desk.getByRole('region', { name: 'Before lunch' })
    await panel.getByRole('button', { name: 'Open choosing now' }).click()
    await panel.getByText('Open now').waitFor()

    // One taps on a real phone; the others send their lists at once, over sockets. All like the first table best.
    const jo = await phone(sure(cookies[0]))
    await jo.getByText('Tap your top three').first().waitFor()
    for (const table of [1, 2, 3])
      await jo.locator('button.wish', { hasText: new RegExp(`Table ${table} `) }).click()
    await expect
      .poll(async () => Object.values((await parts()).demand.innovations).length)
      .toBeGreaterThan(0)
    const others: Commander[] = []
    for (const [index, cookie] of cookies.entries())
      if (index > 0)
        others.push(await commander(server.port, { cookie, device: `delegate-${index}` }))
    const lists = others.map((_, index): InnovationId[] => {
      const [first, ...rest] = full.innovations
      const from = index % rest.length
      return [sure(first), ...rest.slice(from), ...rest.slice(0, from)].slice(0, 4)
    })
    const answers = await Promise.all(
      others.map(async ({ give }, index) => {
        const [liked] = lists[index] ?? []
        await give(1, { type: 'set-answer', innovation: sure(liked), answer: 'yes' })
        return give(2, { type: 'set-wishes', innovations: sure(lists[index]) })
      }),
    )
    expect(answers.filter(({ ok }) => !ok)).toEqual([])
    await panel.getByText(`${PEOPLE} of ${PEOPLE}`).first().waitFor()
    await panel.getByText(`Seating ${HERE} who are here; ${PEOPLE - HERE} not arrived`).waitFor()

    // Closing: a dry run that nobody is told of, and a what-if beside it that leaves no trace.
    await panel.getByRole('button', { name: 'Close choosing now' }).click()
    await desk.getByRole('alertdialog').getByRole('button', { name: 'Close choosing' }).click()
    await panel.getByText('get their first choice').first().waitFor()
    await jo.getByText('Choosing has closed').first().waitFor()
    expect(await picks(one)).toEqual({})
    const [dry] = (await parts()).seatings[MORNING] ?? []
    expect(dry).toMatchObject({ people: HERE, absent: PEOPLE - HERE })
    // Sixteen seats at the table that all thirty-six want most.
    expect(dry?.figures.firstChoice).toBeCloseTo(16 / 36)
    expect(dry?.figures.worstOff).toBeGreaterThanOrEqual(1)
    await panel.getByText(/^More:/).click()
    await panel
      .getByRole('checkbox', { name: /^Seat everybody/ })
      .last()
      .check()
    await panel.getByRole('button', { name: 'Try it' }).click()
    await panel.getByText('Side by side').waitFor()
    expect((await parts()).seatings[MORNING]).toHaveLength(1)

    await panel.getByRole('button', { name: 'Publish', exact: true }).first().click()
    await desk.getByRole('alertdialog').getByRole('button', { name: 'Publish' }).click()
    await jo
      .getByText(/^Table \d|TABLE/i)
      .first()
      .waitFor()
    const morning = await picks(one)
    expect(Object.keys(morning)).toHaveLength(HERE)
    for (const person of full.delegates.slice(HERE)) expect(morning[person]).toBeUndefined()

    // A table closes in round 2: its people, and nobody else, are told another one.
    const before = await picks(two)
    const joId = sure(full.delegates[0])
    const closing = sure(before[joId])
    const fallen = Object.keys(before).filter((person) => before[person as PersonId] === closing)
    const number = draft.show.tables[closing]?.number ?? 0
    await done({ type: 'set-round-seats', round: two, table: closing, seats: 0 })
    await expect
      .poll(async () => Object.keys(await picks(two)).filter((id) => fallen.includes(id)).length)
      .toBe(Math.min(fallen.length, 5 * 8 - (HERE - fallen.length)))
    const after = await picks(two)
    for (const person of Object.keys(before) as PersonId[])
      if (fallen.includes(person)) expect(after[person]).not.toBe(closing)
      else expect(after[person]).toBe(before[person])
    expect(await picks(one), 'the other round is as it was').toEqual(morning)
    await jo.goto(`http://hall.test:${server.port}/s/${SHOW}/me?view=tables&round=${two}`)
    await jo
      .getByText(new RegExp(`Table ${number}\\b`))
      .first()
      .waitFor()
    await jo.getByText('Closed in this round').first().waitFor()

    // Round 1. Nobody has counted, so an empty chair at a full table is not given away.
    const table = sure(full.tables[0])
    const at = (id: TableId) => Object.values(morning).filter((one) => one === id).length
    expect(at(table), 'the table that all want is full').toBe(8)
    await done({ type: 'move-round', round: one })
    await done({ type: 'run-round', round: one })
    const late = sure(cookies[PEOPLE - 1])
    const sits = { type: 'walk-up', round: one, table } as const
    expect(await send(sits, late)).toMatchObject({ ok: false, code: 'no-room-now' })
    const host = await phone(hostCookie, 'host')
    await done({ type: 'count-came', round: one, table, came: 7 }, hostCookie)
    await done(sits, late)
    expect((await parts()).came[one]?.[table]).toBe(8)
    expect(await send(sits, sure(cookies[PEOPLE - 2])), 'one chair was empty').toMatchObject({
      ok: false,
    })
    const { people } = await parts()
    const latecomer = sure(people.find(({ id }) => id === full.delegates[PEOPLE - 1]))
    await host.getByText(latecomer.name).first().waitFor()
    for (const round of [one, two]) await done({ type: 'end-round', round })

    // After lunch the lists are still there; nobody is sent where they have been.
    await done({ type: 'open-window', window: AFTERNOON })
    await done({ type: 'close-window', window: AFTERNOON })
    await expect.poll(async () => (await parts()).seatings[AFTERNOON]?.length).toBe(1)
    const run = sure((await parts()).seatings[AFTERNOON]?.[0])
    expect(run.people, 'whoever walked up has arrived').toBe(HERE)
    await done({ type: 'publish-seating', window: AFTERNOON, run: run.id })
    const all = await parts()
    for (const person of full.delegates) {
      const visits = full.rounds.flatMap((round) => all.picks[round]?.[person] ?? [])
      expect(new Set(visits).size, 'nobody is at a table twice').toBe(visits.length)
    }
    for (const round of full.rounds)
      for (const id of full.tables) {
        const seats = all.rounds[round]?.seats[id] ?? 8
        expect(all.seats[round]?.[id] ?? 0).toBeLessThanOrEqual(seats)
      }
    for (const { phone: line } of others) line.close()
    await jo.context().close()
    await host.context().close()
  },
)
