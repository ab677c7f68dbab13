import type { Course } from '#shared/show/course.ts'
import type { StageId } from '#shared/show/words.ts'
import type { SharedParts } from './common.ts'
import { mapValues } from './map-values.ts'

/** Puts plan and course together again, so that every screen works out times by the rule book's own sums. */
export function courseOf({
  show,
  programme,
  course,
  rounds,
}: Pick<SharedParts, 'show' | 'programme' | 'course' | 'rounds'>): Course {
  const done = new Set<string>(course.done)
  return {
    zone: show.zone,
    heldSince: course.heldSince,
    stages: Object.fromEntries(
      programme.stages.map((stage) => [
        stage.id,
        {
          ...stage,
          ...(course.stages[stage.id] ?? {
            on: null,
            finished: false,
            overdue: null,
            blackout: false,
          }),
        },
      ]),
    ) as Course['stages'],
    segments: mapValues(programme.segments, (segment) => {
      const [begunAt, endedAt] = course.begun[segment.id] ?? [null, null]
      return { ...segment, begunAt, endedAt }
    }),
    pitches: Object.fromEntries(
      Object.entries(programme.pitches).map(([id, pitch]) => [
        id,
        { ...pitch, id, done: done.has(id) },
      ]),
    ) as Course['pitches'],
    rounds,
  }
}

/** One stage is enough on screen for now. */
export const mainStage = (programme: SharedParts['programme']): StageId | null =>
  programme.stages[0]?.id ?? null
