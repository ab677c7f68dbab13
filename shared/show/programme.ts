import Type from 'typebox'
import { HOUR, type Instant, type Ms } from '#shared/time/instant.ts'
import { isLocalDate, localDateOf } from '#shared/time/zone.ts'
import { accept, type Deciders, type Decision, type Evolvers, known, refuse } from './decision.ts'
import type {
  Innovation,
  Pitch,
  PitchBlock,
  PlainSegment,
  ReadShow,
  RoundsSegment,
  Segment,
  Show,
} from './state.ts'
import {
  InnovationIdSchema,
  PersonIdSchema,
  PitchIdSchema,
  RoundIdSchema,
  SegmentIdSchema,
  type PitchId,
  type RoundId,
  type SegmentId,
  StageIdSchema,
} from './words.ts'

const Title = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })
const Length = Type.Integer({ minimum: 0, maximum: 24 * HOUR })
const OrNull = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])
const common = {
  id: SegmentIdSchema,
  stage: StageIdSchema,
  day: Type.String({ maxLength: 10 }),
  title: Title,
  fixedStart: OrNull(Type.Integer()),
}
const points = { warnAt: Length, dangerAt: Length }
const strict = { additionalProperties: false }

export const SegmentDraft = Type.Union([
  Type.Object(
    {
      ...common,
      ...points,
      kind: Type.Literal('pitch-block'),
      length: OrNull(Length),
      pitchLength: Type.Integer({ minimum: 1_000, maximum: HOUR }),
      changeover: Length,
      byItself: Type.Boolean(),
    },
    strict,
  ),
  Type.Object(
    {
      ...common,
      ...points,
      kind: Type.Union([Type.Literal('talk'), Type.Literal('break'), Type.Literal('note')]),
      length: Length,
    },
    strict,
  ),
  Type.Object(
    {
      ...common,
      kind: Type.Literal('rounds'),
      length: OrNull(Length),
      rounds: Type.Array(
        Type.Object(
          {
            id: RoundIdSchema,
            move: Length,
            talk: Type.Integer({ minimum: 1_000, maximum: 4 * HOUR }),
          },
          strict,
        ),
        { minItems: 1, maxItems: 40 },
      ),
      byItself: Type.Boolean(),
      opensBefore: Length,
      closesBefore: Length,
    },
    strict,
  ),
])
export type SegmentDraft = Type.Static<typeof SegmentDraft>

/** Adds the segment at the end of its stage, or changes the one with this id. The same again changes nothing. */
export const SaveSegment = Type.Object(
  { type: Type.Literal('save-segment'), segment: SegmentDraft },
  strict,
)

export const InnovationDraft = Type.Object(
  {
    id: InnovationIdSchema,
    title: Title,
    organisation: Type.String({ maxLength: 200 }),
    summary: Type.String({ maxLength: 1_000 }),
    presenters: Type.Array(PersonIdSchema, { maxItems: 12, uniqueItems: true }),
  },
  strict,
)
export const SaveInnovation = Type.Object(
  { type: Type.Literal('save-innovation'), innovation: InnovationDraft },
  strict,
)

export const PitchDraft = Type.Object(
  {
    id: PitchIdSchema,
    block: SegmentIdSchema,
    innovation: InnovationIdSchema,
    length: OrNull(Type.Integer({ minimum: 1_000, maximum: HOUR })),
  },
  strict,
)
/** Adds the pitch at the end of its block's queue, or changes it. */
export const SavePitch = Type.Object(
  { type: Type.Literal('save-pitch'), pitch: PitchDraft },
  strict,
)

/** Puts a pitch in front of another in its queue; null: at the end. */
export const MovePitch = Type.Object(
  { type: Type.Literal('move-pitch'), pitch: PitchIdSchema, before: OrNull(PitchIdSchema) },
  strict,
)

export type ProgrammeCommand =
  | Type.Static<typeof SaveSegment>
  | Type.Static<typeof SaveInnovation>
  | Type.Static<typeof SavePitch>
  | Type.Static<typeof MovePitch>

export type ProgrammeEvent =
  | { type: 'segment-saved'; segment: SegmentDraft }
  | { type: 'innovation-saved'; innovation: Type.Static<typeof InnovationDraft> }
  | { type: 'pitch-saved'; pitch: Type.Static<typeof PitchDraft> }
  | { type: 'pitch-moved'; pitch: PitchId; before: PitchId | null }

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
  'innovation-saved': (show, { innovation }) => {
    const { id, title, organisation, summary, presenters } = innovation
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
  'pitch-moved': (show, { pitch, before }) => {
    const block = blockOf(show, known(show.pitches, pitch).block)
    block.pitches = reordered(block.pitches, pitch, before)
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
