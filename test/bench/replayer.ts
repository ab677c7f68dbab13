/** One replay in a process of its own. Spoken to by replay.ts. */
import { pino } from 'pino'
import { openShows } from '../../server/runner/shows.ts'
import { openStore } from '../../server/store/open.ts'
import type { Replayer } from './replay.ts'
import { answer, sharedNow } from './support/children.ts'

answer<Replayer>({
  async replay({ folder }) {
    const opened = await openStore({ folder })
    if (!opened.ok) throw new Error(opened.reason)
    const from = sharedNow()
    const clock = { now: () => Date.now(), monotonic: () => performance.now() }
    const shows = await openShows({ store: opened.store, clock, log: pino({ level: 'silent' }) })
    const ms = sharedNow() - from
    const [show] = shows.list()
    return { ms, version: show?.show().version ?? 0 }
  },
})
