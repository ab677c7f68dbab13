import type { Instant } from '#shared/time/instant.ts'
import { isLocalDate } from '#shared/time/calendar.ts'
import { clockTime, instantOf, localDateOf } from '#shared/time/zone.ts'
import { same } from '#shared/show/same.ts'
import { accept, type Deciders, type Decision, refuse } from '#shared/show/decision.ts'
import { stageTimes } from '#shared/show/course.ts'
import {
  type DeepReadonly,
  PLAIN_KINDS,
  type ReadShow,
  type Segment,
  type SegmentKind,
} from '#shared/show/state.ts'
import type { PitchId, RoundId, SegmentId } from '#shared/show/words.ts'
import type { ProgrammeCommand, ProgrammeEvent, SegmentDraft } from './commands.ts'
import { completed, draftOf } from './drafts.ts'
import { placed, reordered } from './order.ts'

type ReadSegment = DeepReadonly<Segment>

const isBlank = (text: string): boolean => text.trim() === ''

export const decideProgramme: Deciders<ProgrammeCommand> = {
  'save-segment': (show, { segment: draft }) => {
    const segment = completed(show, draft)
    if (isBlank(segment.title))
      return refuse('bad-value', { value: segment.title, expected: 'title' }, 'title')
    if (!show.stages[segment.stage])
      return refuse('unknown', { what: 'stage', id: segment.stage }, 'stage')
    if (!isLocalDate(segment.day) || !show.days.includes(segment.day)) {
      return refuse('bad-value', { value: segment.day, expected: 'show-day' }, 'day')
    }
    if (segment.fixedStart !== null && localDateOf(segment.fixedStart, show.zone) !== segment.day) {
      return refuse('bad-value', { value: segment.day, expected: 'start-on-day' }, 'fixedStart')
    }
    const present = show.segments[segment.id]
    if (present && (!alike(present.kind, segment.kind) || present.stage !== segment.stage)) {
      return refuse('bad-value', { value: segment.kind, expected: 'same-kind' }, 'kind')
    }
    const stranger = segment.speakers.find((person) => !show.people[person])
    if (stranger) return refuse('unknown', { what: 'person', id: stranger }, 'speakers')
    if (present && hasBegun(show, segment.id) && present.day !== segment.day)
      return refuse('segment-begun', { segment: present.title }, 'day')
    if (present && same(draftOf(show, segment.id), segment)) return accept()
    if (segment.kind === 'rounds') {
      const refusal = refuseRounds(show, segment)
      if (refusal) return refusal
    }
    return accept({ type: 'segment-saved', segment })
  },
  'move-segment': (show, { segment: id, stage, day, before }, { at }) => {
    const segment = show.segments[id]
    if (!segment) return refuse('unknown', { what: 'segment', id }, 'segment')
    const target = before === null ? undefined : show.segments[before]
    const to = {
      stage: stage ?? target?.stage ?? segment.stage,
      day: day ?? target?.day ?? segment.day,
    }
    const order = show.stages[to.stage]?.segments
    if (!order) return refuse('unknown', { what: 'stage', id: to.stage }, 'stage')
    if (!show.days.includes(to.day))
      return refuse('bad-value', { value: to.day, expected: 'show-day' }, 'day')
    if (before !== null && target?.stage !== to.stage)
      return refuse('unknown', { what: 'segment', id: before }, 'before')
    const stays = segment.stage === to.stage && segment.day === to.day
    if (stays && (before === id || same(placed(show, order, id, to.day, before), order)))
      return accept()
    // What has been on stage keeps its place: the past is in the order in which it happened.
    const begun = [segment, target].find((one) => one && hasBegun(show, one.id))
    if (begun) return refuse('segment-begun', { segment: begun.title })
    // Where nothing else is, nothing says when it begins: it keeps its time.
    const isAlone = !stays && !order.some((one) => show.segments[one]?.day === to.day)
    const from = segment.fixedStart ?? (isAlone ? plannedStart(show, segment, at) : null)
    const fixedStart =
      from === null || to.day === segment.day
        ? from
        : instantOf(to.day, clockTime(from, show.zone), show.zone)
    const moved = {
      type: 'segment-moved' as const,
      segment: id,
      ...to,
      fixedStart,
      before: before === id ? null : before,
    }
    return accept(moved, ...(stays ? [] : nextKeepsTime(show, segment, at)))
  },
  'remove-segment': (show, { segment: id }, { at }) => {
    const segment = show.segments[id]
    if (!segment) return refuse('unknown', { what: 'segment', id }, 'segment')
    if (hasBegun(show, id)) return refuse('segment-begun', { segment: segment.title })
    if (segment.kind === 'pitch-block' && segment.pitches.some((one) => show.pitches[one]?.done))
      return refuse('segment-begun', { segment: segment.title })
    if (segment.kind === 'rounds') {
      const used = segment.rounds.find((round) => roundInUse(show, round))
      if (used) return refuse('round-in-use', { round: segment.rounds.indexOf(used) + 1 })
    }
    return accept({ type: 'segment-removed', segment: id }, ...nextKeepsTime(show, segment, at))
  },
  'remove-pitch': (show, { pitch: id }) => {
    const pitch = show.pitches[id]
    if (!pitch) return refuse('unknown', { what: 'pitch', id }, 'pitch')
    if (pitch.done) return refuse('pitch-done')
    return isOnStage(show, id)
      ? refuse('on-stage-now')
      : accept({ type: 'pitch-removed', pitch: id })
  },
  'remove-innovation': (show, { innovation: id }) => {
    if (!show.innovations[id]) return refuse('unknown', { what: 'innovation', id }, 'innovation')
    const pitches = Object.values(show.pitches).filter((pitch) => pitch.innovation === id)
    if (pitches.some((pitch) => pitch.done)) return refuse('pitch-done')
    if (pitches.some((pitch) => isOnStage(show, pitch.id))) return refuse('on-stage-now')
    return accept({ type: 'innovation-removed', innovation: id })
  },
  'save-stage': (show, { stage }) => {
    const name = stage.name.trim()
    const namesake = Object.values(show.stages).find(
      (one) => one.id !== stage.id && one.name.toLowerCase() === name.toLowerCase(),
    )
    if (namesake) return refuse('already-exists', { what: namesake.name }, 'name')
    if (show.stages[stage.id]?.name === name) return accept()
    return accept({ type: 'stage-saved', stage: { id: stage.id, name } })
  },
  'remove-stage': (show, { stage: id }) => {
    const stage = show.stages[id]
    if (!stage) return refuse('unknown', { what: 'stage', id }, 'stage')
    if (Object.keys(show.stages).length === 1 || stage.segments.length > 0 || stage.past.length > 0)
      return refuse('stage-in-use', { stage: stage.name })
    return accept({ type: 'stage-removed', stage: id })
  },
  'save-innovation': (show, { innovation }) => {
    const stranger = innovation.presenters.find((person) => !show.people[person])
    if (stranger) return refuse('unknown', { what: 'person', id: stranger }, 'presenters')
    const { id, title, organisation, summary, presenters } = innovation
    const present = show.innovations[id]
    if (present && same(present, { id, title, organisation, summary, presenters })) return accept()
    return accept({ type: 'innovation-saved', innovation })
  },
  'save-pitch': (show, { pitch }) => {
    const block = show.segments[pitch.block]
    if (!block) return refuse('unknown', { what: 'segment', id: pitch.block }, 'block')
    if (block.kind !== 'pitch-block')
      return refuse('not-a-pitch-block', { segment: block.title }, 'block')
    if (!show.innovations[pitch.innovation]) {
      return refuse('unknown', { what: 'innovation', id: pitch.innovation }, 'innovation')
    }
    const present = show.pitches[pitch.id]
    if (present && present.block !== pitch.block) {
      if (present.done) return refuse('pitch-done')
      if (isOnStage(show, pitch.id)) return refuse('on-stage-now')
    }
    const { id, innovation, length } = pitch
    if (
      present &&
      same([present.block, present.innovation, present.length], [pitch.block, innovation, length])
    ) {
      return accept()
    }
    return accept({ type: 'pitch-saved', pitch: { id, block: pitch.block, innovation, length } })
  },
  'move-pitch': (show, { pitch, before }) => {
    const moved = show.pitches[pitch]
    if (!moved) return refuse('unknown', { what: 'pitch', id: pitch }, 'pitch')
    if (moved.done) return refuse('pitch-done')
    if (isOnStage(show, pitch)) return refuse('on-stage-now')
    const target = before === null ? null : show.pitches[before]
    if (before !== null && target?.block !== moved.block) {
      return refuse('unknown', { what: 'pitch', id: before }, 'before')
    }
    const block = show.segments[moved.block]
    const queue = block?.kind === 'pitch-block' ? block.pitches : []
    if (before === pitch || same(reordered(queue, pitch, before), queue)) return accept()
    return accept({ type: 'pitch-moved', pitch, before })
  },
}

const plannedStart = (show: ReadShow, segment: ReadSegment, at: Instant): Instant | null =>
  stageTimes(show, segment.stage, at).get(segment.id)?.plannedStart ?? null

/** When the item that a day begins with goes, the next one begins when it was planned to, and takes the rest along. */
function nextKeepsTime(show: ReadShow, gone: ReadSegment, at: Instant): ProgrammeEvent[] {
  const order = show.stages[gone.stage]?.segments ?? []
  const day = order.filter((id) => show.segments[id]?.day === gone.day)
  const [first, second] = day
  const next = second && draftOf(show, second)
  if (first !== gone.id || gone.fixedStart === null || !next || next.fixedStart !== null) return []
  const fixedStart = stageTimes(show, gone.stage, at).get(next.id)?.plannedStart
  // Of what has gone on past midnight nothing is kept: a start lies on its item's own day.
  if (fixedStart === undefined || localDateOf(fixedStart, show.zone) !== next.day) return []
  return [{ type: 'segment-saved', segment: { ...next, fixedStart } }]
}

/** A talk may become a panel; a pitch block or rounds are something else altogether. */
const alike = (a: SegmentKind, b: SegmentKind): boolean =>
  a === b || [a, b].every((kind) => (PLAIN_KINDS as readonly string[]).includes(kind))

/** Has this item begun, or is it loaded on its stage? */
export const hasBegun = (show: ReadShow, id: SegmentId): boolean => {
  const segment = show.segments[id]
  return (
    segment !== undefined &&
    (segment.begunAt !== null || show.stages[segment.stage]?.on?.segment === id)
  )
}

const isOnStage = (show: ReadShow, pitch: PitchId): boolean =>
  Object.values(show.stages).some((stage) => stage.on?.pitch === pitch)

const roundInUse = (show: ReadShow, id: RoundId): boolean => {
  const round = show.rounds[id]
  return round !== undefined && (round.phase !== 'planned' || Object.keys(round.picks).length > 0)
}

/** Rounds that people have chosen tables in, or that have begun, cannot vanish from the plan. */
function refuseRounds(
  show: ReadShow,
  draft: Extract<SegmentDraft, { kind: 'rounds' }>,
): Decision | null {
  const ids = draft.rounds.map((round) => round.id)
  if (new Set(ids).size < ids.length)
    return refuse('bad-value', { value: 'round', expected: 'once' }, 'rounds')
  const elsewhere = ids.find((id) => show.rounds[id] && show.rounds[id].segment !== draft.id)
  if (elsewhere) return refuse('already-exists', { what: elsewhere }, 'rounds')
  const wished = draft.rounds.find(
    ({ id, free }) => free && (show.rounds[id]?.window ?? null) !== null,
  )
  if (wished) {
    const window = show.rounds[wished.id]?.window
    const title = window ? (show.windows[window]?.title ?? '') : ''
    return refuse('round-in-window', { round: ids.indexOf(wished.id) + 1, window: title }, 'rounds')
  }
  const present = show.segments[draft.id]
  if (present?.kind !== 'rounds') return null
  const lost = present.rounds.find((id) => !ids.includes(id) && roundInUse(show, id))
  return lost ? refuse('round-in-use', { round: present.rounds.indexOf(lost) + 1 }, 'rounds') : null
}
