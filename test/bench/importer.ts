/** A server whose stage clock runs while files come in; it watches its own event loop. Spoken to by imports.ts. */
import type { AddressInfo } from 'node:net'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { pino } from 'pino'
import { createAccess } from '../../server/access/access.ts'
import { createApp } from '../../server/app.ts'
import { createLive } from '../../server/live/live.ts'
import { openShows } from '../../server/runner/shows.ts'
import { createSeating } from '../../server/seating/seating.ts'
import { openStore } from '../../server/store/open.ts'
import { seatHere } from '../support/seat-here.ts'
import type { Importer } from './imports.ts'
import { answer } from './support/children.ts'

/** ms between two looks, which the histogram counts as delay too */
const RESOLUTION = 1
const delay = monitorEventLoopDelay({ resolution: RESOLUTION })

answer<Importer>({
  async open({ folder }) {
    const opened = await openStore({ folder })
    if (!opened.ok) throw new Error(opened.reason)
    const { store } = opened
    const log = pino({ level: 'silent' })
    const clock = { now: () => Date.now(), monotonic: () => performance.now() }
    const access = await createAccess({ store, now: Date.now, secure: false })
    const shows = await openShows({ store, clock, log })
    const live = createLive({ shows, access, log, publicUrl: null })
    const config = { publicUrl: null, secure: false }
    const seating = createSeating({ shows, seat: seatHere, log })
    const app = await createApp({ shows, access, live, seating, store, log, config })
    await app.listen({ port: 0, host: '127.0.0.1' })
    delay.enable()
    return { port: (app.server.address() as AddressInfo).port }
  },
  async stall() {
    const ms = Math.max(0, delay.max / 1e6 - RESOLUTION)
    delay.reset()
    return { ms }
  },
})
