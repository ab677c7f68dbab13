import type { ShowId, StageId } from '#shared/show/words.ts'
import type { PageState } from './live.ts'

/** What a hall screen's page holds in `<script type="application/json" id="state">`. */
export interface HallData {
  show: ShowId
  /** whose pitches and items it follows; null: the main stage's */
  stage: StageId | null
  state: PageState<'hall'>
}
