import type { Network } from './network.ts'
import type { Pair } from './room.ts'

/** The arcs that stand for one person at one table each: as many as everybody's lists are long, so kept as numbers. */
export class PairArcs {
  private readonly list: Int32Array
  private end = 0

  constructor(most: number) {
    this.list = new Int32Array(3 * most)
  }

  add(person: number, table: number, arc: number): void {
    this.list[this.end++] = person
    this.list[this.end++] = table
    this.list[this.end++] = arc
  }

  /** Those that the flow goes along. */
  granted(network: Network): Pair[] {
    const { list, end } = this
    const pairs: Pair[] = []
    for (let at = 0; at < end; at += 3)
      if (network.flow(list[at + 2] as number) > 0)
        pairs.push([list[at] as number, list[at + 1] as number])
    return pairs
  }
}
