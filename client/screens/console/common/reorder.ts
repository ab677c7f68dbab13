/**
 * In front of what something is put when it is dropped before or after another of a list, its own or one
 * that it comes to; null: at the end; undefined: it stays where it is.
 */
export function droppedBefore<Id extends string>(
  queue: readonly Id[],
  moved: Id,
  target: Id,
  position: 'before' | 'after' | 'on',
): Id | null | undefined {
  if (moved === target || position === 'on') return undefined
  const rest = queue.filter((id) => id !== moved)
  const index = rest.indexOf(target) + (position === 'after' ? 1 : 0)
  const before = rest[index] ?? null
  const at = queue.indexOf(moved)
  return at >= 0 && before === (queue[at + 1] ?? null) ? undefined : before
}

/** One place up or down; undefined: it is at that end already. */
export function stepBefore<Id extends string>(
  queue: readonly Id[],
  moved: Id,
  by: -1 | 1,
): Id | null | undefined {
  const neighbour = queue[queue.indexOf(moved) + by]
  return neighbour === undefined
    ? undefined
    : droppedBefore(queue, moved, neighbour, by < 0 ? 'before' : 'after')
}
