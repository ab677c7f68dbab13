import { expect, test } from 'vitest'
import type { PersonId } from '#shared/show/words.ts'
import { opened, type Opened, person, SHOW } from './site.ts'

const URL = `/s/${SHOW}/me/together`
const [JO, SAM, DEE] = ['per-joellis', 'per-samrees', 'per-deepatel'] as [
  PersonId,
  PersonId,
  PersonId,
]

async function hall(): Promise<Opened> {
  const site = await opened()
  for (const [id, name] of [
    [JO, 'Jo Ellis'],
    [SAM, 'Sam Rees'],
    [DEE, 'Dee Patel'],
  ] as const)
    await site.send(person(id, name))
  return site
}
const groups = (site: Opened) => site.runner().show().requests.groups
const letters = (page: string): string =>
  /Your letters for this: <b class="num">(\w{3} \w{3})</.exec(page)?.[1] ??
  expect.fail('no letters')

test('two people who type one another’s letters sit together; one alone asks in vain and in silence', async () => {
  const site = await hall()
  const [jo, sam] = [await site.badge(JO), await site.badge(SAM)]
  const own = { jo: letters((await jo.get(URL)).body), sam: letters((await sam.get(URL)).body) }
  expect(own.jo).not.toBe(own.sam)
  const before = (await sam.get(URL)).body
  const asked = await jo.post(URL, { code: own.sam.toLowerCase() })
  expect([asked.statusCode, asked.headers.location]).toEqual([303, URL])
  expect((await jo.get(URL)).body).toContain('That is noted.')
  expect((await jo.get(URL)).body).toContain('once they have typed your letters as well')
  expect((await sam.get(URL)).body, 'nobody is told').toBe(before)
  expect(groups(site)).toEqual([])
  await sam.post(URL, { code: own.jo })
  expect(groups(site)).toEqual([[SAM, JO]])
  expect((await jo.get(URL)).body).toContain('You sit together with 1 other,')
  expect((await jo.get(URL)).body, 'and names nobody').not.toContain('Sam')
  await jo.post(URL, { alone: 'yes' })
  expect((await jo.get(URL)).body).toContain('You go by yourself.')
  expect(groups(site)).toEqual([])
})

test('the letters sign nobody in, are not those of the badge, and end with a new badge', async () => {
  const site = await hall()
  const [jo, sam] = [await site.badge(JO), await site.badge(SAM)]
  const own = letters((await sam.get(URL)).body)
  expect(own.replace(' ', '')).not.toBe(site.access.passes.code(SHOW, SAM, 0))
  const stranger = site.browser()
  await stranger.post(`/s/${SHOW}/sign-in`, { code: own, surname: 'Rees' })
  expect((await stranger.get(URL)).statusCode).toBe(401)
  expect((await stranger.post(URL, { code: own })).statusCode).toBe(401)
  await site.send({ type: 'renew-pass', person: SAM })
  await jo.post(URL, { code: own })
  expect((await jo.get(URL)).body).toContain('Nobody here has these letters.')
  expect(site.runner().show().requests.asks).toEqual({})
})

test('wrong letters and one’s own are said in words', async () => {
  const site = await hall()
  const jo = await site.badge(JO)
  await jo.post(URL, { code: '' })
  expect((await jo.get(URL)).body).toContain('Nobody here has these letters.')
  await jo.post(URL, { code: letters((await jo.get(URL)).body) })
  expect((await jo.get(URL)).body).toContain('These are your own letters.')
  await site.send({ type: 'set-company', person: JO, others: [SAM, DEE] })
  expect((await jo.get(URL)).body).toContain('You sit together with 2 others')
})
