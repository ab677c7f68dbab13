import type {
  ImportFile,
  ImportKind,
  ImportLine,
  ImportProblem,
  ImportReport,
} from '#shared/wire/imports.ts'
import { FILES } from '#shared/words/console-data.ts'
import { listed } from '#shared/words/refusals.ts'

const KINDS: readonly ImportKind[] = ['people', 'innovations', 'programme', 'schedule']

/** What is to be added and changed, by kind of file: `60 people, 12 innovations and 9 programme items`. */
function countWords(report: ImportReport, what: 'added' | 'changed'): string[] {
  return KINDS.flatMap((kind) => {
    const count = report.files
      .filter((file) => file.kind === kind)
      .reduce((sum, file) => sum + file[what], 0)
    return count === 0 ? [] : [FILES.counted(count, kind)]
  })
}

/** The words on the button that does it; null: there is nothing to do. */
export function addWords(report: ImportReport): string | null {
  const added = listed(countWords(report, 'added'))
  const changed = listed(countWords(report, 'changed'))
  if (added !== '' && changed !== '') return FILES.addAndChange(added, changed)
  if (added !== '') return FILES.add(added)
  return changed === '' ? null : FILES.changeOnly(changed)
}

/** How the report as a whole stands. */
export type Standing = 'added' | 'blocked' | 'ready' | 'nothing'
export function standing(report: ImportReport): Standing {
  if (report.applied) return 'added'
  if (report.blocked) return 'blocked'
  return addWords(report) === null ? 'nothing' : 'ready'
}

/** What stops everything first, then by row; what is about the whole file comes before its rows. */
export const problemsFirst = (problems: readonly ImportProblem[]): ImportProblem[] =>
  problems.toSorted((a, b) => Number(b.blocks) - Number(a.blocks) || (a.line ?? 0) - (b.line ?? 0))

export interface ReportGroup {
  what: Exclude<ImportLine['what'], 'problem'>
  lines: readonly ImportLine[]
  /** few enough, or important enough, to be seen at once */
  open: boolean
}

/** Rows by what becomes of them: what changes or stays out is to be read, the rest is there on demand. */
export function groupsOf(file: ImportFile): ReportGroup[] {
  const order = ['changed', 'gone', 'left-out', 'added', 'same'] as const
  return order.flatMap((what) => {
    const lines = file.lines.filter((line) => line.what === what)
    if (lines.length === 0) return []
    return [
      {
        what,
        lines,
        open: what === 'changed' || (['left-out', 'gone'].includes(what) && lines.length <= 20),
      },
    ]
  })
}

/** Rows with a problem that no problem of the file speaks of: none is to go unsaid. */
export function unsaid(file: ImportFile): ImportLine[] {
  const said = new Set(file.problems.map((problem) => problem.line))
  return file.lines.filter((line) => line.what === 'problem' && !said.has(line.line))
}
