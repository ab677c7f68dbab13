import { type Asked, problemOf, type SeatingOptions } from '#shared/allotment/from-show.ts'
import type { Seating } from '#shared/allotment/problem.ts'
import { runOf } from '#shared/allotment/to-run.ts'
import type { Event } from '#shared/show/events.ts'
import { SYSTEM, type TableId, type WindowId } from '#shared/show/words.ts'
import type { SeatingAnswer } from '#shared/wire/seating.ts'
import type { Log } from '../runner/log.ts'
import type { ShowRunner, Shows } from '../runner/types.ts'
import type { Seat, SeatingDesk } from './types.ts'

export interface SeatingDeps {
  shows: Pick<Shows, 'list' | 'onChange'>
  seat: Seat
  /** a seating will be wanted before long */
  wake?: () => void
  log: Log
}

/**
 * What a show cannot do by itself, since it takes a while: a window that closes gets a seating, published at once
 * where the window says so, and people whose table was closed get another seat.
 */
export function createSeating({ shows, seat, wake = () => {}, log }: SeatingDeps): SeatingDesk {
  const underWay = new Set<Promise<unknown>>()
  let closing = false

  const work: SeatingDesk['work'] = async (runner, id, { keep, by, ...options }) => {
    const window = runner.show().windows[id]
    if (!window) return { ok: false, why: 'unknown' }
    if (keep && window.phase !== 'closed' && window.phase !== 'published')
      return { ok: false, why: 'not-closed' }
    const basis = runner.show().version
    const asked = problemOf(runner.show(), runner.people(), window, options)
    const outcome = await seat(asked.problem)
    if (!outcome.ok) return { ok: false, why: 'given-up' }
    const { seating, figures } = outcome.done
    const run = { ...runOf(runner.show(), asked, seating, figures), by, basis }
    if (!keep) return answerOf(asked, run, seating, null)
    const command = { type: 'propose-seating' as const, window: id, run }
    const result = await runner.submit({ command, actor: SYSTEM, repeat: null })
    return result.ok
      ? answerOf(asked, run, seating, result.version)
      : { ok: false, why: 'not-saved' }
  }
  /** A seating that nobody has asked for, and its publishing. */
  const byItself = async (
    runner: ShowRunner,
    window: WindowId,
    options: SeatingOptions,
    publishes: boolean,
  ): Promise<void> => {
    const answer = await work(runner, window, { keep: true, by: SYSTEM.id, ...options })
    if (!answer.ok) return log.warn({ show: runner.id, window, ...answer }, 'no seating')
    if (!publishes || answer.run === null) return
    const command = { type: 'publish-seating' as const, window, run: answer.run }
    const result = await runner.submit({ command, actor: SYSTEM, repeat: null })
    if (!result.ok) log.warn({ show: runner.id, window, ...result.refusal }, 'not published')
  }
  const begin = (...args: Parameters<typeof byItself>): void => {
    if (closing) return
    const [runner, window] = args
    const mine: Promise<unknown> = byItself(...args)
      .catch((error: unknown) =>
        log.error({ show: runner.id, window, err: error }, 'a seating failed'),
      )
      .finally(() => underWay.delete(mine))
    underWay.add(mine)
  }

  const closed = (runner: ShowRunner, id: WindowId): void => {
    const window = runner.show().windows[id]
    if (window?.phase === 'closed') begin(runner, id, {}, window.publishesItself)
  }
  for (const runner of shows.list())
    for (const { id, runs } of Object.values(runner.show().windows))
      if (runs.length === 0) closed(runner, id)
  const stop = shows.onChange((runner, { events }) => {
    for (const event of events) {
      if (event.type === 'window-opened') wake()
      if (event.type === 'window-closed') closed(runner, event.window)
    }
    for (const id of emptied(runner, events)) begin(runner, id, { keepSeats: true }, true)
  })
  return {
    work,
    async close() {
      closing = true
      stop()
      await Promise.allSettled(underWay)
    },
  }
}

/** Windows whose people have just lost a table that was closed. */
function emptied(runner: ShowRunner, events: readonly Event[]): Set<WindowId> {
  const show = runner.show()
  const windows = new Set<WindowId>()
  for (const [index, event] of events.entries()) {
    if (event.type !== 'round-seats-set' || event.seats !== 0) continue
    if (events[index - 1]?.type !== 'table-left') continue
    const window = show.rounds[event.round]?.window
    if (window && show.windows[window]?.phase === 'published') windows.add(window)
  }
  return windows
}

function answerOf(
  { absent, asked, problem }: Asked,
  { figures, unkept }: Pick<SeatingAnswer, 'figures' | 'unkept'>,
  seating: Seating,
  run: number | null,
): SeatingAnswer {
  const filled: Record<TableId, number> = {}
  for (const { table } of seating.visits)
    filled[table as TableId] = (filled[table as TableId] ?? 0) + 1
  return { ok: true, run, figures, unkept, people: problem.people.length, absent, asked, filled }
}
