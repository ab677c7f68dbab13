import type { Instant, Ms } from '#shared/time/instant.ts'
import { type Evolvers, known } from '#shared/show/decision.ts'
import type {
  Innovation,
  Pitch,
  PitchBlock,
  PlainSegment,
  RoundsSegment,
  Segment,
  Show,
} from '#shared/show/state.ts'
import { forgetInnovation, forgetPlan } from '#shared/show/choosing/evolve.ts'
import { newStage } from '#shared/show/stage/new-stage.ts'
import type { PitchId, RoundId, SegmentId } from '#shared/show/words.ts'
import { type ProgrammeEvent, type SegmentDraft, type SegmentPlan, USUAL } from './commands.ts'
import { placed, reordered } from './order.ts'

export const evolveProgramme: Evolvers<ProgrammeEvent> = {
  'segment-saved': (show, { segment }) => {
    const present = show.segments[segment.id]
    const history = { begunAt: present?.begunAt ?? null, endedAt: present?.endedAt ?? null }
    show.segments[segment.id] = segmentFrom(segment, history, present)
    if (segment.kind === 'rounds') saveRounds(show, segment, present)
    if (present?.day === segment.day) return
    const stage = known(show.stages, segment.stage)
    stage.segments = placed(show, stage.segments, segment.id, segment.day, null)
  },
  'segment-moved': (show, { segment: id, stage, day, fixedStart, before }) => {
    const segment = known(show.segments, id)
    const left = known(show.stages, segment.stage)
    left.segments = left.segments.filter((one) => one !== id)
    Object.assign(segment, { stage, day, fixedStart })
    const entered = known(show.stages, stage)
    entered.segments = placed(show, entered.segments, id, day, before)
  },
  'segment-removed': (show, { segment: id }) => {
    const segment = known(show.segments, id)
    const stage = known(show.stages, segment.stage)
    stage.segments = stage.segments.filter((one) => one !== id)
    if (segment.kind === 'pitch-block')
      for (const pitch of segment.pitches) delete show.pitches[pitch]
    const rounds = segment.kind === 'rounds' ? segment.rounds : []
    for (const round of rounds) delete show.rounds[round]
    forgetPlan(show, { segment: id, rounds })
    delete show.segments[id]
  },
  'pitch-removed': (show, { pitch }) => removePitch(show, pitch),
  'innovation-removed': (show, { innovation: id }) => {
    for (const pitch of Object.values(show.pitches))
      if (pitch.innovation === id) removePitch(show, pitch.id)
    for (const table of Object.values(show.tables))
      if (table.innovation === id) table.innovation = null
    for (const person of known(show.innovations, id).presenters) {
      const attendee = known(show.people, person)
      attendee.presents = attendee.presents.filter((one) => one !== id)
    }
    for (const own of Object.values(show.answers)) delete own[id]
    forgetInnovation(show, id)
    delete show.innovations[id]
  },
  'stage-saved': (show, { stage: { id, name } }) => {
    const present = show.stages[id]
    if (present) present.name = name
    else show.stages[id] = newStage(id, name)
  },
  'stage-removed': (show, { stage }) => {
    delete show.stages[stage]
  },
  'innovation-saved': (show, { innovation }) => {
    const { id, title, organisation, summary, presenters } = innovation
    for (const person of show.innovations[id]?.presenters ?? []) {
      const attendee = known(show.people, person)
      attendee.presents = attendee.presents.filter((one) => one !== id)
    }
    for (const person of new Set(presenters)) known(show.people, person).presents.push(id)
    const saved: Innovation = { id, title, organisation, summary, presenters: [...presenters] }
    show.innovations[id] = saved
  },
  'pitch-saved': (show, { pitch }) => {
    const present = show.pitches[pitch.id]
    const saved: Pitch = {
      ...pitch,
      deferred: present?.deferred ?? null,
      done: present?.done ?? false,
    }
    if (present && present.block !== pitch.block) {
      const left = blockOf(show, present.block)
      left.pitches = left.pitches.filter((id) => id !== pitch.id)
    }
    const block = blockOf(show, pitch.block)
    if (!block.pitches.includes(pitch.id)) block.pitches.push(pitch.id)
    show.pitches[pitch.id] = saved
  },
  'pitch-moved': (show, { pitch: id, before }) => {
    const pitch = known(show.pitches, id)
    const block = blockOf(show, pitch.block)
    block.pitches = reordered(block.pitches, id, before)
    pitch.deferred = null
  },
}

function removePitch(show: Show, id: PitchId): void {
  const block = blockOf(show, known(show.pitches, id).block)
  block.pitches = block.pitches.filter((one) => one !== id)
  delete show.pitches[id]
}

export function blockOf(show: Show, id: SegmentId): PitchBlock {
  const block = known(show.segments, id)
  if (block.kind !== 'pitch-block') throw new Error(`${id} is not a pitch block`)
  return block
}

type History = { begunAt: Instant | null; endedAt: Instant | null }

function segmentFrom(draft: SegmentPlan, history: History, present: Segment | undefined): Segment {
  const { id, stage, day, title, fixedStart } = draft
  const { summary, notes, confirmed, speakers, tablesOpen, ref } = { ...USUAL, ...draft }
  const said = { summary, notes, confirmed, speakers: [...speakers], tablesOpen, ref }
  const base = { id, stage, day, title, fixedStart, ...said, ...history }
  if (draft.kind === 'pitch-block') {
    const { kind, length, pitchLength, changeover, warnAt, dangerAt, byItself } = draft
    const pitches = present?.kind === 'pitch-block' ? present.pitches : []
    const block: PitchBlock = {
      ...base,
      kind,
      length,
      pitchLength,
      changeover,
      warnAt,
      dangerAt,
      byItself,
      pitches,
    }
    return block
  }
  if (draft.kind === 'rounds') {
    const { kind, length, byItself, opensBefore, closesBefore } = draft
    const rounds: RoundId[] = draft.rounds.map((round) => round.id)
    const segment: RoundsSegment = {
      ...base,
      kind,
      length,
      rounds,
      byItself,
      opensBefore,
      closesBefore,
    }
    return segment
  }
  const { kind, length, warnAt, dangerAt } = draft
  const plain: PlainSegment = { ...base, kind, length, warnAt, dangerAt }
  return plain
}

function saveRounds(
  show: Show,
  draft: Extract<SegmentDraft, { kind: 'rounds' }>,
  present: Segment | undefined,
): void {
  const ids = draft.rounds.map((round) => round.id)
  const lost = present?.kind === 'rounds' ? present.rounds.filter((id) => !ids.includes(id)) : []
  for (const id of lost) delete show.rounds[id]
  forgetPlan(show, { rounds: lost })
  for (const { id, move, talk, free = false } of draft.rounds) {
    const held = show.rounds[id]
    if (held) Object.assign(held, { move, talk, free })
    else show.rounds[id] = { ...newRound(id, draft.id, move, talk), free }
  }
}

const newRound = (id: RoundId, segment: SegmentId, move: Ms, talk: Ms) => ({
  id,
  segment,
  move,
  talk,
  window: null,
  phase: 'planned' as const,
  openedAt: null,
  clock: null,
  movedAt: null,
  talkedAt: null,
  endedAt: null,
  picks: {},
  taken: {},
  seats: {},
  stands: {},
  byHand: {},
  suggested: {},
  waiting: {},
  promoted: {},
  arrived: {},
  walkUps: {},
  came: {},
})
