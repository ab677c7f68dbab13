import { follow, wayOut } from './alternating.ts'
import type { Why } from './problem.ts'
import type { Timetable } from './timetable.ts'

/**
 * Finds a round for a visit: a free seat, the one held now or else where the table is emptiest; otherwise
 * others change rounds on the shortest alternating way. Where all tables and people have the same rounds
 * there always is one (König's theorem), elsewhere not: then nothing has changed.
 */
export function place(timetable: Timetable, p: number, t: number, why: Why): boolean {
  if (placeFreely(timetable, p, t, why)) return true
  const R = timetable.instance.rounds.length
  for (let a = 0; a < R; a += 1) {
    if (!timetable.free(p, a) || timetable.seats(t, a) === 0) continue
    for (let b = 0; b < R; b += 1)
      if (b !== a && timetable.seatsLeft(t, b) > 0 && placeBy(timetable, p, t, why, [a, b]))
        return true
  }
  return false
}

/** Where nobody has to move; false: there is no such round. */
export function placeFreely(timetable: Timetable, p: number, t: number, why: Why): boolean {
  const round = freeSeat(timetable, p, t)
  if (round >= 0) timetable.seat(p, t, round, why)
  return round >= 0
}

/** Into round `a`, for which one of the table goes to `b`; it may be this person, who then changes what they had there. */
function placeBy(
  timetable: Timetable,
  p: number,
  t: number,
  why: Why,
  rounds: readonly [number, number],
): boolean {
  const [a, b] = rounds
  const stops = (table: number): boolean => timetable.seatsLeft(table, a) > 0
  const way = wayOut(timetable, t, rounds, { stops, extra: p })
  if (way === null) return false
  follow(timetable, way, rounds)
  const R = timetable.instance.rounds.length
  timetable.seat(p, t, timetable.at[p * R + a] === -1 ? a : b, why)
  return true
}

function freeSeat(timetable: Timetable, p: number, t: number): number {
  const { held, rounds } = timetable.instance
  const R = rounds.length
  let best = -1
  for (let r = 0; r < R; r += 1) {
    if (!timetable.free(p, r) || timetable.seatsLeft(t, r) <= 0) continue
    if (held[p * R + r] === t) return r
    if (best < 0 || timetable.seatsLeft(t, r) > timetable.seatsLeft(t, best)) best = r
  }
  return best
}

/** Rounds of a table come to differ by one person at the most (de Werra 1971: such a colouring always exists). */
export function level(timetable: Timetable, rounds: readonly number[]): void {
  const T = timetable.instance.tables.length
  for (let t = 0; t < T; t += 1) while (levelOnce(timetable, t, rounds)) continue
}

function levelOnce(timetable: Timetable, t: number, rounds: readonly number[]): boolean {
  const load = (r: number): number => timetable.load(t, r)
  const a = rounds.reduce((most, r) => (load(r) > load(most) ? r : most), rounds[0] ?? 0)
  const b = rounds.reduce((least, r) => (load(r) < load(least) ? r : least), rounds[0] ?? 0)
  if (load(a) - load(b) < 2) return false
  // A table with more people in `b` than in `a` may end the way: that makes it no less even.
  const stops = (table: number): boolean => timetable.load(table, b) > timetable.load(table, a)
  const way = wayOut(timetable, t, [a, b], { stops })
  if (way === null) throw new Error('an even colouring was not found')
  follow(timetable, way, [a, b])
  return true
}
