/**
 * What fills the rounds that wishes leave free: tables that people with the same wishes like, where there
 * is most room. A second flow over what the first one left, so it takes no seat from a wish.
 */
import { heldBy } from './day-plan.ts'
import type { Instance } from './instance.ts'
import { solve } from './min-cost-flow.ts'
import { Network } from './network.ts'
import { PairArcs } from './pair-arcs.ts'
import { type Pair, type Room, sizes } from './room.ts'
import { KEEP } from './weights.ts'

/** How much liking and filling weigh, in steps of cost. */
const STEPS = 20

export function suggest(instance: Instance, room: Room): Pair[] {
  const [P, T] = sizes(instance)
  const open = instance.wishes.flatMap((_, p) => ((room.people[p] as number) > 0 ? [p] : []))
  if (open.length === 0 || room.tables.every((left) => left <= 0)) return []
  const alike = likeness(instance)
  const groups = new Map<number, { at: number; table: number; most: number }>()
  const options = open.map((p) => {
    const tables: number[] = []
    for (let t = 0; t < T; t += 1) {
      const most = room.groupLeft(p, t)
      if (most <= 0 || !room.may(p, t)) continue
      tables.push(t)
      const key = (instance.group[p] as number) * T + t
      if (Number.isFinite(most) && !groups.has(key))
        groups.set(key, { at: groups.size, table: t, most })
    }
    return tables
  })
  const firstGroup = 1 + P
  const firstTable = firstGroup + groups.size
  const sink = firstTable + T
  const network = new Network(sink + 1)
  const pairs = new PairArcs(options.reduce((sum, { length }) => sum + length, 0))
  open.forEach((p, at) => {
    const tables = options[at] as number[]
    network.arc(0, 1 + p, Math.min(room.people[p] as number, tables.length), 0)
    const liking = likingOf(instance, alike, p, tables)
    const keeps = new Set(heldBy(instance, p))
    tables.forEach((t, n) => {
      const group = groups.get((instance.group[p] as number) * T + t)
      const to = group === undefined ? firstTable + t : firstGroup + group.at
      const cost = STEPS - (liking[n] as number) - (keeps.has(t) ? KEEP : 0)
      pairs.add(p, t, network.arc(1 + p, to, 1, cost))
    })
  })
  for (const { at, table, most } of groups.values())
    network.arc(firstGroup + at, firstTable + table, most, 0)
  for (let t = 0; t < T; t += 1) fillingCosts(instance, network, room, t, firstTable + t, sink)
  solve(network, 0, sink)
  return pairs.granted(network)
}

/** The fuller a table is, the more its next seat costs: what is left of it in equal parts, up to STEPS. */
function fillingCosts(
  { seats, rounds }: Instance,
  network: Network,
  room: Room,
  t: number,
  node: number,
  sink: number,
): void {
  const R = rounds.length
  let all = 0
  for (let r = 0; r < R; r += 1) all += seats[t * R + r] as number
  const left = Math.max(0, room.tables[t] as number)
  const costs = new Map<number, number>()
  for (let n = 0; n < left; n += 1) {
    const cost = Math.floor((STEPS * (all - left + n)) / all)
    costs.set(cost, (costs.get(cost) ?? 0) + 1)
  }
  for (const [cost, count] of costs) network.arc(node, sink, count, cost)
}

/** table × table: how often two are wished by the same people (cosine of who wishes them). */
function likeness({ wishes, tables }: Instance): Float64Array {
  const T = tables.length
  const both = new Float64Array(T * T)
  for (const list of wishes) {
    const known = list.filter((t) => t >= 0)
    for (const t of known) for (const u of known) both[t * T + u] = (both[t * T + u] as number) + 1
  }
  const alone = Float64Array.from({ length: T }, (_, t) => both[t * T + t] as number)
  return both.map((count, at) => {
    const [t, u] = [Math.floor(at / T), at % T]
    return count === 0 ? 0 : count / Math.sqrt((alone[t] as number) * (alone[u] as number))
  })
}

/** 0 to STEPS for each table: the likeness to what the person wished, the best of them at STEPS. */
function likingOf(
  { wishes, tables }: Instance,
  alike: Float64Array,
  p: number,
  options: readonly number[],
): number[] {
  const T = tables.length
  const sums = options.map((t) =>
    (wishes[p] ?? []).reduce((sum, u) => sum + (u < 0 ? 0 : (alike[t * T + u] as number)), 0),
  )
  const best = Math.max(0, ...sums)
  return sums.map((sum) => (best === 0 ? 0 : Math.round((STEPS * sum) / best)))
}
