import { createServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import type {
  ClientToServer,
  CommandMessage,
  Frame,
  Hello,
  MineFrame,
  Outcome,
  PageState,
  ServerToClient,
} from '#shared/wire/live.ts'

type Screen = Socket<ClientToServer, ServerToClient>

/** A server that speaks the contract and does only what the test tells it to. */
export interface Hall {
  port: number
  url: string
  /** what each screen said of itself as it connected, oldest first */
  hellos: Hello[]
  commands: CommandMessage[]
  /** how a command is answered; null: not at all */
  answer: (message: CommandMessage) => Outcome | null
  /** a code refuses whoever connects */
  refuse: string | null
  /** called for each screen as it is let in */
  welcome: (hello: Hello, hall: Hall) => void
  frame(frame: Frame): void
  mine(frame: MineFrame): void
  bye(): void
  close(): Promise<void>
}

export async function openHall({ port = 0, timeError = 0 } = {}): Promise<Hall> {
  const http = createServer()
  const io = new Server<ClientToServer, ServerToClient>(http, {
    path: '/socket.io',
    pingInterval: 2_500,
    pingTimeout: 2_000,
  })
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve))
  const address = http.address()
  const taken = typeof address === 'object' && address ? address.port : 0
  const hall: Hall = {
    port: taken,
    url: `http://127.0.0.1:${taken}`,
    hellos: [],
    commands: [],
    answer: () => ({ ok: true, version: 1 }),
    refuse: null,
    welcome: () => {},
    frame: (frame) => void io.emit('frame', frame),
    mine: (frame) => void io.emit('mine', frame),
    bye: () => void io.emit('bye'),
    close: () => io.close(),
  }
  io.use((_socket, proceed) => {
    const { refuse } = hall
    if (refuse === null) proceed()
    else proceed(Object.assign(new Error(refuse), { data: { code: refuse } }))
  })
  io.on('connection', (socket: Screen) => {
    const hello = socket.handshake.auth as Hello
    hall.hellos.push(hello)
    socket.on('time', (give) => give(Math.floor(Date.now() + timeError)))
    socket.on('command', (message, give) => {
      hall.commands.push(message)
      const outcome = hall.answer(message)
      if (outcome) give(outcome)
    })
    hall.welcome(hello, hall)
  })
  return hall
}

/** A page's state at version 5 of the run `first`: two parts of no meaning, so that only the link is tried. */
export const pageState = (): PageState<'phone'> => ({
  audience: 'phone',
  epoch: 'first',
  version: 5,
  parts: { now: { n: 5 }, tables: { n: 5 } } as unknown as PageState<'phone'>['parts'],
  mine: { person: 'per-1' } as unknown as PageState<'phone'>['mine'],
  at: Date.now(),
  locale: 'en-GB',
})
