import type {
  SeatingFigures,
  SeatingRun,
  Stands,
  UnkeptPin,
  Unmet as Told,
} from '#shared/show/choosing/window.ts'
import { UNMET } from '#shared/show/choosing/window.ts'
import type { ReadShow } from '#shared/show/state.ts'
import type { InnovationId, PersonId, RoundId, TableId } from '#shared/show/words.ts'
import type { Asked } from './from-show.ts'
import type { Seating } from './problem.ts'

export type RunDraft = Omit<SeatingRun, 'id' | 'at' | 'by' | 'basis'>

/** A seating as the show keeps it. `asked` is what it answers. */
export function runOf(
  show: ReadShow,
  question: Asked,
  seating: Seating,
  figures: SeatingFigures,
): RunDraft {
  const { problem, settings, absent, asked } = question
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
    ...settings,
    people: problem.people.length,
    absent,
    seats,
    suggested,
    ...(seating.stands ? { stands: seating.stands as Stands } : {}),
    unmet,
    asked,
    unkept: unkeptOf(question, seating),
    figures,
  }
}

const isTold = (reason: string): reason is Told => (UNMET as readonly string[]).includes(reason)

/** What the organiser wanted and this seating does not have. */
export function unkeptOf({ problem, wanted, unkept }: Asked, { problems }: Seating): UnkeptPin[] {
  const first = problem.pins.length - wanted.length
  return [
    ...unkept,
    ...problems.flatMap(({ pin, reason, person }): UnkeptPin[] => {
      const asked = wanted[pin - first]
      return asked ? [{ ...asked, reason, person: person as PersonId | null }] : []
    }),
  ]
}
