import type { ShowId, StageId } from '#shared/show/words.ts'
import type { PageState } from './live.ts'

/** What the stage display's page holds in `<script type="application/json" id="state">`. */
export interface StageData {
  show: ShowId
  stage: StageId
  state: PageState<'stage'>
}
