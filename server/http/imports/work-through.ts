import { randomBytes } from 'node:crypto'
import type { SingleCommand } from '#shared/show/commands.ts'
import type { PersonDetails } from '#shared/show/decision.ts'
import type { Show } from '#shared/show/state.ts'
import type { PersonId } from '#shared/show/words.ts'
import { planImport } from '#shared/sheets/plan/plan.ts'
import { type FileRead, readFile, type TableLook } from '#shared/sheets/read-file.ts'
import { isBadFile, type BadFile, type Content, type FileKind } from '#shared/sheets/types.ts'
import type { ImportChoice, ImportStep, ImportTable } from '#shared/wire/imports.ts'
import { columnsHash, type Remembered, rememberedAs } from './remembered.ts'
import { reportOf } from './report.ts'
import { type Book, isWorkbook, readWorkbook } from './workbook.ts'

/** Everything that reading and comparing need, so that it can be done in a thread of its own. */
export interface Job {
  files: {
    name: string
    /** what the form says it is; null: its column names say it */
    kind: FileKind | null
    choice: ImportChoice | null
    content: Uint8Array | BadFile
  }[]
  memory: readonly Remembered[]
  /** the event as JSON */
  show: string
  people: readonly (readonly [PersonId, PersonDetails])[]
  /** the commands are wanted too, and the report is to say that they are carried out */
  apply: boolean
}

/** As bytes, so that the thread that runs the clocks hands them on without looking into them. */
export interface Done {
  /** ImportReport as JSON */
  report: Uint8Array
  /** SingleCommand[] as JSON; null: there is nothing to do */
  commands: Uint8Array | null
  /** choices that were made just now, or that come in with their file */
  learned: Remembered[]
}

/** Reads files and compares them with the event: what an import would do, or is to do. */
export async function workThrough(job: Job, tell: (step: ImportStep) => void): Promise<Done> {
  const show = JSON.parse(job.show) as Show
  const read: { name: string; file: FileRead; book: Book | null; chosen: boolean }[] = []
  for (const { name, kind, choice, content } of job.files) {
    tell({ step: 'opening', file: name })
    const book = isBadFile(content) ? null : await bookIn(content, choice?.sheet)
    const bad = isBadFile(content) ? content : book && isBadFile(book) ? book : null
    const open = book && !isBadFile(book) ? book : null
    const file: FileRead = bad
      ? { read: bad, look: null, choice: null }
      : readFile(
          open?.grid ?? (content as Content),
          { kind: choice?.kind ?? kind, fields: choice?.fields, headerRow: choice?.headerRow },
          {
            days: show.days,
            told: (row, of) => tell({ step: 'reading', file: name, row, of }),
            recall: (keys) => {
              const columns = columnsHash(keys)
              return job.memory.find((one) => one.columns === columns) ?? null
            },
          },
        )
    read.push({ name, file, book: open, chosen: choice?.fields !== undefined })
  }
  const plan = planImport(
    show,
    new Map(job.people),
    read.map(({ name, file }) => ({ name, read: file.read })),
    randomBytes,
    (row, of) => tell({ step: 'comparing', row, of }),
  )
  const does = job.apply && plan.commands.length > 0
  const tables = read.map(({ file, book }) => file.look && tableOf(file.look, book))
  const learned = read.flatMap(({ file: { choice, look }, chosen }) =>
    choice && (chosen ? look?.how === 'chosen' : does && look?.settled === false)
      ? [rememberedAs(choice)]
      : [],
  )
  return {
    report: bytesOf(reportOf(plan, tables, does)),
    commands: does ? bytesOf(plan.commands satisfies SingleCommand[]) : null,
    learned,
  }
}

const bookIn = async (content: Uint8Array, sheet?: string): Promise<Book | BadFile | null> =>
  isWorkbook(content) ? readWorkbook(content, sheet) : null

const tableOf = (
  { headerRow, columns, how, settled }: TableLook,
  book: Book | null,
): ImportTable => ({
  headerRow,
  columns,
  how,
  settled,
  sheet: book?.sheet ?? null,
  sheets: book?.sheets ?? [],
})

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
