import type { Course } from '#shared/show/course.ts'
import type { InnovationId, SegmentId, StageId, TableId } from '#shared/show/words.ts'
import type { Instant, Ms } from '#shared/time/instant.ts'
import type { PlanTimes } from '#shared/time/plan.ts'
import type { ConsoleParts } from './console.ts'

/** How an item stands to the one before it on its stage and day, ms: free time, or time that both claim. */
export interface Seam {
  kind: 'gap' | 'overlap'
  by: Ms
  /** the item before it */
  before: SegmentId
}

/** Gaps and overlaps of the plan, by the later item. Shown, never refused: a gap may be meant. */
export function seams(
  course: Course,
  stage: StageId,
  times: ReadonlyMap<SegmentId, PlanTimes>,
): Map<SegmentId, Seam> {
  const found = new Map<SegmentId, Seam>()
  let last = null as { id: SegmentId; day: string; end: Instant } | null
  for (const id of course.stages[stage]?.segments ?? []) {
    const segment = course.segments[id]
    const at = times.get(id)
    // A note takes no turn, so it neither leaves a gap nor is in the way.
    if (!segment || !at || segment.kind === 'note') continue
    if (last?.day === segment.day && at.plannedStart !== last.end) {
      const by = at.plannedStart - last.end
      found.set(id, { kind: by > 0 ? 'gap' : 'overlap', by: Math.abs(by), before: last.id })
    }
    const reached = last?.day === segment.day ? last.end : -Infinity
    last = { id, day: segment.day, end: Math.max(at.plannedEnd, reached) }
  }
  return found
}

/** What a programme still lacks before its day, each with what it is about. */
export interface Missing {
  innovationsWithoutTable: InnovationId[]
  innovationsWithoutPitch: InnovationId[]
  innovationsWithoutPresenter: InnovationId[]
  tablesWithoutInnovation: TableId[]
  tablesWithoutHost: TableId[]
  blocksWithoutPitches: SegmentId[]
  toBeConfirmed: SegmentId[]
  /** rounds are planned and there is no table to go to */
  roundsWithoutTables: SegmentId[]
}

export function missing(
  parts: Pick<
    ConsoleParts,
    'programme' | 'innovations' | 'innovationPresenters' | 'tables' | 'hosts'
  >,
): Missing {
  const innovations = Object.keys(parts.innovations) as InnovationId[]
  const segments = Object.values(parts.programme.segments)
  const atTable = new Set(parts.tables.map((table) => table.innovation))
  const pitched = new Set(Object.values(parts.programme.pitches).map((pitch) => pitch.innovation))
  const ids = <Item extends { id: SegmentId }>(items: readonly Item[]) => items.map(({ id }) => id)
  return {
    innovationsWithoutTable: innovations.filter((id) => !atTable.has(id)),
    innovationsWithoutPitch: innovations.filter((id) => !pitched.has(id)),
    innovationsWithoutPresenter: innovations.filter(
      (id) => (parts.innovationPresenters[id]?.length ?? 0) === 0,
    ),
    tablesWithoutInnovation: parts.tables
      .filter(({ innovation }) => innovation === null)
      .map(({ id }) => id),
    tablesWithoutHost: parts.tables
      .filter(({ id, innovation }) => innovation !== null && (parts.hosts[id]?.length ?? 0) === 0)
      .map(({ id }) => id),
    blocksWithoutPitches: ids(
      segments.filter((one) => one.kind === 'pitch-block' && one.pitches.length === 0),
    ),
    toBeConfirmed: ids(segments.filter((one) => !one.confirmed && one.kind !== 'note')),
    roundsWithoutTables:
      parts.tables.length > 0 ? [] : ids(segments.filter((one) => one.kind === 'rounds')),
  }
}

/** What seats come to while setting up. */
export interface SeatSum {
  people: number
  rounds: number
  /** seats in one round */
  inRound: number
  /** people who find a seat in one round */
  seated: number
  /** visits that everybody gets when seats are shared evenly, at most one a round */
  visits: number
}

export function seatSum(people: number, inRound: number, rounds: number): SeatSum {
  const seated = Math.min(people, inRound)
  const visits = people === 0 ? 0 : (seated * rounds) / people
  return { people, rounds, inRound, seated, visits }
}
