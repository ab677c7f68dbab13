import type { Server as HttpServer } from 'node:http'
import type { Actor, StageId } from '#shared/show/words.ts'
import { type Ms, SECOND } from '#shared/time/instant.ts'
import type { ScreenLine } from '#shared/views/console.ts'
import type { Audience, PageState } from '#shared/wire/live.ts'
import type { Access } from '../access/types.ts'
import type { Log } from '../runner/log.ts'
import type { ShowRunner, Shows } from '../runner/types.ts'
import { createControl } from './control.ts'
import { createFeed, type Feed } from './feed.ts'
import { createRates } from './rates.ts'
import { createSockets } from './socketio.ts'
import { gate } from './upgrade.ts'

export interface LiveDeps {
  shows: Shows
  access: Access
  log: Log
  /** the address that people type, behind a proxy */
  publicUrl?: string | null
}

/** Everything that is told as it happens: screens and show control. */
export interface Live {
  /** Takes the socket addresses of a server that has its own routes already. */
  attach(server: HttpServer): void
  /** What a page is drawn from; the screen's socket carries on from there. `stage`: default the first. */
  pageState<Which extends Audience>(
    runner: ShowRunner,
    audience: Which,
    actor: Actor | null,
    stage?: StageId,
  ): PageState<Which>
  /** The stage displays of a show, connected and lost. */
  screens(show: string): readonly ScreenLine[]
  /** Looks at every session again, and says goodbye to those that were signed out: call it after a sign-out. */
  recheck(): Promise<void>
  /** Answers what is under way, then hangs up. */
  close(): Promise<void>
}

/** Sessions that ended elsewhere are noticed within this. */
const SWEEP: Ms = 30 * SECOND
/** That the computer slept is noticed within this. */
const LOOK: Ms = 2 * SECOND

export function createLive({ shows, access, log, publicUrl = null }: LiveDeps): Live {
  const feeds = new Map<ShowRunner, Feed>()
  const feedOf = (runner: ShowRunner): Feed => {
    const present = feeds.get(runner)
    if (present) return present
    const feed = createFeed(runner, log)
    feeds.set(runner, feed)
    return feed
  }
  const underWay = new Set<Promise<unknown>>()
  const track = <Value>(task: Promise<Value>): Promise<Value> => {
    underWay.add(task)
    const over = () => void underWay.delete(task)
    task.then(over, over)
    return task
  }
  let closed = false
  const rates = createRates(() => performance.now())
  const common = { shows, access, log, publicUrl, rates, track, closing: () => closed }
  const sockets = createSockets({ ...common, feedOf })
  const control = createControl(common)

  const stopRemoved = shows.onRemoved((runner) => {
    feeds.get(runner)?.end()
    feeds.delete(runner)
    control.end(runner)
  })

  const sweep = setInterval(() => {
    rates.forget()
    for (const feed of feeds.values()) feed.screens.forget()
    sockets.recheck().catch((error: unknown) => log.error({ err: error }, 'a sweep failed'))
  }, SWEEP)
  sweep.unref()
  const look = setInterval(() => {
    for (const feed of feeds.values()) feed.lookAtClock()
  }, LOOK)
  look.unref()

  return {
    attach(server) {
      sockets.attach(server)
      gate(server, { publicUrl, control })
    },
    pageState: (runner, audience, actor, stage) =>
      feedOf(runner).pageState(
        audience,
        actor,
        audience === 'stage' ? (stage ?? firstStage(runner)) : null,
      ),
    screens(show) {
      const runner = shows.get(show)
      return runner ? feedOf(runner).screens.lines() : []
    },
    recheck: () => sockets.recheck(),
    async close() {
      closed = true
      stopRemoved()
      clearInterval(sweep)
      clearInterval(look)
      await Promise.allSettled(underWay)
      // Answers leave before the lines do.
      await new Promise((turn) => setImmediate(turn))
      sockets.close()
      control.close()
      for (const feed of feeds.values()) feed.close()
    },
  }
}

const firstStage = (runner: ShowRunner): StageId | null =>
  Object.values(runner.show().stages)[0]?.id ?? null
