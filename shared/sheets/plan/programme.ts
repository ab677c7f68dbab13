import { hasBegun } from '#shared/show/programme/decide.ts'
import { draftOf } from '#shared/show/programme/drafts.ts'
import type { DeepReadonly, Segment } from '#shared/show/state.ts'
import type { SegmentDraft } from '#shared/show/programme/commands.ts'
import type { RoundId, SegmentId, StageId } from '#shared/show/words.ts'
import type { LocalDate } from '#shared/time/instant.ts'
import { dayName, instantOf } from '#shared/time/zone.ts'
import { list, quote } from '#shared/sheets/text.ts'
import type { ProgrammeRow, ReadRow } from '#shared/sheets/types.ts'
import { sameText } from './directory.ts'
import { arranged, moves } from './order.ts'
import { matchSegments } from './programme-match.ts'
import { onOneStage } from './programme-stage.ts'
import { timed, type Timed } from './programme-times.ts'
import { draftFrom, segmentChanges } from './segments.ts'
import { mend, type RowPlan, type Work } from './work.ts'

type Dated = Timed & { day: LocalDate; plan: RowPlan }
type ReadSegment = DeepReadonly<Segment>

/** The programme's items in the order of the file. Gives notes for the file. */
export function planProgramme(
  work: Work,
  rows: readonly ReadRow<ProgrammeRow>[],
  planOf: (line: number) => RowPlan,
): string[] {
  const stage = Object.values(work.show.stages)[0]
  if (!stage) return []
  const chosen = onOneStage(stage.name, rows, planOf)
  const { items, notes } = dated(work, chosen.rows, planOf)
  const segments = stage.segments.flatMap((id) => work.show.segments[id] ?? [])
  const kinds = items.map(({ day, value }) => ({ day, kind: value.kind, title: value.title }))
  const found = matchSegments(kinds, segments)
  const unused = segments.filter((segment) => !found.includes(segment))
  const past = lastBegun(work, found)
  const ids = items.map((item, index): SegmentId | null => {
    const known = found[index] ?? null
    if (known) return change(work, stage.id, item, known)
    return index < past
      ? comesTooLate(item, found[past] ?? null)
      : add(work, stage.id, item, unused)
  })
  order(work, stage.id, items, ids)
  return [...chosen.notes, ...notes, ...notInFile(unused, items)]
}

/** Rows of the event's days with their times, day by day. */
function dated(
  work: Work,
  rows: readonly ReadRow<ProgrammeRow>[],
  planOf: (line: number) => RowPlan,
): { items: Dated[]; notes: string[] } {
  const days = work.show.days
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
    const times = timed(byDay.get(day) ?? [])
    notes.push(...times.notes)
    return times.rows.map((row): Dated => ({ ...row, day, plan: planOf(row.line) }))
  })
  return { items, notes }
}

const lastBegun = (work: Work, found: readonly (ReadSegment | null)[]): number =>
  found.findLastIndex((one) => one !== null && hasBegun(work.show, one.id))

function draft(work: Work, stage: StageId, item: Dated, id: SegmentId): SegmentDraft {
  const { zone } = work.show
  const fixedStart =
    item.isFixed && item.value.start !== null ? instantOf(item.day, item.value.start, zone) : null
  const newRound = (): RoundId => work.newId<RoundId>('rnd')
  return draftFrom(item, { id, stage, day: item.day, fixedStart, newRound }, draftOf(work.show, id))
}

function change(work: Work, stage: StageId, item: Dated, known: ReadSegment): SegmentId {
  const { plan } = item
  work.named.add(known.id)
  const was = draftOf(work.show, known.id)
  const now = draft(work, stage, item, known.id)
  const says = was ? segmentChanges(was, now, work.show.zone) : []
  if (says.length === 0) return known.id
  if (hasBegun(work.show, known.id)) {
    plan.leftOut = true
    plan.says.push('It has begun, so it stays as it is.')
  } else if (losesRoundInUse(work, known, now)) {
    plan.leftOut = true
    plan.says.push('People have chosen tables in its rounds, so there cannot be fewer of them.')
  } else if (work.send(plan, { type: 'save-segment', segment: now })) {
    plan.says.push(...says)
  }
  return known.id
}

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
  stage: StageId,
  item: Dated,
  unused: readonly ReadSegment[],
): SegmentId | null {
  const { plan, value } = item
  const other = unused.find(({ day, title }) => day === item.day && sameText(title, value.title))
  if (other) {
    mend(
      plan,
      'kind',
      `is in the programme with another kind (${KIND_WORDS[other.kind]}), and the kind of an item cannot change. Give it another title.`,
    )
    return null
  }
  const id = work.newId<SegmentId>('seg')
  const segment = draft(work, stage, item, id)
  if (!work.send(plan, { type: 'save-segment', segment })) return null
  plan.isNew = true
  return id
}

const KIND_WORDS: Record<Segment['kind'], string> = {
  'pitch-block': 'pitch block',
  talk: 'talk',
  break: 'break',
  rounds: 'rounds',
  panel: 'a panel',
  ceremony: 'a ceremony',
  note: 'note',
}

function comesTooLate({ plan }: Dated, begun: ReadSegment | null): null {
  plan.leftOut = true
  plan.says.push(`It would come before ${quote(begun?.title ?? '')}, which has begun.`)
  return null
}

/** Days one after the other, and each in the file's order. What has begun, and what was before it, stays. */
function order(
  work: Work,
  stage: StageId,
  items: readonly Dated[],
  ids: readonly (SegmentId | null)[],
): void {
  const current = work.show.stages[stage]?.segments ?? []
  const from = current.findLastIndex((id) => hasBegun(work.show, id)) + 1
  const open = current.slice(from)
  const planned = ids.filter((id) => id !== null && open.includes(id)) as SegmentId[]
  const dayOf = (id: SegmentId): LocalDate => work.show.segments[id]?.day ?? ''
  const days = [...new Set(open.map(dayOf))].toSorted()
  const wanted = days.flatMap((day) =>
    arranged(
      open.filter((id) => dayOf(id) === day && !isNewHere(id)),
      planned.filter((id) => dayOf(id) === day),
    ),
  )
  for (const { id, before } of moves(open, wanted)) {
    const item = items[ids.indexOf(id)] ?? items.at(-1)
    if (!item || !work.send(item.plan, { type: 'move-segment', segment: id, before })) continue
    if (item.plan.isNew) continue
    const title = before === null ? null : work.show.segments[before]?.title
    item.plan.says.push(
      ids.includes(id)
        ? title
          ? `Comes before ${quote(title)} now.`
          : 'Comes last now.'
        : 'An item that is not in the file changes its place.',
    )
  }

  function isNewHere(id: SegmentId): boolean {
    return items[ids.indexOf(id)]?.plan.isNew ?? false
  }
}

function notInFile(unused: readonly ReadSegment[], items: readonly Dated[]): string[] {
  const titles = unused
    .filter(({ day }) => items.some((item) => item.day === day))
    .map(({ title }) => quote(title))
  return titles.length === 0
    ? []
    : [
        `${list(titles)} ${titles.length === 1 ? 'is' : 'are'} in the programme and not in this file, and ${titles.length === 1 ? 'stays' : 'stay'}.`,
      ]
}
