import type {
  ImportFile,
  ImportKind,
  ImportLine,
  ImportProblem,
  ImportReport,
} from '#shared/wire/imports.ts'
import { FILES } from '#shared/words/console-data.ts'
import { listed } from '#shared/words/refusals.ts'
import { mustAsk } from './columns-draft.ts'

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
export type Standing = 'added' | 'ask' | 'blocked' | 'ready' | 'nothing'
export function standing(report: ImportReport): Standing {
  if (report.applied) return 'added'
  if (report.files.some(mustAsk)) return 'ask'
  if (report.blocked) return 'blocked'
  return addWords(report) === null ? 'nothing' : 'ready'
}

/** What stops everything first, then by row; what is about the whole file comes before its rows. */
export const problemsFirst = (problems: readonly ImportProblem[]): ImportProblem[] =>
  problems.toSorted((a, b) => Number(b.blocks) - Number(a.blocks) || (a.line ?? 0) - (b.line ?? 0))

/** Rows with a problem that no problem of the file speaks of: none is to go unsaid. */
export function unsaid(file: ImportFile): ImportLine[] {
  const said = new Set(file.problems.map((problem) => problem.line))
  return file.lines.filter((line) => line.what === 'problem' && !said.has(line.line))
}
