import type { ReadShow } from '#shared/show/state.ts'
import type { InnovationId } from '#shared/show/words.ts'
import { plain } from '#shared/sheets/text.ts'
import type { InnovationRow, ReadRow } from '#shared/sheets/types.ts'
import { isBlank, sameText } from './directory.ts'
import { planPitches } from './pitches.ts'
import { type NamedBefore, planPresenters } from './presenters.ts'
import { planTables } from './tables.ts'
import { nowWords, present, spacedAs } from './words.ts'
import type { RowPlan, Work } from './work.ts'

export interface InnovationPlan {
  id: InnovationId
  row: InnovationRow
  plan: RowPlan
  /** the row changes who presents it */
  hasOtherPresenters: boolean
}

/** Innovations with their presenters, then their pitches, then their tables. Gives notes for the file. */
export function planInnovations(
  work: Work,
  rows: readonly ReadRow<InnovationRow>[],
  planOf: (line: number) => RowPlan,
): string[] {
  const known = match(
    work,
    rows.map(({ value }) => value),
  )
  const named: NamedBefore = new Map()
  const plans = rows.flatMap(({ line, value }, index) => {
    const plan = planOf(line)
    const before = known[index] ?? null
    const presenters = presentersOf(work, before)
    const id = planInnovation(work, plan, value, before, named)
    if (id === null) return []
    const hasOtherPresenters = presentersOf(work, id).join() !== presenters.join()
    return [{ id, row: value, plan, hasOtherPresenters }]
  })
  return [...planPitches(work, plans), ...planTables(work, plans)]
}

const presentersOf = (work: Work, id: InnovationId | null): readonly string[] =>
  id === null ? [] : [...(work.show.innovations[id]?.presenters ?? [])]

function planInnovation(
  work: Work,
  plan: RowPlan,
  row: InnovationRow,
  known: InnovationId | null,
  named: NamedBefore,
): InnovationId | null {
  if (known !== null) work.named.add(known)
  const before = known === null ? undefined : work.show.innovations[known]
  const presenters = planPresenters(work, plan, row, before?.presenters ?? [], named)
  if (presenters === null) return null
  const innovation = {
    id: known ?? work.newId<InnovationId>('inn'),
    title: spacedAs(row.title, before?.title),
    organisation: spacedAs(row.organisation ?? before?.organisation ?? '', before?.organisation),
    summary: spacedAs(row.summary ?? before?.summary ?? '', before?.summary),
    // A blank cell takes nothing away.
    presenters: presenters.length > 0 || !before ? presenters : [...before.presenters],
  }
  if (!work.send(plan, { type: 'save-innovation', innovation })) return null
  if (!before) plan.isNew = true
  else {
    const names = (ids: typeof innovation.presenters | typeof before.presenters): string =>
      ids.map((id) => work.people.get(id)?.name ?? '').join(', ')
    plan.says.push(
      ...present([
        nowWords('Title', innovation.title, before.title),
        nowWords('Organisation', innovation.organisation, before.organisation),
        nowWords('Summary', innovation.summary, before.summary),
        nowWords('Presented by', names(innovation.presenters), names(before.presenters)),
      ]),
    )
  }
  return innovation.id
}

/**
 * The innovation of each row: the same title and organisation; else the same title, when there is one
 * of it; else whoever stands at the row's table, when organisation or a presenter is the same, so that
 * a corrected title changes an innovation and does not add a second.
 */
function match(work: Work, rows: readonly InnovationRow[]): (InnovationId | null)[] {
  const free = new Set(Object.keys(work.show.innovations) as InnovationId[])
  const found: (InnovationId | null)[] = rows.map(() => null)
  const claim = (find: (row: InnovationRow) => InnovationId | null): void => {
    for (const [index, row] of rows.entries()) {
      if (found[index] !== null) continue
      const id = find(row)
      if (id === null || !free.delete(id)) continue
      found[index] = id
    }
  }
  const keyed = new Map([...free].map((id) => [keyIn(work.show, id), id]))
  claim((row) => keyed.get(row.key) ?? null)
  const open = rows.filter((_, index) => found[index] === null)
  claim((row) => {
    const titled = [...free].filter((id) => sameText(titleIn(work.show, id), row.title))
    const asking = open.filter((other) => sameText(other.title, row.title))
    return titled.length === 1 && asking.length === 1 ? (titled[0] ?? null) : null
  })
  claim((row) => {
    const table = Object.values(work.show.tables).find((one) => one.number === row.table)
    const id = table?.innovation ?? null
    return id !== null && isAkin(work, id, row) ? id : null
  })
  return found
}

const keyIn = (show: ReadShow, id: InnovationId): string =>
  `${plain(titleIn(show, id))}|${plain(show.innovations[id]?.organisation ?? '')}`

const titleIn = (show: ReadShow, id: InnovationId): string => show.innovations[id]?.title ?? ''

function isAkin(work: Work, id: InnovationId, row: InnovationRow): boolean {
  const one = work.show.innovations[id]
  if (!one) return false
  const names = one.presenters.map((person) => work.people.get(person)?.name ?? '')
  return (
    (!isBlank(row.organisation) && sameText(one.organisation, row.organisation ?? '')) ||
    row.presenters.some(({ name }) => names.some((other) => sameText(name, other)))
  )
}
