import type { DeepReadonly } from '#shared/show/state.ts'
import type { Edit } from './edit.ts'

type ReadEdit = DeepReadonly<Edit>

/**
 * The edit that is in the way of taking this one back, or of doing it again: a later one that touched the
 * same thing; or, for one that was taken back, an earlier one that was taken back after it.
 */
export function inTheWay(edits: readonly ReadEdit[], edit: ReadEdit): ReadEdit | null {
  const touched = new Set(edit.touches)
  const shares = (other: ReadEdit): boolean => other.touches.some((id) => touched.has(id))
  const later = edits.findLast((other) => other.id > edit.id && !other.undone && shares(other))
  if (later) return later
  if (!edit.undone) return null
  const isFirst = (other: ReadEdit): boolean => other.undone && other.turned > edit.turned
  return edits.find((other) => other.id < edit.id && isFirst(other) && shares(other)) ?? null
}
