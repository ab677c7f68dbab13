import { place } from './place.ts'
import { sizes } from './room.ts'
import type { Timetable } from './timetable.ts'

/**
 * Whatever wish still finds a seat is given one, those with fewest visits first. In rounds that are not
 * alike for everybody the cut leaves such wishes over; elsewhere there are none.
 */
export function giveWishesLeft(timetable: Timetable): void {
  const { instance } = timetable
  const [P] = sizes(instance)
  const order = Array.from({ length: P }, (_, p) => p)
  order.sort((a, b) => (timetable.ofPerson[a] as number) - (timetable.ofPerson[b] as number))
  for (const p of order)
    for (const t of instance.wishes[p] ?? [])
      if (t >= 0 && mayVisit(timetable, p, t) && hasRoom(timetable, p))
        place(timetable, p, t, 'wish')
}

/** A seat of a wish that came free while suggestions were placed takes the place of the person's own suggestion. */
export function wishesBeforeSuggestions(timetable: Timetable): void {
  const { instance } = timetable
  const [P, T, R] = sizes(instance)
  for (let p = 0; p < P; p += 1)
    for (const t of instance.wishes[p] ?? []) {
      if (t < 0 || !mayVisit(timetable, p, t)) continue
      for (let r = 0; r < R; r += 1) {
        const other = timetable.at[p * R + r] as number
        if (other < 0 || timetable.seatsLeft(t, r) <= 0) continue
        if (instance.rank[p * T + other] !== -1 || timetable.whyOf(p, other) !== 'suggestion')
          continue
        timetable.leave(p, other)
        timetable.seat(p, t, r, 'wish')
        break
      }
    }
}

/** Rounds that suggestions could not reach take any table with a seat, the emptiest first. */
export function fillGaps(timetable: Timetable): void {
  const [P, T, R] = sizes(timetable.instance)
  for (let r = 0; r < R; r += 1)
    for (let p = 0; p < P; p += 1) {
      if (!timetable.free(p, r) || !hasRoom(timetable, p)) continue
      let best = -1
      for (let t = 0; t < T; t += 1)
        if (timetable.seatsLeft(t, r) > 0 && mayVisit(timetable, p, t))
          if (best < 0 || timetable.seatsLeft(t, r) > timetable.seatsLeft(best, r)) best = t
      if (best >= 0) timetable.seat(p, best, r, 'suggestion')
    }
}

const hasRoom = (timetable: Timetable, p: number): boolean =>
  (timetable.ofPerson[p] as number) < (timetable.instance.most[p] as number)

/** No rule about the two speaks against it, whatever the round. */
const mayVisit = (timetable: Timetable, p: number, t: number): boolean => {
  const pair = p * timetable.instance.tables.length + t
  return (
    timetable.instance.never[pair] === 0 &&
    timetable.when[pair] === -1 &&
    timetable.groupLeft(p, t) > 0
  )
}
