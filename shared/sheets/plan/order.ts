/** Ids of `wanted` that can stay where they are in `current`: a longest run that is in order already. */
export function staying<Id>(current: readonly Id[], wanted: readonly Id[]): Set<Id> {
  const place = new Map(current.map((id, index) => [id, index]))
  const runs: { id: Id; length: number; before: number }[] = []
  let best = -1
  for (const [index, id] of wanted.entries()) {
    const at = place.get(id) ?? -1
    let before = -1
    for (const [earlier, run] of runs.entries()) {
      const fits = (place.get(run.id) ?? -1) < at
      if (fits && (before < 0 || run.length > (runs[before]?.length ?? 0))) before = earlier
    }
    runs.push({ id, length: (runs[before]?.length ?? 0) + 1, before })
    if (best < 0 || (runs[index]?.length ?? 0) > (runs[best]?.length ?? 0)) best = index
  }
  const stay = new Set<Id>()
  for (let at = best; at >= 0; at = runs[at]?.before ?? -1) {
    const run = runs[at]
    if (run) stay.add(run.id)
  }
  return stay
}

/**
 * `known` in a new order: what `wanted` holds comes in its order, everything else stays behind what it
 * followed.
 */
export function arranged<Id>(known: readonly Id[], wanted: readonly Id[]): Id[] {
  const order = [...wanted]
  const held = new Set(wanted)
  for (const [index, id] of known.entries()) {
    if (held.has(id)) continue
    const before = known[index - 1]
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id)
  }
  return order
}

/** The fewest moves, each `id` to in front of `before` (null: to the end), that make `wanted` of `current`. */
export function moves<Id>(
  current: readonly Id[],
  wanted: readonly Id[],
): { id: Id; before: Id | null }[] {
  const stay = staying(current, wanted)
  const made = wanted.map((id, index) => ({ id, before: wanted[index + 1] ?? null }))
  // From the back, so that what each is put in front of is in its place already.
  return made.filter(({ id }) => !stay.has(id)).reverse()
}
