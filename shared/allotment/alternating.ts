/**
 * Alternating ways between two rounds (König 1916 for bipartite graphs; Kempe's chains). Every person on
 * the way changes between round `a` and round `b`: from a table's `a` to its `b`, and whoever of them had
 * another table in `b` takes that one to `a`, where somebody may have to make room in turn.
 */
import type { Timetable } from './timetable.ts'

/** A table where somebody moves from `a` to `b`, and the one where that person moves from `b` to `a`. */
interface Step {
  person: number
  table: number
  before: Step | null
}

/**
 * The shortest way that takes one person of table `start` from `a` to `b`, or null. `stops(t)`: table t may
 * have one more in `a` and one less in `b`. `extra`: somebody who is counted at `start` in `a` as well,
 * though not seated there yet. Nobody who is `tied` moves.
 */
export function wayOut(
  timetable: Timetable,
  start: number,
  [a, b]: readonly [number, number],
  {
    stops,
    extra = -1,
    tied = never,
  }: { stops(table: number): boolean; extra?: number; tied?(person: number): boolean },
): Step | null {
  const R = timetable.instance.rounds.length
  const seen = new Set([start])
  const line: { table: number; before: Step | null }[] = [{ table: start, before: null }]
  for (const { table, before } of line) {
    const leaving = candidates(timetable, table, [a, b])
    for (const person of table === start && extra >= 0 ? [...leaving, extra] : leaving) {
      if (!mayMove(timetable, person, a, b) || tied(person)) continue
      const step = { person, table, before }
      const next = timetable.at[person * R + b] as number
      if (next < 0) return step
      if (seen.has(next)) continue
      if (stops(next)) return step
      seen.add(next)
      line.push({ table: next, before: step })
    }
  }
  return null
}

const never = (): boolean => false

/** Those who keep no held seat by staying come first. */
function candidates(timetable: Timetable, table: number, [a, b]: readonly [number, number]) {
  const { held, rounds } = timetable.instance
  const R = rounds.length
  const here = timetable.sitting[table * R + a] as number[]
  const keen = here.filter((person) => held[person * R + b] === table)
  const easy = here.filter(
    (person) => held[person * R + a] !== table && held[person * R + b] !== table,
  )
  const kept = here.filter((person) => held[person * R + a] === table)
  return [...keen, ...easy, ...kept]
}

/** Neither seat is a pin's, and the person is here in both rounds. */
function mayMove({ instance, fixed }: Timetable, person: number, a: number, b: number): boolean {
  const R = instance.rounds.length
  const [one, other] = [person * R + a, person * R + b]
  return (
    instance.free[one] === 1 && instance.free[other] === 1 && fixed[one] === 0 && fixed[other] === 0
  )
}

/** Everybody on the way moves; the last one first, so that a seat is free when somebody comes. */
export function follow(timetable: Timetable, way: Step, [a, b]: readonly [number, number]): void {
  const R = timetable.instance.rounds.length
  for (let step: Step | null = way; step !== null; step = step.before) {
    const { person, table } = step
    const other = timetable.at[person * R + b] as number
    // Somebody who is not seated in `a` yet has only the other table to take there.
    if (timetable.at[person * R + a] === table) timetable.exchange(person, table, other, b, a)
    else if (other >= 0) timetable.move(person, other, a)
  }
}
