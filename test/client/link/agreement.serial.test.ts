import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, type Link } from '../../../client/link/connect.ts'
import { type DelayProxy, startDelayProxy } from '../../support/delay-proxy.ts'
import { type Hall, openHall, pageState } from './hall.ts'
import { machine, until } from './surroundings.ts'

const SCREENS = 8
/** the server's clock is nobody else's here, so that agreeing on the machine's own would not do */
const ASTRAY = 7_654_321
const SEED = 4_201

let hall: Hall
let line: DelayProxy
let screens: Link<'phone'>[]

beforeAll(async () => {
  hall = await openHall({ timeError: ASTRAY })
  line = await startDelayProxy({ target: hall.port, seed: SEED, min: 20, max: 200 })
  screens = Array.from({ length: SCREENS }, (_, index) =>
    connect({
      show: 'shw-1',
      state: { ...pageState(), at: Date.now() + ASTRAY - 1_000 },
      url: `http://127.0.0.1:${line.port}`,
      // Machines whose own clocks are wrong by minutes.
      surroundings: machine({ wall: () => Date.now() + (index - 4) * 123_456 }),
    }),
  )
})
afterAll(async () => {
  for (const screen of screens) screen.close()
  await line.close()
  await hall.close()
})

test(`screens agree within 50 ms on a line with 20–200 ms each way, and count on without it (seed ${SEED})`, async () => {
  await until('every screen has the time', () => screens.every(({ time }) => time.ready))
  // Four answers at once and twelve 300 ms apart.
  await new Promise((resolve) => setTimeout(resolve, 7_000))
  const told = (): number[] => screens.map(({ time }) => time.now() - Date.now() - ASTRAY)
  const spread = (): number => Math.max(...told()) - Math.min(...told())
  expect(spread()).toBeLessThanOrEqual(50)
  // Whatever it says of its own error is true.
  for (const { time } of screens) {
    expect(Math.abs(time.now() - Date.now() - ASTRAY)).toBeLessThanOrEqual(time.uncertainty() + 2)
  }
  line.cut()
  const states = (): string[] => screens.map(({ status }) => status.getSnapshot().state)
  await until('all are without a line', () => states().every((state) => state === 'offline'))
  expect(spread()).toBeLessThanOrEqual(50)
})
