import { createServer } from 'node:http'
import { io, type Socket } from 'socket.io-client'
import { afterEach } from 'vitest'
import type { Command } from '#shared/show/commands.ts'
import type { Actor, PersonId } from '#shared/show/words.ts'
import type { ClientToServer, Frame, Hello, MineFrame, ServerToClient } from '#shared/wire/live.ts'
import { DEMO, type FullShow } from '../../../scripts/seed/full-show.ts'
import { draftFullShow, storeDraft } from '../../../scripts/seed/into-store.ts'
import { createAccess } from '../../../server/access/access.ts'
import type { Access } from '../../../server/access/types.ts'
import { createLive, type Live } from '../../../server/live/live.ts'
import type { Log } from '../../../server/runner/log.ts'
import { openShows } from '../../../server/runner/shows.ts'
import type { Result, ShowRunner, Shows } from '../../../server/runner/types.ts'
import { openStore } from '../../../server/store/open.ts'
import type { Store } from '../../../server/store/port.ts'
import { personGrant, session, SHOW } from '../../support/seeded.ts'

export const organiser: Actor = { id: 'organiser', roles: ['organiser'], person: null }
export const delegate = (person: PersonId): Actor => ({ id: person, roles: ['delegate'], person })
const silent: Log = { error: console.error, warn: console.warn, info() {}, debug() {} }

const closers: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

/** Waits until it is true; says what was waited for when it never is. */
export async function until(what: string, isTrue: () => boolean): Promise<void> {
  const from = performance.now()
  while (!isTrue()) {
    if (performance.now() - from > 8_000) throw new Error(`Never happened: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** A screen that keeps all it is told, and puts the parts together. */
export interface Screen {
  socket: Socket<ServerToClient, ClientToServer>
  frames: Frame[]
  mines: MineFrame[]
  byes: number
  refused: string | null
  /** parts as assembled from all frames */
  parts: Record<string, unknown>
  version(): number
}

export interface OnAir {
  port: number
  url: string
  store: Store
  access: Access
  live: Live
  runner: ShowRunner
  shows: Shows
  full: FullShow
  stage: ReturnType<typeof draftFullShow>['stage']
  /** The computer sleeps: its wall clock goes on, its monotonic clock does not. */
  sleeps(ms: number): void
  does(command: Command, actor?: Actor): Promise<Result>
  cookieOf(person: PersonId): Promise<string>
  organiserCookie(): Promise<string>
  screenCookie(): Promise<string>
  /** Connects and waits until let in or refused. */
  screen(hello: Partial<Hello>, cookie?: string, options?: object): Promise<Screen>
}

export interface OnAirOptions {
  log?: Log
  /** an earlier one's, as after a restart */
  store?: Store
  publicUrl?: string
}

/** A small show on a real HTTP server with screens and show control. */
export async function onAir({ log = silent, store, publicUrl }: OnAirOptions = {}): Promise<OnAir> {
  const now = Date.now()
  const size = { ...DEMO, delegates: 8, pitches: 3, rounds: 2, capacity: 2, byItself: false }
  const draft = draftFullShow(SHOW, { ...size, day: new Date(now).toISOString().slice(0, 10) }, now)
  const kept = store ?? (await fresh())
  if (!store) await storeDraft(kept, draft)
  let slept = 0
  const clock = { now: () => Date.now() + slept, monotonic: () => performance.now() }
  const access = await createAccess({ store: kept, now: clock.now, secure: false })
  const shows = await openShows({ store: kept, clock, log })
  const runner = shows.get(SHOW)
  if (!runner) throw new Error('the show is not there')
  const live = createLive({ shows, access, log, publicUrl: publicUrl ?? null })
  const http = createServer((_request, answer) => void answer.writeHead(404).end())
  live.attach(http)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  closers.push(async () => {
    await live.close()
    await shows.close()
    http.closeAllConnections()
    http.close()
  })
  const address = http.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const url = `http://127.0.0.1:${port}`
  return {
    port,
    url,
    store: kept,
    access,
    live,
    runner,
    shows,
    full: draft.full,
    stage: draft.stage,
    sleeps: (ms) => void (slept += ms),
    does: (command, actor = organiser) => runner.submit({ command, actor, repeat: null }),
    cookieOf: (person) => session(kept, personGrant(person), now),
    organiserCookie: async () => session(kept, await access.organiserGrant(), now),
    screenCookie: () => session(kept, { role: 'screen', show: SHOW, generation: 0 }, now),
    screen: (hello, cookie, options) => connected(url, hello, cookie, options),
  }
}

async function fresh(): Promise<Store> {
  const outcome = await openStore({ folder: ':memory:' })
  if (!outcome.ok) throw new Error(outcome.reason)
  closers.push(() => outcome.store.close())
  return outcome.store
}

async function connected(
  url: string,
  hello: Partial<Hello>,
  cookie: string | undefined,
  options: object = {},
): Promise<Screen> {
  const auth = { show: SHOW, audience: 'phone', epoch: null, held: 0, ...hello }
  const socket: Screen['socket'] = io(url, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    auth,
    ...(cookie === undefined ? {} : { extraHeaders: { cookie } }),
    ...options,
  })
  closers.push(() => void socket.disconnect())
  const screen: Screen = {
    socket,
    frames: [],
    mines: [],
    byes: 0,
    refused: null,
    parts: {},
    version: () => screen.frames.at(-1)?.to ?? 0,
  }
  socket.on('frame', (frame) => {
    screen.frames.push(frame)
    Object.assign(screen.parts, frame.parts)
  })
  socket.on('mine', (mine) => void screen.mines.push(mine))
  socket.on('bye', () => void (screen.byes += 1))
  await new Promise<void>((resolve) => {
    socket.on('connect', resolve)
    socket.on('connect_error', (error) => {
      screen.refused = error.message
      resolve()
    })
  })
  return screen
}
