import type { BreakPicture } from '#shared/show/pictures.ts'
import type { DeepReadonly } from '#shared/show/state.ts'
import type { Instant } from '#shared/time/instant.ts'
import { noticesFor, type PartBuilders, sharedParts, type SharedParts } from './common.ts'

/** What the screens that face the room share: what everyone may see, and numbers of people without a name. */
export interface HallParts extends SharedParts {
  /** how many people have put what they wish in order, and how many are here */
  turnout: { ranked: number; here: number }
  /** what is shown in breaks, in this order */
  breakPictures: readonly DeepReadonly<BreakPicture>[]
  /** when somebody last rang the bell by hand */
  bell: { rungAt: Instant | null }
}

export const hallParts: PartBuilders<HallParts> = {
  ...sharedParts,
  turnout: (show) => ({
    ranked: Object.keys(show.wishes).length,
    here: Object.values(show.people).filter(({ checkedInAt }) => checkedInAt !== null).length,
  }),
  breakPictures: (show) => show.breakPictures,
  bell: ({ rungAt }) => ({ rungAt }),
  notices: (show) => noticesFor(show, 'hall'),
}
