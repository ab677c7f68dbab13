/** Directed arcs with a capacity and a whole cost each. Nodes are numbers; the arc back stands at `arc ^ 1`. */
export class Network {
  readonly nodes: number
  arcs = 0
  to = new Int32Array(1024)
  left = new Int32Array(1024)
  cost = new Int32Array(1024)

  constructor(nodes: number) {
    this.nodes = nodes
  }

  /** Gives the arc's number, by which its flow is asked for. */
  arc(from: number, to: number, capacity: number, cost: number): number {
    const arc = this.arcs
    if (arc + 2 > this.to.length) this.grow()
    this.to[arc] = to
    this.left[arc] = capacity
    this.cost[arc] = cost
    this.to[arc + 1] = from
    this.left[arc + 1] = 0
    this.cost[arc + 1] = -cost
    this.arcs += 2
    return arc
  }

  /** Arcs for falling rewards or rising costs: one unit each. */
  units(from: number, to: number, costs: readonly number[]): void {
    for (const cost of costs) this.arc(from, to, 1, cost)
  }

  flow(arc: number): number {
    return this.left[arc ^ 1] ?? 0
  }

  private grow(): void {
    for (const key of ['to', 'left', 'cost'] as const) {
      const larger = new Int32Array(this[key].length * 2)
      larger.set(this[key])
      this[key] = larger
    }
  }
}
