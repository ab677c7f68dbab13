import { stageTimes } from '#shared/show/course.ts'
import { hasBegun } from '#shared/show/programme/decide.ts'
import { draftOf } from '#shared/show/programme/drafts.ts'
import type { DeepReadonly, Segment } from '#shared/show/state.ts'
import type { SegmentDraft } from '#shared/show/programme/commands.ts'
import type { PersonId, RoundId, SegmentId, StageId } from '#shared/show/words.ts'
import { isoWithOffset } from '#shared/time/calendar.ts'
import type { Instant, LocalDate } from '#shared/time/instant.ts'
import { clockTime, dayName, instantOf } from '#shared/time/zone.ts'
import { list, quote } from '#shared/sheets/text.ts'
import type { ProgrammeRow, ReadRow } from '#shared/sheets/types.ts'
import { sameText } from './directory.ts'
import { KIND_WORDS, programmeChanges } from './programme-changes.ts'
import { matchSegments } from './programme-match.ts'
import { putInOrder } from './programme-order.ts'
import { onStages, type Staged } from './programme-stage.ts'
import { timed, type Timed } from './programme-times.ts'
import { Speakers } from './schedule-speakers.ts'
import { giveTables } from './programme-choosing.ts'
import { draftFrom } from './segments.ts'
import { mend, type RowPlan, type Work } from './work.ts'

export type Dated = Timed & { stage: StageId; day: LocalDate; plan: RowPlan }
type ReadSegment = DeepReadonly<Segment>

/** The programme's items in the order of the file, stage by stage. Gives notes for the file. */
export function planProgramme(
  work: Work,
  rows: readonly ReadRow<ProgrammeRow>[],
  planOf: (line: number) => RowPlan,
): string[] {
  const [main] = Object.values(work.show.stages)
  if (!main) return []
  const staged = onStages(work, main.id, rows, planOf)
  const stages = Object.values(work.show.stages)
  const segments = stages.flatMap((stage) =>
    stage.segments.flatMap((id) => work.show.segments[id] ?? []),
  )
  const notes: string[] = []
  const items = stages.flatMap(({ id }) => {
    const own = staged.rows.filter(({ stage }) => stage === id)
    const read = dated(work, own, planOf)
    notes.push(...read.notes)
    return read.items
  })
  const found = matchSegments(items.map(asItem), segments)
  const unused = segments.filter((segment) => !found.includes(segment))
  const speakers = new Speakers(work)
  const ids = items.map((item, index): SegmentId | null => {
    const known = found[index] ?? null
    if (known) return change(work, item, known, speakers)
    const begun = begunAfter(work, items, found, index)
    return begun ? comesTooLate(item, begun) : add(work, item, unused, speakers)
  })
  for (const { id } of stages) putInOrder(work, id, items, ids)
  for (const [index, item] of items.entries()) giveTables(work, item, ids[index] ?? null)
  return [...staged.notes, ...notes, ...notInFile(unused, items)]
}

const asItem = ({ stage, day, value }: Dated) => ({
  stage,
  day,
  kind: value.kind,
  title: value.title,
  id: value.id,
})

/** Rows of one stage on the event's days with their times, day by day. */
function dated(
  work: Work,
  rows: readonly Staged[],
  planOf: (line: number) => RowPlan,
): { items: Dated[]; notes: string[] } {
  const { days, zone } = work.show
  const known = rows.filter(({ line, value: { day } }) => {
    if (day !== null && days.includes(day)) return true
    const words = day === null ? 'has no day.' : `is on ${dayName(day)} (${day}).`
    mend(
      planOf(line),
      'day',
      `${words} The event is on ${list(days.map((each) => `${dayName(each)} (${each})`))}.`,
    )
    return false
  })
  const byDay = Map.groupBy(known, ({ value }) => value.day ?? '')
  const notes: string[] = []
  const items = [...byDay.keys()].toSorted().flatMap((day) => {
    const own = byDay.get(day) ?? []
    const times = timed(own, (time) => instantOf(day, time, zone))
    notes.push(...times.notes)
    return times.rows.map((row, index): Dated => ({
      ...row,
      day,
      plan: planOf(row.line),
      // Invariant: `timed` gives the rows that it got, in their order.
      stage: own[index]?.stage ?? ('' as StageId),
    }))
  })
  return { items, notes }
}

/** What comes later on the same stage in the file and has begun already. */
function begunAfter(
  work: Work,
  items: readonly Dated[],
  found: readonly (ReadSegment | null)[],
  index: number,
): ReadSegment | null {
  const stage = items[index]?.stage
  return (
    found.findLast(
      (one, at) =>
        at > index && items[at]?.stage === stage && one !== null && hasBegun(work.show, one.id),
    ) ?? null
  )
}

function draft(work: Work, item: Dated, id: SegmentId, speakers: PersonId[] | null): SegmentDraft {
  const { zone } = work.show
  const { stage, day } = item
  const before = draftOf(work.show, id)
  const written =
    item.isFixed && item.value.start !== null ? instantOf(day, item.value.start, zone) : null
  const kept = before?.fixedStart ?? null
  // The same by the clocks in the hall: a sheet knows no fractions of a second.
  const fixedStart =
    kept !== null && written !== null && alikeAt(kept, written, zone) ? kept : written
  const newRound = (): RoundId => work.newId<RoundId>('rnd')
  return draftFrom(item, { id, stage, day, fixedStart, newRound, speakers }, before)
}

const alikeAt = (a: Instant, b: Instant, zone: string): boolean =>
  isoWithOffset(a, zone).slice(0, 19) === isoWithOffset(b, zone).slice(0, 19)

function change(work: Work, item: Dated, known: ReadSegment, speakers: Speakers): SegmentId {
  const { plan } = item
  work.named.add(known.id)
  const begun = hasBegun(work.show, known.id)
  const was = draftOf(work.show, known.id)
  if (!was) return known.id
  const own = begun ? null : speakers.of(plan, asSpeakers(item), known.speakers)
  const now = draft(work, item, known.id, own)
  const says = programmeChanges(was, now, work)
  if (item.isLoose) sayWhatFollows(work, item, known)
  if (says.length === 0) return known.id
  if (begun) {
    plan.leftOut = true
    plan.says.push('It has begun, so it stays as it is.')
  } else if (losesRoundInUse(work, known, now)) {
    plan.leftOut = true
    plan.says.push('People have chosen tables in its rounds, so there cannot be fewer of them.')
  } else if (moved(work, item, known) && work.send(plan, { type: 'save-segment', segment: now })) {
    plan.says.push(...says)
  }
  return known.id
}

/** To the end of its day on another stage; its place there comes with the order of all. */
function moved(work: Work, { plan, stage, day }: Dated, { id, stage: from }: ReadSegment): boolean {
  return (
    from === stage ||
    work.send(plan, { type: 'move-segment', segment: id, stage, day, before: null })
  )
}

/** Its start is told, and what it follows from is in another file: somebody may have changed it here. */
function sayWhatFollows(work: Work, { plan, value }: Dated, known: ReadSegment): void {
  const planned = stageTimes(work.show, known.stage, 0).get(known.id)?.plannedStart
  if (planned === undefined || value.start === null) return
  const follows = clockTime(planned, work.show.zone)
  const written = value.start.slice(0, 5)
  if (follows === written) return
  mend(
    plan,
    'start',
    `starts at ${written} in the file. Its start is not fixed and follows from the items before it, at ${follows} now. Write yes under Fixed start to keep ${written}.`,
    { blocks: false },
  )
}

const asSpeakers = ({ value: { speakers } }: Dated) => ({
  speakers:
    speakers?.map(({ name, email }) => ({ ref: '', name, email, organisation: null })) ?? null,
})

function losesRoundInUse(work: Work, known: ReadSegment, now: SegmentDraft): boolean {
  if (known.kind !== 'rounds' || now.kind !== 'rounds') return false
  const kept = now.rounds.map(({ id }) => id)
  return known.rounds.some((id) => {
    const round = work.show.rounds[id]
    const used = round && (round.phase !== 'planned' || Object.keys(round.picks).length > 0)
    return used && !kept.includes(id)
  })
}

function add(
  work: Work,
  item: Dated,
  unused: readonly ReadSegment[],
  speakers: Speakers,
): SegmentId | null {
  const { plan, value } = item
  const other = unused.find(
    ({ stage, day, title }) =>
      stage === item.stage && day === item.day && sameText(title, value.title),
  )
  if (other) {
    mend(
      plan,
      'kind',
      `is in the programme with another kind (${KIND_WORDS[other.kind]}), and such an item cannot become another kind. Give it another title.`,
    )
    return null
  }
  const id = work.newId<SegmentId>('seg')
  const own = speakers.of(plan, asSpeakers(item), [])
  const segment = draft(work, item, id, own)
  if (!work.send(plan, { type: 'save-segment', segment })) return null
  plan.isNew = true
  return id
}

function comesTooLate({ plan }: Dated, begun: ReadSegment): null {
  plan.leftOut = true
  plan.says.push(`It would come before ${quote(begun.title)}, which has begun.`)
  return null
}

function notInFile(unused: readonly ReadSegment[], items: readonly Dated[]): string[] {
  const titles = unused
    .filter(({ stage, day }) => items.some((item) => item.day === day && item.stage === stage))
    .map(({ title }) => quote(title))
  return titles.length === 0
    ? []
    : [
        `${list(titles)} ${titles.length === 1 ? 'is' : 'are'} in the programme and not in this file, and ${titles.length === 1 ? 'stays' : 'stay'}.`,
      ]
}
