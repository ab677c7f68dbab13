import { PLAIN_KINDS, type DeepReadonly, type Segment } from '#shared/show/state.ts'
import type { StageId } from '#shared/show/words.ts'
import type { LocalDate } from '#shared/time/instant.ts'
import { sameText } from './directory.ts'

type Kind = Segment['kind']
export interface Item {
  stage: StageId
  day: LocalDate
  kind: Kind
  title: string
  /** our own id, when the file has it */
  id: string | null
}
type ReadSegment = DeepReadonly<Segment>

/**
 * The item of the programme that each row means, so that a corrected time, day or title changes an item
 * and does not add a second. First by our own id; then by stage, day, kind and title, the second Coffee
 * of a day with the second; then by another plain kind; then by kind and title on another day or stage;
 * then by kind and its place between items that are known. Both lists are in order of stage.
 */
export function matchSegments(
  rows: readonly Item[],
  segments: readonly ReadSegment[],
): (ReadSegment | null)[] {
  const free = new Set(segments)
  const found: (ReadSegment | null)[] = rows.map(() => null)
  const each = (find: (row: Item, index: number) => ReadSegment | undefined): void => {
    for (const [index, row] of rows.entries()) {
      if (found[index] !== null) continue
      const segment = find(row, index)
      if (!segment || !free.delete(segment)) continue
      found[index] = segment
    }
  }
  const isHere = (row: Item, one: ReadSegment): boolean =>
    one.day === row.day && one.stage === row.stage
  each((row) =>
    row.id === null
      ? undefined
      : [...free].find((one) => one.id === row.id && mayBecome(one.kind, row.kind)),
  )
  each((row) => [...free].find((one) => isHere(row, one) && alike(row, one)))
  each((row) =>
    [...free].find(
      (one) => isHere(row, one) && mayBecome(one.kind, row.kind) && sameText(row.title, one.title),
    ),
  )
  each((row) => {
    const elsewhere = [...free].filter((one) => alike(row, one))
    const asking = rows.filter(
      (other, at) => found[at] === null && sameText(other.title, row.title),
    )
    return elsewhere.length === 1 && asking.length === 1 ? elsewhere[0] : undefined
  })
  each((row, index) => between(index).find((one) => isHere(row, one) && one.kind === row.kind))
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

const alike = (row: Item, segment: ReadSegment): boolean =>
  row.kind === segment.kind && sameText(row.title, segment.title)

const isPlain = (kind: Kind): boolean => (PLAIN_KINDS as readonly string[]).includes(kind)
/** As the rule book has it (`save-segment`): a talk may become a panel. */
const mayBecome = (from: Kind, to: Kind): boolean => from === to || (isPlain(from) && isPlain(to))
