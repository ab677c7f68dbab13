/** A binary heap of nodes by key, smallest first (Williams 1964). A node may be in it more than once. */
export class Heap {
  private keys: number[] = []
  private nodes: number[] = []

  clear(): void {
    this.keys.length = 0
    this.nodes.length = 0
  }

  /** The smallest key; -1: it is empty. */
  key(): number {
    return this.keys[0] ?? -1
  }

  add(key: number, node: number): void {
    const { keys, nodes } = this
    let at = keys.length
    while (at > 0) {
      const up = (at - 1) >> 1
      if ((keys[up] as number) <= key) break
      keys[at] = keys[up] as number
      nodes[at] = nodes[up] as number
      at = up
    }
    keys[at] = key
    nodes[at] = node
  }

  /** Takes out the node of the smallest key. */
  take(): number {
    const { keys, nodes } = this
    const taken = nodes[0] as number
    const key = keys.pop() as number
    const node = nodes.pop() as number
    const size = keys.length
    if (size === 0) return taken
    let at = 0
    while (true) {
      let down = 2 * at + 1
      if (down >= size) break
      if (down + 1 < size && (keys[down + 1] as number) < (keys[down] as number)) down += 1
      if ((keys[down] as number) >= key) break
      keys[at] = keys[down] as number
      nodes[at] = nodes[down] as number
      at = down
    }
    keys[at] = key
    nodes[at] = node
    return taken
  }
}
