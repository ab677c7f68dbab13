import { expect, test } from 'vitest'
import { MINUTE } from '#shared/time/instant.ts'
import type { PersonId } from '#shared/show/words.ts'
import type { ScreenLine } from '#shared/views/console.ts'
import type { HostMine } from '#shared/views/host.ts'
import type { Encoded } from '../../../server/live/frames.ts'
import { encoded } from '../../../server/live/frames.ts'
import { delegate, onAir, type OnAir, organiser, type Screen, until } from './on-air.ts'
import { heard, opened } from './page.ts'

const of = <One>(list: readonly One[], index = 0): One => {
  const one = list[index]
  if (one === undefined) throw new Error('the list is too short')
  return one
}
async function choosing(): Promise<OnAir> {
  const all = await onAir()
  await all.does({ type: 'open-round', round: of(all.full.rounds) })
  return all
}

test('a page that holds everything is sent nothing, whether somebody is signed in or not', async () => {
  const all = await onAir()
  const person = of(all.full.delegates)
  const mine = await opened(all, 'phone', {
    actor: delegate(person),
    cookie: await all.cookieOf(person),
  })
  const anybody = await opened(all, 'phone')
  for (const one of [mine, anybody]) {
    await heard(one)
    expect([one.frames, one.mines]).toEqual([[], []])
  }
})

test('a page that was drawn for somebody else is told whose it is now', async () => {
  const all = await onAir()
  const [me, other] = [of(all.full.delegates), of(all.full.delegates, 1)]
  const cookie = await all.cookieOf(me)
  const phone = await opened(all, 'phone', { actor: delegate(other), cookie })
  await heard(phone)
  expect(phone.mines).toMatchObject([{ mine: { person: me } }])
})

test('what became of somebody between page and socket is told', async () => {
  const all = await choosing()
  const person = of(all.full.delegates)
  const actor = delegate(person)
  const page = all.live.pageState(all.runner, 'phone', actor)
  const [round, table] = [of(all.full.rounds), of(all.full.tables)]
  await all.does({ type: 'pick-table', round, table }, actor)
  const phone = await opened(all, 'phone', { cookie: await all.cookieOf(person), page })
  await heard(phone)
  expect(phone.mines).toMatchObject([{ mine: { picks: { [round]: table } } }])
  expect(phone.frames.map(({ parts }) => Object.keys(parts))).toEqual([['seats']])
})

test('the first change is told at once, those of the next 100 ms together', async () => {
  const all = await onAir()
  const phone = await opened(all, 'phone')
  const from = all.runner.show().version
  await all.does({ type: 'black-out', stage: all.stage, on: true })
  const asked = performance.now()
  await until('the first frame', () => phone.frames.length === 1)
  expect(performance.now() - asked).toBeLessThan(90)
  for (const on of [false, true, false, true, false])
    await all.does({ type: 'black-out', stage: all.stage, on })
  await until('the newest version', () => phone.version() === from + 6)
  expect(phone.frames.map(({ from: since, to }) => [since, to])).toEqual([
    [expect.any(Number), from + 1],
    [from + 1, from + 6],
  ])
})

test('a host hears of a guest who comes, and of the same guest going elsewhere', async () => {
  const all = await choosing()
  const round = of(all.full.rounds)
  const hostOf = async (index: number): Promise<Screen> => {
    const host = of(all.runner.show().tables[of(all.full.tables, index)]?.hosts ?? [])
    return opened(all, 'host', { cookie: await all.cookieOf(host) })
  }
  const guests = (one: Screen): PersonId[] =>
    ((one.mines.at(-1)?.mine as HostMine | undefined)?.guests[round] ?? []).map(
      ({ person }) => person,
    )
  const [here, there] = [await hostOf(0), await hostOf(1)]
  const person = of(all.full.delegates)
  const pick = (index: number) =>
    all.does({ type: 'pick-table', round, table: of(all.full.tables, index) }, delegate(person))
  await pick(0)
  await until('the guest here', () => guests(here).includes(person))
  await pick(1)
  await until('the guest there', () => guests(there).includes(person))
  await until('nobody here', () => guests(here).length === 0)
})

test('a stage display hears nothing of picks and answers', async () => {
  const all = await choosing()
  const display = await opened(all, 'stage', { cookie: await all.screenCookie() })
  const phone = await opened(all, 'phone')
  const [round, table] = [of(all.full.rounds), of(all.full.tables)]
  await all.does({ type: 'pick-table', round, table }, delegate(of(all.full.delegates)))
  await until('the phone to be told', () => phone.frames.length === 1)
  await heard(display)
  expect(display.frames).toEqual([])
})

test('the console sees displays come, get lost and come back, without a change of the show', async () => {
  const all = await onAir()
  const desk = await opened(all, 'console', { cookie: await all.organiserCookie() })
  const lines = (): readonly ScreenLine[] => desk.parts['screens'] as ScreenLine[]
  const { version } = all.runner.show()
  const cookie = await all.screenCookie()
  const display = await opened(all, 'stage', { cookie })
  await until('the display', () => lines().length === 1)
  expect(lines()).toMatchObject([{ name: 'Main stage', connected: true }])
  const [seen] = lines()
  display.socket.disconnect()
  await until('the loss', () => lines()[0]?.connected === false)
  await opened(all, 'stage', { cookie })
  await until('the return', () => lines()[0]?.connected === true)
  expect(lines()).toMatchObject([{ id: seen?.id }])
  expect(all.live.screens(all.runner.id)).toEqual(lines())
  // A page of this moment knows it all, and is not told again; the next event is newer than any of it.
  const page = all.live.pageState(all.runner, 'console', organiser)
  expect(page.version).toBeGreaterThan(version)
  expect(page.version).toBeLessThan(version + 1)
  const other = await opened(all, 'console', { cookie: await all.organiserCookie(), page })
  await heard(other)
  expect(other.frames).toEqual([])
  await all.does({ type: 'black-out', stage: all.stage, on: true })
  await until('the event', () => desk.version() === version + 1 && other.version() === version + 1)
})

test('S6 the console is asked about a computer that slept, and all screens hear that its clock is followed', async () => {
  const all = await onAir()
  const desk = await opened(all, 'console', { cookie: await all.organiserCookie() })
  const display = await opened(all, 'stage', { cookie: await all.screenCookie() })
  const phone = await opened(all, 'phone')
  all.sleeps(10 * MINUTE)
  await until('the question', () => desk.parts['clockAhead'] !== 0)
  const before = all.runner.now()
  await all.does({ type: 'follow-clock' })
  for (const screen of [desk, display, phone]) {
    await until('the new time', () => (screen.frames.at(-1)?.at ?? 0) >= before + 10 * MINUTE)
  }
  await until('the answer', () => desk.parts['clockAhead'] === 0)
})

test('new links for displays, another role and signing out end what was open', async () => {
  const all = await onAir()
  const helper = of(all.full.delegates)
  await all.does({ type: 'save-person', person: helper, roles: ['helper'], details: null })
  const cookie = await all.organiserCookie()
  const display = await opened(all, 'stage', { cookie: await all.screenCookie() })
  const desk = await opened(all, 'console', { cookie: await all.cookieOf(helper) })
  const console = await opened(all, 'console', { cookie })
  await all.does({ type: 'renew-screens' })
  await until('goodbye to the display', () => display.byes === 1)
  await all.does({ type: 'save-person', person: helper, roles: ['delegate'], details: null })
  await until('goodbye to the helper', () => desk.byes === 1)
  await all.access.signOut(cookie)
  await all.live.recheck()
  await until('goodbye to the organiser', () => console.byes === 1)
})

test('by long polling everything is told just the same', async () => {
  const all = await onAir()
  const cookie = await all.organiserCookie()
  const options = { transports: ['polling'] }
  const desk = await all.screen({ audience: 'console' }, undefined, {
    ...options,
    extraHeaders: { cookie },
  })
  await all.does({ type: 'change-show', title: 'Pâte, 東京 🎤', place: '' })
  await until('the title', () => JSON.stringify(desk.parts).includes('東京'))
  const { parts } = all.live.pageState(all.runner, 'console', organiser)
  expect(desk.parts).toEqual(parts)
})

test.each([1, 125, 126, 127, 65_535, 65_536, 70_000])(
  'a packet of %i bytes is framed as RFC 6455 says',
  (length) => {
    // `42["e",…]` around a text whose last letter takes two bytes.
    const text = 'x'.repeat(Math.max(0, length - 12)) + 'é'
    const { packet, options }: Encoded = encoded('e', JSON.stringify(text))
    const [frame] = options.wsPreEncodedFrame
    const short = frame.readUInt8(1)
    const [from, size] =
      short < 126
        ? [2, short]
        : short === 126
          ? [4, frame.readUInt16BE(2)]
          : [10, Number(frame.readBigUInt64BE(2))]
    expect(frame.readUInt8(0)).toBe(0x81)
    expect(frame.length - from).toBe(size)
    expect(frame.subarray(from).toString()).toBe(`4${packet}`)
    expect(JSON.parse(packet.slice(1))).toEqual(['e', text])
    if (length > 20) expect(size).toBe(length)
    // The shortest of the three forms, as the RFC demands.
    expect(from).toBe(size < 126 ? 2 : size < 65_536 ? 4 : 10)
  },
)
