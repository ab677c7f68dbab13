import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
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

it('a seat waited for arrives by itself; the host counts, a walk-up takes the chair, the host sees them', async () => {
  const { round } = hall
  const table = sure(hall.tables[0])
  const [first, second, third, waits, walks] = hall.cookies
  const later = sure(hall.full.rounds[1])
  await hall.send({ type: 'open-round', round: later })
  for (const cookie of [first, second, third])
    for (const one of [round, later])
      await hall.send({ type: 'pick-table', round: one, table }, cookie)

  const late = await openPhone(browser, hall, sure(waits))
  const { page } = late
  page.setDefaultTimeout(8_000)
  for (const [number, one] of [round, later].entries()) {
    await late.go(`me?view=tables&round=${one}`)
    const named = new RegExp(`^Wait for a seat\\s*: table 1 in round ${number + 1}`)
    await page.getByRole('button', { name: named }).click()
    await page.getByText('You are 1st in line').waitFor()
  }
  expect(await late.tight()).toEqual([])
  await late.go('me')
  await page.getByText('You wait for a seat').waitFor()
  // Round 1 moves within ten minutes: they are told, and take it. Round 2 is far off: the seat comes by itself.
  await hall.send({ type: 'leave-table', round }, first)
  await page.getByText('There is room at table 1 now').waitFor()
  await page.getByRole('button', { name: /^Choose\s*: table 1 in round 1/ }).click()
  await page.getByText('You have table 1').waitFor()
  await hall.send({ type: 'leave-table', round: later }, first)
  await page.getByText('You moved up to table 1 from the waiting list').waitFor()
  expect(await late.axe()).toEqual([])

  await hall.send({ type: 'move-round', round })
  const host = await openPhone(browser, hall, sure(hall.presenters[0]))
  await host.go('host')
  await host.page.getByText('Nobody counted, so no seat is given away.').waitFor()
  await page.getByRole('button', { name: 'I’m here' }).click()
  await page.getByText('You have said that you are here.').waitFor()
  await host.page.getByText('is here', { exact: true }).waitFor()

  // One said so: one is where the count starts, and two presses in a row are two.
  const more = host.page.getByRole('button', { name: 'One more' })
  await more.click()
  await more.click()
  await host.page.getByText('No chair is free').waitFor()
  await host.page.getByRole('button', { name: 'One less' }).click()
  await host.page.getByText('1 chair is free: somebody who walks up may take it.').waitFor()
  expect([...(await host.axe()), ...(await host.tight())]).toEqual([])

  const walker = await openPhone(browser, hall, sure(walks))
  await walker.go('me')
  await walker.page.getByText('You have no table in round 1').waitFor()
  expect(await walker.tight()).toEqual([])
  await walker.page.getByRole('link', { name: 'All tables with room now' }).click()
  await walker.page.getByRole('button', { name: /^Sit down here\s*: table 1 in/ }).click()
  await walker.page.getByText('You have table 1').waitFor()
  await host.page.getByText('walked up', { exact: true }).waitFor()
  await host.page.locator('output', { hasText: /^3$/ }).waitFor()
  await host.page.getByText('No chair is free').waitFor()
  await host.page.getByRole('button', { name: 'I need help' }).click()
  await host.page.getByText('The desk has been told: you need help.').waitFor()
  expect([...late.wrong, ...walker.wrong, ...host.wrong]).toEqual([])
  for (const phone of [late, host, walker]) await phone.close()
})
