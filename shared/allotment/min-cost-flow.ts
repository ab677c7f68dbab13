/**
 * The cheapest of the largest flows: primal-dual (Ford and Fulkerson 1962, in the form of Ahuja, Magnanti
 * and Orlin, "Network Flows", 9.8). Dijkstra finds how far every node is at reduced costs; then everything
 * that goes along shortest ways is sent at once, by Dinic's levels. Costs are small whole numbers, so there
 * are few distances, and so few turns.
 */
import { Heap } from './heap.ts'
import type { Network } from './network.ts'

const FAR = 0x3fffffff

/** `whileWorth`: stops before the first unit that costs something, so the cheapest flow of any size. */
export function solve(
  network: Network,
  source: number,
  sink: number,
  { whileWorth = false }: { whileWorth?: boolean } = {},
): { flow: number; cost: number } {
  const { nodes } = network
  const { first, to, left, cost, back, arcAt } = byTail(network)
  const height = firstHeights(nodes, source, { first, to, left, cost })
  const far = new Int32Array(nodes)
  const level = new Int32Array(nodes)
  /** arcs that cost nothing more, by the node they leave; from `begin[node]` up to `end[node]` */
  const short = new Int32Array(to.length)
  const begin = new Int32Array(nodes)
  const end = new Int32Array(nodes)
  const cursor = new Int32Array(nodes)
  const line = new Int32Array(nodes + 1)
  const way = new Int32Array(nodes)
  const heap = new Heap()
  const total = { flow: 0, cost: 0 }

  /** Distances at reduced costs, as far as the sink's; then heights at which shortest ways cost nothing. */
  function measure(): boolean {
    far.fill(FAR)
    far[source] = 0
    heap.clear()
    // Most arcs cost nothing more: what is as near as the node itself waits on a stack, not in the heap.
    let waiting = 0
    line[waiting++] = source
    let now = 0
    while (far[sink] !== now) {
      let node: number
      if (waiting > 0) node = line[--waiting] as number
      else {
        const key = heap.key()
        if (key < 0) break
        node = heap.take()
        // A shorter way has been found since.
        if (far[node] !== key) continue
        now = key
      }
      const base = now + (height[node] as number)
      const stop = first[node + 1] as number
      for (let at = first[node] as number; at < stop; at += 1) {
        if (left[at] === 0) continue
        const next = to[at] as number
        const found = base + (cost[at] as number) - (height[next] as number)
        if (found >= (far[next] as number)) continue
        far[next] = found
        if (found === now) line[waiting++] = next
        else heap.add(found, next)
      }
    }
    const reached = far[sink] as number
    if (reached === FAR) return false
    for (let node = 0; node < nodes; node += 1)
      height[node] = (height[node] as number) + Math.min(far[node] as number, reached)
    gather()
    return true
  }

  /** Most arcs are no part of any shortest way: those that are, used up or not, are looked at many times. */
  function gather(): void {
    let count = 0
    for (let node = 0; node < nodes; node += 1) {
      begin[node] = count
      const here = height[node] as number
      const stop = first[node + 1] as number
      for (let at = first[node] as number; at < stop; at += 1)
        if (here + (cost[at] as number) === height[to[at] as number]) short[count++] = at
      end[node] = count
    }
  }

  /** Levels over arcs that cost nothing more. */
  function layer(): boolean {
    level.fill(-1)
    level[source] = 0
    line[0] = source
    for (let head = 0, tail = 1; head < tail; head += 1) {
      const node = line[head] as number
      const up = (level[node] as number) + 1
      const stop = end[node] as number
      for (let n = begin[node] as number; n < stop; n += 1) {
        const at = short[n] as number
        if (left[at] === 0) continue
        const next = to[at] as number
        if (level[next] !== -1) continue
        level[next] = up
        if (next === sink) return true
        line[tail++] = next
      }
    }
    return false
  }

  /** Sends all that fits through the levels. */
  function send(): void {
    cursor.set(begin)
    let node = source
    let steps = 0
    while (true) {
      if (node === sink) {
        let most = FAR
        for (let n = 0; n < steps; n += 1) most = Math.min(most, left[way[n] as number] as number)
        let used = 0
        for (let n = steps - 1; n >= 0; n -= 1) {
          const at = way[n] as number
          const reverse = back[at] as number
          left[at] = (left[at] as number) - most
          left[reverse] = (left[reverse] as number) + most
          total.cost += most * (cost[at] as number)
          if (left[at] === 0) used = n
        }
        total.flow += most
        // On from before the first arc that is used up.
        steps = used
        node = to[back[way[used] as number] as number] as number
        continue
      }
      const up = (level[node] as number) + 1
      const stop = end[node] as number
      let n = cursor[node] as number
      for (; n < stop; n += 1) {
        const at = short[n] as number
        if (left[at] !== 0 && level[to[at] as number] === up) break
      }
      cursor[node] = n
      if (n < stop) {
        const at = short[n] as number
        way[steps++] = at
        node = to[at] as number
      } else if (steps === 0) return
      else {
        level[node] = -1
        node = to[back[way[--steps] as number] as number] as number
      }
    }
  }

  while (measure()) {
    if (whileWorth && (height[sink] as number) >= (height[source] as number)) break
    while (layer()) send()
  }
  for (let at = 0; at < arcAt.length; at += 1)
    network.left[arcAt[at] as number] = left[at] as number
  return total
}

interface Sorted {
  /** arcs that leave a node: from `first[node]` up to `first[node + 1]` */
  first: Int32Array
  to: Int32Array
  left: Int32Array
  cost: Int32Array
  /** where the arc back stands */
  back: Int32Array
  /** its number in the network */
  arcAt: Int32Array
}

/** The arcs in the order of the nodes they leave: what is looked at together lies together in memory. */
function byTail(network: Network): Sorted {
  const { nodes, arcs } = network
  const first = new Int32Array(nodes + 1)
  for (let arc = 0; arc < arcs; arc += 1) {
    const tail = network.to[arc ^ 1] as number
    first[tail + 1] = (first[tail + 1] as number) + 1
  }
  for (let node = 0; node < nodes; node += 1)
    first[node + 1] = (first[node + 1] as number) + (first[node] as number)
  const next = first.slice(0, nodes)
  const place = new Int32Array(arcs)
  const sorted = { first, to: place.slice(), left: place.slice(), cost: place.slice() }
  const arcAt = new Int32Array(arcs)
  for (let arc = 0; arc < arcs; arc += 1) {
    const tail = network.to[arc ^ 1] as number
    const at = next[tail] as number
    next[tail] = at + 1
    place[arc] = at
    arcAt[at] = arc
    sorted.to[at] = network.to[arc] as number
    sorted.left[at] = network.left[arc] as number
    sorted.cost[at] = network.cost[arc] as number
  }
  return { ...sorted, arcAt, back: arcAt.map((arc) => place[arc ^ 1] as number) }
}

/**
 * Distances before anything flows. Costs may be below zero, but all networks here are built so that arcs
 * lead from lower to higher numbers: one pass in that order is enough.
 */
function firstHeights(
  nodes: number,
  source: number,
  { first, to, left, cost }: Pick<Sorted, 'first' | 'to' | 'left' | 'cost'>,
): Int32Array {
  const height = new Int32Array(nodes).fill(FAR)
  height[source] = 0
  for (let node = 0; node < nodes; node += 1) {
    const here = height[node] as number
    if (here === FAR) continue
    for (let at = first[node] as number; at < (first[node + 1] as number); at += 1) {
      const next = to[at] as number
      if (left[at] !== 0)
        height[next] = Math.min(height[next] as number, here + (cost[at] as number))
    }
  }
  // Out of reach now and for ever: any height will do that sums of costs cannot overflow.
  return height.map((found) => (found === FAR ? 0 : found))
}
