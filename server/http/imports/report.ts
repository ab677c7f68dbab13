import type { FilePlan, ImportPlan } from '#shared/sheets/plan/plan.ts'
import type { RowPlan } from '#shared/sheets/plan/work.ts'
import type {
  ImportCounts,
  ImportFile,
  ImportLine,
  ImportProblem,
  ImportReport,
  ImportTable,
  RowOutcome,
} from '#shared/wire/imports.ts'

/** What a plan says to the organiser; `tables` are those of its files, in their order. */
export function reportOf(
  plan: ImportPlan,
  tables: readonly (ImportTable | null)[],
  applied: boolean,
): ImportReport {
  const files = plan.files.map((file, index) => fileOf(file, tables[index] ?? null))
  const totals = files.reduce<ImportCounts>(
    (sum, file) => ({
      rows: sum.rows + file.rows,
      added: sum.added + file.added,
      changed: sum.changed + file.changed,
      same: sum.same + file.same,
      leftOut: sum.leftOut + file.leftOut,
    }),
    { rows: 0, added: 0, changed: 0, same: 0, leftOut: 0 },
  )
  const { blocked } = plan
  const one = files.every(({ kind }) => kind === 'schedule') ? 'item' : 'row'
  const message = blocked ? blockedWords(files) : totalWords(totals, applied, one)
  return { files, totals, applied, blocked, message }
}

/** A report of nothing but a sentence. */
export const sayOnly = (message: string): ImportReport => ({
  files: [],
  totals: { rows: 0, added: 0, changed: 0, same: 0, leftOut: 0 },
  applied: false,
  blocked: true,
  message,
})

function fileOf(
  { name, kind, notes, problems, rows, gone }: FilePlan,
  table: ImportTable | null,
): ImportFile {
  const all: ImportProblem[] = [
    ...problems,
    ...rows.flatMap((row) => row.problems.map((one) => ({ line: row.line, ...one }))),
  ].sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
  const blocking = new Map(
    all.filter(({ blocks }) => blocks).map(({ line, words }) => [line, words]),
  )
  const lines = rows.map((row): ImportLine => {
    const problem = blocking.get(row.line)
    const what = problem === undefined ? outcomeOf(row) : 'problem'
    const reason = problem ?? row.says.join(' ')
    const words = row.label === '' ? `${row.called} ${row.line}` : row.label
    return { line: row.line, words, what, ...(reason === '' ? {} : { reason }) }
  })
  const count = (what: RowOutcome): number => lines.filter((line) => line.what === what).length
  return {
    name,
    kind,
    notes,
    problems: all,
    lines,
    gone,
    table,
    rows: lines.length,
    added: count('added'),
    changed: count('changed'),
    same: count('same'),
    leftOut: count('left-out'),
  }
}

function outcomeOf(row: RowPlan): RowOutcome {
  if (row.changes) return row.isNew ? 'added' : 'changed'
  return row.leftOut ? 'left-out' : 'same'
}

function blockedWords(files: readonly ImportFile[]): string {
  const blocking = files.flatMap(({ name, problems }) =>
    problems.filter(({ blocks }) => blocks).map(({ words }) => ({ name, words })),
  )
  const [first] = blocking
  const where = files.length > 1 && first ? `${first.name}: ` : ''
  const more = blocking.length - 1
  const rest =
    more === 0 ? '' : more === 1 ? ' One more thing to mend.' : ` ${more} more things to mend.`
  return `${where}${first?.words ?? ''}${rest} Nothing has been added yet.`
}

function totalWords(
  { rows: all, added, changed, same, leftOut }: ImportCounts,
  applied: boolean,
  one: 'row' | 'item',
): string {
  if (all === 0) return `There is not one ${one} in this. Nothing changes.`
  if (added + changed === 0)
    return leftOut === 0
      ? 'All of this is in the event already. There is nothing to add.'
      : 'There is nothing to add: what the files hold is in the event already, or stays out.'
  const rows = (count: number): string => `${count} ${count === 1 ? one : `${one}s`}`
  const parts = [
    added > 0 ? `${rows(added)} added` : '',
    changed > 0 ? `${rows(changed)} changed` : '',
    same > 0 ? `${rows(same)} in the event already` : '',
    leftOut > 0 ? `${rows(leftOut)} left out` : '',
  ].filter((part) => part !== '')
  return applied
    ? `Done: ${parts.join(', ')}.`
    : `It would be ${parts.join(', ')}. Nothing has been added yet.`
}
