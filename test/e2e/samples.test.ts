import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { LAPTOP, openBrowser, PHONE, troubles } from '../support/browser.ts'
import { dataFolder, startServer } from '../support/server.ts'

const SAMPLES = fileURLToPath(new URL('../../../shared/samples/', import.meta.url))

test('from an empty server to a full programme by files that nobody here wrote', async ({
  skip,
}) => {
  skip(!existsSync(SAMPLES), 'the samples folder is not beside this checkout')
  const data = dataFolder()
  const server = await startServer(data.folder)
  const browser = await openBrowser()
  const page = await (await browser.newContext({ viewport: LAPTOP })).newPage()
  const wrong = troubles(page)
  const at = (path: string): string => `http://hall.test:${server.port}${path}`
  try {
    await page.goto(at(server.claim ?? ''))
    await page.getByRole('button', { name: 'I am the organiser' }).click()
    await page.getByLabel('What is it called?').fill('Sample day')
    await page.getByLabel('Day 1', { exact: true }).fill('2017-05-27')
    await page.getByRole('button', { name: 'Create the event' }).click()
    await page.waitForURL('**/files')
    const add = async (file: string, button: RegExp): Promise<void> => {
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles(SAMPLES + file)
      await page.getByRole('button', { name: button }).click()
      await page.getByText('Everything is added').waitFor()
    }
    await add('sessionize-demo-All.json', /^Add \d+ programme items$/)
    await page.getByRole('button', { name: 'Load more files' }).click()
    await add('eb2ez-eventbrite-attendee-report.csv', /^Add \d+ (people|person)$/)

    // The programme: stages side by side, with who speaks; nothing is lost when it is published.
    await page.getByRole('link', { name: 'Programme', exact: true }).click()
    await page.locator('.stages__one').nth(2).waitFor()
    await page.locator('.plan__item', { hasText: 'Aiden Test' }).first().waitFor()
    await page.getByRole('button', { name: 'Publish the programme' }).click()
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByText('The programme is on the public page.').waitFor()
    const event = /console\/([\w-]+)/.exec(page.url())?.[1] ?? ''
    const reader = await (await browser.newContext({ viewport: PHONE })).newPage()
    await reader.goto(at(`/s/${event}`))
    await reader
      .getByRole('link', { name: 'Aiden’s Session' })
      .or(reader.getByRole('link', { name: "Aiden's Session" }))
      .first()
      .waitFor()
    const calendar = await reader.evaluate(
      async (path) => (await fetch(path)).text(),
      `/s/${event}/calendar.ics`,
    )
    expect(calendar).toContain('BEGIN:VEVENT')
    // A guest of the report is a name for the crew alone.
    expect(await reader.content()).not.toMatch(/[\w.]+@[\w.]+\.\w/)
    expect(wrong).toEqual([])
  } finally {
    await browser.close()
    await server.kill9()
    data.done()
  }
})
