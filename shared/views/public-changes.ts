import type { Event, EventType } from '#shared/show/events.ts'
import { evolve } from '#shared/show/evolve.ts'
import { emptyShow } from '#shared/show/state.ts'
import type { ShowId } from '#shared/show/words.ts'
import { type Instant, MINUTE, type Ms } from '#shared/time/instant.ts'
import { itemsOf, type Names, type PublicView, publicView } from './public.ts'
import { changesBetween, type PublicChange } from './public-differences.ts'

/** What was changed in one go: the commands of a few minutes, one after the other. */
export interface ChangeEntry {
  /** number of the first command's first fact in the journal: its name for ever */
  n: number
  /** when the last of them was done */
  at: Instant
  changes: readonly PublicChange[]
}

/** A fact as the journal keeps it. */
export interface Fact {
  n: number
  at: Instant
  commandId: string | null
  event: unknown
}

/** Lives a show's journal again, and notes what the public could see change. */
export interface PublicHistory {
  /** number of the last fact it has heard */
  heard(): number
  /** The facts that follow, in order. `end`: the journal holds no more for now. */
  take(facts: readonly Fact[], end: boolean): void
  /**
   * Newest first, `MOST_ENTRIES` at most. People are told by their ids, and only those whom the page
   * names still. Who asks has read them: what is done from then on is an entry of its own.
   */
  entries(): readonly ChangeEntry[]
  /** was this item or innovation ever public? */
  knew(id: string): boolean
  /** when the show began; 0 before its first fact */
  begunAt(): Instant
}
export const MOST_ENTRIES = 50
/** Commands that follow one another so closely are told as what they came to. */
const JOINED: Ms = 5 * MINUTE

/** What organisers do to the plan. The course of the day changes what is public too, but is no news of the programme. */
const PLANNING: ReadonlySet<EventType> = new Set<EventType>([
  'show-changed',
  'days-changed',
  'programme-published',
  'programme-withdrawn',
  'segment-saved',
  'segment-moved',
  'segment-removed',
  'stage-saved',
  'stage-removed',
  'innovation-saved',
  'innovation-removed',
  'pitch-saved',
  'pitch-moved',
  'pitch-removed',
  'table-saved',
  'tables-swapped',
  'table-removed',
])

/** Everybody by their id: names are looked up when they are read, so that an erased one is gone from here too. */
const BY_ID: Names = { get: (id) => ({ name: id }) }

/** Commands that are told together, while they last. */
interface Moment {
  n: number
  begunAt: Instant
  at: Instant
  before: PublicView
  after: PublicView
}

export function publicHistory(id: ShowId): PublicHistory {
  const show = emptyShow(id)
  const known = new Set<string>()
  /** items that were to be confirmed when last seen: their titles are nobody's business */
  const masked = new Set<string>()
  let heard = 0
  let begunAt: Instant = 0
  let past: ChangeEntry[] = []
  let moment: Moment | null = null
  /** facts of a command whose last may still be to come */
  let open: Fact[] = []
  /** null: the course has gone on since */
  let seen: PublicView | null = null

  const look = (): PublicView => publicView(show, BY_ID)
  const add = (entry: ChangeEntry): void => {
    if (entry.changes.length > 0) past = [entry, ...past].slice(0, MOST_ENTRIES)
  }
  const finish = (): void => {
    if (moment) add(entryOf(moment))
    moment = null
  }
  const note = ({ n, at }: Fact, before: PublicView, after: PublicView): void => {
    const isOn = before.published && after.published
    if (moment && isOn && goesOn(moment, at, before)) {
      moment = { ...moment, at, after }
      return
    }
    const changes = changesBetween(before, after)
    if (isOn && changes.length === 0) return
    finish()
    if (isOn) moment = { n, begunAt: at, at, before, after }
    else add({ n, at, changes })
  }
  const close = (): void => {
    const [first] = open
    if (!first) return
    const events = open.map(({ event }) => event as Event)
    open = []
    const planned = events.some(({ type }) => PLANNING.has(type))
    const before = planned ? (seen ?? look()) : null
    for (const event of events) evolve(show, event)
    const after = before ? look() : null
    seen = after
    if (!before || !after) return
    for (const one of [...itemsOf(after), ...after.innovations]) known.add(one.id)
    for (const one of itemsOf(after)) masked.delete(one.id)
    for (const one of after.toConfirm) masked.add(one.id)
    note(first, before, after)
  }
  return {
    heard: () => heard,
    begunAt: () => begunAt,
    knew: (one) => known.has(one),
    take(facts, end) {
      for (const fact of facts) {
        const [first] = open
        if (first && (first.commandId === null || first.commandId !== fact.commandId)) close()
        if (heard === 0) begunAt = fact.at
        open.push(fact)
        heard = fact.n
      }
      if (end) close()
    },
    entries() {
      finish()
      const now = look()
      const shown = new Set<string>(itemsOf(now).map((item) => item.id))
      const named = new Set<string>([
        ...itemsOf(now).flatMap(({ speakers }) => speakers),
        ...now.innovations.flatMap(({ presenters }) => presenters),
      ])
      return past
        .map((entry) => ({
          ...entry,
          changes: entry.changes.flatMap((change) =>
            'id' in change && masked.has(change.id) && !shown.has(change.id)
              ? bare(change)
              : [onlyOf(named, change)],
          ),
        }))
        .filter(({ changes }) => changes.length > 0)
    },
  }
}

const entryOf = ({ n, at, before, after }: Moment): ChangeEntry => ({
  n,
  at,
  changes: changesBetween(before, after),
})

/** Unless the course of the day has changed what is public meanwhile: that is no news of the programme. */
const goesOn = (moment: Moment, at: Instant, before: PublicView): boolean =>
  at - moment.begunAt <= JOINED &&
  (moment.after === before || JSON.stringify(moment.after) === JSON.stringify(before))

/** Of an item that has become unconfirmed nothing that was said before is told, but that it is so. */
const bare = (change: PublicChange): PublicChange[] =>
  change.what === 'to-confirm' ? [{ ...change, title: '' }] : []

const onlyOf = (named: ReadonlySet<string>, change: PublicChange): PublicChange =>
  change.what === 'speakers' || change.what === 'presenters'
    ? { ...change, now: change.now.filter((person) => named.has(person)) }
    : change
