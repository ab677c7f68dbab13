import type { InnovationId, SegmentId } from '#shared/show/words.ts'
import type { Instant, LocalDate, Ms } from '#shared/time/instant.ts'
import {
  itemsOf,
  type PublicInnovation,
  type PublicItem,
  type PublicSlot,
  type PublicView,
} from './public.ts'

/**
 * One thing of the published programme that has become another, with what it was before. People are told
 * as the view names them.
 */
export type PublicChange = { what: 'published' } | { what: 'withdrawn' } | EventChange | ThingChange
type EventChange = { what: 'event-title' | 'event-place'; before: string; now: string }
export type ThingChange = ItemChange | InnovationChange

export type ItemChange = { thing: 'item'; id: SegmentId; title: string } & (
  | { what: 'added' | 'removed' | 'summary' }
  | { what: 'confirmed' | 'to-confirm'; now: Place }
  | { what: 'renamed'; before: string }
  | { what: 'moved'; before: Place; now: Place }
  | { what: 'length'; before: Ms; now: Ms }
  | { what: 'kind'; now: PublicItem['kind'] }
  | { what: 'speakers'; now: readonly string[] }
  | { what: 'tables-open'; now: boolean }
  /** titles of innovations; both empty: another order */
  | { what: 'pitches'; added: readonly string[]; removed: readonly string[] }
  /** when each begins to talk */
  | { what: 'rounds'; now: readonly Instant[] }
)
export type InnovationChange = { thing: 'innovation'; id: InnovationId; title: string } & (
  | { what: 'added' | 'removed' | 'summary' }
  | { what: 'renamed'; before: string }
  | { what: 'organisation'; now: string }
  | { what: 'table'; now: number | null }
  | { what: 'presenters'; now: readonly string[] }
)
export interface Place {
  day: LocalDate
  start: Instant
  /** '' when the event has one stage only */
  stage: string
}

/** What a reader of the public page sees change, in the order of the programme. */
export function changesBetween(before: PublicView, after: PublicView): PublicChange[] {
  if (before.published !== after.published)
    return [{ what: after.published ? 'published' : 'withdrawn' }]
  if (!after.published) return []
  return [
    ...eventChanges(before, after),
    ...itemsBetween(before, after),
    ...innovationsBetween(before.innovations, after.innovations),
  ]
}

function eventChanges(before: PublicView, after: PublicView): PublicChange[] {
  const found: PublicChange[] = []
  if (before.title !== after.title)
    found.push({ what: 'event-title', before: before.title, now: after.title })
  if (before.place !== after.place)
    found.push({ what: 'event-place', before: before.place, now: after.place })
  return found
}

const byId = <One extends { id: string }>(all: readonly One[]): ReadonlyMap<string, One> =>
  new Map(all.map((one) => [one.id, one]))

function itemsBetween(before: PublicView, after: PublicView): ItemChange[] {
  const was = byId(itemsOf(before))
  const is = byId(itemsOf(after))
  const [wasOpen, isOpen] = [byId(before.toConfirm), byId(after.toConfirm)]
  const titles = new Map(
    [...before.innovations, ...after.innovations].map(({ id, title }) => [id, title]),
  )
  return [
    ...[...is.values()].flatMap((item): ItemChange[] => {
      const own = { thing: 'item' as const, id: item.id, title: item.title }
      const earlier = was.get(item.id)
      if (earlier) return itemChanges(earlier, item, titles)
      return wasOpen.has(item.id)
        ? [{ what: 'confirmed', ...own, now: placeOf(item) }]
        : [{ what: 'added', ...own }]
    }),
    ...[...was.values()].flatMap((item): ItemChange[] => {
      if (is.has(item.id)) return []
      const own = { thing: 'item' as const, id: item.id, title: item.title }
      const slot = isOpen.get(item.id)
      return slot
        ? [{ what: 'to-confirm', ...own, now: placeOf(slot) }]
        : [{ what: 'removed', ...own }]
    }),
  ]
}

const placeOf = ({ day, start, stage }: PublicSlot): Place => ({ day, start, stage })

function itemChanges(
  before: PublicItem,
  after: PublicItem,
  titles: ReadonlyMap<InnovationId, string>,
): ItemChange[] {
  const { id, title, day, start, stageId, kind, summary, speakers, tablesOpen } = after
  const own = { thing: 'item' as const, id, title }
  const found: ItemChange[] = []
  if (before.title !== title) found.push({ what: 'renamed', ...own, before: before.title })
  if (before.kind !== kind) found.push({ what: 'kind', ...own, now: kind })
  if (before.day !== day || before.start !== start || before.stageId !== stageId)
    found.push({ what: 'moved', ...own, before: placeOf(before), now: placeOf(after) })
  const [wasLong, isLong] = [before.end - before.start, after.end - start]
  // What is in it says how long it is.
  const [wasIn, isIn] = [contentsOf(before), contentsOf(after)]
  if (wasLong !== isLong && (wasIn === isIn || isIn === ''))
    found.push({ what: 'length', ...own, before: wasLong, now: isLong })
  if (!alike(before.speakers, speakers)) found.push({ what: 'speakers', ...own, now: speakers })
  if (before.summary !== summary) found.push({ what: 'summary', ...own })
  if (before.tablesOpen !== tablesOpen) found.push({ what: 'tables-open', ...own, now: tablesOpen })
  return wasIn === isIn ? found : [...found, ...insideChanges(before, after, titles)]
}

/** Its pitches and rounds, wherever it lies; '' when it has none. */
const contentsOf = ({ start, pitches, rounds }: PublicItem): string =>
  [
    ...pitches.map(({ innovation }) => innovation),
    ...rounds.map((round) => [round.free, round.talk - start, round.end - start].join()),
  ].join(' ')

function insideChanges(
  before: PublicItem,
  after: PublicItem,
  titles: ReadonlyMap<InnovationId, string>,
): ItemChange[] {
  const own = { thing: 'item' as const, id: after.id, title: after.title }
  const found: ItemChange[] = []
  const [was, is] = [before, after].map(({ pitches }) => pitches.map((one) => one.innovation))
  if (was && is && !alike(was, is)) {
    const named = (ids: readonly InnovationId[], but: readonly InnovationId[]): string[] =>
      ids.filter((one) => !but.includes(one)).map((one) => titles.get(one) ?? '')
    found.push({ what: 'pitches', ...own, added: named(is, was), removed: named(was, is) })
  }
  if (after.rounds.length > 0 || before.rounds.length > 0)
    found.push({ what: 'rounds', ...own, now: after.rounds.map(({ talk }) => talk) })
  return found
}

function innovationsBetween(
  before: readonly PublicInnovation[],
  after: readonly PublicInnovation[],
): InnovationChange[] {
  const [was, is] = [byId(before), byId(after)]
  const own = ({ id, title }: PublicInnovation) => ({ thing: 'innovation' as const, id, title })
  return [
    ...after.flatMap((one): InnovationChange[] => {
      const earlier = was.get(one.id)
      return earlier ? innovationChanges(earlier, one) : [{ what: 'added', ...own(one) }]
    }),
    ...before.flatMap((one): InnovationChange[] =>
      is.has(one.id) ? [] : [{ what: 'removed', ...own(one) }],
    ),
  ]
}

function innovationChanges(before: PublicInnovation, after: PublicInnovation): InnovationChange[] {
  const { id, title, organisation, presenters } = after
  const own = { thing: 'innovation' as const, id, title }
  const found: InnovationChange[] = []
  if (before.title !== title) found.push({ what: 'renamed', ...own, before: before.title })
  if (JSON.stringify(before.tables) !== JSON.stringify(after.tables))
    found.push({ what: 'table', ...own, now: after.tables[0]?.number ?? null })
  if (before.organisation !== organisation)
    found.push({ what: 'organisation', ...own, now: organisation })
  if (!alike(before.presenters, presenters))
    found.push({ what: 'presenters', ...own, now: presenters })
  if (before.summary !== after.summary) found.push({ what: 'summary', ...own })
  return found
}

const alike = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index])
