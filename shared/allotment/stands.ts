import type { Rotation, SeatingProblem } from './problem.ts'

/**
 * Where each table's presenters stand in each round: with the group that they are called to; the others at
 * their own spot when it is free, else at one that is, so that anybody can find them.
 */
export function standsOf(
  { rounds, tables }: SeatingProblem,
  { spots }: Rotation,
  calls: readonly { spot: string; table: string; round: string }[],
): Record<string, Record<string, string>> {
  return Object.fromEntries(
    rounds.map((round) => {
      const stands: Record<string, string> = {}
      for (const call of calls) if (call.round === round) stands[call.table] = call.spot
      const taken = new Set(Object.values(stands))
      const rest = tables.filter(({ id }) => stands[id] === undefined)
      for (const { id } of rest)
        if (!taken.has(id) && spots.some((spot) => spot.id === id)) {
          stands[id] = id
          taken.add(id)
        }
      const free = spots.filter(({ id }) => !taken.has(id))
      for (const { id } of rest) {
        const spot = stands[id] === undefined ? free.shift() : undefined
        if (spot) stands[id] = spot.id
      }
      return [round, stands]
    }),
  )
}
