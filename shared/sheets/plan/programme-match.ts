import type { DeepReadonly, Segment } from '#shared/show/state.ts'
import type { LocalDate } from '#shared/time/instant.ts'
import { sameText } from './directory.ts'

type Kind = Segment['kind']
export interface Item {
  day: LocalDate
  kind: Kind
  title: string
}
type ReadSegment = DeepReadonly<Segment>

/**
 * The item of the programme that each row means, so that a corrected time, day or title changes an item
 * and does not add a second. First by day, kind and title, the second Coffee of a day with the second;
 * then by kind and title on another day; then by kind and its place between items that are known.
 */
export function matchSegments(
  rows: readonly Item[],
  segments: readonly ReadSegment[],
): (ReadSegment | null)[] {
  const free = new Set(segments)
  const found: (ReadSegment | null)[] = rows.map(() => null)
  const claim = (index: number, segment: ReadSegment | undefined): void => {
    if (!segment || found[index] !== null || !free.delete(segment)) return
    found[index] = segment
  }
  const alike = (row: Item, segment: ReadSegment): boolean =>
    row.kind === segment.kind && sameText(row.title, segment.title)
  for (const [index, row] of rows.entries())
    claim(
      index,
      [...free].find((one) => one.day === row.day && alike(row, one)),
    )
  for (const [index, row] of rows.entries()) {
    if (found[index] !== null) continue
    const elsewhere = [...free].filter((one) => alike(row, one))
    const asking = rows.filter(
      (other, at) => found[at] === null && sameText(other.title, row.title),
    )
    if (elsewhere.length === 1 && asking.length === 1) claim(index, elsewhere[0])
  }
  for (const [index, row] of rows.entries()) {
    if (found[index] !== null) continue
    claim(
      index,
      between(index).find((one) => one.day === row.day && one.kind === row.kind),
    )
  }
  return found

  /** Items not yet found that stand between those of the nearest rows before and after. */
  function between(index: number): ReadSegment[] {
    const before = found.slice(0, index).findLast((one) => one !== null)
    const after = found.slice(index + 1).find((one) => one !== null)
    const from = before ? segments.indexOf(before) + 1 : 0
    const to = after ? segments.indexOf(after) : segments.length
    return segments.slice(from, to).filter((one) => free.has(one))
  }
}
