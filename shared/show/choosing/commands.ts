import Type from 'typebox'
import { HOUR, type Instant } from '#shared/time/instant.ts'
import {
  type InnovationId,
  InnovationIdSchema,
  type PersonId,
  PersonIdSchema,
  type RoundId,
  RoundIdSchema,
  SegmentIdSchema,
  type TableId,
  TableIdSchema,
  type WindowId,
  WindowIdSchema,
} from '#shared/show/words.ts'
import {
  type SeatingFigures,
  type SeatingRun,
  type SeatsOf,
  type Stands,
  UNKEPT,
  type UnkeptPin,
  type Unmet,
  UNMET,
} from './window.ts'

const strict = { additionalProperties: false }
const OrNull = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])
const Policy = Type.Union([Type.Literal('nested'), Type.Literal('strict')])
const PerOrganisation = OrNull(Type.Integer({ minimum: 1, maximum: 100 }))
const Length = Type.Integer({ minimum: 0, maximum: 24 * HOUR })

export const WindowDraft = Type.Object(
  {
    id: WindowIdSchema,
    title: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
    follows: Type.Array(SegmentIdSchema, { maxItems: 60, uniqueItems: true }),
    rounds: Type.Array(RoundIdSchema, { minItems: 1, maxItems: 60, uniqueItems: true }),
    tables: OrNull(Type.Array(TableIdSchema, { maxItems: 999, uniqueItems: true })),
    policy: Policy,
    perOrganisation: PerOrganisation,
    mustMeets: Type.Integer({ minimum: 0, maximum: 500 }),
    everyone: Type.Boolean(),
    /** left out: delegates */
    whoMoves: Type.Optional(Type.Union([Type.Literal('delegates'), Type.Literal('presenters')])),
    byItself: Type.Boolean(),
    publishesItself: Type.Boolean(),
    opensBefore: Length,
    closesBefore: Length,
  },
  strict,
)
export type WindowDraft = Type.Static<typeof WindowDraft>

/** Adds a choosing window or changes it. Its rounds are filled by wishes from then on. */
export const SaveWindow = Type.Object(
  { type: Type.Literal('save-window'), window: WindowDraft },
  strict,
)
const on = <Name extends string>(type: Name) =>
  Type.Object({ type: Type.Literal(type), window: WindowIdSchema }, strict)
/** Takes away a window that has not opened; its rounds are first come, first served again. */
export const RemoveWindow = on('remove-window')
/** People may rank from now on (again, after it was closed and before anything was published). */
export const OpenWindow = on('open-window')
export const CloseWindow = on('close-window')
/** The ticker's: what a window was to do by itself at `due`. */
export const AdvanceWindow = Type.Object(
  { type: Type.Literal('advance-window'), window: WindowIdSchema, due: Type.Integer() },
  strict,
)

/** The sender's whole list, first wish first, as often as they like while a window is open. */
export const SetWishes = Type.Object(
  {
    type: Type.Literal('set-wishes'),
    innovations: Type.Array(InnovationIdSchema, { maxItems: 300, uniqueItems: true }),
  },
  strict,
)

/**
 * Seats at a table in one round that differ from its capacity; 0: closed in this round, and whoever sat
 * there gives up the seat; null: as many as the table has.
 */
export const SetRoundSeats = Type.Object(
  {
    type: Type.Literal('set-round-seats'),
    round: RoundIdSchema,
    table: TableIdSchema,
    seats: OrNull(Type.Integer({ minimum: 0, maximum: 500 })),
  },
  strict,
)

const Share = Type.Number({ minimum: 0, maximum: 1 })
const Count = Type.Integer({ minimum: 0 })
const Figures = Type.Unsafe<SeatingFigures>(
  Type.Object(
    {
      wishers: Count,
      firstChoice: Share,
      topThree: Share,
      histogram: Type.Array(Count, { maxItems: 61 }),
      worstOff: Count,
      satisfaction: Share,
      satisfactionP5: Share,
      satisfactionLeast: Share,
      gini: Share,
      emptySeats: Count,
      seats: Count,
      suggested: Count,
      moved: Count,
      firstChoicesLost: Count,
    },
    strict,
  ),
)
const ByRound = <Schema extends Type.TSchema>(schema: Schema) => Type.Record(Type.String(), schema)
const Unkept = Type.Unsafe<UnkeptPin>(
  Type.Object(
    {
      people: Type.Array(PersonIdSchema),
      table: TableIdSchema,
      round: OrNull(RoundIdSchema),
      reason: Type.Union(UNKEPT.map((reason) => Type.Literal(reason))),
      person: OrNull(PersonIdSchema),
    },
    strict,
  ),
)
const RunDraft = Type.Object(
  {
    by: Type.String({ maxLength: 64 }),
    basis: Count,
    policy: Policy,
    everyone: Type.Boolean(),
    perOrganisation: PerOrganisation,
    tables: Type.Unsafe<Record<TableId, number>>(ByRound(Count)),
    keepSeats: Type.Boolean(),
    people: Count,
    absent: Count,
    seats: Type.Unsafe<SeatsOf<PersonId>>(ByRound(ByRound(Type.Array(PersonIdSchema)))),
    suggested: Type.Unsafe<Record<RoundId, PersonId[]>>(ByRound(Type.Array(PersonIdSchema))),
    stands: Type.Optional(Type.Unsafe<Stands>(ByRound(Type.Record(Type.String(), TableIdSchema)))),
    unmet: Type.Unsafe<Record<PersonId, Record<InnovationId, Unmet>>>(
      ByRound(ByRound(Type.Union(UNMET.map((reason) => Type.Literal(reason))))),
    ),
    asked: Type.Unsafe<Record<TableId, number>>(ByRound(Count)),
    unkept: Type.Array(Unkept),
    figures: Figures,
  },
  strict,
)
/** The server's own: a seating that it has worked out for a window that is closed. */
export const ProposeSeating = Type.Object(
  { type: Type.Literal('propose-seating'), window: WindowIdSchema, run: RunDraft },
  strict,
)
/**
 * Gives people the seats of a run, in the rounds that have not begun. Moves by hand win over it, and so does
 * what has changed since: nobody gets a seat that is not there any more.
 */
export const PublishSeating = Type.Object(
  {
    type: Type.Literal('publish-seating'),
    window: WindowIdSchema,
    run: Type.Integer({ minimum: 1 }),
  },
  strict,
)

export type ChoosingCommand =
  | Type.Static<typeof SaveWindow>
  | Type.Static<typeof RemoveWindow>
  | Type.Static<typeof OpenWindow>
  | Type.Static<typeof CloseWindow>
  | Type.Static<typeof AdvanceWindow>
  | Type.Static<typeof SetWishes>
  | Type.Static<typeof SetRoundSeats>
  | Type.Static<typeof ProposeSeating>
  | Type.Static<typeof PublishSeating>

export type ChoosingEvent =
  | { type: 'window-saved'; window: WindowDraft }
  | { type: 'window-removed'; window: WindowId }
  | { type: 'window-opened'; window: WindowId; at: Instant; seed: string; seedHash: string }
  | { type: 'window-closed'; window: WindowId; at: Instant }
  | { type: 'wishes-set'; person: PersonId; innovations: InnovationId[] }
  | { type: 'round-seats-set'; round: RoundId; table: TableId; seats: number | null }
  | { type: 'seating-proposed'; window: WindowId; at: Instant; run: Omit<SeatingRun, 'id' | 'at'> }
  | {
      type: 'seating-published'
      window: WindowId
      run: number
      at: Instant
      /** of every round that it touches, all who sit there after it */
      seats: SeatsOf<PersonId>
      suggested: Record<RoundId, PersonId[]>
      /** where presenters move */
      stands?: Stands
    }
