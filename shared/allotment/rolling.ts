/**
 * Where people come late or leave early, or tables close in some rounds, finding the best timetable is
 * NP-hard (Even, Itai and Shamir 1976). So: a plan of all rounds that are left, of which the next round is
 * cut out by a flow that serves first whoever has no round to spare; if what is left no longer fits, it is
 * planned anew. The plan is a bound, and reached wherever every cut leaves the rest possible.
 */
import { planDay } from './day-plan.ts'
import { solve } from './min-cost-flow.ts'
import { Network } from './network.ts'
import { PairArcs } from './pair-arcs.ts'
import { meets, type Pair, roomFrom, sizes } from './room.ts'
import type { Timetable } from './timetable.ts'

/** What makes a pair go now, in costs: any one of these outweighs all below it. */
const NOW_OR_NEVER = 10_000
const SOON = 300
/** Held in this very round, or in a later one. */
const HELD_NOW = 100
const HELD_LATER = 40
/** Beyond the table's even share of its people. */
const BEYOND_SHARE = 60
const ANY = 20

/** Seats `musts` and wishes. Gives what of the musts found no place. */
export function roll(timetable: Timetable, musts: readonly Pair[]): Pair[] {
  const R = timetable.instance.rounds.length
  let promised = [...musts]
  let plan: Pair[] | null = null
  for (let r = 0; r < R; r += 1) {
    promised = promised.filter(([p, t]) => meets(timetable, p, t, r))
    plan ??= [...promised, ...planDay(timetable.instance, roomFrom(timetable, r, promised))]
    const isMust = new Set(promised.map((pair) => keyOf(timetable, pair)))
    const gone = new Set<number>()
    for (const pair of cut(timetable, plan, r)) {
      const key = keyOf(timetable, pair)
      gone.add(key)
      timetable.seat(pair[0], pair[1], r, isMust.has(key) ? 'must' : 'wish')
    }
    const stays = (pair: Pair): boolean => !gone.has(keyOf(timetable, pair))
    plan = plan.filter(stays)
    promised = promised.filter(stays)
    if (!fits(timetable, plan, r + 1)) plan = null
  }
  return musts.filter(([p, t]) => timetable.when[p * timetable.instance.tables.length + t] === -1)
}

const keyOf = (timetable: Timetable, [p, t]: Pair): number =>
  p * timetable.instance.tables.length + t

/** By its counts, the plan can be kept in the rounds from this one on. */
function fits(timetable: Timetable, plan: readonly Pair[], from: number): boolean {
  const room = roomFrom(timetable, from, plan)
  return (
    room.people.every((left) => left >= 0) &&
    room.tables.every((left) => left >= 0) &&
    plan.every(([p, t]) => meets(timetable, p, t, from))
  )
}

/** The pairs of the plan that are seated in round r. */
function cut(timetable: Timetable, plan: readonly Pair[], r: number): Pair[] {
  const { instance } = timetable
  const [P, T, R] = sizes(instance)
  const now = roomFrom(timetable, r, [])
  const later = roomFrom(timetable, r + 1, [])
  const ofPerson = new Int32Array(P)
  const ofTable = new Int32Array(T)
  for (const [p, t] of plan) {
    ofPerson[p] = (ofPerson[p] as number) + 1
    ofTable[t] = (ofTable[t] as number) + 1
  }
  const sink = 1 + P + T
  const network = new Network(sink + 1)
  for (let p = 0; p < P; p += 1) {
    const planned = ofPerson[p] as number
    if (planned === 0 || !timetable.free(p, r)) continue
    const spare = roundsLeft(timetable, p, r) - planned
    network.arc(0, 1 + p, 1, spare <= 0 ? -NOW_OR_NEVER : -Math.floor(SOON / (1 + spare)))
  }
  const pairs = new PairArcs(plan.length)
  for (const [p, t] of plan) {
    if (!timetable.free(p, r) || timetable.seatsLeft(t, r) <= 0) continue
    let cost = -ANY
    if (!meets(timetable, p, t, r + 1)) cost -= NOW_OR_NEVER
    if (instance.held[p * R + r] === t) cost -= HELD_NOW
    else if (holdsLater(timetable, p, t, r)) cost += HELD_LATER
    pairs.add(p, t, network.arc(1 + p, 1 + P + t, 1, cost))
  }
  for (let t = 0; t < T; t += 1) {
    const seats = timetable.seatsLeft(t, r)
    const planned = ofTable[t] as number
    if (seats <= 0 || planned === 0) continue
    const must = Math.min(seats, Math.max(0, planned - (later.tables[t] as number)))
    const share = Math.min(seats, Math.ceil((planned * seats) / (now.tables[t] as number)))
    network.arc(1 + P + t, sink, must, -NOW_OR_NEVER)
    network.arc(1 + P + t, sink, Math.max(0, share - must), 0)
    network.arc(1 + P + t, sink, seats - Math.max(share, must), BEYOND_SHARE + SOON)
  }
  solve(network, 0, sink, { whileWorth: true })
  return pairs.granted(network)
}

function roundsLeft(timetable: Timetable, p: number, from: number): number {
  const R = timetable.instance.rounds.length
  let count = 0
  for (let r = from; r < R; r += 1) if (timetable.free(p, r)) count += 1
  return count
}

function holdsLater({ instance }: Timetable, p: number, t: number, r: number): boolean {
  const R = instance.rounds.length
  for (let later = r + 1; later < R; later += 1) if (instance.held[p * R + later] === t) return true
  return false
}
