import { describe, expect, test } from 'vitest'
import type { PersonId } from '#shared/show/words.ts'
import { opened, person, SHOW } from './site.ts'

const JO = 'per-joellis' as PersonId
const PHRASE = 'four plain words here'

describe('organisers', () => {
  test('sign in by passphrase and go where they wanted to', async () => {
    const { browser, access } = await opened()
    await access.passphrase.set(PHRASE)
    const laptop = browser()
    const asked = await laptop.get(`/console/${SHOW}/people`)
    expect(asked.statusCode).toBe(401)
    expect(asked.body).toContain(`name="to" value="/console/${SHOW}/people"`)
    const to = `/console/${SHOW}/people`
    const answer = await laptop.post('/sign-in', { passphrase: PHRASE, to })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, to])
    expect((await laptop.get(to)).statusCode).toBe(200)
    const out = await laptop.post('/sign-out', {})
    expect([out.statusCode, out.headers.location]).toEqual([303, '/'])
    expect((await laptop.get('/console')).statusCode).toBe(401)
  })
  test('are told of a wrong one, of too many tries, and of none being chosen', async () => {
    const { browser, access } = await opened()
    const laptop = browser()
    const none = await laptop.post('/sign-in', { passphrase: PHRASE, to: '/console' })
    expect(none.body).toContain('npm run organiser-link')
    await access.passphrase.set(PHRASE)
    const wrong = await laptop.post('/sign-in', { passphrase: 'guess', to: '/console' })
    expect(wrong.statusCode).toBe(401)
    expect(wrong.body).toContain('That is not the passphrase')
    expect(wrong.body).not.toContain('guess')
    access.passphrase.check = async () => ({ ok: false, code: 'too-many', retryAfter: 240_000 })
    const waits = await laptop.post('/sign-in', { passphrase: PHRASE, to: '/console' })
    expect(waits.statusCode).toBe(429)
    expect(waits.headers['retry-after']).toBe('240')
    expect(waits.body).toContain('Wait 4 minutes')
  })
  test('are never sent to another site', async () => {
    const { browser, access } = await opened()
    access.passphrase.check = async () => ({ ok: true })
    for (const to of ['//evil.test', 'https://evil.test/console', '/\\evil.test', '/s/x/me', ''])
      expect(
        (await browser().post('/sign-in', { passphrase: PHRASE, to })).headers.location,
        to,
      ).toBe('/console')
  })
})

describe('the first link', () => {
  test('makes its first taker the organiser; looking spends nothing', async () => {
    const { browser, access } = await opened()
    const made = await access.claim.make()
    const url = `/claim/${made.ok ? made.token : ''}`
    const [laptop, other] = [browser(), browser()]
    for (const each of [laptop, other, laptop])
      expect((await each.get(url)).body).toContain('<button')
    const taken = await laptop.post(url, {})
    expect([taken.statusCode, taken.headers.location]).toEqual([303, '/console'])
    expect((await laptop.get('/console')).statusCode).toBe(200)
    const late = await other.post(url, {})
    expect(late.statusCode).toBe(404)
    expect(late.body).toContain('This link has been used')
    expect((await other.get('/console')).statusCode).toBe(401)
    expect((await laptop.post(url, {})).headers.location, 'pressed twice').toBe('/console')
    expect((await browser().get('/claim/guess')).statusCode).toBe(404)
  })
})

describe('badges', () => {
  test('open the page of their role, with nothing left in the address', async () => {
    const { browser, access, send } = await opened()
    const roles = {
      delegate: 'me',
      presenter: 'host',
      helper: 'console',
      'stage-manager': 'console',
    }
    for (const [role, page] of Object.entries(roles)) {
      const id = `per-a${role.replace('-', '')}`
      await send(person(id, `A ${role}`, [role as keyof typeof roles]))
      const pass = access.passes.pass({
        role: 'person',
        show: SHOW,
        person: id as PersonId,
        generation: 0,
      })
      const phone = browser()
      const answer = await phone.get(`/b/${pass}`)
      expect(answer.statusCode).toBe(303)
      expect(answer.headers.location).toBe(
        page === 'console' ? `/console/${SHOW}` : `/s/${SHOW}/${page}`,
      )
      expect(answer.headers['cache-control']).toBe('no-store')
      expect(String(answer.headers['set-cookie'])).not.toContain(pass)
      expect((await phone.get(String(answer.headers.location))).statusCode).toBe(200)
    }
  })
  test('that are unknown or replaced say so', async () => {
    const { browser, access, send } = await opened()
    await send(person(JO, 'Jo Ellis'))
    const pass = access.passes.pass({ role: 'person', show: SHOW, person: JO, generation: 0 })
    expect((await browser().get('/b/guess')).statusCode).toBe(404)
    expect((await browser().get(`/b/${pass.slice(0, -1)}`)).statusCode).toBe(404)
    await send({ type: 'renew-pass', person: JO })
    const old = await browser().get(`/b/${pass}`)
    expect(old.statusCode).toBe(403)
    expect(old.body).toContain('replaced by a newer one')
    expect(old.headers['set-cookie']).toBeUndefined()
  })
  test('of displays end when the organiser renews them', async () => {
    const { browser, access, send } = await opened()
    const pass = access.passes.pass({ role: 'screen', show: SHOW, generation: 0 })
    const screen = browser()
    expect((await screen.get(`/b/${pass}`)).headers.location).toBe(`/s/${SHOW}/stage/1`)
    expect((await screen.get(`/s/${SHOW}/stage/1`)).statusCode).toBe(200)
    await send({ type: 'renew-screens' })
    expect((await screen.get(`/s/${SHOW}/stage/1`)).statusCode).toBe(403)
    expect((await browser().get(`/b/${pass}`)).body).toContain('display')
  })
})

describe('code and surname', () => {
  test('sign a phone in and say so once', async () => {
    const { browser, access, send } = await opened()
    await send(person(JO, 'Jo Ellis'))
    const code = access.passes.code(SHOW, JO, 0)
    const phone = browser()
    const back = `/s/${SHOW}/me?view=tables`
    const answer = await phone.post(`/s/${SHOW}/sign-in`, {
      code: code.toLowerCase(),
      surname: 'ellis',
      as: 'phone',
      back,
    })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, back])
    const page = await phone.get(back)
    expect(page.body).toContain('"name":"Jo Ellis"')
    expect(page.body).toContain('"said":{"type":"sign-in","outcome":{"ok":true')
    expect((await phone.get(back)).body).toContain('"said":null')
  })
  test('that do not fit keep what was typed, and go back nowhere else', async () => {
    const { browser, send } = await opened()
    await send(person(JO, 'Jo Ellis'))
    const phone = browser()
    for (const back of ['https://evil.test/', `/s/other/me`, `/s/${SHOW}-evil/me`, '//evil.test']) {
      const fields = { code: 'k7m4qp', surname: 'Ellis', as: 'host', back }
      const answer = await phone.post(`/s/${SHOW}/sign-in`, fields)
      expect(answer.headers.location, back).toBe(`/s/${SHOW}/host`)
    }
    const { body } = await phone.get(`/s/${SHOW}/host`)
    expect(body).toContain('"code":"wrong-code"')
    expect(body).toContain('We do not know the code K7M4QP')
    expect(body).toContain('"fields":{"code":"k7m4qp","surname":"Ellis"}')
  })
  test('tried too often wait, though the phone had no cookie before', async () => {
    const { browser, access, send } = await opened()
    await send(person(JO, 'Jo Ellis'))
    const phone = browser()
    const guess = (surname: string, code: string) =>
      phone.post(`/s/${SHOW}/sign-in`, { code, surname, as: 'phone' })
    for (let n = 0; n < 10; n += 1) await guess(`Name${n}`, 'AAAAAA')
    await guess('Ellis', access.passes.code(SHOW, JO, 0))
    const { body } = await phone.get(`/s/${SHOW}/me`)
    expect(body).toContain('"code":"too-many"')
    expect(body).toContain('Wait')
    expect(body).toContain('"mine":null')
  })
  test('open the console for helpers, and say what is wrong there', async () => {
    const { browser, access, send } = await opened()
    await send(person('per-samrees', 'Sam Rees', ['helper']))
    const laptop = browser()
    const fields = { surname: 'Rees', as: 'console', back: `/console/${SHOW}` }
    await laptop.post(`/s/${SHOW}/sign-in`, { ...fields, code: 'AAAAAA' })
    expect((await laptop.get(`/console/${SHOW}`)).body).toContain('We do not know the code')
    const code = access.passes.code(SHOW, 'per-samrees' as PersonId, 0)
    await laptop.post(`/s/${SHOW}/sign-in`, { ...fields, code })
    expect((await laptop.get(`/console/${SHOW}`)).statusCode).toBe(200)
  })
})
