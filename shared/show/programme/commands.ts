import Type from 'typebox'
import { HOUR } from '#shared/time/instant.ts'
import {
  InnovationIdSchema,
  PersonIdSchema,
  type PitchId,
  PitchIdSchema,
  RoundIdSchema,
  type SegmentId,
  SegmentIdSchema,
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

/** Puts an item that has not begun in front of another of its stage; null: at the end. */
export const MoveSegment = Type.Object(
  {
    type: Type.Literal('move-segment'),
    segment: SegmentIdSchema,
    before: OrNull(SegmentIdSchema),
  },
  strict,
)

export type ProgrammeCommand =
  | Type.Static<typeof SaveSegment>
  | Type.Static<typeof MoveSegment>
  | Type.Static<typeof SaveInnovation>
  | Type.Static<typeof SavePitch>
  | Type.Static<typeof MovePitch>

export type ProgrammeEvent =
  | { type: 'segment-saved'; segment: SegmentDraft }
  | { type: 'segment-moved'; segment: SegmentId; before: SegmentId | null }
  | { type: 'innovation-saved'; innovation: Type.Static<typeof InnovationDraft> }
  | { type: 'pitch-saved'; pitch: Type.Static<typeof PitchDraft> }
  | { type: 'pitch-moved'; pitch: PitchId; before: PitchId | null }
