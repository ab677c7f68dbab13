import { afterEach } from 'vitest'
import { draftFullShow, storeDraft } from '../../../scripts/seed/into-store.ts'
import { DEMO, type FullShow, type Size } from '../../../scripts/seed/full-show.ts'
import type { Command } from '#shared/show/commands.ts'
import type { Actor, PersonId, ShowId, StageId } from '#shared/show/words.ts'
import type { Instant, Ms } from '#shared/time/instant.ts'
import { instantOf } from '#shared/time/zone.ts'
import type { Log } from '../../../server/runner/log.ts'
import { openShows } from '../../../server/runner/shows.ts'
import type { Result, ShowRunner, Shows } from '../../../server/runner/types.ts'
import { openStore } from '../../../server/store/open.ts'
import type { Store } from '../../../server/store/port.ts'

export const SHOW = 'leeds-2026' as ShowId
export const ORGANISER: Actor = { id: 'organiser', roles: ['organiser'], person: null }
export const guest = (person: PersonId): Actor => ({ id: person, roles: ['delegate'], person })
export const T0: Instant = instantOf(DEMO.day, '09:00', DEMO.zone)

/** A computer whose clocks and timers move when the test says so. */
export interface FakeClock {
  now(): Instant
  monotonic(): Ms
  schedule(run: () => void, delay: Ms): () => void
  /** Time goes by, and timers ring in their order, each after what the ones before it set off. */
  pass(time: Ms): Promise<void>
  /** Somebody sets the wall clock. */
  setWall(at: Instant): void
  timers(): number
  longest(): Ms
}

export function fakeClock(start: Instant = T0): FakeClock {
  let monotonic = 1_000
  let offset = start - monotonic
  let longest = 0
  const timers = new Set<{ at: Ms; run: () => void }>()
  return {
    now: () => monotonic + offset,
    monotonic: () => monotonic,
    schedule(run, delay) {
      longest = Math.max(longest, delay)
      const timer = { at: monotonic + delay, run }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    async pass(time) {
      const until = monotonic + time
      for (;;) {
        await settled()
        const next = [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        timers.delete(next)
        monotonic = Math.max(monotonic, next.at)
        next.run()
      }
      monotonic = until
      await settled()
    },
    setWall(at) {
      offset = at - monotonic
    },
    timers: () => timers.size,
    longest: () => longest,
  }
}

/** Everything that is under way in turns of the event loop has happened. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) await new Promise((next) => setImmediate(next))
}

export interface Line {
  level: string
  fields: object
  message: string
}
export function listLog(): Log & { lines: Line[] } {
  const lines: Line[] = []
  const at =
    (level: string) =>
    (fields: object, message: string): void =>
      void lines.push({ level, fields, message })
  return { lines, error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') }
}

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

export async function memory(): Promise<Store> {
  const outcome = await openStore({ folder: ':memory:' })
  if (!outcome.ok) throw new Error(outcome.reason)
  const { store } = outcome
  closers.push(() => store.close())
  return store
}

export interface Opened {
  store: Store
  clock: FakeClock
  log: ReturnType<typeof listLog>
  shows: Shows
  runner: ShowRunner
  stage: StageId
  full: FullShow
  does(command: Command, actor?: Actor): ReturnType<ShowRunner['submit']>
}

/** A full show on a store in memory; `wrap` puts something between runner and store. */
export async function opened({
  size = {},
  wrap = (store) => store,
  clock = fakeClock(),
}: {
  size?: Partial<Size>
  wrap?: (store: Store) => Store
  clock?: FakeClock
} = {}): Promise<Opened> {
  const store = await memory()
  const draft = draftFullShow(SHOW, { ...DEMO, delegates: 60, ...size }, clock.now() - 1)
  await storeDraft(store, draft)
  const log = listLog()
  const shows = await openShows({ store: wrap(store), clock, log })
  closers.push(() => shows.close())
  const runner = shows.get(SHOW)
  if (!runner) throw new Error('the show is not there')
  const does = (command: Command, actor: Actor = ORGANISER) =>
    runner.submit({ command, actor, repeat: null })
  return { store, clock, log, shows, runner, stage: draft.stage, full: draft.full, does }
}

/** The show as a fresh replay of its journal has it. */
export async function replayed(store: Store, clock = fakeClock()): Promise<ShowRunner> {
  const shows = await openShows({ store, clock, log: listLog() })
  const runner = shows.get(SHOW)
  await shows.close()
  if (!runner) throw new Error('the show is not there')
  return runner
}

/** Nothing moves by itself unless the test says so. */
export const BY_HAND = { size: { byItself: false } }

export const codeOf = (result: Result): string => (result.ok ? 'ok' : result.refusal.code)

export const repeat = (id: string, counter: number, device = 'device-1') => ({
  id,
  device,
  counter,
})

export function first<Item>(items: readonly Item[]): Item {
  const [item] = items
  if (item === undefined) throw new Error('there is none')
  return item
}
