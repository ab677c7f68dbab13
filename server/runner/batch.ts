import { createHash, randomBytes } from 'node:crypto'
import type { Command } from '#shared/show/commands.ts'
import { decide } from '#shared/show/decide.ts'
import type { Draw, Refusal } from '#shared/show/decision.ts'
import { dueAt } from '#shared/show/due.ts'
import type { Event } from '#shared/show/events.ts'
import { evolve } from '#shared/show/evolve.ts'
import { may } from '#shared/show/permissions.ts'
import type { Show } from '#shared/show/state.ts'
import { type Actor, SYSTEM } from '#shared/show/words.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { StoredEvent } from '../store/port.ts'
import type { Earlier, Written } from './earlier.ts'
import type { Log } from './log.ts'
import type { Repeats } from './repeats.ts'
import type { Result, Submission } from './types.ts'

/** What all commands of a turn come to, before it is on disk. */
export interface Batch {
  /** one a submission, in order; true once `stored` is committed */
  results: readonly Result[]
  stored: readonly StoredEvent[]
  events: readonly Event[]
  writes: readonly Written[]
  repeats: ReturnType<Repeats['draft']>
  /** the version up to which everything that was due has been done; null: not looked at */
  caughtUp: number | null
}

/** More steps than this at one moment is a rule that runs in a circle. */
const MOST_STEPS = 1_000

interface Deciding {
  /** the state to decide on, changed as decisions fall; thrown away when the commit fails */
  draft: Show
  repeats: Repeats
  earlier: Earlier
  at: Instant
  /** do what has fallen due by itself first */
  catchUp: boolean
  log: Log
}

/** Chance comes in from here; rules have none. */
function draw(): Draw {
  const seed = randomBytes(16).toString('hex')
  return { seed, seedHash: createHash('sha256').update(seed).digest('hex') }
}

/** A rule threw: a bug, never the client's doing. `draft` is not to be trusted any more. */
export class RuleFailed extends Error {
  readonly submission: Submission | null
  constructor(submission: Submission | null, cause: unknown) {
    super('a rule failed', { cause })
    this.submission = submission
  }
}

/** Decides all in order, each seeing what those before it did, after what has fallen due by itself. */
export function decideBatch(
  submissions: readonly Submission[],
  { draft, repeats: known, earlier, at, catchUp, log }: Deciding,
): Batch {
  const stored: StoredEvent[] = []
  const events: Event[] = []
  const writes: Written[] = []
  const repeats = known.draft()

  /** Refusal, or how many events it has led to. */
  const apply = (
    command: Command,
    actor: Actor,
    repeat: Submission['repeat'],
  ): Refusal | number => {
    const refusal = may(actor, command)
    if (refusal) return refusal
    const decision = decide(draft, command, { at, actor, draw })
    if (!decision.ok) return decision.refusal
    const written = earlier.written(decision.people, writes)
    if (!written) return { code: 'details-gone', params: {} }
    for (const event of decision.events) {
      // A copy, so that what the draft does to it later never reaches the journal.
      evolve(draft, JSON.parse(JSON.stringify(event)) as Event)
      events.push(event)
      stored.push({
        n: draft.version,
        at,
        actor: actor.id,
        device: repeat?.device ?? null,
        counter: repeat?.counter ?? null,
        commandId: repeat?.id ?? null,
        event,
      })
    }
    writes.push(...written)
    return decision.events.length
  }
  const doWhatIsDue = (): void => {
    for (let steps = 0; steps < MOST_STEPS; steps += 1) {
      const next = dueAt(draft, at)
      if (!next || next.due > at) return
      const outcome = apply(next.command, SYSTEM, null)
      if (typeof outcome === 'number' && outcome > 0) continue
      const { type } = next.command
      log.debug({ show: draft.id, type, due: next.due, outcome }, 'what is due cannot happen yet')
      return
    }
    log.error({ show: draft.id }, 'what falls due never ends')
  }
  const answer = ({ command, actor, repeat }: Submission): Result => {
    const before = repeat && repeats.answer(repeat, actor.id)
    if (before) return before
    const outcome = apply(command, actor, repeat)
    const isRefused = typeof outcome !== 'number'
    if (repeat) repeats.learn(repeat, actor.id, isRefused || outcome === 0 ? null : draft.version)
    return isRefused ? { ok: false, refusal: outcome } : { ok: true, version: draft.version }
  }

  if (catchUp) guarded(null, doWhatIsDue)
  const caughtUp = catchUp ? draft.version : null
  const results = submissions.map((one) => guarded(one, () => answer(one)))
  return { results, stored, events, writes, repeats, caughtUp }
}

function guarded<Value>(submission: Submission | null, rule: () => Value): Value {
  try {
    return rule()
  } catch (cause) {
    throw new RuleFailed(submission, cause)
  }
}
