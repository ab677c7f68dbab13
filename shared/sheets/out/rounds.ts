import { stageTimes } from '#shared/show/course.ts'
import type { DeepReadonly, ReadShow, Round, RoundsSegment } from '#shared/show/state.ts'
import type { Instant } from '#shared/time/instant.ts'

export interface PlannedRound {
  segment: DeepReadonly<RoundsSegment>
  round: DeepReadonly<Round>
  /** 1 for the first of its item */
  number: number
  /** planned: people get up, sit down, and are done */
  moves: Instant
  talks: Instant
  ends: Instant
}

/** Every round in programme order, at the time that the plan gives it. */
export function plannedRounds(show: ReadShow): PlannedRound[] {
  return Object.values(show.stages).flatMap((stage) => {
    // Planned times do not depend on now.
    const times = stageTimes(show, stage.id, 0)
    return stage.segments.flatMap((id): PlannedRound[] => {
      const segment = show.segments[id]
      let at = times.get(id)?.plannedStart
      if (segment?.kind !== 'rounds' || at === undefined) return []
      const planned: PlannedRound[] = []
      for (const [index, each] of segment.rounds.entries()) {
        const round = show.rounds[each]
        if (!round) continue
        const talks: Instant = at + round.move
        const ends: Instant = talks + round.talk
        planned.push({ segment, round, number: index + 1, moves: at, talks, ends })
        at = ends
      }
      return planned
    })
  })
}
