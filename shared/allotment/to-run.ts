import type {
  Unmet as Told,
  SeatingFigures,
  SeatingRun,
  Stands,
} from '#shared/show/choosing/window.ts'
import { UNMET } from '#shared/show/choosing/window.ts'
import type { ReadShow } from '#shared/show/state.ts'
import type { InnovationId, PersonId, RoundId, TableId } from '#shared/show/words.ts'
import type { SeatingFigures as Figures } from './figures.ts'
import type { Asked } from './from-show.ts'
import type { Seating } from './problem.ts'

export type RunDraft = Omit<SeatingRun, 'id' | 'at' | 'by' | 'basis' | 'everyone'>

/** A seating as the show keeps it. `asked` is what it answers. */
export function runOf(
  show: ReadShow,
  { problem, absent, asked }: Asked,
  seating: Seating,
  figures: Figures,
): RunDraft {
  const seats: SeatingRun['seats'] = {}
  const suggested: SeatingRun['suggested'] = {}
  for (const { person, table, round, why } of seating.visits) {
    const tables = (seats[round as RoundId] ??= {})
    ;(tables[table as TableId] ??= []).push(person as PersonId)
    if (why === 'suggestion') (suggested[round as RoundId] ??= []).push(person as PersonId)
  }
  const unmet: SeatingRun['unmet'] = {}
  for (const { person, table, reason } of seating.unmet) {
    const innovation = show.tables[table as TableId]?.innovation
    if (!innovation || !isTold(reason)) continue
    const own: Record<InnovationId, Told> = (unmet[person as PersonId] ??= {})
    own[innovation] = reason
  }
  return {
    policy: problem.policy,
    people: problem.people.length,
    absent,
    seats,
    suggested,
    ...(seating.stands ? { stands: seating.stands as Stands } : {}),
    unmet,
    asked,
    figures: told(figures),
  }
}

const isTold = (reason: string): reason is Told => (UNMET as readonly string[]).includes(reason)

const told = (figures: Figures): SeatingFigures => ({
  firstChoice: figures.firstChoice,
  topThree: figures.topThree,
  histogram: figures.met,
  worstOff: figures.fewest,
  satisfaction: figures.satisfaction.mean,
  satisfactionP5: figures.satisfaction.p5,
  gini: figures.satisfaction.gini,
  emptySeats: figures.empty,
  seats: figures.seats,
  moved: figures.moved,
  firstChoicesLost: figures.firstLost,
})
