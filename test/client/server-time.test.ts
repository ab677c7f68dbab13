import { describe, expect, test } from 'vitest'
import { randomOf } from '#shared/allotment/chance.ts'
import { createServerTime, type ServerTime } from '../../client/link/server-time.ts'

const EPOCH = 1_900_000_000_000

interface Line {
  up: () => number
  down: () => number
}

/** A server, a client and a line between them in simulated time. */
class Hall {
  /** true time, ms since this simulation began */
  at = 0
  serverOffset = EPOCH
  /** the client's monotonic clock: stands still in sleep, runs fast or slow */
  private monotonicAt = 5_000
  rate = 1
  wallOffset: number
  connected = true
  asked = 0
  private tasks: { at: number; run: () => void }[] = []
  readonly time: ServerTime

  constructor(line: Line, wallError = 0) {
    this.wallOffset = EPOCH + wallError
    this.time = createServerTime({
      monotonic: () => this.monotonicAt,
      wall: () => this.wallOffset + this.at,
      schedule: (task, delay) => this.later(delay, task),
      ask: () => {
        this.asked++
        if (!this.connected) return Promise.reject(new Error('no line'))
        return new Promise((resolve) => {
          this.later(line.up(), () => {
            const serverTime = Math.floor(this.serverTime())
            this.later(line.down(), () => resolve(serverTime))
          })
        })
      },
    })
  }

  serverTime(): number {
    return this.serverOffset + this.at
  }

  later(delay: number, run: () => void): () => void {
    const task = { at: this.at + delay, run }
    this.tasks.push(task)
    return () => {
      this.tasks = this.tasks.filter((other) => other !== task)
    }
  }

  get waiting(): number {
    return this.tasks.length
  }

  sleep(ms: number): void {
    this.at += ms
    for (const task of this.tasks) task.at += ms
  }

  private move(to: number): void {
    this.monotonicAt += (to - this.at) * this.rate
    this.at = to
  }

  async run(ms: number): Promise<void> {
    const end = this.at + ms
    for (;;) {
      const due = this.tasks.reduce<(typeof this.tasks)[number] | null>(
        (first, task) => (first === null || task.at < first.at ? task : first),
        null,
      )
      if (due === null || due.at > end) break
      this.tasks = this.tasks.filter((task) => task !== due)
      this.move(Math.max(this.at, due.at))
      due.run()
      // Answers travel through two promises before they are taken.
      for (let turn = 0; turn < 4; turn++) await Promise.resolve()
    }
    this.move(end)
  }

  error(): number {
    return this.time.now() - this.serverTime()
  }
}

const uniform = (random: () => number, from: number, to: number) => () =>
  from + random() * (to - from)
const lineOf = (seed: number, from: number, to: number): Line => {
  const random = randomOf(seed)
  return { up: uniform(random, from, to), down: uniform(random, from, to) }
}
const quick: Line = { up: () => 0.2, down: () => 0.2 }

describe('server time', () => {
  test('20–200 ms of delay each way: within 25 ms for 99 of 100 seeds once 16 answers are in', async () => {
    const SEEDS = 3000
    const far: string[] = []
    for (let seed = 1; seed <= SEEDS; seed++) {
      const hall = new Hall(lineOf(seed, 20, 200), 90_000)
      await hall.run(8_000)
      expect(hall.asked, `seed ${seed}`).toBe(16)
      const error = hall.error()
      expect(Math.abs(error), `seed ${seed}`).toBeLessThanOrEqual(hall.time.uncertainty())
      if (Math.abs(error) > 25) far.push(`${seed}: ${error.toFixed(1)} ms`)
    }
    expect(far.length, far.join(', ')).toBeLessThanOrEqual(SEEDS / 100)
  })

  test('the true time is never further away than it says, on any line and at any moment', async () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = randomOf(seed)
      const least = random() * 100
      const up = uniform(random, least, least + random() * 400)
      const down = uniform(random, random() * 50, 50 + random() * 400)
      const hall = new Hall({ up, down }, (random() - 0.5) * 1e7)
      hall.rate = 1 + (random() - 0.5) * 180e-6
      for (let look = 0; look < 40; look++) {
        await hall.run(random() * 4_000)
        if (random() < 0.3) {
          const sent = Math.floor(hall.serverTime())
          await hall.run(random() * 300)
          hall.time.note(sent)
        }
        expect(Math.abs(hall.error()), `seed ${seed}, look ${look}`).toBeLessThanOrEqual(
          hall.time.uncertainty(),
        )
      }
    }
  })

  test('four at once, twelve 300 ms apart, then one a minute', async () => {
    const hall = new Hall(quick)
    await hall.run(10)
    expect(hall.asked).toBe(4)
    await hall.run(1_500)
    expect(hall.asked).toBe(9)
    await hall.run(8_000)
    expect(hall.asked).toBe(16)
    await hall.run(600_000)
    expect(hall.asked).toBe(26)
  })

  test('whole milliseconds on a quick line are no contradiction', async () => {
    const random = randomOf(7)
    const hall = new Hall({ up: uniform(random, 0, 1), down: uniform(random, 0, 1) })
    await hall.run(3_600_000)
    // 16 and one a minute: a false contradiction would have asked 16 more.
    expect(hall.asked).toBeLessThan(80)
    expect(Math.abs(hall.error())).toBeLessThan(2)
  })

  test('before the first answer it takes the machine’s clock, then the first frame’s', async () => {
    const hall = new Hall({ up: () => 100, down: () => 100 }, 3_600_000)
    expect(hall.error()).toBeCloseTo(3_600_000, 0)
    expect(hall.time.ready).toBe(false)
    expect(hall.time.uncertainty()).toBe(Infinity)
    hall.time.note(hall.serverTime() - 100)
    expect(hall.error()).toBeCloseTo(-100, -1)
    expect(hall.time.ready).toBe(false)
    await hall.run(500)
    expect(hall.time.ready).toBe(true)
    expect(Math.abs(hall.error())).toBeLessThan(2)
  })

  test('counts on without a connection, and asks again when there is one', async () => {
    const hall = new Hall(lineOf(3, 20, 60))
    await hall.run(8_000)
    const before = hall.error()
    hall.connected = false
    hall.rate = 1 + 50e-6
    await hall.run(600_000)
    expect(Math.abs(hall.error() - before)).toBeLessThanOrEqual(31)
    expect(hall.time.uncertainty()).toBeGreaterThan(60)
    expect(hall.time.ready).toBe(true)
    hall.connected = true
    await hall.run(90_000)
    expect(Math.abs(hall.error())).toBeLessThan(25)
  })

  test('without any answer from the start it tries again, more and more seldom', async () => {
    const hall = new Hall(quick, 500)
    hall.connected = false
    await hall.run(60_000)
    expect(hall.asked).toBeGreaterThan(4)
    expect(hall.asked).toBeLessThan(12)
    hall.connected = true
    await hall.run(16_000)
    expect(hall.time.ready).toBe(true)
    expect(Math.abs(hall.error())).toBeLessThan(2)
  })

  test('after sleep it is not ready, guesses by the wall clock, then measures again', async () => {
    const hall = new Hall(lineOf(11, 20, 200))
    await hall.run(70_000)
    hall.sleep(600_000)
    expect(hall.time.ready).toBe(false)
    expect(Math.abs(hall.error())).toBeLessThan(30)
    await hall.run(8_000)
    expect(hall.time.ready).toBe(true)
    expect(Math.abs(hall.error())).toBeLessThan(25)
  })

  test('an answer that was under way while the machine slept proves nothing', async () => {
    const hall = new Hall({ up: () => 50, down: () => 150 })
    await hall.run(2_000)
    await hall.run(57_900)
    const asked = hall.asked
    while (hall.asked === asked) await hall.run(10)
    hall.sleep(5_000)
    await hall.run(10_000)
    expect(Math.abs(hall.error())).toBeLessThanOrEqual(hall.time.uncertainty())
    expect(Math.abs(hall.error())).toBeLessThan(60)
  })

  test('a wall clock that is set back or forward does not move the time for long', async () => {
    for (const step of [-3_600_000, 3_600_000]) {
      const hall = new Hall(lineOf(5, 5, 15))
      await hall.run(8_000)
      hall.wallOffset += step
      expect(hall.time.ready).toBe(false)
      await hall.run(2_000)
      expect(Math.abs(hall.error())).toBeLessThan(10)
    }
  })

  test('a server whose clock steps is believed at once, forward and back', async () => {
    for (const step of [-30_000, 30_000]) {
      const hall = new Hall(lineOf(9, 20, 60))
      await hall.run(8_000)
      hall.serverOffset += step
      await hall.run(66_000)
      expect(Math.abs(hall.error())).toBeLessThan(15)
    }
  })

  test('small corrections are worked in: the time runs at 0.9 to 1.1 and never back', async () => {
    for (let seed = 1; seed <= 60; seed++) {
      const hall = new Hall(lineOf(seed, 20, 200))
      await hall.run(2_000)
      let last = hall.time.now()
      for (let frame = 0; frame < 300; frame++) {
        await hall.run(16)
        const now = hall.time.now()
        expect(now - last, `seed ${seed}`).toBeGreaterThan(16 * 0.9 - 0.1)
        expect(now - last, `seed ${seed}`).toBeLessThan(16 * 1.1 + 0.1)
        last = now
      }
    }
  })

  test('resync measures anew without losing its place', async () => {
    const hall = new Hall(lineOf(21, 20, 200))
    await hall.run(70_000)
    const before = hall.error()
    hall.time.resync()
    expect(hall.time.ready).toBe(false)
    expect(hall.error()).toBeCloseTo(before, 3)
    await hall.run(8_000)
    expect(hall.time.ready).toBe(true)
    expect(Math.abs(hall.error())).toBeLessThan(25)
  })

  test('stop leaves nothing waiting', async () => {
    const hall = new Hall(lineOf(2, 20, 200))
    await hall.run(1_000)
    hall.time.stop()
    await hall.run(1_000)
    expect(hall.waiting).toBe(0)
    const { asked } = hall
    await hall.run(200_000)
    expect(hall.asked).toBe(asked)
  })
})
