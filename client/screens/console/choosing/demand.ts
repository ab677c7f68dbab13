import { inWindow, seatsAt } from '#shared/show/choosing/seats.ts'
import type { InnovationId, TableId } from '#shared/show/words.ts'
import type { TableLine, WindowLine } from '#shared/views/common.ts'
import type { ConsoleParts } from '#shared/views/console.ts'

export interface DemandBar {
  id: TableId
  number: number
  title: string
  /** how many ask for it: as their first choice, among their first three, at all */
  first: number
  topThree: number
  all: number
  /** over all rounds of the window */
  seats: number
}

type Parts = Pick<ConsoleParts, 'tables' | 'rounds' | 'innovations' | 'demand'>

/** What people ask for against what there is, the tightest table first. Counts alone: nobody is named. */
export function demandOf(parts: Parts, window: WindowLine): DemandBar[] {
  return tablesOf(parts, window)
    .map((table): DemandBar => {
      const [first, topThree, all] = parts.demand.innovations[table.innovation] ?? [0, 0, 0]
      const title = parts.innovations[table.innovation]?.title ?? ''
      const seats = seatsOf(parts, window, table)
      return { id: table.id, number: table.number, title, first, topThree, all, seats }
    })
    .toSorted(
      (a, b) =>
        tightness(b.all, b.seats) - tightness(a.all, a.seats) ||
        tightness(b.topThree, b.seats) - tightness(a.topThree, a.seats) ||
        a.number - b.number,
    )
}

/** Asked a seat; without any seat everything is too much. */
const tightness = (asked: number, seats: number): number =>
  asked === 0 ? 0 : seats === 0 ? Number.MAX_SAFE_INTEGER : asked / seats

type WithInnovation = TableLine & { innovation: InnovationId }
export const tablesOf = (
  { tables }: Pick<ConsoleParts, 'tables'>,
  window: Pick<WindowLine, 'tables'>,
): WithInnovation[] => tables.filter((table): table is WithInnovation => inWindow(window, table))

/** Seats of a table over all rounds of a window. */
export const seatsOf = (
  { rounds }: Pick<ConsoleParts, 'rounds'>,
  window: Pick<WindowLine, 'rounds'>,
  table: Pick<TableLine, 'id' | 'capacity'>,
): number =>
  window.rounds.reduce((sum, id) => {
    const round = rounds[id]
    return round ? sum + seatsAt(round, table) : sum
  }, 0)

/** How many innovations people ask for that have no table in this window. */
export function askedElsewhere(parts: Parts, window: WindowLine): number {
  const here = new Set(tablesOf(parts, window).map(({ innovation }) => innovation))
  return Object.keys(parts.demand.innovations).filter((id) => !here.has(id as InnovationId)).length
}
