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
import type { RoundId, SegmentId } from '#shared/show/words.ts'
import type { ProgrammeEvent, SegmentDraft } from './commands.ts'

export function reordered<Id extends string>(
  queue: readonly Id[],
  moved: Id,
  before: Id | null,
): Id[] {
  const rest = queue.filter((id) => id !== moved)
  const at = before === null ? -1 : rest.indexOf(before)
  return at < 0 ? [...rest, moved] : [...rest.slice(0, at), moved, ...rest.slice(at)]
}

export const evolveProgramme: Evolvers<ProgrammeEvent> = {
  'segment-saved': (show, { segment }) => {
    const present = show.segments[segment.id]
    const history = { begunAt: present?.begunAt ?? null, endedAt: present?.endedAt ?? null }
    show.segments[segment.id] = segmentFrom(segment, history, present)
    if (segment.kind === 'rounds') saveRounds(show, segment, present)
    if (!present) known(show.stages, segment.stage).segments.push(segment.id)
  },
  'segment-moved': (show, { segment: id, before }) => {
    const stage = known(show.stages, known(show.segments, id).stage)
    stage.segments = reordered(stage.segments, id, before)
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

export function blockOf(show: Show, id: SegmentId): PitchBlock {
  const block = known(show.segments, id)
  if (block.kind !== 'pitch-block') throw new Error(`${id} is not a pitch block`)
  return block
}

type History = { begunAt: Instant | null; endedAt: Instant | null }

function segmentFrom(draft: SegmentDraft, history: History, present: Segment | undefined): Segment {
  const { id, stage, day, title, fixedStart } = draft
  const base = { id, stage, day, title, fixedStart, ...history }
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
  if (present?.kind === 'rounds')
    for (const id of present.rounds) if (!ids.includes(id)) delete show.rounds[id]
  for (const { id, move, talk } of draft.rounds) {
    const held = show.rounds[id]
    if (held) Object.assign(held, { move, talk })
    else show.rounds[id] = newRound(id, draft.id, move, talk)
  }
}

const newRound = (id: RoundId, segment: SegmentId, move: Ms, talk: Ms) => ({
  id,
  segment,
  move,
  talk,
  phase: 'planned' as const,
  openedAt: null,
  clock: null,
  movedAt: null,
  talkedAt: null,
  endedAt: null,
  picks: {},
  taken: {},
})
