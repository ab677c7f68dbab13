/** The server under test and, in the same process, what it is measured against. Spoken to by main.ts. */
import { once } from 'node:events'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createServer } from 'node:http'
import { pino } from 'pino'
import { WebSocketServer } from 'ws'
import type { Command } from '#shared/show/commands.ts'
import type { Actor, StageId, WindowId } from '#shared/show/words.ts'
import type { PageState } from '#shared/wire/live.ts'
import { draftFullShow, storeDraft } from '../../scripts/seed/into-store.ts'
import { DEMO } from '../../scripts/seed/full-show.ts'
import { createAccess } from '../../server/access/access.ts'
import { createLive, type Live } from '../../server/live/live.ts'
import { openShows } from '../../server/runner/shows.ts'
import type { ShowRunner } from '../../server/runner/types.ts'
import { seat, wakeSeater } from '../../server/seating/seater.ts'
import { createSeating } from '../../server/seating/seating.ts'
import type { SeatingDesk } from '../../server/seating/types.ts'
import { openStore } from '../../server/store/open.ts'
import type { Store } from '../../server/store/port.ts'
import { answer, sharedNow } from './support/children.ts'
import { personGrant, session, SHOW } from '../support/seeded.ts'

export interface Opening {
  /** a data folder; null: nothing is kept, every commit is at once */
  folder: string | null
  /** delegates, each with a session */
  people: number
  tables: number
  capacity: number
  /** all rounds are filled by wishes, and choosing is open; else they are open, first come first served */
  wished?: boolean
}
/** `stall`: the longest time in which this thread could do nothing else, ms: so late may a clock's step be. */
export interface Closed {
  /** ms from closing until a seating is there */
  seated: number
  stall: number
}
export interface Published {
  /** when it was given, and when it was on disk */
  at: number
  kept: number
}
export interface Opened {
  port: number
  barePort: number
  /** one cookie a delegate */
  cookies: string[]
  epoch: string
  version: number
  show: string
  stage: string
  rounds: string[]
  tables: string[]
  innovations: string[]
}
export type Hall = {
  open: { with: Opening; gives: Opened }
  /** One small change, told to everybody. When it was given, and when it was on disk. */
  change: { with: null; gives: { at: number; kept: number } }
  /** The reference: bare ws sends one pre-built frame of so many bytes to all of its sockets. */
  bare: { with: { bytes: number }; gives: { at: number } }
  /** Choosing closes, and all are seated in the server's own thread. */
  close: { with: null; gives: Closed }
  publish: { with: null; gives: Published }
  /** the longest stall since everybody was seated, ms */
  stall: { with: null; gives: { ms: number } }
  /** ms of CPU of the whole process so far */
  cpu: { with: null; gives: { ms: number } }
  /** bytes in use after a collection */
  memory: { with: null; gives: { rss: number; heap: number } }
  /** the state a phone would be given now, as JSON, and how many seats are taken beyond any capacity */
  state: { with: null; gives: { state: PageState<'phone'>; over: number; taken: number } }
}

const ORGANISER: Actor = { id: 'organiser', roles: ['organiser'], person: null }

interface Running {
  runner: ShowRunner
  live: Live
  seating: SeatingDesk
  bare: WebSocketServer
  stage: StageId
}
let running: Running | null = null
const hall = (): Running => {
  if (!running) throw new Error('open comes first')
  return running
}
let blackout = false

const WINDOW = 'win-bench' as WindowId
/** ms between two looks, which the histogram counts as delay too */
const RESOLUTION = 1

async function open({
  folder,
  people,
  tables,
  capacity,
  wished = false,
}: Opening): Promise<Opened> {
  const store = await storeFor(folder)
  const now = Date.now()
  const day = new Date(now).toISOString().slice(0, 10)
  const size = { ...DEMO, delegates: people, pitches: tables, capacity, byItself: false, day }
  const draft = draftFullShow(SHOW, size, now)
  const { rounds } = draft.full
  if (wished) {
    const window = { id: WINDOW, title: 'Tables', follows: [], rounds, tables: null, ...BY_HAND }
    draft.does({ type: 'save-window', window }, now)
    draft.does({ type: 'open-window', window: WINDOW }, now)
  } else for (const round of rounds) draft.does({ type: 'open-round', round }, now)
  await storeDraft(store, draft)
  const access = await createAccess({ store, now: Date.now, secure: false })
  const cookies: string[] = []
  for (const person of draft.full.delegates)
    cookies.push(await session(store, personGrant(person), now))

  const log = pino({ level: 'silent' })
  const clock = { now: () => Date.now(), monotonic: () => performance.now() }
  const kept = folder === null ? forgetting(store) : store
  const shows = await openShows({ store: kept, clock, log })
  const runner = shows.get(SHOW)
  if (!runner) throw new Error('the show did not open')
  const live = createLive({ shows, access, log, publicUrl: null })
  const seating = createSeating({ shows, seat, wake: wakeSeater, log })
  if (wished) wakeSeater()
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  live.attach(server)
  const bare = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
  await once(bare, 'listening')
  running = { runner, live, seating, bare, stage: draft.stage }
  const state = live.pageState(runner, 'phone', null)
  return {
    port: portOf(server.address()),
    barePort: portOf(bare.address()),
    cookies,
    epoch: state.epoch,
    version: state.version,
    show: SHOW,
    stage: draft.stage,
    rounds,
    tables: draft.full.tables,
    innovations: draft.full.innovations,
  }
}

const BY_HAND = {
  policy: 'nested' as const,
  perOrganisation: 2,
  mustMeets: 4,
  everyone: true,
  byItself: false,
  publishesItself: false,
  opensBefore: 0,
  closesBefore: 0,
}

const delay = monitorEventLoopDelay({ resolution: RESOLUTION })
const stallSoFar = (): number => Math.max(0, delay.max / 1e6 - RESOLUTION)

async function gives(command: Command): Promise<void> {
  const result = await hall().runner.submit({ command, actor: ORGANISER, repeat: null })
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
}

async function close(): Promise<Closed> {
  const { runner } = hall()
  delay.enable()
  delay.reset()
  const from = sharedNow()
  const proposed = new Promise<number>((resolve) => {
    const stop = runner.onChange(({ events }) => {
      if (!events.some(({ type }) => type === 'seating-proposed')) return
      stop()
      resolve(sharedNow())
    })
  })
  await gives({ type: 'close-window', window: WINDOW })
  const seated = (await proposed) - from
  const stall = stallSoFar()
  delay.reset()
  return { seated, stall }
}

async function publish(): Promise<Published> {
  const run = hall().runner.show().windows[WINDOW]?.runs.at(-1)?.id ?? 0
  const at = sharedNow()
  await gives({ type: 'publish-seating', window: WINDOW, run })
  return { at, kept: sharedNow() }
}

async function storeFor(folder: string | null): Promise<Store> {
  const opened = await openStore({ folder: folder ?? ':memory:' })
  if (!opened.ok) throw new Error(opened.reason)
  return opened.store
}

/** No database at all: the floor that a durable commit is compared with. */
const forgetting = (store: Store): Store => ({
  ...store,
  commit: (_, expected, events) => Promise.resolve({ ok: true, lastN: expected + events.length }),
})

function portOf(address: string | { port: number } | null): number {
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** A text frame as a server sends it (RFC 6455, section 5.2), once for all. */
function frameOf(bytes: number): Buffer {
  const head = Buffer.alloc(bytes < 126 ? 2 : 4)
  head[0] = 0x81
  if (bytes < 126) head[1] = bytes
  else {
    head[1] = 126
    head.writeUInt16BE(bytes, 2)
  }
  return Buffer.concat([head, Buffer.alloc(bytes, 'x')])
}

answer<Hall>({
  open,
  close,
  publish,
  stall: () => Promise.resolve({ ms: stallSoFar() }),
  async change() {
    const { runner, stage } = hall()
    blackout = !blackout
    const at = sharedNow()
    const result = await runner.submit({
      command: { type: 'black-out', stage, on: blackout },
      actor: ORGANISER,
      repeat: null,
    })
    const kept = sharedNow()
    if (!result.ok) throw new Error(JSON.stringify(result.refusal))
    return { at, kept }
  },
  async bare({ bytes }) {
    const frame = [frameOf(bytes)]
    const at = sharedNow()
    for (const client of hall().bare.clients) {
      const { _sender } = client as unknown as { _sender: { sendFrame(list: Buffer[]): void } }
      _sender.sendFrame(frame)
    }
    return { at }
  },
  async cpu() {
    const { user, system } = process.cpuUsage()
    return { ms: (user + system) / 1000 }
  },
  async memory() {
    globalThis.gc?.()
    const { rss, heapUsed } = process.memoryUsage()
    return { rss, heap: heapUsed }
  },
  async state() {
    const { runner, live } = hall()
    const show = runner.show()
    let over = 0
    let taken = 0
    for (const round of Object.values(show.rounds))
      for (const table of Object.values(show.tables)) {
        const seats = Object.values(round.picks).filter((picked) => picked === table.id).length
        taken += seats
        over += Math.max(0, seats - table.capacity)
      }
    return { state: live.pageState(runner, 'phone', null), over, taken }
  },
})
