import { pitchLength, waiting } from '#shared/show/course.ts'
import { afterSegment, following, lengthAt } from '#shared/show/stage/position.ts'
import type {
  DeepReadonly,
  PlainKind,
  ReadShow,
  RoundPhase,
  Stage,
  StagePhase,
} from '#shared/show/state.ts'
import type { InnovationId, PitchId, StageId } from '#shared/show/words.ts'
import type { Clock } from '#shared/time/clock.ts'
import type { Instant, Ms } from '#shared/time/instant.ts'
import { type Notice, noticesFor, type People } from './common.ts'

/** One turn as the stage display names it. */
export interface Billing {
  /** the item's own title */
  title: string
  kind: 'pitch' | 'rounds' | PlainKind
  presenters: readonly string[]
  organisation: string
  /** number of the table where they can be met; null: none */
  table: number | null
}

export interface StageView {
  title: string
  zone: string
  stage: string
  heldSince: Instant | null
  clockFollowedAt: Instant | null
  blackout: boolean
  finished: boolean
  /** what is said to whoever stands there */
  notices: readonly Notice[]
  /** nothing on it is real: it says so */
  rehearsal: boolean
  on:
    | (Billing & { phase: StagePhase; clock: Clock; warnAt: Ms; dangerAt: Ms; byItself: boolean })
    | null
  next: Billing | null
  /** what a display without a line goes on to by its own clock; null: nothing goes on by itself */
  ahead: Ahead | null
  /** the round that is moving or talking, when the rounds of this stage are on */
  round: { number: number; of: number; phase: RoundPhase; clock: Clock } | null
}
/** What follows in a pitch block that goes by itself. Lengths in ms. */
export interface Ahead {
  /** of the pitch that is on, or comes after the changeover that is on */
  length: Ms
  changeover: Ms
  queue: readonly { billing: Billing; length: Ms }[]
  /** the item after the block: it is made ready, and waits for a hand */
  after: { billing: Billing; length: Ms } | null
}
export interface StageParts {
  stage: StageView
}

/** Everything a stage display shows. It faces the public: presenters and titles, nobody else. */
export function stageView(show: ReadShow, people: People, id: StageId): StageView | null {
  const stage = show.stages[id]
  if (!stage) return null
  const { heldSince, clockFollowedAt, title, zone, rehearsalOf } = show
  const { blackout, on, name } = stage
  const finished = stage.finished || show.closedAt !== null
  const segment = on ? show.segments[on.segment] : undefined
  const points = segment && segment.kind !== 'rounds' ? segment : { warnAt: 0, dangerAt: 0 }
  const { warnAt, dangerAt } = points
  const next = finished ? null : following(show, stage)
  return {
    title,
    zone,
    stage: name,
    heldSince,
    clockFollowedAt,
    blackout,
    finished,
    notices: noticesFor(show, 'stage'),
    rehearsal: rehearsalOf !== null,
    on: on
      ? {
          ...billing(show, people, on.segment, on.pitch),
          phase: on.phase,
          clock: on.clock,
          warnAt,
          dangerAt,
          byItself: segment?.kind === 'pitch-block' && segment.byItself,
        }
      : null,
    next: next ? billing(show, people, next.segment, next.pitch) : null,
    ahead: aheadOf(show, people, stage),
    round: roundOn(show, stage),
  }
}

function aheadOf(show: ReadShow, people: People, stage: DeepReadonly<Stage>): Ahead | null {
  const { on } = stage
  const block = on && show.segments[on.segment]
  if (!on?.pitch || block?.kind !== 'pitch-block' || !block.byItself) return null
  const lengthOf = (pitch: PitchId): Ms => pitchLength(block, show.pitches[pitch])
  const after = afterSegment(show, stage, block.id)
  return {
    length: lengthOf(on.pitch),
    changeover: block.changeover,
    queue: waiting(show, block, on.pitch).map((pitch) => ({
      billing: billing(show, people, block.id, pitch),
      length: lengthOf(pitch),
    })),
    after: after && {
      billing: billing(show, people, after.segment, after.pitch),
      length: lengthAt(show, after),
    },
  }
}

function billing(
  show: ReadShow,
  people: People,
  segmentId: string,
  pitchId: PitchId | null,
): Billing {
  const segment = Object.values(show.segments).find((one) => one.id === segmentId)
  const pitch = pitchId ? show.pitches[pitchId] : undefined
  const innovation = pitch ? show.innovations[pitch.innovation] : undefined
  if (!innovation) {
    const kind = segment && segment.kind !== 'pitch-block' ? segment.kind : 'talk'
    return { title: segment?.title ?? '', kind, presenters: [], organisation: '', table: null }
  }
  return {
    title: innovation.title,
    kind: 'pitch',
    presenters: innovation.presenters.flatMap((id) => people.get(id)?.name ?? []),
    organisation: innovation.organisation,
    table: tableOf(show, innovation.id),
  }
}

export const tableOf = (show: ReadShow, innovation: InnovationId): number | null =>
  Object.values(show.tables).find((table) => table.innovation === innovation)?.number ?? null

function roundOn(show: ReadShow, stage: DeepReadonly<Stage>): StageView['round'] {
  for (const id of stage.segments) {
    const segment = show.segments[id]
    if (segment?.kind !== 'rounds') continue
    for (const [index, roundId] of segment.rounds.entries()) {
      const round = show.rounds[roundId]
      if (round?.clock) {
        return {
          number: index + 1,
          of: segment.rounds.length,
          phase: round.phase,
          clock: round.clock,
        }
      }
    }
  }
  return null
}
