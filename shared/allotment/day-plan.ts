/**
 * Who visits which of their wishes some time in these rounds: one flow for everybody (nested prefix
 * fairness, or count first). In the nested network a person is a chain of nodes, all, top 5, top 3, top 1,
 * and each wish leaves from the narrowest that holds it, so a first choice earns all of their rewards.
 * Costs rise along each step, so the flow takes them in order and the network is exact.
 */
import { VISITED, type Instance } from './instance.ts'
import { solve } from './min-cost-flow.ts'
import { Network } from './network.ts'
import { PairArcs } from './pair-arcs.ts'
import { type Pair, type Room, sizes } from './room.ts'
import { KEEP, LEVELS, rankCost, STEP, strictStep } from './weights.ts'

export function planDay(instance: Instance, room: Room): Pair[] {
  const { network, sink, pairs } = wishNetwork(instance, room)
  solve(network, 0, sink)
  return pairs.granted(network)
}

export interface WishNetwork {
  network: Network
  /** the source is node 0 */
  sink: number
  pairs: PairArcs
}

export function wishNetwork(instance: Instance, room: Room): WishNetwork {
  const [P, T] = sizes(instance)
  const strict = instance.problem.policy === 'strict'
  const levels = strict ? [] : LEVELS
  const step = strict ? strictStep(T) : STEP
  const wanted = instance.wishes.map((wishes, p) =>
    wishes.filter((t) => t >= 0 && room.groupLeft(p, t) > 0 && room.may(p, t)),
  )
  const shared = groupNodes(instance, room, wanted)
  const perPerson = levels.length + 1
  const firstShared = 1 + P * perPerson
  const firstTable = firstShared + shared.size
  const sink = firstTable + T
  const network = new Network(sink + 1)
  const pairs = new PairArcs(wanted.reduce((sum, { length }) => sum + length, 0))

  wanted.forEach((tables, p) => {
    if (tables.length === 0) return
    const all = 1 + p * perPerson
    const had = grantedRanks(instance, room, p)
    const ranks = tables.map((t) => instance.rank[p * T + t] as number)
    const visits = Math.min(room.people[p] as number, tables.length)
    network.units(0, all, rising(had.length, visits, step))
    levels.forEach(({ top, rewards }, level) => {
      const from = countBelow(had, top)
      const costs = rewards.slice(from, from + countBelow(ranks, top)).map((reward) => -reward)
      network.units(all + level, all + level + 1, costs)
    })
    const keeps = new Set(heldBy(instance, p))
    tables.forEach((t, n) => {
      const rank = ranks[n] as number
      const node = shared.size > 0 ? shared.get(groupKey(instance, p, t)) : undefined
      const to = node === undefined ? firstTable + t : firstShared + node.at
      const cost = rankCost(rank) - (keeps.has(t) ? KEEP : 0)
      pairs.add(p, t, network.arc(all + levelOf(levels, rank), to, 1, cost))
    })
  })
  for (const { at, table, most } of shared.values())
    network.arc(firstShared + at, firstTable + table, most, 0)
  for (let t = 0; t < T; t += 1)
    network.arc(firstTable + t, sink, Math.max(0, room.tables[t] as number), 0)
  return { network, sink, pairs }
}

/** Ranks of the wishes that a person has met, today or by what is promised. */
export function grantedRanks(instance: Instance, room: Pick<Room, 'has'>, p: number): number[] {
  const T = instance.tables.length
  return instance.wishes[p]?.flatMap((t, rank) => {
    if (t < 0) return []
    const seen = ((instance.never[p * T + t] as number) & VISITED) !== 0
    return seen || room.has(p, t) ? [rank] : []
  }) as number[]
}

const rising = (had: number, visits: number, step: number): number[] =>
  Array.from({ length: visits }, (_, n) => step * (had + n))

/** How many levels a rank is in: the narrowest one's node is so far along the person's chain. */
function levelOf(levels: readonly { top: number }[], rank: number): number {
  let level = 0
  while (level < levels.length && rank < (levels[level] as { top: number }).top) level += 1
  return level
}

function countBelow(ranks: readonly number[], top: number): number {
  let count = 0
  for (const rank of ranks) if (rank < top) count += 1
  return count
}

/** Tables at which a person holds a seat now; -1 for rounds without. */
export const heldBy = ({ rounds, held }: Instance, p: number): Int32Array =>
  held.subarray(p * rounds.length, (p + 1) * rounds.length)

/** One number for a person's group and a table; -1: the person has none. */
const groupKey = ({ group, tables }: Instance, p: number, t: number): number =>
  (group[p] as number) < 0 ? -1 : (group[p] as number) * tables.length + t

/** A node for each group and table where more of the group may come than the limit lets in. */
function groupNodes(
  instance: Instance,
  room: Room,
  wanted: readonly number[][],
): Map<number, { at: number; table: number; most: number }> {
  const nodes = new Map<number, { at: number; table: number; most: number }>()
  if (instance.problem.perGroup === null) return nodes
  const asked = new Map<number, number>()
  wanted.forEach((tables, p) => {
    for (const t of tables) {
      const key = groupKey(instance, p, t)
      if (key < 0) continue
      const count = (asked.get(key) ?? 0) + 1
      asked.set(key, count)
      const most = room.groupLeft(p, t)
      if (count > most && most > 0 && !nodes.has(key))
        nodes.set(key, { at: nodes.size, table: t, most })
    }
  })
  return nodes
}
