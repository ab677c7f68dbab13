import { connect, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import type { PersonId } from '#shared/show/words.ts'
import { opened, person, SHOW } from './site.ts'

test('no line of the log holds a name, an address, a token, a search or a body', async () => {
  const site = await opened()
  const jo = 'per-joellis' as PersonId
  await site.send(person(jo, 'Canaryname Ellis'))
  await site.access.passphrase.set('canary passphrase words')
  const made = await site.access.claim.make()
  const token = made.ok ? made.token : ''
  const pass = site.access.passes.pass({ role: 'person', show: SHOW, person: jo, generation: 0 })
  const code = site.access.passes.code(SHOW, jo, 0)
  const phone = await site.badge(jo)
  const organiser = await site.organiser()
  site.lines.length = 0

  await phone.get(`/b/${pass}`)
  await phone.get(`/B/${pass}`)
  await phone.get(`/s/${SHOW}/me?find=Canarysearch`)
  await phone.get(`/canaryplace/${pass}?x=Canarysearch`, { 'user-agent': 'Canaryagent' })
  await phone.post(`/s/${SHOW}/sign-in`, { code, surname: 'Canaryname', as: 'phone' })
  await phone.post(`/s/${SHOW}/commands`, { type: 'canarytype', as: 'phone' })
  await organiser.json(`/s/${SHOW}/commands`, person('per-other1', 'Canaryother'))
  await organiser.json(`/s/${SHOW}/commands`, { type: 'Canarybody' })
  const headers = { 'content-type': 'application/json', origin: 'http://hall.test:3000' }
  await site.app.inject({
    method: 'POST',
    url: '/api/shows',
    payload: '{"Canarybroken": Canary',
    headers: { ...headers, host: 'hall.test:3000', cookie: cookieOf(organiser.cookies) },
  })
  await organiser.get(`/s/${SHOW}/badges`)
  await organiser.get(`/api/shows/${SHOW}/people/${jo}/link`)
  await phone.get(`/claim/${token}`)
  await phone.post(`/claim/${token}`, {})
  await phone.post('/sign-in', { passphrase: 'canary passphrase words', to: '/console' })
  await phone.post('/sign-in', { passphrase: 'canary guess', to: '/console' })
  await sendGarbage(site.app)

  const lines = site.lines.filter((line) => !line.includes('Server listening'))
  const log = lines.join('')
  expect(lines.length, 'there are lines').toBeGreaterThan(12)
  expect(log).toContain('"route":"/s/:event/commands"')
  expect(log.toLowerCase()).not.toContain('canary')
  for (const secret of [token, pass, code, '127.0.0.1', 'example.org', jo])
    expect(log, secret).not.toContain(secret)
  for (const cookie of Object.values({ ...phone.cookies, ...organiser.cookies }))
    expect(log).not.toContain(cookie)
})

test('a bug is logged where it happened, without what a parser quotes', async () => {
  const site = await opened({
    store: (store) => ({
      ...store,
      session: async () => JSON.parse('Canary'),
    }),
  })
  const page = await site.browser({ 'pitch-and-talk': 'x' }).get('/')
  expect(page.statusCode).toBe(500)
  const failed = site.lines.filter((line) => line.includes('"failed"'))
  expect(failed).toHaveLength(1)
  expect(failed[0]).toContain('SyntaxError')
  expect(failed[0]).toContain('log.test.ts')
  expect(failed[0]).not.toContain('Canary')
})

const cookieOf = (cookies: Record<string, string>): string =>
  Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')

/** What Node cannot read is quoted in its error: it must not reach the log. */
async function sendGarbage(app: Awaited<ReturnType<typeof opened>>['app']): Promise<void> {
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const socket = connect(port, '127.0.0.1')
  socket.end('GET /b/Canarypass HTTP/9.9 Canary\r\nCookie: Canary\r\n\r\n')
  const [answer] = await once(socket, 'data')
  expect(String(answer)).toContain('400 Bad Request')
  socket.destroy()
}
