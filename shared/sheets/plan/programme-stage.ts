import type { StageId } from '#shared/show/words.ts'
import type { ProgrammeRow, ReadRow } from '#shared/sheets/types.ts'
import { list, plain, quote } from '#shared/sheets/text.ts'
import { ownLength, startOf } from './programme-times.ts'
import type { RowPlan, Work } from './work.ts'

type Row = ReadRow<ProgrammeRow>
export type Staged = Row & { stage: StageId }

/**
 * The stage of each row. A room that is no stage of the event is one when something is on in it while
 * something else is on (a workshop beside the plenary); else what is in it comes to the programme of the
 * main stage (lunch in the foyer).
 */
export function onStages(
  work: Work,
  main: StageId,
  rows: readonly Row[],
  planOf: (line: number) => RowPlan,
): { rows: Staged[]; notes: string[] } {
  const stages = new Map(
    Object.values(work.show.stages).map(({ id, name }) => [plain(name), id] as const),
  )
  const named = rows.flatMap(({ value }) => (value.stage === null ? [] : [plain(value.stage)]))
  const mainName = plain(work.show.stages[main]?.name ?? '')
  // The room that most rows name is the main stage under another name, unless the file names that too.
  const other = named.includes(mainName)
    ? mainName
    : mostUsed(named.filter((each) => !stages.has(each)))
  const isMain = ({ value: { stage } }: Row): boolean =>
    stage === null || plain(stage) === mainName || plain(stage) === other
  const busy = rows.filter(isMain).flatMap(({ value }) => spanOf(value))
  const away = rows.filter((row) => !isMain(row) && !stages.has(plain(row.value.stage ?? '')))
  const beside = new Set(
    away
      .filter(({ value }) => spanOf(value).some((one) => busy.some((on) => overlap(one, on))))
      .map(({ value }) => plain(value.stage ?? '')),
  )
  const staged = rows.flatMap((row): Staged[] => {
    const name = row.value.stage ?? ''
    if (isMain(row)) return [{ ...row, stage: main }]
    if (!stages.has(plain(name)) && !beside.has(plain(name))) return [{ ...row, stage: main }]
    const stage = stages.get(plain(name)) ?? newStage(work, name, planOf(row.line))
    if (stage === null) return []
    stages.set(plain(name), stage)
    return [{ ...row, stage }]
  })
  const moved = away.filter(({ value }) => !beside.has(plain(value.stage ?? '')))
  const names = [...new Set(moved.map(({ value }) => quote(value.stage ?? '')))]
  return {
    rows: staged,
    notes:
      names.length === 0
        ? []
        : [`What is in ${list(names)} comes to the programme of the main stage too.`],
  }
}

function newStage(work: Work, name: string, plan: RowPlan): StageId | null {
  const id = work.newId<StageId>('stg')
  if (!work.send(plan, { type: 'save-stage', stage: { id, name } })) return null
  plan.says.push(`The stage ${quote(name)} comes with it.`)
  return id
}

function mostUsed(names: readonly string[]): string | null {
  const counts = [...Map.groupBy(names, (name) => name)]
  return counts.sort((a, b) => b[1].length - a[1].length)[0]?.[0] ?? null
}

interface Span {
  day: string
  from: number
  to: number
}

const overlap = (a: Span, b: Span): boolean => a.day === b.day && a.from < b.to && b.from < a.to

function spanOf(value: ProgrammeRow): Span[] {
  const from = startOf(value)
  return from === null || value.day === null
    ? []
    : [{ day: value.day, from, to: from + Math.max(1, ownLength(value) ?? 1) }]
}
