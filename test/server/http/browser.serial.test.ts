import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import type { PersonId } from '#shared/show/words.ts'
import { openBrowser, PHONE, troubles } from '../../support/browser.ts'
import { opened, person, SHOW } from './site.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Browsers decide what Origin and cookies they send with a form: no other test can know. */
test('a real browser signs in by link, passphrase and badge, and out again, over plain http', async () => {
  const site = await opened()
  await site.send(person('per-samrees', 'Sam Rees', ['helper']))
  await site.access.passphrase.set('four plain words here')
  await site.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = site.app.server.address() as AddressInfo
  const base = `http://hall.test:${port}`
  const context = await browser.newContext({ viewport: PHONE })
  const page = await context.newPage()
  const wrong = troubles(page)
  const signOut = async () => {
    // What the console's own button does.
    await page.evaluate(() => {
      const form = Object.assign(document.createElement('form'), {
        method: 'post',
        action: '/sign-out',
      })
      document.body.append(form)
      form.submit()
    })
    await page.waitForURL(`${base}/`)
  }

  const made = await site.access.claim.make()
  await page.goto(`${base}/claim/${made.ok ? made.token : ''}`)
  await page.getByRole('button', { name: 'I am the organiser' }).click()
  await page.waitForURL(`${base}/console`)
  await signOut()

  await page.goto(`${base}/sign-in?to=/console/${SHOW}`)
  await page.getByLabel('Organisers’ passphrase').fill('four plain words here')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(`${base}/console/${SHOW}`)
  await signOut()

  await page.goto(`${base}/sign-in?to=/console/${SHOW}`)
  await page.getByLabel('Code').fill(site.access.passes.code(SHOW, 'per-samrees' as PersonId, 0))
  await page.getByLabel('Surname').fill('rees')
  await page.getByRole('button', { name: 'Sign in with my badge' }).click()
  await page.waitForURL(`${base}/console/${SHOW}`)
  expect(await page.locator('#state').textContent()).toContain('"name":"Sam Rees"')

  expect(wrong).toEqual([])
  await context.close()
})
