import { createHash, randomBytes } from 'node:crypto'
import type { IncomingMessage, Server as HttpServer } from 'node:http'
import { type DefaultEventsMap, Server, type Socket } from 'socket.io'
import type { StageId } from '#shared/show/words.ts'
import { type Ms, SECOND } from '#shared/time/instant.ts'
import type { Audience, ClientToServer, Hello, Outcome, ServerToClient } from '#shared/wire/live.ts'
import { HALL } from '#shared/words/hall.ts'
import type { Access, Signed } from '../access/types.ts'
import type { Log } from '../runner/log.ts'
import type { ShowRunner, Shows } from '../runner/types.ts'
import { closingOutcome, SIGNED_OUT, takeCommand, TOO_MANY } from './commands.ts'
import type { Feed } from './feed.ts'
import type { Encoded } from './frames.ts'
import { readHello } from './hello.ts'
import { isOwnOrigin } from './origin.ts'
import type { Rates } from './rates.ts'

interface Attendance {
  runner: ShowRunner
  hello: Hello
  stage: StageId | null
  signed: Signed
  /** when `signed` was read, by the monotonic clock */
  signedAt: Ms
  recheck?: (signed: Signed) => void
}
type Screen = Socket<ClientToServer, ServerToClient, DefaultEventsMap, Attendance>

export interface SocketDeps {
  shows: Shows
  access: Access
  log: Log
  publicUrl: string | null
  feedOf(runner: ShowRunner): Feed
  rates: Rates
  /** Runs `task`; the server does not end before it has. */
  track<Value>(task: Promise<Value>): Promise<Value>
  closing(): boolean
}

export interface Sockets {
  attach(server: HttpServer): void
  /** Reads all sessions again: who has been signed out is told so. */
  recheck(): Promise<void>
  close(): void
}

/** A session that was read longer ago is read again before it counts. */
const SIGNED_FOR: Ms = 10 * SECOND
/** With this a lost line is noticed within 5 s on both sides, for 2 bytes a second. */
const PING = { pingInterval: 2.5 * SECOND, pingTimeout: 2 * SECOND }
/** A batch is an import, and those come by HTTP: what screens send is small. */
const LONGEST_MESSAGE = 64 * 1024

/** Screens over Socket.IO. */
export function createSockets(deps: SocketDeps): Sockets {
  const { shows, access, log, publicUrl, feedOf, rates, track, closing } = deps
  const io = new Server<ClientToServer, ServerToClient, DefaultEventsMap, Attendance>({
    path: PATH,
    serveClient: false,
    transports: ['websocket', 'polling'],
    ...PING,
    maxHttpBufferSize: LONGEST_MESSAGE,
    connectTimeout: 10 * SECOND,
    perMessageDeflate: false,
    destroyUpgrade: false,
    allowRequest: (request, answer) => answer(null, isOwnOrigin(request, publicUrl)),
  })
  const salt = randomBytes(8).toString('hex')
  /** names a display to the console: the same browser is the same display, and its session stays secret */
  const displayId = (signed: Signed, audience: Audience, stage: StageId | null): string =>
    createHash('sha256')
      .update(`${salt} ${signed.key} ${audience} ${stage}`)
      .digest('hex')
      .slice(0, 12)

  const read = async (request: IncomingMessage) => ({
    signed: await access.signed(request.headers.cookie),
    signedAt: performance.now(),
  })

  io.use((socket, proceed) => {
    const hello = readHello(socket.handshake.auth)
    const runner = hello && shows.get(hello.show)
    if (!hello || !runner) return proceed(refusal('unknown'))
    const stage = stageOf(runner, hello)
    if (stage === undefined) return proceed(refusal('unknown'))
    read(socket.request).then(
      ({ signed, signedAt }) => {
        // It may have been removed meanwhile.
        if (shows.get(hello.show) !== runner) return proceed(refusal('unknown'))
        if (!signed.sees(runner.show(), hello.audience)) return proceed(refusal('signed-out'))
        Object.assign(socket.data, { runner, hello, stage, signed, signedAt })
        proceed()
      },
      (error: unknown) => {
        log.error({ err: error }, 'a session could not be read')
        proceed(refusal('not-now'))
      },
    )
  })
  io.on('connection', (socket: Screen) => {
    const { runner, hello, stage, signed } = socket.data
    const feed = feedOf(runner)
    const { conn } = socket
    const joined = feed.join(hello, stage, signed, {
      send: (packet, sent) => write(conn, packet, sent),
      bye() {
        socket.emit('bye')
        socket.disconnect(true)
      },
    })
    socket.data.recheck = joined.recheck
    conn.on('upgrade', joined.renewed)
    const isScreen = hello.audience === 'stage' || hello.audience === 'hall'
    const away = isScreen
      ? feed.screens.connect(
          displayId(signed, hello.audience, stage),
          screenName(runner, hello, stage),
        )
      : () => {}
    socket.on('disconnect', () => {
      joined.leave()
      away()
    })
    socket.on('time', (answer) => {
      if (typeof answer === 'function') answer(runner.now())
    })
    socket.on('command', (message, answer) => {
      const reply = typeof answer === 'function' ? answer : () => {}
      track(command(socket, message)).then(reply, (error: unknown) => {
        log.error({ err: error }, 'a command failed')
      })
    })
  })

  const command = async (socket: Screen, message: unknown): Promise<Outcome> => {
    const { runner, hello } = socket.data
    if (closing()) return closingOutcome(runner)
    if (!rates.take(socket.data.signed.key || socket.id)) return TOO_MANY
    await freshen(socket)
    if (!socket.connected) return SIGNED_OUT
    return takeCommand(runner, message, (show) => socket.data.signed.actor(show, hello.audience))
  }
  const freshen = async (socket: Screen): Promise<void> => {
    if (performance.now() - socket.data.signedAt < SIGNED_FOR) return
    Object.assign(socket.data, await read(socket.request))
    socket.data.recheck?.(socket.data.signed)
  }

  return {
    attach: (server) => void io.attach(server),
    async recheck() {
      for (const socket of io.sockets.sockets.values()) {
        socket.data.signedAt = -Infinity
        await freshen(socket)
      }
    },
    close() {
      io.disconnectSockets(true)
      io.engine?.close()
    },
  }
}

/** Where screens connect. */
export const PATH = '/socket.io'

/**
 * Writes a packet that is encoded already. An idle websocket gets it past Engine.IO's queue, which costs as
 * much as the write itself. A line that is still busy, or polls, gets it through the queue.
 * Source: engine.io 6.6, `Socket#sendPacket`, `Socket#flush` and the websocket transport's `send`.
 * @returns true: it has left; false: `sent` is called once it has
 */
function write(conn: Screen['conn'], packet: Encoded, sent: () => void): boolean {
  const { transport } = conn
  if (transport.writable && transport.name === 'websocket' && conn.readyState === 'open') {
    transport.send(packet.ready)
    return true
  }
  conn.send(packet.packet, packet.options, sent)
  return false
}

const refusal = (code: string): Error => Object.assign(new Error(code), { data: { code } })

/** What the console calls a screen; several of one name are numbered. */
const screenName = (runner: ShowRunner, { audience }: Hello, stage: StageId | null): string =>
  audience === 'hall'
    ? HALL.screen
    : stage === null
      ? ''
      : (runner.show().stages[stage]?.name ?? '')

/** A stage display without a stage shows the first; undefined: there is no such stage. */
function stageOf(runner: ShowRunner, { audience, stage }: Hello): StageId | null | undefined {
  if (audience !== 'stage') return null
  const { stages } = runner.show()
  return stage === undefined ? Object.values(stages)[0]?.id : stages[stage]?.id
}
