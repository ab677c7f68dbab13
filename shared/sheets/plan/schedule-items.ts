import { stageTimes } from '#shared/show/course.ts'
import { hasBegun } from '#shared/show/programme/decide.ts'
import { draftOf } from '#shared/show/programme/drafts.ts'
import type { SegmentDraft, SegmentPlan } from '#shared/show/programme/commands.ts'
import { PLAIN_KINDS, type PlainKind } from '#shared/show/state.ts'
import type { SegmentId, StageId } from '#shared/show/words.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { PlanTimes } from '#shared/time/plan.ts'
import { oneLine, quote } from '#shared/sheets/text.ts'
import { guidOf } from '#shared/sheets/schedule/guid.ts'
import { joined } from '#shared/sheets/schedule/text.ts'
import type { Dated } from './schedule.ts'
import { scheduleChanges } from './schedule-changes.ts'
import { type Known, ownRefs, type ReadSegment } from './schedule-match.ts'
import type { Speakers } from './schedule-speakers.ts'
import type { Stages } from './schedule-stages.ts'
import { usualPoints } from './segments.ts'
import type { Work } from './work.ts'

export interface Done {
  item: Dated
  id: SegmentId
  stage: StageId
  /** it is new, or starts at another time or on another stage than before */
  moves: boolean
}

/** Plans the items of a schedule one after the other. */
export class Items {
  /** those that are in the event now, in the order of the file */
  readonly done: Done[] = []
  readonly #work: Work
  readonly #stages: Stages
  readonly #speakers: Speakers
  /** as the event stood before this file */
  readonly #times: ReadonlyMap<SegmentId, PlanTimes>
  /** the item of each stage that has begun last */
  readonly #lastBegun = new Map<StageId, ReadSegment>()
  /** when the items of a stage and day that this file brings end so far */
  readonly #endsAt = new Map<string, Instant>()

  constructor(
    work: Work,
    stages: Stages,
    speakers: Speakers,
    times: ReadonlyMap<SegmentId, PlanTimes>,
  ) {
    this.#work = work
    this.#stages = stages
    this.#speakers = speakers
    this.#times = times
    for (const stage of Object.values(work.show.stages)) {
      const last = stage.segments.findLast((id) => hasBegun(work.show, id))
      const segment = last === undefined ? undefined : work.show.segments[last]
      if (segment) this.#lastBegun.set(stage.id, segment)
    }
  }

  plan(item: Dated, known: Known): void {
    if (!known) this.#add(item)
    else if (hasBegun(this.#work.show, known.id)) this.#leave(item, known)
    else this.#change(item, known)
  }

  #add(item: Dated): void {
    const { session, plan, day, start, length } = item
    const stage = this.#stages.known(session.room)
    const last = stage === null ? undefined : this.#lastBegun.get(stage)
    const lastStart = last && (last.fixedStart ?? this.#times.get(last.id)?.plannedStart)
    if (last && lastStart !== undefined && start < lastStart) {
      plan.leftOut = true
      plan.says.push(`It would come before ${quote(last.title)}, which has begun.`)
      return
    }
    const at = this.#stages.take(session.room, plan)
    if (at === null) return
    const id = this.#work.newId<SegmentId>('seg')
    const speakers = this.#speakers.of(plan, session, []) ?? []
    const follows = this.#endsAt.get(`${at} ${day}`) === start
    const segment: SegmentDraft = {
      id,
      stage: at,
      day,
      kind: session.kind,
      title: session.title,
      length,
      // What begins when the one before it ends goes on doing so when that takes longer.
      fixedStart: follows ? null : start,
      ...usualPoints(length),
      summary: session.summary ?? '',
      confirmed: session.confirmed ?? true,
      speakers,
      ref: session.ref,
    }
    if (!this.#work.send(plan, { type: 'save-segment', segment })) return
    this.#endsAt.set(`${at} ${day}`, start + length)
    plan.isNew = true
    if (session.confirmed === false) plan.says.push('It is to be confirmed.')
    this.done.push({ item, id, stage: at, moves: true })
  }

  /** What has begun keeps its place and its times: the rule book would refuse it for the whole file. */
  #leave(item: Dated, { id }: ReadSegment): void {
    const was = draftOf(this.#work.show, id)
    if (!was) return
    const now = this.#drafted(item, was)
    if (scheduleChanges(was, now, this.#work).length === 0) return
    item.plan.leftOut = true
    item.plan.says.push('It has begun, so it stays as it is.')
  }

  #change(item: Dated, { id }: ReadSegment): void {
    const { session, plan, day } = item
    const old = draftOf(this.#work.show, id)
    if (!old) return
    const stage = session.room === null ? old.stage : this.#stages.take(session.room, plan)
    if (stage === null) return
    if (stage !== old.stage) {
      const to = { segment: id, stage, day, before: null }
      if (!this.#work.send(plan, { type: 'move-segment', ...to })) return
      const name = (of: StageId): string => quote(this.#work.show.stages[of]?.name ?? '')
      plan.says.push(`Is on ${name(stage)} now (was ${name(old.stage)}).`)
    }
    const was = draftOf(this.#work.show, id)
    if (!was) return
    const speakers = this.#speakers.of(plan, session, was.speakers)
    const now = { ...this.#drafted(item, was), ...(speakers === null ? {} : { speakers }) }
    if (this.#work.send(plan, { type: 'save-segment', segment: now }))
      plan.says.push(
        ...scheduleChanges({ ...was, day: old.day, fixedStart: old.fixedStart }, now, this.#work),
      )
    const moves = stage !== old.stage || this.#times.get(id)?.plannedStart !== item.start
    this.done.push({ item, id, stage, moves })
  }

  /** The item as the file has it. What it does not say stays; a blank takes no text away. */
  #drafted({ session, start, day, length: lasts }: Dated, was: SegmentPlan): SegmentPlan {
    const times = this.#times.get(was.id)
    const planned = times && {
      start: times.plannedStart,
      length: times.plannedEnd - times.plannedStart,
    }
    // A start or length that follows from the others, and comes out as the file has it, goes on following.
    const fixedStart = was.fixedStart === null && planned?.start === start ? null : start
    const length = was.length === null && planned?.length === lasts ? null : lasts
    const own = ownRefs(this.#work.show, was)
    const said = {
      day,
      // Files hold no control characters and no double spaces.
      title: oneLine(was.title) === session.title ? was.title : session.title,
      fixedStart,
      summary: summaryOf(session, was, own.calendar),
      confirmed: session.confirmed ?? was.confirmed,
      ref: ['', own.guid, own.calendar, guidOf(was.id, '')].includes(session.ref)
        ? was.ref
        : session.ref,
    }
    if (was.kind === 'pitch-block' || was.kind === 'rounds') return { ...was, ...said, length }
    const kind: PlainKind = session.kindIsSaid && isPlain(was.kind) ? session.kind : was.kind
    return { ...was, ...said, kind, length: lasts }
  }

  /**
   * Starts that follow from what is before them may come out elsewhere once that has changed: then all
   * of that stage and day begin when the file says.
   */
  keepStarts(): void {
    const { show } = this.#work
    const moved = new Set<string>()
    const times = new Map<SegmentId, PlanTimes>()
    for (const stage of new Set(this.done.map((one) => one.stage)))
      for (const [id, own] of stageTimes(show, stage, 0)) times.set(id, own)
    const following = this.done.filter(({ id }) => show.segments[id]?.fixedStart === null)
    for (const { item, id, stage } of following)
      if (times.get(id)?.plannedStart !== item.start) moved.add(`${stage} ${item.day}`)
    for (const { item, id, stage } of following) {
      const was = draftOf(show, id)
      if (!was || !moved.has(`${stage} ${item.day}`)) continue
      const now = { ...was, fixedStart: item.start }
      if (this.#work.send(item.plan, { type: 'save-segment', segment: now }))
        item.plan.says.push(...scheduleChanges(was, now, this.#work))
    }
  }
}

/**
 * A blank takes no text away, nor does a text that only lost its marks on the way. Our own calendars tell
 * more in it than the summary.
 */
function summaryOf(
  { summary, ref }: Dated['session'],
  was: SegmentPlan,
  ownCalendar: string,
): string {
  if (summary === null || summary === '' || ref === ownCalendar) return was.summary
  return joined(was.summary) === summary ? was.summary : summary
}

const isPlain = (kind: string): boolean => (PLAIN_KINDS as readonly string[]).includes(kind)
