import type { SingleCommand } from '#shared/show/commands.ts'
import type { WindowDraft } from '#shared/show/choosing/commands.ts'
import type { SeatingRun } from '#shared/show/choosing/window.ts'
import type { RoundId, WindowId } from '#shared/show/words.ts'

export const WINDOW = 'win-main' as WindowId

/** By hand, both rounds of the small show, every table. */
export const windowOf = (over: Partial<WindowDraft> = {}): WindowDraft => ({
  id: WINDOW,
  title: 'Your tables',
  follows: [],
  rounds: ['rnd-aaaa', 'rnd-bbbb'] as RoundId[],
  tables: null,
  policy: 'nested',
  perOrganisation: 2,
  mustMeets: 4,
  everyone: true,
  byItself: false,
  publishesItself: false,
  opensBefore: 0,
  closesBefore: 0,
  ...over,
})

export const NO_FIGURES: SeatingRun['figures'] = {
  wishers: 0,
  firstChoice: 1,
  topThree: 1,
  histogram: [],
  worstOff: 0,
  satisfaction: 1,
  satisfactionP5: 1,
  satisfactionLeast: 1,
  gini: 0,
  emptySeats: 0,
  seats: 0,
  suggested: 0,
  moved: 0,
  firstChoicesLost: 0,
}

export const proposal = (
  run: Partial<SeatingRun>,
  window: WindowId = WINDOW,
): Extract<SingleCommand, { type: 'propose-seating' }> => ({
  type: 'propose-seating',
  window,
  run: {
    by: 'organiser',
    basis: 0,
    policy: 'nested',
    everyone: true,
    perOrganisation: 2,
    tables: {},
    keepSeats: false,
    people: 0,
    absent: 0,
    seats: {},
    suggested: {},
    unmet: {},
    asked: {},
    unkept: [],
    figures: NO_FIGURES,
    ...run,
  },
})
