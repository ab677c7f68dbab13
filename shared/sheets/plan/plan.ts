import type { SingleCommand } from '#shared/show/commands.ts'
import type { ReadShow } from '#shared/show/state.ts'
import type { AnyFile, AnySheet } from '#shared/sheets/read-any.ts'
import { isBadFile, type BadFile, type FileKind, type Told } from '#shared/sheets/types.ts'
import { findPeople } from './find-people.ts'
import { type Gone, goneFrom } from './gone.ts'
import { planInnovations } from './innovations.ts'
import { planLeftOut, planPerson } from './people.ts'
import { planProgramme } from './programme.ts'
import { planSchedule } from './schedule.ts'
import { type People, type RandomBytes, rowPlan, type RowPlan, Work } from './work.ts'

export interface PlanFile {
  name: string
  read: AnyFile | BadFile
}

export interface FilePlan {
  name: string
  /** null: none of those we know, or it cannot be read */
  kind: FileKind | null
  notes: string[]
  /** about the file as a whole, or about rows that are not understood */
  problems: { line: number | null; field: string | null; words: string; blocks: boolean }[]
  /** every row in the file's order */
  rows: RowPlan[]
  /** what of this kind the event has and the files do not name; said once, with the last file of the kind */
  gone: Gone[]
}

export interface ImportPlan {
  /** all of them in one batch; none when something blocks, or when there is nothing to do */
  commands: SingleCommand[]
  files: FilePlan[]
  /** something must be mended first */
  blocked: boolean
}

/** Innovations name people and pitch blocks, so those come first, in whatever order the files are given. */
const ORDER: readonly FileKind[] = ['people', 'schedule', 'programme', 'innovations']

/**
 * What files would make of an event. Decides every command against a copy of it, so that the batch is
 * all or nothing and the same files a second time come to no command at all. `bytes` makes new ids.
 */
export function planImport(
  show: ReadShow,
  people: People,
  files: readonly PlanFile[],
  bytes: RandomBytes,
  told: Told = () => {},
): ImportPlan {
  const work = new Work(show, people, bytes)
  const plans = files.map(({ name, read }) => filePlan(name, read))
  const rows = plans.reduce((sum, plan) => sum + plan.rows.length, 0)
  let done = 0
  for (const kind of ORDER) {
    let last: FilePlan | null = null
    for (const [index, { read }] of files.entries()) {
      const plan = plans[index]
      if (!plan || isBadFile(read) || read.kind !== kind) continue
      const from = done
      if (read.kind === 'schedule') planSchedule(work, read, plan, planOf(plan))
      else {
        planSheet(work, plan, read, (row) => told(from + row, rows))
        last = plan
      }
      done += plan.rows.length
    }
    if (last && kind !== 'schedule') last.gone = goneFrom(work, kind, show)
  }
  const blocked = plans.some(
    (plan) =>
      plan.problems.some(({ blocks }) => blocks) ||
      plan.rows.some((row) => row.problems.some(({ blocks }) => blocks)),
  )
  return { commands: blocked ? [] : work.commands, files: plans, blocked }
}

function filePlan(name: string, read: AnyFile | BadFile): FilePlan {
  if (isBadFile(read)) {
    const problem = { line: null, field: null, words: read.words, blocks: true }
    return { name, kind: null, notes: [], problems: [problem], rows: [], gone: [] }
  }
  const lines = new Map(read.lines.map(({ line, label }) => [line, label]))
  // A row that could not be told apart has no words of its own.
  for (const { line } of read.problems) if (line !== null && !lines.has(line)) lines.set(line, '')
  const sorted = [...lines].sort(([a], [b]) => a - b)
  return {
    name,
    kind: read.kind,
    notes: [...read.notes],
    problems: read.problems.map(({ line, field, words, blocks }) => ({
      line,
      field,
      words,
      blocks,
    })),
    rows: sorted.map(([line, label]) =>
      rowPlan(line, label, read.kind === 'schedule' ? 'Item' : 'Row'),
    ),
    gone: [],
  }
}

/** Often enough to be seen moving, seldom enough to cost nothing. */
const TELL_EVERY = 250

function planOf({ kind, rows }: FilePlan): (line: number) => RowPlan {
  const byLine = new Map(rows.map((row) => [row.line, row]))
  return (line) => {
    const row = byLine.get(line)
    // Invariant: every row that was read is among the file's lines.
    if (!row) throw new Error(`row ${line} of a ${kind} file is not among its lines`)
    return row
  }
}

function planSheet(work: Work, plan: FilePlan, read: AnySheet, told: (row: number) => void): void {
  const rowOf = planOf(plan)
  if (read.kind === 'people') {
    const found = findPeople(
      work.people,
      read.rows.map(({ value }) => value),
    )
    for (const [index, { line, value }] of read.rows.entries()) {
      if (index % TELL_EVERY === 0) told(index)
      planPerson(work, rowOf(line), value, found[index] ?? null)
    }
  } else if (read.kind === 'programme') {
    plan.notes.push(...planProgramme(work, read.rows, rowOf))
  } else plan.notes.push(...planInnovations(work, read.rows, rowOf))
  for (const out of read.leftOut) {
    const row = rowOf(out.line)
    row.leftOut = true
    row.says.push(out.words)
    planLeftOut(work, row, out)
  }
}
