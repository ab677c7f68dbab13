import Type from 'typebox'
import type { Clock } from '#shared/time/clock.ts'
import { HOUR, type Instant, type Ms } from '#shared/time/instant.ts'
import type { StagePhase } from '#shared/show/state.ts'
import {
  type PitchId,
  PitchIdSchema,
  type SegmentId,
  SegmentIdSchema,
  type StageId,
  StageIdSchema,
} from '#shared/show/words.ts'

const strict = { additionalProperties: false }
const on = <Name extends string>(type: Name) =>
  Type.Object({ type: Type.Literal(type), stage: StageIdSchema }, strict)

/** Puts an item on stage with its clock ready, not running. Without `pitch`, a block begins at its first waiting one. */
export const LoadItem = Type.Object(
  {
    type: Type.Literal('load-item'),
    stage: StageIdSchema,
    segment: SegmentIdSchema,
    pitch: Type.Union([PitchIdSchema, Type.Null()]),
  },
  strict,
)
/** Starts the clock of what is loaded; with nothing loaded, loads what comes next and starts it. */
export const StartClock = on('start-clock')
export const PauseClock = on('pause-clock')
export const ResumeClock = on('resume-clock')
/** Adds (or, negative, takes) time, ms. */
export const AddTime = Type.Object(
  {
    type: Type.Literal('add-time'),
    stage: StageIdSchema,
    by: Type.Integer({ minimum: -HOUR, maximum: HOUR }),
  },
  strict,
)
export const RestartClock = on('restart-clock')
/** Ends the item and gets the next one ready without starting it. */
export const FinishItem = on('finish-item')
/** Ends the item and starts the next one. */
export const NextItem = on('next-item')
/** Goes back to the item before, with the clock as it was left. */
export const PreviousItem = on('previous-item')
/** Sends a presenter who is absent or late to the end of the block. */
export const DeferPitch = Type.Object(
  {
    type: Type.Literal('defer-pitch'),
    pitch: PitchIdSchema,
    reason: Type.Union([Type.Literal('absent'), Type.Literal('late')]),
  },
  strict,
)
/** Darkens the stage display; its clock goes on. */
export const BlackOut = Type.Object(
  { type: Type.Literal('black-out'), stage: StageIdSchema, on: Type.Boolean() },
  strict,
)
/** The ticker's: what the stage's clock was to do by itself at `due`. */
export const AdvanceStage = Type.Object(
  { type: Type.Literal('advance-stage'), stage: StageIdSchema, due: Type.Integer() },
  strict,
)

export type StageCommand =
  | Type.Static<typeof LoadItem>
  | Type.Static<typeof StartClock>
  | Type.Static<typeof PauseClock>
  | Type.Static<typeof ResumeClock>
  | Type.Static<typeof AddTime>
  | Type.Static<typeof RestartClock>
  | Type.Static<typeof FinishItem>
  | Type.Static<typeof NextItem>
  | Type.Static<typeof PreviousItem>
  | Type.Static<typeof DeferPitch>
  | Type.Static<typeof BlackOut>
  | Type.Static<typeof AdvanceStage>

export type StageEvent =
  | {
      type: 'stage-loaded'
      stage: StageId
      at: Instant
      segment: SegmentId
      pitch: PitchId | null
      phase: StagePhase
      clock: Clock
      /** pressed by hand: a second Next within a second is ignored */
      byNext: boolean
    }
  | { type: 'clock-started'; stage: StageId; at: Instant }
  | { type: 'clock-paused'; stage: StageId; at: Instant }
  | { type: 'clock-resumed'; stage: StageId; at: Instant }
  | { type: 'time-added'; stage: StageId; by: Ms }
  | { type: 'clock-restarted'; stage: StageId; at: Instant }
  | { type: 'stage-finished'; stage: StageId; at: Instant }
  | { type: 'stage-went-back'; stage: StageId; at: Instant }
  | { type: 'stage-overdue'; stage: StageId; due: Instant }
  | { type: 'stage-blacked-out'; stage: StageId; on: boolean }
  | { type: 'pitch-deferred'; pitch: PitchId; reason: 'absent' | 'late' }
