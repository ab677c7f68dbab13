import { isLocalDate } from '#shared/time/calendar.ts'
import { localDateOf } from '#shared/time/zone.ts'
import { accept, type Deciders, type Decision, refuse } from '#shared/show/decision.ts'
import type { ReadShow } from '#shared/show/state.ts'
import type { PitchId, SegmentId } from '#shared/show/words.ts'
import type { ProgrammeCommand, SegmentDraft } from './commands.ts'
import { reordered } from './evolve.ts'

/** The part of a segment that people plan, without what has happened to it. */
export function draftOf(show: ReadShow, id: SegmentId): SegmentDraft | null {
  const segment = show.segments[id]
  if (!segment) return null
  const { stage, day, title, fixedStart } = segment
  const shared = { id, stage, day, title, fixedStart }
  if (segment.kind === 'pitch-block') {
    const { kind, length, pitchLength, changeover, warnAt, dangerAt, byItself } = segment
    return { ...shared, kind, length, pitchLength, changeover, warnAt, dangerAt, byItself }
  }
  if (segment.kind === 'rounds') {
    const { kind, length, byItself, opensBefore, closesBefore } = segment
    const rounds = segment.rounds.flatMap((round) => {
      const held = show.rounds[round]
      return held ? [{ id: round, move: held.move, talk: held.talk }] : []
    })
    return { ...shared, kind, length, rounds, byItself, opensBefore, closesBefore }
  }
  const { kind, length, warnAt, dangerAt } = segment
  return { ...shared, kind, length, warnAt, dangerAt }
}

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

/** JSON with sorted keys: equality of plain values whatever order a client wrote their fields in. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    item !== null && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  )
}

const isBlank = (text: string): boolean => text.trim() === ''

export const decideProgramme: Deciders<ProgrammeCommand> = {
  'save-segment': (show, { segment }) => {
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
    if (present && (present.kind !== segment.kind || present.stage !== segment.stage)) {
      return refuse('bad-value', { value: segment.kind, expected: 'same-kind' }, 'kind')
    }
    if (present && same(draftOf(show, segment.id), segment)) return accept()
    if (segment.kind === 'rounds') {
      const refusal = refuseRounds(show, segment)
      if (refusal) return refusal
    }
    return accept({ type: 'segment-saved', segment })
  },
  'move-segment': (show, { segment: id, before }) => {
    const segment = show.segments[id]
    if (!segment) return refuse('unknown', { what: 'segment', id }, 'segment')
    const order = show.stages[segment.stage]?.segments ?? []
    const target = before === null ? null : show.segments[before]
    if (before !== null && target?.stage !== segment.stage)
      return refuse('unknown', { what: 'segment', id: before }, 'before')
    if (before === id || same(reordered(order, id, before), order)) return accept()
    // What has been on stage keeps its place: the past is in the order in which it happened.
    const begun = [segment, target].find((one) => one && hasBegun(show, one.id))
    if (begun) return refuse('segment-begun', { segment: begun.title })
    return accept({ type: 'segment-moved', segment: id, before })
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
  const present = show.segments[draft.id]
  if (present?.kind !== 'rounds') return null
  const lost = present.rounds.find((id) => {
    const round = show.rounds[id]
    return (
      !ids.includes(id) &&
      round &&
      (round.phase !== 'planned' || Object.keys(round.picks).length > 0)
    )
  })
  return lost ? refuse('round-in-use', { round: present.rounds.indexOf(lost) + 1 }, 'rounds') : null
}
