import type { Stage } from '#shared/show/state.ts'
import type { StageId } from '#shared/show/words.ts'

export const newStage = (id: StageId, name: string): Stage => ({
  id,
  name,
  segments: [],
  on: null,
  past: [],
  finished: false,
  lastNextAt: null,
  overdue: null,
  blackout: false,
})
