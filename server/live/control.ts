import { createHash, randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import Type from 'typebox'
import { Compile } from 'typebox/compile'
import { SECOND } from '#shared/time/instant.ts'
import { controlView } from '#shared/views/control.ts'
import { checkCommand } from '#shared/wire/check.ts'
import type { ControlError, ServerToControl } from '#shared/wire/control.ts'
import type { Outcome } from '#shared/wire/live.ts'
import type { Access, Signed } from '../access/types.ts'
import type { Log } from '../runner/log.ts'
import type { ShowRunner, Shows } from '../runner/types.ts'
import { badRequest, SIGNED_OUT, submit, TOO_MANY } from './commands.ts'
import type { Rates } from './rates.ts'
import { createThrottle } from './throttle.ts'
import type { TakesUpgrades } from './upgrade.ts'

export interface ControlDeps {
  shows: Shows
  access: Access
  log: Log
  rates: Rates
  track<Value>(task: Promise<Value>): Promise<Value>
  closing(): boolean
}
export interface Control extends TakesUpgrades {
  /** The show is gone: hangs up, and says why. */
  end(runner: ShowRunner): void
  close(): void
}

const JOINED = SECOND / 10
/** What a connection is closed with when its show was removed: codes from 4000 are a program's own (RFC 6455). */
const GONE = 4404
const LONGEST_MESSAGE = 64 * 1024
/** A reader that far behind is told the newest state only once it has caught up. */
const MOST_WAITING = 256 * 1024

const Message = Compile(
  Type.Union([
    Type.Object({ type: Type.Literal('hello'), pass: Type.String({ maxLength: 300 }) }),
    Type.Object({
      type: Type.Literal('command'),
      requestId: Type.String({ minLength: 1, maxLength: 64 }),
      command: Type.Unknown(),
    }),
  ]),
)

/** Show control over `/ws?show=<event>`: the messages of shared/wire/control.ts, as JSON texts. */
export function createControl({ shows, access, log, rates, track, closing }: ControlDeps): Control {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: LONGEST_MESSAGE,
    perMessageDeflate: false,
  })
  const listeners = new Map<ShowRunner, Listeners>()

  const serve = (socket: WebSocket, runner: ShowRunner, first: Signed | null): void => {
    let signed = first
    let count = 0
    const device = randomUUID()
    const say = (message: ServerToControl): void => socket.send(JSON.stringify(message))
    const wrong = (code: ControlError, message: string): void =>
      say({ type: 'error', code, message })
    const actorNow = () => signed?.actor(runner.show(), 'console') ?? null

    const welcome = (pass: string): void => {
      const read = access.signedByPass(pass)
      const actor = read.actor(runner.show(), 'console')
      if (!actor) return wrong('bad-pass', 'This pass is not known here, or was renewed.')
      signed = read
      say({ type: 'welcome', roles: actor.roles })
    }
    const command = async (requestId: string, value: unknown): Promise<Outcome> => {
      if (closing()) return { ok: false, code: 'closing', message: 'The server is stopping.' }
      const actor = actorNow()
      if (!actor || !signed) return SIGNED_OUT
      if (!rates.take(signed.key)) return TOO_MANY
      const checked = checkCommand(value)
      if (!checked.ok) return badRequest(checked.field, checked.problem)
      count += 1
      // The same request of the same pass is the same command, on a new connection too.
      const id = createHash('sha256')
        .update(`${signed.key} ${requestId}`)
        .digest('hex')
        .slice(0, 40)
      return submit(runner, {
        command: checked.value,
        actor,
        repeat: { id, device, counter: count },
      })
    }
    const take = (text: string): void => {
      const value = parsed(text)
      if (value === undefined) return wrong('not-json', 'This message is not JSON.')
      if (!Message.Check(value)) {
        const field = Message.Errors(value)[0]?.instancePath.replaceAll('/', '') || 'type'
        return wrong('bad-request', `This message could not be understood: see ${field}.`)
      }
      if (value.type === 'hello') return welcome(value.pass)
      const { requestId } = value
      track(command(requestId, value.command)).then(
        (outcome) => say({ type: 'answer', requestId, ...outcome }),
        (error: unknown) => log.error({ err: error }, 'a command of show control failed'),
      )
    }
    socket.on('message', (data: RawData, isBinary) => {
      if (isBinary) wrong('not-json', 'Messages are JSON texts.')
      else if (rates.take(`control ${device}`)) take(textOf(data))
      else wrong('too-many', TOO_MANY.ok ? '' : TOO_MANY.message)
    })
    socket.on('error', () => socket.terminate()) // its maker broke the protocol or the line
    socket.on('close', () => listeners.get(runner)?.leave(socket))
    listenersOf(runner).join(socket)
  }

  const listenersOf = (runner: ShowRunner): Listeners => {
    const present = listeners.get(runner)
    if (present) return present
    const made = createListeners(runner, log)
    listeners.set(runner, made)
    return made
  }

  return {
    upgrade(request, socket, head) {
      const asked = new URL(request.url ?? '/', 'http://here').searchParams.get('show') ?? ''
      const runner = shows.get(asked)
      if (!runner || closing()) {
        socket.end(`HTTP/1.1 ${runner ? '503 Service Unavailable' : '404 Not Found'}\r\n\r\n`)
        return
      }
      signedFor(access, request).then(
        (signed) => {
          // It may have been removed meanwhile.
          if (shows.get(asked) !== runner) return void socket.end('HTTP/1.1 404 Not Found\r\n\r\n')
          server.handleUpgrade(request, socket, head, (opened) => serve(opened, runner, signed))
        },
        (error: unknown) => {
          log.error({ err: error }, 'a session could not be read')
          socket.destroy()
        },
      )
    },
    end(runner) {
      listeners.get(runner)?.end()
      listeners.delete(runner)
    },
    close() {
      for (const one of listeners.values()) one.close()
      for (const client of server.clients) client.close(1001)
      server.close()
    },
  }
}

/** A pass in the header wins; a browser's own page has its session's cookie. */
async function signedFor(access: Access, { headers }: IncomingMessage): Promise<Signed | null> {
  const pass = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1]
  if (pass !== undefined) return access.signedByPass(pass)
  return headers.cookie === undefined ? null : access.signed(headers.cookie)
}

interface Listeners {
  join(socket: WebSocket): void
  leave(socket: WebSocket): void
  end(): void
  close(): void
}

/** All of one show's control surfaces: each is told the whole small state after every change. */
function createListeners(runner: ShowRunner, log: Log): Listeners {
  const sockets = new Set<WebSocket>()
  const stateNow = (): string => {
    const state = controlView(runner.show(), runner.people())
    return JSON.stringify({ type: 'state', at: runner.now(), state } satisfies ServerToControl)
  }
  const throttle = createThrottle(
    JOINED,
    async () => {
      if (sockets.size === 0) return
      const text = stateNow()
      for (const socket of sockets) if (socket.bufferedAmount < MOST_WAITING) socket.send(text)
    },
    log,
  )
  const stop = runner.onChange(() => throttle.ask())
  return {
    join(socket) {
      sockets.add(socket)
      socket.send(stateNow())
    },
    leave: (socket) => void sockets.delete(socket),
    end() {
      stop()
      throttle.stop()
      for (const socket of sockets) socket.close(GONE, 'This event is not here any more.')
    },
    close() {
      stop()
      throttle.stop()
    },
  }
}

const textOf = (data: RawData): string =>
  Buffer.isBuffer(data) ? data.toString() : Buffer.from(data as ArrayBuffer).toString()

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined // what JSON never holds: the caller says that it is none
  }
}
