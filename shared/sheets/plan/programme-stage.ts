import type { ProgrammeRow, ReadRow } from '#shared/sheets/types.ts'
import { list, plain, quote } from '#shared/sheets/text.ts'
import { ownLength, startOf } from './programme-times.ts'
import type { RowPlan } from './work.ts'

type Row = ReadRow<ProgrammeRow>

/**
 * An event has one stage for now: what a file puts in another room comes to it too (lunch in the foyer),
 * unless something is on the stage at that time.
 */
export function onOneStage(
  stage: string,
  rows: readonly Row[],
  planOf: (line: number) => RowPlan,
): { rows: Row[]; notes: string[] } {
  const main = mainStage(stage, rows)
  const own = rows.filter(({ value }) => value.stage === null || plain(value.stage) === main)
  const busy = own.flatMap(({ value }) => spanOf(value))
  const away = rows.filter((row) => !own.includes(row))
  const out = away.filter(({ value }) =>
    spanOf(value).some(({ day, from, to }) =>
      busy.some((one) => one.day === day && one.from < to && from < one.to),
    ),
  )
  for (const { line, value } of out) {
    const plan = planOf(line)
    plan.leftOut = true
    plan.says.push(
      `It is in ${quote(value.stage ?? '')} while something else is on. The event has one stage for now, so it stays out.`,
    )
  }
  const kept = away.filter((row) => !out.includes(row))
  const names = [...new Set(kept.map(({ value }) => quote(value.stage ?? '')))]
  return {
    rows: rows.filter((row) => !out.includes(row)),
    notes:
      names.length === 0
        ? []
        : [`What is in ${list(names)} comes to the programme of the one stage too.`],
  }
}

/** The stage of the event if the file names it, else the one that most rows name. */
function mainStage(stage: string, rows: readonly Row[]): string {
  const names = rows.flatMap(({ value }) => (value.stage === null ? [] : [plain(value.stage)]))
  if (names.includes(plain(stage))) return plain(stage)
  const counts = [...Map.groupBy(names, (name) => name)]
  return counts.sort((a, b) => b[1].length - a[1].length)[0]?.[0] ?? plain(stage)
}

function spanOf(value: ProgrammeRow): { day: string; from: number; to: number }[] {
  const from = startOf(value)
  return from === null || value.day === null
    ? []
    : [{ day: value.day, from, to: from + Math.max(1, ownLength(value) ?? 1) }]
}
