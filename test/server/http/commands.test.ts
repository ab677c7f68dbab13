import { describe, expect, test } from 'vitest'
import type { PersonId } from '#shared/show/words.ts'
import { HOST, opened, person, SHOW, STAGE } from './site.ts'

const JO = 'per-joellis' as PersonId
const COMMANDS = `/s/${SHOW}/commands`
const hold = { type: 'hold-day' }

describe('programs', () => {
  test('send a command and are answered with its version', async () => {
    const site = await opened()
    const answer = await (await site.organiser()).json(COMMANDS, hold)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toEqual({ ok: true, version: 2 })
    expect(site.runner().show().heldSince).not.toBeNull()
  })
  test('sent again under its id it is done once', async () => {
    const site = await opened()
    const organiser = await site.organiser()
    const table = {
      id: 'tab-one1',
      number: 1,
      zone: '',
      place: 'door',
      capacity: 4,
      innovation: null,
      hosts: [],
    }
    const message = {
      id: 'command-1',
      device: 'device-1',
      counter: 2,
      command: { type: 'save-table', table },
    }
    const first = await organiser.json(COMMANDS, message)
    const again = await organiser.json(COMMANDS, message)
    expect([first.statusCode, again.statusCode]).toEqual([200, 200])
    expect(again.json()).toEqual(first.json())
    const older = await organiser.json(COMMANDS, {
      ...message,
      id: 'command-2',
      counter: 1,
      command: hold,
    })
    expect(older.json()).toMatchObject({ code: 'superseded' })
  })
  test('are refused in words, with the status that fits', async () => {
    const site = await opened()
    const organiser = await site.organiser()
    const ask = async (body: object) => {
      const answer = await organiser.json(COMMANDS, body)
      return [answer.statusCode, answer.json().code, answer.json().field]
    }
    expect(await ask({ type: 'start-clock', stage: STAGE })).toEqual([
      409,
      'no-more-items',
      undefined,
    ])
    expect(await ask({ type: 'check-in', person: 'per-nobody' })).toEqual([
      404,
      'unknown',
      'person',
    ])
    expect(await ask({ type: 'add-time', stage: STAGE, by: '5' })).toEqual([
      400,
      'bad-request',
      'by',
    ])
    expect(await ask({ type: 'add-time', stage: STAGE, by: null })).toEqual([
      400,
      'bad-request',
      'by',
    ])
    expect(await ask({ type: 'hold-day', extra: 1 })).toEqual([400, 'bad-request', 'extra'])
    expect(await ask({ type: 'no-such' })).toEqual([400, 'bad-request', 'type'])
    expect(await ask({ id: 'x', device: 'device-1', counter: 1, command: hold })).toEqual([
      400,
      'bad-request',
      'id',
    ])
    expect(await ask([])).toEqual([400, 'bad-request', 'type'])
    const broken = await organiser.json(COMMANDS, {}, { 'content-length': '3' })
    expect(broken.statusCode).toBe(400)
    expect(broken.json().message).toMatch(/understood/)
  })
  test('must be somebody who may', async () => {
    const site = await opened()
    await site.send(person(JO, 'Jo Ellis'))
    const stranger = await site.browser().json(COMMANDS, hold)
    expect([stranger.statusCode, stranger.json().code]).toEqual([401, 'signed-out'])
    const jo = await (await site.badge(JO)).json(COMMANDS, hold)
    expect([jo.statusCode, jo.json().code]).toEqual([403, 'not-allowed'])
    expect(site.runner().show().heldSince).toBeNull()
  })
  test('may show a pass instead of a cookie, and only while it is worth something', async () => {
    const site = await opened()
    await site.send(person('per-manager', 'Ann Day', ['stage-manager']))
    const pass = site.access.passes.pass({
      role: 'person',
      show: SHOW,
      person: 'per-manager' as PersonId,
      generation: 0,
    })
    const send = (authorization: string) =>
      site.app.inject({
        method: 'POST',
        url: COMMANDS,
        payload: hold,
        headers: { host: HOST, authorization },
      })
    expect((await send(`Bearer ${pass}`)).statusCode).toBe(200)
    expect((await send('Bearer guess')).statusCode).toBe(401)
    expect((await send('Basic guess')).statusCode, 'no pass and no origin').toBe(403)
    await site.send({ type: 'renew-pass', person: 'per-manager' as PersonId })
    expect((await send(`Bearer ${pass}`)).statusCode).toBe(401)
  })
  test('act through the screen they name', async () => {
    const site = await opened()
    await site.send(person('per-samrees', 'Sam Rees', ['helper']))
    const sam = await site.badge('per-samrees' as PersonId)
    const answer = { type: 'set-answer', innovation: 'inn-none1', answer: 'yes' }
    expect((await sam.json(`${COMMANDS}?as=phone`, answer)).json().code).toBe('unknown')
    const organiser = await site.organiser()
    expect((await organiser.json(`${COMMANDS}?as=phone`, answer)).json().code).toBe('signed-out')
  })
  test('of other sites are turned away, whatever cookie comes along', async () => {
    const site = await opened()
    const organiser = await site.organiser()
    for (const origin of ['http://evil.test', 'null']) {
      const answer = await organiser.json(COMMANDS, hold, { origin })
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'wrong-origin'])
      const form = await organiser.post(COMMANDS, { type: 'hold-day', as: 'phone' }, { origin })
      expect(form.statusCode).toBe(403)
      expect(form.body).toContain('<h1>')
    }
    expect(site.runner().show().heldSince).toBeNull()
  })
  test('that send too many are told to wait; others go on', async () => {
    const site = await opened()
    const [busy, calm] = [await site.organiser(), await site.organiser()]
    const answers = await Promise.all(
      Array.from({ length: 320 }, () => busy.json(COMMANDS, { type: 'no-such' })),
    )
    const waits = answers.filter((answer) => answer.statusCode === 429)
    expect(waits).toHaveLength(20)
    expect(waits[0]?.json()).toMatchObject({ ok: false, code: 'too-many' })
    expect(Number(waits[0]?.headers['retry-after'])).toBeGreaterThan(0)
    expect((await calm.json(COMMANDS, hold)).statusCode).toBe(200)
  })
  test('cannot send more than we take', async () => {
    const site = await opened()
    const organiser = await site.organiser()
    const answer = await organiser.json('/api/shows', { id: 'x'.repeat(70_000) })
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'too-large'])
    const other = await organiser.json(COMMANDS, {}, { 'content-type': 'text/plain' })
    expect([other.statusCode, other.json().code]).toEqual([415, 'wrong-type'])
  })
})

describe('forms', () => {
  test('do the same, and go back to their page, which says what became of them', async () => {
    const site = await opened()
    await site.send(person(JO, 'Jo Ellis'))
    await site.send({
      type: 'save-innovation',
      innovation: {
        id: 'inn-care1' as never,
        title: 'Care',
        organisation: '',
        summary: '',
        presenters: [],
      },
    })
    const jo = await site.badge(JO)
    const back = `/s/${SHOW}/me?view=now`
    const form = { type: 'set-answer', innovation: 'inn-care2', answer: 'yes', as: 'phone', back }
    const answer = await jo.post(COMMANDS, form)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, back])
    const page = await jo.get(back)
    expect(page.body).toContain('"said":{"type":"set-answer"')
    expect(page.body).toContain('"code":"unknown"')
    expect(page.body).toContain(
      '"fields":{"type":"set-answer","innovation":"inn-care2","answer":"yes"}',
    )
    expect((await jo.get(back)).body).toContain('"said":null')
  })
  test('of somebody signed out keep what they held and say so', async () => {
    const site = await opened()
    const phone = site.browser()
    const answer = await phone.post(COMMANDS, { type: 'hold-day', as: 'host' })
    expect(answer.headers.location).toBe(`/s/${SHOW}/host`)
    expect((await phone.get(`/s/${SHOW}/host`)).body).toContain('"code":"signed-out"')
  })
  test('act as the person, never as the organiser who is signed in too', async () => {
    const site = await opened()
    const organiser = await site.organiser()
    await organiser.post(COMMANDS, { type: 'hold-day', as: 'phone' })
    await organiser.post(COMMANDS, { type: 'hold-day', as: 'console' })
    expect(site.runner().show().heldSince).toBeNull()
  })
})
