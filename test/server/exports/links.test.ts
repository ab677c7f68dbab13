import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { PersonId } from '#shared/show/words.ts'
import { opened, ORIGIN, person, SHOW } from '../http/site.ts'

const at = (name: string) => `/api/shows/${SHOW}/exports/${name}.csv`
const rowsOf = (text: string) => parse(text.replace(/^\ufeff/, ''), { delimiter: ',' })

test('links for a mail merge open each one’s page; who has no address is in a file of their own', async () => {
  const site = await opened()
  await site.send(person('per-joellis', 'Jo Ellis'))
  const bare = person('per-samrees', 'Sam Rees')
  if (bare.type === 'save-person' && bare.details) bare.details = { ...bare.details, email: '' }
  await site.send(bare)
  const organiser = await site.organiser()
  const [head, jo, ...more] = rowsOf((await organiser.get(at('links'))).body)
  expect(head).toEqual(['Name', 'E-mail', 'Link', 'Code', 'Organisation', 'Role'])
  expect(more).toEqual([])
  const [name, email, link = '', code = '', , role] = jo ?? []
  expect([name, email, role]).toEqual(['Jo Ellis', 'per-joellis@example.org', 'Delegate'])
  expect(code.replace(' ', '')).toBe(site.access.passes.code(SHOW, 'per-joellis' as PersonId, 0))
  expect(link.startsWith(`${ORIGIN}/b/`)).toBe(true)
  const phone = site.browser()
  expect((await phone.get(new URL(link).pathname)).statusCode).toBe(303)
  // A stranger is told to sign in.
  const calendar = await phone.get(`/s/${SHOW}/me/calendar.ics`)
  expect([calendar.statusCode, calendar.body.includes('for your calendar yet')]).toEqual([
    404,
    true,
  ])
  const [otherHead, sam, ...others] = rowsOf((await organiser.get(at('links-without-email'))).body)
  expect(otherHead).toEqual(['Name', 'Link', 'Code', 'Organisation', 'Role'])
  expect([sam?.[0], others]).toEqual(['Sam Rees', []])
})

test('nobody but an organiser gets them', async () => {
  const site = await opened()
  await site.send(person('per-joellis', 'Jo Ellis'))
  await site.send(person('per-manager', 'Ann Day', ['stage-manager']))
  for (const name of ['links', 'links-without-email'])
    for (const browser of [site.browser(), await site.badge('per-manager' as PersonId)]) {
      const answer = await browser.get(at(name), { accept: '*/*' })
      expect(answer.statusCode).toBe(401)
      expect(answer.body).not.toContain('/b/')
    }
})
