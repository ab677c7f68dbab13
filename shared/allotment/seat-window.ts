import { planDay } from './day-plan.ts'
import { type Instance, instanceOf } from './instance.ts'
import { grantMusts } from './musts.ts'
import { placePins } from './pins.ts'
import { level, place, placeFreely } from './place.ts'
import type { Seating, SeatingProblem, Visit, Why } from './problem.ts'
import { unmetWishes } from './reasons.ts'
import { roll } from './rolling.ts'
import { type Pair, roomFrom, sizes } from './room.ts'
import { suggest } from './suggestions.ts'
import { Timetable } from './timetable.ts'
import { seatTogether } from './together.ts'
import { fillGaps, giveWishesLeft, wishesBeforeSuggestions } from './wishes.ts'

/**
 * Seats a whole choosing window. The same problem gives the same seating, in whatever order its people,
 * tables and bans are listed.
 */
export function seatWindow(problem: SeatingProblem): Seating {
  const instance = instanceOf(problem)
  const pinned = new Timetable(instance)
  const problems = placePins(pinned)
  const musts = grantMusts(pinned)
  const alike = roundsAlike(pinned)
  const timetable = alike ? pinned : unlike(pinned, musts)
  if (alike) seatAlike(timetable, musts, alike)
  else finish(timetable)
  return { visits: visitsOf(timetable), unmet: unmetWishes(timetable), problems }
}

/** The plan of the day is timetabled whole: nothing of it is ever lost. */
function seatAlike(timetable: Timetable, musts: readonly Pair[], rounds: readonly number[]): void {
  const { instance } = timetable
  const planned = planWith(timetable, musts)
  const pairs = planned.map(({ pair }) => pair)
  const fill = instance.problem.suggest ? suggest(instance, roomFrom(timetable, 0, pairs)) : []
  // Nobody's held seat moves for a suggestion: it goes where there is a seat, or somebody else's does.
  const quietly = replans(timetable)
  const all = [...planned, ...fill.map((pair) => ({ pair, why: 'suggestion' as const }))]
  for (const { pair, why } of heldFirst(timetable, all)) {
    if (quietly && why === 'suggestion') placeFreely(timetable, ...pair, why)
    else if (!place(timetable, ...pair, why)) throw new Error('a planned visit found no round')
  }
  if (quietly && fill.length > 0) fillGaps(timetable)
  level(timetable, rounds)
  seatTogether(timetable, true)
}

/** Somebody holds a seat already. */
const replans = ({ instance }: Timetable): boolean => instance.held.some((t) => t >= 0)

type Planned = { pair: Pair; why: Why }

const planWith = (timetable: Timetable, musts: readonly Pair[]): Planned[] => [
  ...musts.map((pair) => ({ pair, why: 'must' as const })),
  ...planDay(timetable.instance, roomFrom(timetable, 0, musts)).map((pair) => ({
    pair,
    why: 'wish' as const,
  })),
]

/**
 * Rounds that are not alike for everybody. The plan of the day is a bound: often all of it finds rounds,
 * and then nothing is better and the fewest are moved. Else the rounds are cut out one by one too, and the
 * seating that meets more is taken; of two that meet as many the one that moves fewer, or has better ranks.
 */
function unlike(pinned: Timetable, musts: readonly Pair[]): Timetable {
  const whole = pinned.copy()
  const lost = heldFirst(whole, planWith(whole, musts)).filter(
    ({ pair, why }) => !place(whole, ...pair, why),
  )
  if (lost.length === 0) return whole
  giveWishesLeft(whole)
  const rolled = pinned.copy()
  for (const [p, t] of roll(rolled, musts)) place(rolled, p, t, 'must')
  giveWishesLeft(rolled)
  const better = rolled.visits() - whole.visits()
  return better > 0 || (better === 0 && !replans(pinned)) ? rolled : whole
}

/** Suggestions and company, in rounds that are not alike. */
function finish(timetable: Timetable): void {
  const { instance } = timetable
  if (instance.problem.suggest) {
    const find = replans(timetable) ? placeFreely : place
    for (const [p, t] of suggest(instance, roomFrom(timetable, 0, [])))
      find(timetable, p, t, 'suggestion')
    fillGaps(timetable)
  }
  seatTogether(timetable, false)
  wishesBeforeSuggestions(timetable)
  giveWishesLeft(timetable)
}

/** Seats held now are taken again before others look for one. */
function heldFirst<Of extends { pair: Pair }>({ instance }: Timetable, pairs: Of[]): Of[] {
  const [, T, R] = sizes(instance)
  const held = new Set<number>()
  instance.held.forEach((t, cell) => t >= 0 && held.add(Math.floor(cell / R) * T + t))
  const isHeld = ({ pair: [p, t] }: Of): boolean => held.has(p * T + t)
  return [...pairs.filter(isHeld), ...pairs.filter((pair) => !isHeld(pair))]
}

/**
 * The rounds that are left, if they are alike for everybody: who is free in one of them is free in all, and
 * every table has as many seats in each and no pins in any. Null: they are not.
 */
function roundsAlike(timetable: Timetable): number[] | null {
  const [P, T] = sizes(timetable.instance)
  const rounds = timetable.instance.rounds.map((_, r) => r)
  const some = rounds.filter((r) => {
    for (let t = 0; t < T; t += 1) if (timetable.seatsLeft(t, r) > 0) return true
    return false
  })
  let common: number[] | null = null
  for (let p = 0; p < P; p += 1) {
    const most = timetable.instance.most[p] as number
    const free = some.filter((r) => timetable.free(p, r))
    if (free.length === 0 || (timetable.ofPerson[p] as number) >= most) continue
    if (common !== null && String(common) !== String(free)) return null
    common = free
  }
  if (common === null) return []
  const [first = 0] = common
  for (let t = 0; t < T; t += 1)
    for (const r of common)
      if (timetable.load(t, r) > 0 || timetable.seats(t, r) !== timetable.seats(t, first))
        return null
  return common
}

function visitsOf(timetable: Timetable): Visit[] {
  const instance: Instance = timetable.instance
  const [, T, R] = sizes(instance)
  return instance.byId.flatMap((p) => {
    return instance.rounds.flatMap((round, r) => {
      const t = timetable.at[p * R + r] as number
      if (t < 0) return []
      const rank = instance.rank[p * T + t] as number
      const why = timetable.whyOf(p, t)
      return {
        person: instance.people[p] as string,
        table: instance.tables[t] as string,
        round,
        why: why === 'suggestion' && rank >= 0 ? 'wish' : why,
        rank: rank < 0 ? null : rank,
      } satisfies Visit
    })
  })
}
