import Type from 'typebox'
import { HOUR, type Instant, type LocalDate } from '#shared/time/instant.ts'
import { PLAIN_KINDS, type PlainKind } from '#shared/show/state.ts'
import {
  type InnovationId,
  InnovationIdSchema,
  PersonIdSchema,
  type PitchId,
  PitchIdSchema,
  RoundIdSchema,
  type SegmentId,
  SegmentIdSchema,
  type StageId,
  StageIdSchema,
} from '#shared/show/words.ts'

const Title = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })
const Length = Type.Integer({ minimum: 0, maximum: 24 * HOUR })
const OrNull = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])
const common = {
  id: SegmentIdSchema,
  stage: StageIdSchema,
  day: Type.String({ maxLength: 10 }),
  title: Title,
  fixedStart: OrNull(Type.Integer()),
  // Left out: as it was, or as in USUAL.
  summary: Type.Optional(Type.String({ maxLength: 10_000 })),
  notes: Type.Optional(Type.String({ maxLength: 10_000 })),
  confirmed: Type.Optional(Type.Boolean()),
  speakers: Type.Optional(Type.Array(PersonIdSchema, { maxItems: 40, uniqueItems: true })),
  tablesOpen: Type.Optional(Type.Boolean()),
  ref: Type.Optional(Type.String({ maxLength: 200 })),
}
const PlainKindSchema = Type.Unsafe<PlainKind>(
  Type.Union(PLAIN_KINDS.map((kind) => Type.Literal(kind))),
)
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
      kind: PlainKindSchema,
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
            free: Type.Optional(Type.Boolean()),
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
export const USUAL = {
  summary: '',
  notes: '',
  confirmed: true,
  speakers: [],
  tablesOpen: false,
  ref: '',
} as const
/** A draft with nothing left out, as events hold it. */
export type SegmentPlan = SegmentDraft & Required<Pick<SegmentDraft, keyof typeof USUAL>>

/** Adds the segment at the end of its day, or changes the one with this id. The same again changes nothing. */
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

/**
 * Puts an item that has not begun in front of another, null: at the end of its day. `stage` and `day`
 * take it elsewhere; left out, it goes where `before` is, or stays. A fixed start keeps its clock time.
 */
export const MoveSegment = Type.Object(
  {
    type: Type.Literal('move-segment'),
    segment: SegmentIdSchema,
    stage: Type.Optional(StageIdSchema),
    day: Type.Optional(Type.String({ maxLength: 10 })),
    before: OrNull(SegmentIdSchema),
  },
  strict,
)

/** Takes an item that has not begun out of the plan, with its pitches or rounds. */
export const RemoveSegment = Type.Object(
  { type: Type.Literal('remove-segment'), segment: SegmentIdSchema },
  strict,
)
/** Takes a pitch that is still to come out of its queue. */
export const RemovePitch = Type.Object(
  { type: Type.Literal('remove-pitch'), pitch: PitchIdSchema },
  strict,
)
/** Takes an innovation that has not been pitched out of the event; its table is free then. */
export const RemoveInnovation = Type.Object(
  { type: Type.Literal('remove-innovation'), innovation: InnovationIdSchema },
  strict,
)
/** Adds a stage, or gives it another name. */
export const SaveStage = Type.Object(
  {
    type: Type.Literal('save-stage'),
    stage: Type.Object(
      { id: StageIdSchema, name: Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' }) },
      strict,
    ),
  },
  strict,
)
/** Takes an empty stage away; one stage stays. */
export const RemoveStage = Type.Object(
  { type: Type.Literal('remove-stage'), stage: StageIdSchema },
  strict,
)

export type ProgrammeCommand =
  | Type.Static<typeof SaveSegment>
  | Type.Static<typeof MoveSegment>
  | Type.Static<typeof SaveInnovation>
  | Type.Static<typeof SavePitch>
  | Type.Static<typeof MovePitch>
  | Type.Static<typeof RemoveSegment>
  | Type.Static<typeof RemovePitch>
  | Type.Static<typeof RemoveInnovation>
  | Type.Static<typeof SaveStage>
  | Type.Static<typeof RemoveStage>

export type ProgrammeEvent =
  | { type: 'segment-saved'; segment: SegmentPlan }
  | {
      type: 'segment-moved'
      segment: SegmentId
      stage: StageId
      day: LocalDate
      fixedStart: Instant | null
      before: SegmentId | null
    }
  | { type: 'segment-removed'; segment: SegmentId }
  | { type: 'pitch-removed'; pitch: PitchId }
  | { type: 'innovation-removed'; innovation: InnovationId }
  | { type: 'stage-saved'; stage: { id: StageId; name: string } }
  | { type: 'stage-removed'; stage: StageId }
  | { type: 'innovation-saved'; innovation: Type.Static<typeof InnovationDraft> }
  | { type: 'pitch-saved'; pitch: Type.Static<typeof PitchDraft> }
  | { type: 'pitch-moved'; pitch: PitchId; before: PitchId | null }
