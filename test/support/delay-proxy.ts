import { createConnection, createServer, type Server, type Socket } from 'node:net'
import { randomOf } from '#shared/allotment/chance.ts'

export interface DelayProxyOptions {
  /** the port behind the proxy, on 127.0.0.1 */
  target: number
  /** names the random delays: the same seed delays the same chunks alike */
  seed: number
  /** ms each way, chosen anew for every chunk; default 20 to 200 */
  min?: number
  max?: number
}

/** A bad network between clients and a server: slow, silent or cut. */
export interface DelayProxy {
  port: number
  /** everything is still connected, and nothing arrives any more: neither what is sent nor that it is lost */
  stall(): void
  /** what was held back arrives, then all that follows */
  flow(): void
  /** all connections break and new ones are refused */
  cut(): void
  restore(): Promise<void>
  /** connections made since the start */
  connections(): number
  close(): Promise<void>
}

/** Passes chunks on in order, each at least its own delay after it came. */
class Direction {
  private waiting: { due: number; chunk: Buffer | null }[] = []
  private timer: NodeJS.Timeout | null = null
  private last = 0
  private readonly to: Socket
  private readonly delay: () => number
  private readonly stalled: () => boolean

  constructor(from: Socket, to: Socket, delay: () => number, stalled: () => boolean) {
    this.to = to
    this.delay = delay
    this.stalled = stalled
    from.on('data', (chunk) => this.take(chunk))
    from.on('end', () => this.take(null))
  }

  private take(chunk: Buffer | null): void {
    this.last = Math.max(this.last, performance.now() + this.delay())
    this.waiting.push({ due: this.last, chunk })
    this.pump()
  }

  /** Hands over what is due and waits for the next. */
  pump(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    if (this.stalled()) return
    for (let first = this.waiting[0]; first; first = this.waiting[0]) {
      const early = first.due - performance.now()
      if (early > 0) {
        this.timer = setTimeout(() => this.pump(), early)
        return
      }
      this.waiting.shift()
      if (this.to.destroyed) continue
      if (first.chunk === null) this.to.end()
      else this.to.write(first.chunk)
    }
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer)
    this.waiting = []
  }
}

export async function startDelayProxy({
  target,
  seed,
  min = 20,
  max = 200,
}: DelayProxyOptions): Promise<DelayProxy> {
  const open = new Map<Socket, { far: Socket; ways: Direction[] }>()
  let stalled = false
  let count = 0
  let server: Server | null = null

  const accept = (near: Socket): void => {
    const far = createConnection({ port: target, host: '127.0.0.1' })
    // Each direction draws from a row of its own, so that delays do not depend on who comes first.
    const delays = [randomOf(seed + 2 * count), randomOf(seed + 2 * count + 1)] as const
    count += 1
    const delay = (random: () => number) => () => min + random() * (max - min)
    const quiet = () => stalled
    const ways = [
      new Direction(near, far, delay(delays[0]), quiet),
      new Direction(far, near, delay(delays[1]), quiet),
    ]
    open.set(near, { far, ways })
    for (const socket of [near, far]) socket.setNoDelay(true)
    const drop = (): void => {
      // A network that is silent hides even the end of a connection.
      if (stalled) return
      for (const way of ways) way.stop()
      open.delete(near)
      near.destroy()
      far.destroy()
    }
    for (const socket of [near, far]) {
      socket.on('error', drop)
      socket.on('close', drop)
    }
  }
  const listen = (port: number): Promise<number> =>
    new Promise((resolve, reject) => {
      const listening = createServer({ allowHalfOpen: true }, accept)
      server = listening
      listening.once('error', reject)
      listening.listen(port, '127.0.0.1', () => {
        const address = listening.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      })
    })
  const flow = (): void => {
    stalled = false
    for (const [near, { far, ways }] of open) {
      for (const way of ways) way.pump()
      // Ends that were hidden while the network was silent.
      if (near.destroyed) far.end()
      if (far.destroyed) near.end()
    }
  }
  const breakAll = (): void => {
    stalled = false
    for (const [near, { far, ways }] of open) {
      for (const way of ways) way.stop()
      near.resetAndDestroy()
      far.destroy()
    }
    open.clear()
  }

  const port = await listen(0)
  return {
    port,
    stall() {
      stalled = true
    },
    flow,
    cut() {
      server?.close()
      server = null
      breakAll()
    },
    async restore() {
      if (!server) await listen(port)
    },
    connections: () => count,
    close() {
      const closing = server
      server = null
      breakAll()
      return new Promise((resolve) => {
        if (closing) closing.close(() => resolve())
        else resolve()
      })
    },
  }
}
