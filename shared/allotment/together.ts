import type { Timetable } from './timetable.ts'

/**
 * "With me": people who visit the same table in different rounds come to the same one where a swap of two
 * rounds does it. Nobody's tables change, and no table's rounds become less even than `even` allows.
 */
export function seatTogether(timetable: Timetable, even: boolean): void {
  const { problem, personAt, tables } = timetable.instance
  for (const ids of problem.together) {
    const people = ids.flatMap((id) => personAt.get(id) ?? [])
    tables.forEach((_, t) => {
      const visiting = people.filter((p) => roundAt(timetable, p, t) !== -1)
      const [first, ...others] = visiting
      if (first === undefined) return
      for (const p of others) join(timetable, visiting, p, t, roundAt(timetable, first, t), even)
    })
  }
}

const roundAt = ({ instance, when }: Timetable, p: number, t: number): number =>
  when[p * instance.tables.length + t] as number

/** Brings p's visit of table t from its round `b` to round `a`, by changing places with somebody outside the group. */
function join(
  timetable: Timetable,
  group: readonly number[],
  p: number,
  t: number,
  a: number,
  even: boolean,
): void {
  const b = roundAt(timetable, p, t)
  if (b === a || !canChange(timetable, p, a, b)) return
  const R = timetable.instance.rounds.length
  const other = timetable.at[p * R + a] as number
  const otherFits = other === -1 || seatFree(timetable, other, b, a, even)
  if (otherFits && seatFree(timetable, t, a, b, even)) return timetable.exchange(p, t, other, a, b)
  for (const q of timetable.sitting[t * R + a] as number[]) {
    if (group.includes(q) || !canChange(timetable, q, a, b)) continue
    const theirs = timetable.at[q * R + b] as number
    const theirsFits = theirs === -1 || seatFree(timetable, theirs, a, b, even)
    if (theirs !== other && !(otherFits && theirsFits)) continue
    timetable.exchange(q, t, theirs, b, a)
    timetable.exchange(p, t, other, a, b)
    return
  }
}

/** Here in both rounds, and in neither by a pin or at a seat held before: that is not given up for company. */
function canChange(timetable: Timetable, p: number, a: number, b: number): boolean {
  const { instance, at, fixed } = timetable
  const R = instance.rounds.length
  return [p * R + a, p * R + b].every(
    (cell) =>
      instance.free[cell] === 1 &&
      fixed[cell] === 0 &&
      (at[cell] === -1 || instance.held[cell] !== at[cell]),
  )
}

/** The table may have one more in `to` and one less in `from`. */
function seatFree(timetable: Timetable, t: number, to: number, from: number, even: boolean) {
  if (timetable.seatsLeft(t, to) <= 0) return false
  return !even || timetable.load(t, to) < timetable.load(t, from)
}
