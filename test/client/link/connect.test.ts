import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Frame } from '#shared/wire/live.ts'
import { connect, type Link } from '../../../client/link/connect.ts'
import { type Hall, openHall, pageState } from './hall.ts'
import { type Machine, machine, until } from './surroundings.ts'

let hall: Hall
let page: Machine
let link: Link<'phone'>
const open = (): Link<'phone'> =>
  connect({ show: 'shw-1', state: pageState(), url: hall.url, surroundings: page })
const isLive = (): boolean => link.status.getSnapshot().state === 'live'
const frame = (from: number, to: number, parts: object, epoch = 'first'): Frame =>
  ({ epoch, from, to, at: Date.now(), parts }) as Frame

beforeEach(async () => {
  hall = await openHall()
  page = machine()
  link = open()
  await until('a line', isLive)
})
afterEach(async () => {
  link.close()
  await hall.close()
})

describe('what is held', () => {
  test('the page’s own state, and the hello says so', () => {
    expect(link.held.getSnapshot()).toMatchObject({ epoch: 'first', version: 5 })
    expect(hall.hellos).toEqual([
      { show: 'shw-1', audience: 'phone', epoch: 'first', held: 5, person: 'per-1' },
    ])
  })

  test('parts that changed are taken, the others stay the very same', async () => {
    const before = link.held.getSnapshot().parts
    hall.frame(frame(5, 7, { tables: { n: 7 } }))
    await until('the frame', () => link.held.getSnapshot().version === 7)
    const { parts } = link.held.getSnapshot()
    expect(parts).toEqual({ now: { n: 5 }, tables: { n: 7 } })
    expect(parts).toHaveProperty('now', (before as unknown as { now: object }).now)
    expect((parts as unknown as { now: object }).now).toBe(
      (before as unknown as { now: object }).now,
    )
  })

  test('a frame that is known already changes nothing', async () => {
    hall.frame(frame(3, 5, { now: { n: 3 } }))
    hall.frame(frame(5, 6, {}))
    await until('the newer frame', () => link.held.getSnapshot().version === 6)
    expect(link.held.getSnapshot().parts).toMatchObject({ now: { n: 5 } })
  })

  test('a person’s own part is replaced whole, an older one is not taken', async () => {
    hall.mine({ epoch: 'first', to: 9, mine: { person: 'per-1', n: 9 } })
    hall.mine({ epoch: 'first', to: 8, mine: { person: 'per-1', n: 8 } })
    hall.frame(frame(5, 6, {}))
    await until('all three', () => link.held.getSnapshot().version === 6)
    expect(link.held.getSnapshot().mine).toEqual({ person: 'per-1', n: 9 })
  })
})

describe('gaps', () => {
  test('a frame after a gap is not taken: what is missing is asked for, and nothing blinks', async () => {
    const seen = new Set<string>()
    link.status.subscribe(() => seen.add(link.status.getSnapshot().state))
    hall.welcome = ({ held }) => hall.frame(frame(held, 9, { now: { n: 9 } }))
    hall.frame(frame(8, 9, { now: { n: 9 } }))
    await until('the missing versions', () => link.held.getSnapshot().version === 9)
    expect(hall.hellos[1]).toMatchObject({ epoch: 'first', held: 5 })
    expect(seen).not.toContain('offline')
  })

  test('when asking did not help, everything is asked for', async () => {
    hall.welcome = ({ held }) => {
      if (held === 0) hall.frame(frame(0, 9, { now: { n: 9 }, tables: { n: 9 } }))
      else hall.frame(frame(8, 9, { now: { n: 'wrong' } }))
    }
    hall.frame(frame(8, 9, {}))
    await until('everything', () => link.held.getSnapshot().version === 9)
    expect(hall.hellos.map(({ epoch, held }) => [epoch, held])).toEqual([
      ['first', 5],
      ['first', 5],
      [null, 0],
    ])
    expect(link.held.getSnapshot().parts).toEqual({ now: { n: 9 }, tables: { n: 9 } })
  })

  test('another run of the server replaces everything, though its versions are lower', async () => {
    hall.frame(frame(0, 2, { now: { n: 2 } }, 'second'))
    await until('the new run', () => link.held.getSnapshot().epoch === 'second')
    expect(link.held.getSnapshot()).toMatchObject({ version: 2, parts: { now: { n: 2 } } })
    expect(link.held.getSnapshot().parts).not.toHaveProperty('tables')
    hall.frame(frame(2, 3, { now: { n: 3 } }, 'second'))
    await until('the next frame', () => link.held.getSnapshot().version === 3)
  })

  test('part of another run is not mixed into this one', async () => {
    hall.welcome = () => hall.frame(frame(0, 4, { now: { n: 4 } }, 'second'))
    hall.frame(frame(3, 4, { now: { n: 4 } }, 'second'))
    await until('the new run', () => link.held.getSnapshot().epoch === 'second')
    expect(hall.hellos).toHaveLength(2)
  })
})

describe('leaving', () => {
  test('told that it may not look any more, the page goes once and asks no more', async () => {
    hall.bye()
    await until('going', () => page.left === 1)
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect(page.left).toBe(1)
    expect(hall.hellos).toHaveLength(1)
  })

  test('refused as it comes back, the page goes', async () => {
    hall.refuse = 'signed-out'
    page.show(60_000)
    await until('going', () => page.left === 1)
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect(page.left).toBe(1)
  })

  test('a server that cannot answer yet is no reason to go', async () => {
    hall.refuse = 'not-now'
    page.show(60_000)
    await until('a refused try', () => !isLive())
    await new Promise((resolve) => setTimeout(resolve, 500))
    hall.refuse = null
    await until('a line again', isLive)
    expect(page.left).toBe(0)
  })

  test('closed, it asks no more', async () => {
    link.close()
    await hall.close()
    hall = await openHall({ port: hall.port })
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect(hall.hellos).toEqual([])
  })
})
