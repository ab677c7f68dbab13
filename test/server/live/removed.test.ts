import { once } from 'node:events'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { PersonId, ShowId } from '#shared/show/words.ts'
import { session, SHOW } from '../../support/seeded.ts'
import { first } from '../runner/opened.ts'
import { onAir, organiser, until } from './on-air.ts'

const OTHER = 'york-2027' as ShowId
const MAX = 'per-maxroe1' as PersonId
const begins = (stage: string) => ({
  command: {
    type: 'create-show' as const,
    title: 'York',
    place: '',
    zone: 'Europe/London',
    days: ['2027-01-05'],
    stage: stage as never,
  },
  actor: organiser,
  repeat: null,
})

test('when a show is removed its screens are told goodbye, and let in no more', async () => {
  const all = await onAir()
  const cookies = [await all.cookieOf(first(all.full.delegates)), await all.organiserCookie()]
  const phone = await all.screen({ audience: 'phone' }, cookies[0])
  const stranger = await all.screen({ audience: 'phone' })
  const console = await all.screen({ audience: 'console' }, cookies[1])
  const display = await all.screen({ audience: 'stage' }, await all.screenCookie())
  const control = new WebSocket(`ws://127.0.0.1:${all.port}/ws?show=${SHOW}`)
  await once(control, 'open')
  const hungUp = once(control, 'close')
  expect(await all.shows.remove(SHOW)).toEqual({ ok: true })
  const screens = [phone, stranger, console, display]
  await until('goodbyes', () => screens.every(({ byes }) => byes === 1))
  await until('all lines are cut', () => screens.every(({ socket }) => socket.disconnected))
  expect((await hungUp)[0]).toBe(4404)
  for (const audience of ['phone', 'console'] as const)
    expect((await all.screen({ audience }, cookies[1])).refused).toBe('unknown')
  expect(await all.store.people(SHOW)).toEqual([])
})

test('the screens of other shows hear nothing of it', async () => {
  const all = await onAir()
  await all.shows.create(OTHER, begins('stg-york1'))
  const phone = await all.screen({ audience: 'phone' })
  await all.shows.remove(OTHER)
  await all.does({ type: 'hold-day' })
  await until('the hold', () => (phone.parts['course'] as { heldSince: number }).heldSince > 0)
  expect([phone.byes, phone.socket.connected]).toEqual([0, true])
})

test('commands that are on their way when it goes are answered, and none after', async () => {
  const all = await onAir()
  const { runner } = all
  const underWay = all.does({ type: 'hold-day' })
  const gone = all.shows.remove(SHOW)
  expect(await underWay).toMatchObject({ ok: true })
  expect(await gone).toEqual({ ok: true })
  const hold = { command: { type: 'release-day' as const }, actor: organiser, repeat: null }
  expect(await runner.submit(hold)).toMatchObject({ refusal: { code: 'closing' } })
  expect(await all.store.shows()).toEqual([])
})

test('of two who remove it the second finds nothing; one who makes another there waits for its turn', async () => {
  const all = await onAir()
  const [one, two, made] = await Promise.all([
    all.shows.remove(SHOW),
    all.shows.remove(SHOW),
    all.shows.create(SHOW, begins('stg-york1')),
  ])
  expect([one, two]).toEqual([{ ok: true }, { ok: false, reason: 'absent' }])
  expect(made).toMatchObject({ ok: true })
  expect(all.shows.get(SHOW)?.show().title).toBe('York')
})

test('an organiser of one show has the console’s line there, and at no other', async () => {
  const all = await onAir()
  await all.shows.create(OTHER, begins('stg-york1'))
  const details = { name: 'Max Roe', organisation: '', jobTitle: '', email: '', ticket: '' }
  await all.does({ type: 'save-person', person: MAX, roles: ['organiser'], details })
  const grant = { role: 'person', show: SHOW, person: MAX, generation: 0 } as const
  const cookie = await session(all.store, grant, Date.now())
  const own = await all.screen({ audience: 'console' }, cookie)
  expect(own.refused).toBeNull()
  const foreign = await all.screen({ show: OTHER, audience: 'console' }, cookie)
  expect(foreign.refused).toBe('signed-out')
  const stage = await all.screen({ show: OTHER, audience: 'stage' }, cookie)
  expect(stage.refused).toBe('signed-out')
  // A phone may look anywhere; it commands as nobody.
  const phone = await all.screen({ show: OTHER, audience: 'phone' }, cookie)
  const closes = {
    id: 'closes-it-1',
    device: 'device-one',
    counter: 1,
    command: { type: 'close-show' as const },
  }
  expect(await phone.socket.emitWithAck('command', closes)).toMatchObject({ code: 'signed-out' })
  await all.does({ type: 'save-person', person: MAX, roles: ['delegate'], details: null })
  await until('the goodbye', () => own.byes === 1)
})
