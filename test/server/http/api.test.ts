import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { singleCommands } from '#shared/show/commands.ts'
import { PERMISSIONS } from '#shared/show/permissions.ts'
import type { PersonId } from '#shared/show/words.ts'
import { HOST, opened, ORIGIN, person, SHOW } from './site.ts'

const JO = 'per-joellis' as PersonId
const json = { accept: 'application/json' }
const fresh = {
  id: 'york-2027',
  title: 'York',
  place: 'Guildhall',
  zone: 'Europe/London',
  days: ['2027-01-05'],
}

describe('events', () => {
  test('are made and listed by organisers', async () => {
    const site = await opened()
    const organiser = await site.organiser()
    const made = await organiser.json('/api/shows', fresh)
    expect([made.statusCode, made.json()]).toEqual([201, { id: 'york-2027' }])
    const { stages } = site.shows.get('york-2027')?.show() ?? { stages: {} }
    expect(Object.keys(stages)).toHaveLength(1)
    const { shows } = (await organiser.get('/api/shows', json)).json()
    expect(shows).toContainEqual({
      id: 'york-2027',
      title: 'York',
      place: 'Guildhall',
      days: ['2027-01-05'],
      people: 0,
      here: 0,
      standing: 'draft',
      rehearsalOf: null,
    })
    expect(
      (await site.browser().json('/api/shows', { ...fresh, id: 'hull-2027' })).statusCode,
    ).toBe(401)
    expect((await site.browser().get('/api/shows', json)).statusCode).toBe(401)
  })
  test('with something wrong are refused with the field', async () => {
    const site = await opened()
    const organiser = await site.organiser()
    const ask = async (change: object) => {
      const answer = await organiser.json('/api/shows', { ...fresh, ...change })
      const { code, field, message } = answer.json()
      expect(message).toMatch(/^\S.*\.$/)
      return [answer.statusCode, code, field]
    }
    expect(await ask({ id: SHOW })).toEqual([409, 'already-exists', 'id'])
    expect(await ask({ id: 'Has Capitals' })).toEqual([422, 'bad-value', 'id'])
    expect(await ask({ zone: 'Mars/Base' })).toEqual([422, 'bad-value', 'zone'])
    expect(await ask({ days: ['2027-02-30'] })).toEqual([422, 'bad-value', 'days'])
    expect(await ask({ days: [] })).toEqual([400, 'bad-request', 'days'])
    expect(await ask({ title: ' ' })).toEqual([400, 'bad-request', 'title'])
    expect(await ask({ days: '2027-01-05' }), 'nothing is coerced').toEqual([
      400,
      'bad-request',
      'days',
    ])
    expect(await ask({ more: 1 })).toEqual([400, 'bad-request', 'more'])
  })
})

describe('the link of a person', () => {
  test('opens their page and tells what is held of them, for whoever works there', async () => {
    const site = await opened()
    await site.send(person(JO, 'Jo Ellis'))
    await site.send(person('per-samrees', 'Sam Rees', ['helper']))
    const url = `/api/shows/${SHOW}/people/${JO}/link`
    const sam = await site.badge('per-samrees' as PersonId)
    const link = (await sam.get(url, json)).json()
    expect(link.code).toBe(site.access.passes.code(SHOW, JO, 0))
    expect(link.qr).toMatch(/^<\?xml.*<svg /)
    expect(link.details).toEqual({
      name: 'Jo Ellis',
      organisation: 'Leeds City Council',
      jobTitle: 'Housing lead',
      email: 'per-joellis@example.org',
      ticket: 'T-per-joellis',
    })
    const phone = site.browser()
    expect(link.url.startsWith(`${ORIGIN}/b/`)).toBe(true)
    expect((await phone.get(new URL(link.url).pathname)).statusCode).toBe(303)
    expect((await (await site.badge(JO)).get(url, json)).statusCode).toBe(401)
    expect((await sam.get(url.replace(JO, 'per-nobody'), json)).statusCode).toBe(404)
  })
  test('never opens more than its asker may do', async () => {
    const site = await opened()
    await site.send(person('per-samrees', 'Sam Rees', ['helper']))
    await site.send(person('per-manager', 'Ann Day', ['stage-manager']))
    await site.send(person('per-bossone', 'Bo Long', ['organiser', 'delegate']))
    const sam = await site.badge('per-samrees' as PersonId)
    const link = (id: string) => `/api/shows/${SHOW}/people/${id}/link`
    const ask = async (id: string) => (await sam.get(link(id), json)).statusCode
    expect([await ask('per-samrees'), await ask('per-manager'), await ask('per-bossone')]).toEqual([
      200, 403, 403,
    ])
    const page = await sam.get(`/s/${SHOW}/badges`)
    expect(page.body).toContain('Rees')
    expect(page.body).not.toContain('Long')
    expect(page.body).toContain('2 badges left out')
    expect((await (await site.organiser()).get(link('per-bossone'), json)).statusCode).toBe(200)
  })
})

describe('the passphrase', () => {
  test('is chosen by an organiser, who stays signed in', async () => {
    const site = await opened()
    const [one, two] = [await site.organiser(), await site.organiser()]
    const short = await one.json('/api/passphrase', { passphrase: 'short' })
    expect([short.statusCode, short.json().field]).toEqual([422, 'passphrase'])
    await one.json('/api/passphrase', { passphrase: 'four plain words here' })
    const changed = await one.json('/api/passphrase', { passphrase: 'four other words here' })
    expect(changed.json().ok).toBe(true)
    expect((await one.get('/api/shows', json)).statusCode).toBe(200)
    expect((await two.get('/api/shows', json)).statusCode).toBe(401)
    expect(
      (await site.browser().json('/api/passphrase', { passphrase: 'x'.repeat(20) })).statusCode,
    ).toBe(401)
  })
})

describe('the description', () => {
  test('is OpenAPI and holds every command that may be sent', async () => {
    const { browser } = await opened()
    const api = (await browser().get('/api/docs/json')).json()
    expect(api.openapi).toBe('3.1.0')
    expect(Object.keys(api.paths)).toContain('/s/{event}/commands')
    for (const [path, methods] of Object.entries<
      Record<string, { operationId?: string; parameters?: { name: string; in: string }[] }>
    >(api.paths))
      for (const operation of Object.values(methods)) {
        expect(operation.operationId, path).toBeTruthy()
        const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
        const inPath = (operation.parameters ?? []).filter((each) => each.in === 'path')
        expect(inPath.map((each) => each.name)).toEqual(named)
      }
    const text = JSON.stringify(api.components.schemas)
    for (const [, name = ''] of JSON.stringify(api).matchAll(
      /"\$ref":"#\/components\/schemas\/([^"]+)"/g,
    ))
      expect(api.components.schemas, name).toHaveProperty(name)
    expect(JSON.stringify(api)).toContain('"$ref":"#/components/schemas/pick-table"')
    for (const type of Object.keys(singleCommands))
      expect(text.includes(`"enum":["${type}"]`), type).toBe(
        // What only the server sends is nobody's to know.
        PERMISSIONS[type as keyof typeof PERMISSIONS].some((who) => who !== 'system'),
      )
  })
})

describe('health', () => {
  test('is good while the server runs, and says when it is going', async () => {
    const { app, browser } = await opened()
    expect((await browser().get('/healthz')).json()).toEqual({ status: 'ok' })
    expect((await browser().get('/readyz')).json()).toEqual({ status: 'ready' })
    await app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = app.server.address() as AddressInfo
    const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`)
    // A visitor who reads slowly: the server waits for them while it closes.
    const { promise: slow, resolve: release } = Promise.withResolvers<void>()
    const close = app.server.close.bind(app.server)
    app.server.close = (done) => {
      const hangUp = async () => {
        await slow
        close(done)
      }
      void hangUp()
      return app.server
    }
    const closed = app.close()
    await expect.poll(async () => (await ask('/readyz')).status).toBe(503)
    const page = await ask('/')
    expect(page.status).toBe(503)
    expect(await page.text()).toContain('The server is stopping')
    expect((await ask('/healthz')).status).toBe(200)
    release()
    await closed
  })
  test('is bad when the data cannot be read', async () => {
    let broken = false
    const { browser, lines } = await opened({
      store: (store) => ({
        ...store,
        setting: async (key) => {
          if (broken) throw new Error('disk I/O error')
          return store.setting(key)
        },
      }),
    })
    broken = true
    expect((await browser().get('/readyz')).json()).toEqual({ status: 'store-failing' })
    expect(lines.join('')).toContain('store unreadable')
    const page = await browser().get('/')
    expect(page.statusCode).toBe(500)
    expect(page.body).toContain('it is our fault')
    expect(page.body).not.toContain('disk')
  })
})

test('the example files are there to start from', async () => {
  const { browser } = await opened()
  for (const name of ['programme', 'innovations', 'people']) {
    const file = await browser().get(`/example/${name}.csv`)
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(file.headers['content-disposition']).toContain(`${name}.csv`)
    expect(file.body.split('\n').length).toBeGreaterThan(5)
  }
  for (const name of ['..%2f..%2fapp.ts', 'other.csv', 'people'])
    expect((await browser().get(`/example/${name}`)).statusCode, name).toBe(404)
  expect((await browser().get('/favicon.ico', { host: HOST })).headers['content-type']).toBe(
    'image/svg+xml',
  )
})
