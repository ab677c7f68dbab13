import { randomBytes } from 'node:crypto'
import { dueAt, movesDue } from '#shared/show/due.ts'
import type { RefusalCode } from '#shared/show/decision.ts'
import type { Event } from '#shared/show/events.ts'
import type { Show } from '#shared/show/state.ts'
import type { ShowId } from '#shared/show/words.ts'
import type { CommitOutcome, Store } from '../store/port.ts'
import { type Batch, decideBatch, RuleFailed } from './batch.ts'
import { anchored, type ServerClock } from './clock.ts'
import type { Log } from './log.ts'
import { createReplica, type Replica } from './replica.ts'
import { createTicker } from './ticker.ts'
import type { Change, Result, ShowRunner, Submission } from './types.ts'

export interface RunnerDeps {
  store: Store
  clock: ServerClock
  log: Log
}

export interface OwnRunner extends ShowRunner {
  /** Answers what is under way, refuses what comes after. */
  close(): Promise<void>
}

interface Waiting {
  submission: Submission
  answer(result: Result): void
}

/** Somebody else appends to this show again and again: after so many tries the batch is given up. */
const MOST_TRIES = 5

/** Opens a show from its journal, or one that is still to begin. */
export async function openRunner(id: ShowId, deps: RunnerDeps): Promise<OwnRunner> {
  const replica = createReplica(id, deps.store)
  await replica.readOn()
  return createRunner(replica, deps)
}

/**
 * One turn at a time: everything that waits is decided on a draft, committed in one transaction, and only
 * then shown, answered and told. Views read the replica, which is never ahead of the disk.
 */
function createRunner(replica: Replica, { store, clock, log }: RunnerDeps): OwnRunner {
  const { show, people, texts } = replica
  const { id } = show
  const time = anchored(clock, replica.lastAt())
  const { now } = time
  const listeners = new Set<(change: Change) => void>()
  let draft = copyOf(show)
  let waiting: Waiting[] = []
  let running: Promise<void> | null = null
  let closing = false
  /** what falls due next may be another than the ticker waits for */
  let dueMoved = false

  const ticker = createTicker({
    clock,
    now,
    next: () => nextDue(),
    due: () => wake(),
  })
  const nextDue = (): number | null => {
    try {
      return dueAt(show, now())?.due ?? null
    } catch (error) {
      // A show whose clock no longer moves by itself still takes every command.
      log.error({ show: id, err: error }, 'what is due next could not be told')
      return null
    }
  }
  const tell = (from: number, events: readonly Event[]): void => {
    if (events.length === 0) return
    dueMoved ||= events.some((event) => movesDue(event, show))
    if (events.some((event) => event.type === 'clock-followed')) time.follow()
    for (const listener of listeners) {
      try {
        listener({ from, to: show.version, events })
      } catch (error) {
        log.error({ show: id, err: error }, 'a listener failed')
      }
    }
  }
  /** Somebody else has written: their events are told like our own. */
  const readOn = async (): Promise<void> => {
    const from = show.version
    const events = await replica.readOn()
    draft = copyOf(show)
    tell(from, events)
  }

  /** Leaves out a command that a rule fails on, so that the others lose nothing by it. */
  const decideAll = (batch: readonly Waiting[]): { batch: readonly Waiting[]; decided: Batch } => {
    let left = batch
    let catchUp = ticker.isDue()
    let stuck = false
    for (;;) {
      try {
        const submissions = left.map((one) => one.submission)
        const { repeats, earlier } = replica
        const decided = decideBatch(submissions, {
          draft,
          repeats,
          earlier,
          at: now(),
          catchUp,
          log,
        })
        return { batch: left, decided: stuck ? { ...decided, caughtUp: draft.version } : decided }
      } catch (error) {
        if (!(error instanceof RuleFailed)) throw error
        draft = copyOf(show)
        const { submission } = error
        const type = submission?.command.type ?? 'what is due'
        log.error({ show: id, type, err: error.cause }, 'a rule failed')
        if (submission === null) {
          catchUp = false
          stuck = true
        }
        const culprit = left.find((one) => one.submission === submission)
        culprit?.answer(refused('not-saved'))
        left = left.filter((one) => one !== culprit)
      }
    }
  }
  const settle = async (waited: readonly Waiting[]): Promise<number | null> => {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const { batch, decided } = decideAll(waited)
      const { stored, events, writes, results } = decided
      const from = show.version
      const outcome: CommitOutcome =
        stored.length === 0
          ? { ok: true, lastN: from }
          : await store.commit(id, from, stored, writes)
      if (outcome.ok) {
        replica.take(events, writes, stored.at(-1)?.at ?? 0)
        decided.repeats.keep()
        for (const [index, result] of results.entries()) batch[index]?.answer(result)
        tell(from, events)
        return decided.caughtUp
      }
      log.warn({ show: id, ...outcome }, 'a commit did not happen')
      if (outcome.reason === 'not-saved') break
      await readOn()
    }
    draft = copyOf(show)
    for (const one of waited) one.answer(refused('not-saved'))
    return show.version
  }

  const turns = async (): Promise<void> => {
    do {
      // The event loop reads every socket that has something before this comes: one turn takes it all.
      await new Promise((turn) => setImmediate(turn))
      const batch = waiting
      waiting = []
      let caughtUp: number | null = show.version
      try {
        caughtUp = await settle(batch)
      } catch (error) {
        log.error({ show: id, err: error }, 'a turn failed')
        draft = copyOf(show)
        for (const one of batch) one.answer(refused('not-saved'))
      }
      if (dueMoved || ticker.isDue()) ticker.arm(caughtUp === show.version)
      dueMoved = false
    } while (waiting.length > 0)
    running = null
  }
  const wake = (): void => {
    running ??= turns()
  }

  ticker.arm(false)
  return {
    id,
    epoch: randomBytes(6).toString('base64url'),
    show: () => show,
    people: () => people,
    texts: () => texts,
    now,
    clockAhead: time.ahead,
    submit(submission) {
      if (closing) return Promise.resolve(refused('closing'))
      return new Promise((answer) => {
        waiting.push({ submission, answer })
        wake()
      })
    },
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async close() {
      closing = true
      ticker.stop()
      await running
    },
  }
}

const refused = (code: RefusalCode): Result => ({ ok: false, refusal: { code, params: {} } })

const copyOf = (show: Show): Show => JSON.parse(JSON.stringify(show)) as Show
