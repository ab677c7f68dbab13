import { expect, test } from 'vitest'
import type { PersonId } from '#shared/show/words.ts'
import { delegate, onAir, type OnAir, until } from './on-air.ts'

const person = ({ full }: OnAir, index = 0): PersonId => full.delegates[index] ?? expect.fail()
const round = ({ full }: OnAir) => full.rounds[0] ?? expect.fail()
const table = ({ full }: OnAir, index = 0) => full.tables[index] ?? expect.fail()
const pick = (all: OnAir, index = 0) =>
  ({ type: 'pick-table', round: round(all), table: table(all, index) }) as const
const opens = (all: OnAir) => all.does({ type: 'open-round', round: round(all) })

test('a new screen gets everything, one that holds the newest gets nothing until something changes', async () => {
  const all = await onAir()
  const first = await all.screen({})
  await until('everything', () => first.frames.length === 1)
  const [whole] = first.frames
  expect(whole).toMatchObject({ epoch: all.runner.epoch, from: 0, to: all.runner.show().version })
  const page = all.live.pageState(all.runner, 'phone', null)
  expect(first.parts).toEqual(JSON.parse(JSON.stringify(page.parts)))
  const second = await all.screen({ epoch: page.epoch, held: page.version, person: null })
  await opens(all)
  await until('the change', () => first.frames.length === 2 && second.frames.length > 0)
  expect(second.frames).toEqual([first.frames[1]])
  expect(second.frames[0]).toMatchObject({ from: page.version, to: all.runner.show().version })
})

test('a change sends only the parts that changed, a resumed screen only what is newer', async () => {
  const all = await onAir()
  await opens(all)
  const screen = await all.screen({})
  await until('everything', () => screen.frames.length === 1)
  const held = screen.version()
  await all.does(pick(all), delegate(person(all)))
  await until('the pick', () => screen.frames.length === 2)
  expect(Object.keys(screen.frames[1]?.parts ?? {})).toEqual(['seats'])
  const resumed = await all.screen({ epoch: all.runner.epoch, held })
  await until('what it lacks', () => resumed.frames.length === 1)
  expect(Object.keys(resumed.parts)).toEqual(['seats'])
  expect(resumed.parts.seats).toEqual(screen.parts.seats)
})

test('after a restart a screen of the earlier run gets everything', async () => {
  const all = await onAir()
  const again = await onAir({ store: all.store })
  expect(again.runner.epoch).not.toBe(all.runner.epoch)
  const held = all.runner.show().version
  const screen = await again.screen({ epoch: all.runner.epoch, held })
  await until('everything', () => screen.frames.length === 1)
  expect(screen.frames[0]?.from).toBe(0)
  expect(screen.parts).toEqual(
    JSON.parse(JSON.stringify(again.live.pageState(again.runner, 'phone', null).parts)),
  )
})

test('a pick is told as one’s own to its person only', async () => {
  const all = await onAir()
  await opens(all)
  const [one, two] = [person(all), person(all, 1)]
  const mine = await all.screen({}, await all.cookieOf(one))
  const other = await all.screen({}, await all.cookieOf(two))
  await until('both', () => mine.mines.length === 1 && other.mines.length === 1)
  await all.does(pick(all), delegate(one))
  await until('the pick', () => mine.mines.length === 2 && other.frames.length === 2)
  expect(mine.mines[1]?.mine).toMatchObject({ picks: { [round(all)]: table(all) } })
  expect(other.mines).toHaveLength(1)
  expect(JSON.stringify(other.frames)).not.toContain(one)
})

test('guests are told to the host of their table only', async () => {
  const all = await onAir()
  await opens(all)
  const hosts = [table(all), table(all, 1)].map(
    (one) => all.runner.show().tables[one]?.hosts[0] ?? expect.fail(),
  )
  const [own, other] = await Promise.all(
    hosts.map(async (host) => all.screen({ audience: 'host' }, await all.cookieOf(host))),
  )
  if (!own || !other) expect.fail()
  await until('both', () => own.mines.length === 1 && other.mines.length === 1)
  await all.does(pick(all), delegate(person(all)))
  await until('the guest', () => own.mines.length === 2 && other.frames.length === 2)
  expect(JSON.stringify(own.mines[1])).toContain(person(all))
  expect(JSON.stringify([other.mines, other.frames, own.frames])).not.toContain(person(all))
})

test('a console needs rights, a stage display its pass, a phone reads without a session', async () => {
  const all = await onAir()
  const refused = await Promise.all([
    all.screen({ audience: 'console' }),
    all.screen({ audience: 'stage' }),
    all.screen({ audience: 'console' }, await all.cookieOf(person(all))),
    all.screen({ audience: 'stage' }, await all.cookieOf(person(all))),
  ])
  expect(refused.map((one) => one.refused)).toEqual(Array(4).fill('signed-out'))
  expect((await all.screen({ show: 'no-such-show' })).refused).toBe('unknown')
  const allowed = await Promise.all([
    all.screen({}),
    all.screen({ audience: 'console' }, await all.organiserCookie()),
    all.screen({ audience: 'stage' }, await all.screenCookie()),
  ])
  for (const one of allowed) await until('a frame', () => one.frames.length > 0)
})

test('whoever is erased, or has a new pass, is told goodbye and nobody else', async () => {
  const all = await onAir()
  const phones = await Promise.all(
    [0, 1, 2].map(async (index) => all.screen({}, await all.cookieOf(person(all, index)))),
  )
  for (const one of phones) await until('own part', () => one.mines.length === 1)
  await all.does({ type: 'erase-person', person: person(all) })
  await all.does({ type: 'renew-pass', person: person(all, 1) })
  await until('goodbyes', () => phones[0]?.byes === 1 && phones[1]?.byes === 1)
  await until('hung up', () => !phones[0]?.socket.connected && !phones[1]?.socket.connected)
  expect(phones[2]).toMatchObject({ byes: 0, refused: null })
  expect(phones[2]?.socket.connected).toBe(true)
})

test('more commands than a hand can give are too many', async () => {
  const all = await onAir()
  const screen = await all.screen({}, await all.cookieOf(person(all)))
  const outcomes = await Promise.all(
    Array.from({ length: 40 }, () => screen.socket.emitWithAck('command', {} as never)),
  )
  const codes = outcomes.map((one) => (one.ok ? 'ok' : one.code))
  expect(codes.slice(0, 30)).toEqual(Array(30).fill('bad-request'))
  expect(codes.at(-1)).toBe('too-many')
})
