import { io, type Socket } from 'socket.io-client'
import { type Instant, type Ms, SECOND } from '#shared/time/instant.ts'
import type { ClientToServer, Hello, ServerToClient } from '#shared/wire/live.ts'
import { type Readable, writable } from './readable.ts'
import type { Surroundings } from './surroundings.ts'
import { createWatchdog } from './watchdog.ts'

export type LinkState = 'live' | 'connecting' | 'offline'
export interface LinkStatus {
  /** `connecting` is not worth a word: it is over, or `offline`, within two seconds */
  state: LinkState
  /** by the server's clock; of `offline`: when the server was last heard */
  since: Instant
}
export type LinkSocket = Socket<ServerToClient, ClientToServer>

export interface Line {
  socket: LinkSocket
  status: Readable<LinkStatus>
  /** drops what there is and connects anew, at once */
  redial(): void
  close(): void
}

/** The server pings every 2.5 s: silence this long is a lost connection, whatever the network says. */
export const SILENCE: Ms = 4_000
/** A lost connection that is back within this was not worth a word. */
export const GRACE: Ms = 2 * SECOND
/** An attempt that takes longer is given up for a fresh one; now and then a patient one, for slow lines. */
const PATIENCE: Ms = 2_500
const LONG_PATIENCE: Ms = 10 * SECOND
const PATIENT_EVERY = 4
const FIRST_DELAY: Ms = 200
const LAST_DELAY: Ms = SECOND

interface DialDeps {
  /** undefined: the server this page came from */
  url: string | undefined
  hello(): Hello
  /** the server's clock */
  now(): Instant
  /** the server refused this session */
  onRefused(): void
  surroundings: Surroundings
}

/**
 * One connection that is always being made again. Socket.IO's own reconnection is off: it waits 20 s on
 * a silent network and cannot be told to hurry when the page is seen again.
 */
export function dial({ url, hello, now, onRefused, surroundings }: DialDeps): Line {
  const { schedule, chance } = surroundings
  const options = {
    path: '/socket.io',
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    autoConnect: false,
    reconnection: false,
    // Our own patience ends sooner.
    timeout: 2 * LONG_PATIENCE,
    forceNew: true,
    auth: (give: (auth: object) => void) => give(hello()),
  }
  const socket: LinkSocket = url === undefined ? io(options) : io(url, options)
  const manager = socket.io
  const status = writable<LinkStatus>({ state: 'connecting', since: now() })
  let attempts = 0
  let closed = false
  let cancelAttempt: () => void = () => {}
  let cancelGrace: () => void = () => {}

  const watchdog = createWatchdog(surroundings, SILENCE, () => {
    offline()
    redial()
  })
  const heardLast = (): Instant => now() - watchdog.silence()
  const offline = (): void => {
    cancelGrace()
    if (status.getSnapshot().state !== 'offline')
      status.set({ state: 'offline', since: heardLast() })
  }
  const lost = (): void => {
    watchdog.stop()
    if (status.getSnapshot().state !== 'live') return
    status.set({ state: 'connecting', since: heardLast() })
    cancelGrace = schedule(offline, GRACE)
  }

  const attempt = (): void => {
    cancelAttempt()
    if (closed) return
    attempts += 1
    const patient = attempts % PATIENT_EVERY === 0
    // Where a proxy swallows websockets without a word, the patient attempt goes by polling.
    manager.opts.transports = patient ? ['polling', 'websocket'] : ['websocket', 'polling']
    cancelAttempt = schedule(redial, patient ? LONG_PATIENCE : PATIENCE)
    socket.connect()
  }
  const later = (): void => {
    cancelAttempt()
    if (closed) return
    const delay = Math.min(LAST_DELAY, FIRST_DELAY * 2 ** Math.min(attempts, 8))
    cancelAttempt = schedule(attempt, Math.min(LAST_DELAY, chance() * 2 * delay))
  }
  let hangingUp = false
  const hangUp = (): void => {
    hangingUp = true
    socket.disconnect()
    hangingUp = false
  }
  const redial = (): void => {
    if (closed) return
    hangUp()
    lost()
    attempt()
  }

  // Any packet counts, pings too; each attempt has an engine of its own.
  manager.on('open', () => {
    const { engine } = manager
    engine.on('packet', () => {
      if (engine === manager.engine) watchdog.heard()
    })
  })
  socket.on('connect', () => {
    attempts = 0
    cancelAttempt()
    cancelGrace()
    watchdog.start()
    status.set({ state: 'live', since: now() })
  })
  socket.on('disconnect', () => {
    if (hangingUp) return
    lost()
    later()
  })
  socket.on('connect_error', (error: Error & { data?: { code?: string } }) => {
    if (hangingUp) return
    // Signed out, or the event is gone: the page itself says which.
    const code = error.data?.code
    if (code === 'signed-out' || code === 'unknown') onRefused()
    else later()
  })
  const stopShown = surroundings.onShown((away) => {
    // iOS keeps dead sockets that look alive; a look at another app for a moment is no reason to start again.
    if (away >= 3 * SECOND || !socket.connected) redial()
  })

  cancelGrace = schedule(offline, GRACE)
  attempt()
  return {
    socket,
    status,
    redial,
    close() {
      closed = true
      stopShown()
      cancelAttempt()
      cancelGrace()
      watchdog.stop()
      hangUp()
    },
  }
}
