import type { ReadShow } from '#shared/show/state.ts'
import type { RoundId, StageId } from '#shared/show/words.ts'
import { mapValues } from './map-values.ts'
import { type CoursePart, type People, type RoundLine, sharedParts } from './common.ts'
import { stageView, type StageView } from './stage.ts'

/** The state that show control reads over /ws. Clocks are anchors in server time (ms): count by yourself. */
export interface ControlView {
  version: number
  title: string
  heldSince: CoursePart['heldSince']
  stages: Readonly<Record<StageId, StageView | null>>
  rounds: Readonly<Record<RoundId, RoundLine>>
}

export const controlView = (show: ReadShow, people: People): ControlView => ({
  version: show.version,
  title: show.title,
  heldSince: show.heldSince,
  stages: mapValues(show.stages, ({ id }) => stageView(show, people, id)),
  rounds: sharedParts.rounds(show, people),
})
