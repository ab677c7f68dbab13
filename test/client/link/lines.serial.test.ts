import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connect, type Link } from '../../../client/link/connect.ts'
import { type DelayProxy, startDelayProxy } from '../../support/delay-proxy.ts'
import { type Hall, openHall, pageState } from './hall.ts'
import { type Machine, machine, until } from './surroundings.ts'

let hall: Hall
let line: DelayProxy
let page: Machine
let link: Link<'phone'>
const state = (): string => link.status.getSnapshot().state
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

beforeEach(async () => {
  hall = await openHall()
  line = await startDelayProxy({ target: hall.port, seed: 7, min: 1, max: 5 })
  page = machine()
  link = connect({
    show: 'shw-1',
    state: pageState(),
    url: `http://127.0.0.1:${line.port}`,
    surroundings: page,
  })
  await until('a line', () => state() === 'live')
})
afterEach(async () => {
  link.close()
  await line.close()
  await hall.close()
})

describe('a line', () => {
  test('that falls silent: shown within 5 s, with when the server was last heard; back by itself', async () => {
    await pause(500)
    const silentAt = performance.now()
    const wall = Date.now()
    line.stall()
    await until('offline is shown', () => state() === 'offline', 5_000)
    expect(performance.now() - silentAt).toBeLessThanOrEqual(5_000)
    const { since } = link.status.getSnapshot()
    expect(since).toBeGreaterThan(wall - 3_500)
    expect(since).toBeLessThan(wall + 250)
    line.flow()
    await until('a line again', () => state() === 'live', 6_000)
  })

  test('heartbeats alone keep it live', async () => {
    const seen = new Set([state()])
    link.status.subscribe(() => seen.add(state()))
    // Questions for the time come in the first five seconds; after that only heartbeats.
    await pause(10_000)
    expect([...seen]).toEqual(['live'])
    expect(line.connections()).toBe(1)
  })

  test('cut and back within two seconds: never called offline', async () => {
    const seen: string[] = []
    link.status.subscribe(() => seen.push(state()))
    line.cut()
    await until('the loss', () => state() === 'connecting')
    await pause(600)
    await line.restore()
    await until('a line again', () => state() === 'live')
    expect(seen).toEqual(['connecting', 'live'])
  })

  test('cut for longer: offline after two seconds, live within two of its return', async () => {
    line.cut()
    await until('the loss', () => state() === 'connecting')
    const from = performance.now()
    await until('offline is shown', () => state() === 'offline')
    expect(performance.now() - from).toBeGreaterThan(1_500)
    expect(performance.now() - from).toBeLessThan(2_700)
    await pause(1_500)
    await line.restore()
    const back = performance.now()
    await until('a line again', () => state() === 'live')
    expect(performance.now() - back).toBeLessThan(2_000)
  })

  test('seen again after a while, it does not trust the old line', async () => {
    const before = hall.hellos.length
    page.show(1_000)
    await pause(300)
    expect(hall.hellos).toHaveLength(before)
    page.show(3_000)
    await until('a new line', () => hall.hellos.length === before + 1)
    await until('live', () => state() === 'live')
  })

  test('a server that ends and begins again is found', async () => {
    const { port } = hall
    await hall.close()
    await until('the loss', () => state() !== 'live')
    hall = await openHall({ port })
    await until('a line again', () => state() === 'live')
    expect(hall.hellos[0]).toMatchObject({ epoch: 'first', held: 5 })
  })

  test('the time goes on while there is no line', async () => {
    await until('the time', () => link.time.ready)
    line.cut()
    await until('offline is shown', () => state() === 'offline')
    expect(Math.abs(link.time.now() - Date.now())).toBeLessThan(25)
  })
})
