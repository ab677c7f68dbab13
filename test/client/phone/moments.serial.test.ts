import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { type Hall, openHall, openPhone, type OpenPhone } from './hall.ts'
import { sure } from './states.ts'

let browser: Browser
let hall: Hall
let phone: OpenPhone
let host: OpenPhone

beforeAll(async () => {
  hall = await openHall()
  browser = await openBrowser()
  phone = await openPhone(browser, hall, sure(hall.cookies[0]))
  host = await openPhone(browser, hall, sure(hall.presenters[0]), { colorScheme: 'dark' })
})
afterAll(async () => {
  await browser?.close()
  await hall?.close()
})

const both = async (): Promise<void> => {
  for (const [one, path] of [
    [phone, 'me'],
    [host, 'host'],
  ] as const) {
    await one.go(path)
    expect(await one.axe(), path).toEqual([])
    expect(await one.tight(), path).toEqual([])
  }
}
const heading = (one: OpenPhone, name: string | RegExp) =>
  one.page.getByRole('heading', { level: 1, name }).waitFor()

describe('pages come to life as they were drawn, and are accessible', () => {
  // Every view of somebody who is signed in is among the pages of the route table.
  it('what was found, and every view of somebody who is not signed in', async () => {
    const found = 'me?view=tables&find=a'
    await phone.go(found)
    expect([...(await phone.axe()), ...(await phone.tight())], found).toEqual([])
    const out = await openPhone(browser, hall, null)
    for (const view of ['me', 'me?view=tables', 'host']) {
      await out.go(view)
      expect(await out.axe(), `${view} signed out`).toEqual([])
    }
    expect([...phone.wrong, ...host.wrong, ...out.wrong]).toEqual([])
    await out.close()
  })

  it('every moment as it comes, without the page being loaded', async () => {
    const round = hall.round
    await both()
    await heading(phone, 'Choose a table')
    await heading(host, 'Nobody has chosen')

    await hall.send({ type: 'pick-table', round, table: sure(hall.tables[0]) }, hall.cookies[0])
    await heading(host, '1 person is coming')
    await hall.send({ type: 'next-item', stage: hall.stage })
    await phone.page.getByText('Want to talk to them?').waitFor()
    await phone.page.locator('.onstage__left', { hasText: /^1:[0-3]\d left$/ }).waitFor()
    await host.page.getByText('You are on stage now', { exact: true }).waitFor()
    await both()

    await hall.send({ type: 'finish-item', stage: hall.stage })
    await heading(phone, 'Better Care')
    await phone.page.getByText('You have just heard').waitFor()
    await both()

    for (let pitch = 1; pitch < hall.full.pitches.length; pitch++) {
      await hall.send({
        type: 'load-item',
        stage: hall.stage,
        segment: hall.full.block,
        pitch: sure(hall.full.pitches[pitch]),
      })
      await hall.send({ type: 'start-clock', stage: hall.stage })
      await hall.send({ type: 'finish-item', stage: hall.stage })
    }
    await hall.send({ type: 'close-round', round })
    await heading(phone, /^Table 1/)
    await both()

    await hall.send({ type: 'move-round', round })
    await phone.page.getByText('Go now to').waitFor()
    await phone.page.locator('.goto__count', { hasText: /^Starts in [23]:\d\d \(/ }).waitFor()
    await both()

    await hall.send({ type: 'run-round', round })
    await heading(phone, /^Table 1/)
    await heading(host, '1 person has a seat at your table')
    await both()

    await hall.send({ type: 'hold-day' })
    await heading(phone, 'The day is on hold')
    await host.page.getByText('The day is on hold').waitFor()
    await both()
    expect([...phone.wrong, ...host.wrong]).toEqual([])
  })

  it('somebody who is erased is told so', async () => {
    const gone = await openPhone(browser, hall, sure(hall.cookies[5]))
    await gone.go('me?view=day')
    await hall.send({ type: 'erase-person', person: sure(hall.full.delegates[5]) })
    await gone.page.getByText('You are not on the list of this event any more').waitFor()
    expect(gone.wrong).toEqual([])
    await gone.close()
  })
})
