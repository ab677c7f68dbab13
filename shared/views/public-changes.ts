import type { Event, EventType } from '#shared/show/events.ts'
import { evolve } from '#shared/show/evolve.ts'
import { emptyShow } from '#shared/show/state.ts'
import type { InnovationId, SegmentId, ShowId } from '#shared/show/words.ts'
import type { Instant, LocalDate } from '#shared/time/instant.ts'
import {
  itemsOf,
  type PublicInnovation,
  type PublicItem,
  type PublicView,
  publicView,
} from './public.ts'

/** One thing of the published programme that has become another. `title` is '' when it may not be named any more. */
export type PublicChange =
  | { what: 'published' }
  | { what: 'withdrawn' }
  | ({ what: 'added' | 'removed' | 'changed'; title: string } & Thing)
  | ({ what: 'renamed'; title: string; before: string } & Thing)
  | ({ what: 'moved'; title: string } & Item & Place)
  | ({ what: 'table'; title: string; table: number | null } & OfInnovation)
type Item = { thing: 'item'; id: SegmentId }
type OfInnovation = { thing: 'innovation'; id: InnovationId }
type Thing = Item | OfInnovation
interface Place {
  day: LocalDate
  start: Instant
  /** '' when the event has one stage only */
  stage: string
}

/** What one command did to it. */
export interface ChangeEntry {
  /** number of the command's first fact in the journal: its name for ever */
  n: number
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
  /** newest first, `MOST_ENTRIES` at most */
  entries(): readonly ChangeEntry[]
  /** was this item or innovation ever public? */
  knew(id: string): boolean
  /** when the show began; 0 before its first fact */
  begunAt(): Instant
}
export const MOST_ENTRIES = 50

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

/** Names nobody: a change of speakers or presenters alone is not told. */
const NOBODY: ReadonlyMap<never, never> = new Map<never, never>()

export function publicHistory(id: ShowId): PublicHistory {
  const show = emptyShow(id)
  const known = new Set<string>()
  let heard = 0
  let begunAt: Instant = 0
  let entries: ChangeEntry[] = []
  /** facts of a command whose last may still be to come */
  let open: Fact[] = []
  /** null: the course has gone on since */
  let seen: PublicView | null = null

  const look = (): PublicView => publicView(show, NOBODY)
  const close = (): void => {
    const [first] = open
    if (!first) return
    const events = open.map(({ event }) => event as Event)
    open = []
    const planned = events.some(({ type }) => PLANNING.has(type))
    const before = planned ? (seen ?? look()) : null
    for (const event of events) evolve(show, event)
    if (!before) {
      seen = null
      return
    }
    const after = look()
    seen = after
    for (const one of [...itemsOf(after), ...after.innovations]) known.add(one.id)
    const changes = changesBetween(before, after)
    if (changes.length > 0)
      entries = [{ n: first.n, at: first.at, changes }, ...entries].slice(0, MOST_ENTRIES)
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
      const now = look()
      const open = new Set<string>([...itemsOf(now), ...now.innovations].map((one) => one.id))
      const hidden = (one: string): boolean => one in show.segments && !open.has(one)
      return entries.map((entry) => ({
        ...entry,
        changes: entry.changes.map((change) =>
          'id' in change && hidden(change.id) ? unnamed(change) : change,
        ),
      }))
    },
  }
}

/** An item that has become unconfirmed is not named by what was said of it before. */
function unnamed(change: Extract<PublicChange, { id: string }>): PublicChange {
  if (change.what !== 'renamed') return { ...change, title: '' }
  const { before: _, ...rest } = change
  return { ...rest, what: 'changed', title: '' }
}

/** What a reader of the public page sees change, in the order of the programme. */
export function changesBetween(before: PublicView, after: PublicView): PublicChange[] {
  if (before.published !== after.published)
    return [{ what: after.published ? 'published' : 'withdrawn' }]
  if (!after.published) return []
  return [
    ...compared(itemsOf(before), itemsOf(after), 'item', itemChanges),
    ...compared(before.innovations, after.innovations, 'innovation', innovationChanges),
  ]
}

function compared<One extends PublicItem | PublicInnovation>(
  before: readonly One[],
  after: readonly One[],
  thing: One extends PublicItem ? 'item' : 'innovation',
  changes: (before: One, after: One) => PublicChange[],
): PublicChange[] {
  const was = new Map<string, One>(before.map((one) => [one.id, one]))
  const is = new Set<string>(after.map((one) => one.id))
  const said = (what: 'added' | 'removed', { id, title }: One): PublicChange =>
    ({ what, thing, id, title }) as PublicChange
  return [
    ...after.flatMap((one) => {
      const earlier = was.get(one.id)
      return earlier ? changes(earlier, one) : [said('added', one)]
    }),
    ...before.flatMap((one) => (is.has(one.id) ? [] : [said('removed', one)])),
  ]
}

function itemChanges(before: PublicItem, after: PublicItem): PublicChange[] {
  const { id, title, day, start, stage } = after
  const own = { thing: 'item' as const, id, title }
  const found: PublicChange[] = []
  if (before.title !== title) found.push({ what: 'renamed', ...own, before: before.title })
  if (before.day !== day || before.start !== start || before.stageId !== after.stageId)
    found.push({ what: 'moved', ...own, day, start, stage })
  if (inside(before) !== inside(after)) found.push({ what: 'changed', ...own })
  return found
}

/** What an item is beside its title and place; times as they lie within it. */
const inside = ({ kind, summary, start, end, tablesOpen, pitches, rounds }: PublicItem): string =>
  JSON.stringify([
    kind,
    summary,
    end - start,
    tablesOpen,
    pitches.map(({ innovation }) => innovation),
    rounds.map((round) => [round.free, round.talk - start, round.end - start]),
  ])

function innovationChanges(before: PublicInnovation, after: PublicInnovation): PublicChange[] {
  const { id, title } = after
  const own = { thing: 'innovation' as const, id, title }
  const found: PublicChange[] = []
  if (before.title !== title) found.push({ what: 'renamed', ...own, before: before.title })
  if (JSON.stringify(before.tables) !== JSON.stringify(after.tables))
    found.push({ what: 'table', ...own, table: after.tables[0]?.number ?? null })
  if (before.organisation !== after.organisation || before.summary !== after.summary)
    found.push({ what: 'changed', ...own })
  return found
}
