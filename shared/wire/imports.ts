// POST /api/shows/<event>/imports, multipart/form-data, organiser only:
//   one to three files, each in a field of any name. A field named `programme`, `innovations`,
//   `people` or `schedule` says what the file is; otherwise its shape and its column names do.
//   `schedule` is another tool's programme: Sessionize JSON, schedule.json, schedule.xml, iCalendar.
//   `apply`: `yes` adds what the files hold, anything else only says what would be added
//   `example`: `yes` takes the three example files in place of files
//   `choices`: JSON of ImportChoices, what somebody said the columns of these files are. It is remembered
//   for files with the same column names
// With `Accept: application/x-ndjson` the answer says on lines of its own how far it has come (ImportTold).
// Answered 200 with an ImportReport, also when a file cannot be read or something blocks; anything
// else (signed out, no such event, not a form) is answered as everywhere, `{code, message}`.

export const IMPORT_KINDS = ['programme', 'innovations', 'people', 'schedule'] as const
/** The sheets, of which the example has one each. */
export const SHEET_KINDS = ['programme', 'innovations', 'people'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]
export type SheetKind = (typeof SHEET_KINDS)[number]

/** Names of the form's fields that are not files. */
export const IMPORT_FIELDS = { apply: 'apply', example: 'example', choices: 'choices' } as const

/** What becomes of one row of a file. */
export type RowOutcome = 'added' | 'changed' | 'same' | 'left-out' | 'problem'

export interface ImportLine {
  /** row number as a spreadsheet shows it, the first row is 1; in a schedule the number of the item */
  line: number
  /** what is in the row, such as `Jo Ellis, Leeds City Council` */
  words: string
  what: RowOutcome
  /** a sentence: why it stays out, what is wrong with it, or what changes */
  reason?: string
}

export interface ImportProblem {
  /** null: about the file as a whole */
  line: number | null
  field: string | null
  /** a sentence that says what is wrong and what to do */
  words: string
  /** true: nothing is added until it is mended; false: worth knowing */
  blocks: boolean
}

/** Counts of rows. */
export interface ImportCounts {
  rows: number
  added: number
  changed: number
  same: number
  leftOut: number
}

export interface ImportFile extends ImportCounts {
  /** the file's own name */
  name: string
  /** null: the file is none of those we know, or cannot be read; its problem says what was found */
  kind: ImportKind | null
  /** how the file was read and what was assumed, in sentences */
  notes: string[]
  problems: ImportProblem[]
  /** every row in the file's order */
  lines: ImportLine[]
  /** what of this kind the event has and the files do not name. It stays in the event */
  gone: { words: string; reason?: string }[]
  /** null: it is no table, so there are no columns to choose */
  table: ImportTable | null
}

export interface ImportReport {
  files: ImportFile[]
  totals: ImportCounts
  /** true: it is saved. False after a dry run, when something blocks, and when there was nothing to add */
  applied: boolean
  /** true: something must be mended first; nothing was added */
  blocked: boolean
  /** one or two sentences for the top of the report */
  message: string
}

/** A set of columns, one for each of the file's, as somebody chose what they are. */
export interface ImportChoice {
  /** null: its column names say what the file is */
  kind: ImportKind | null
  /** what each column is, by the names of `shared/sheets/fields.ts`; null: left out. Without it we guess */
  fields?: readonly (string | null)[]
  /** row with the column names; the first is 1 */
  headerRow?: number
  /** of a workbook: the sheet to read */
  sheet?: string
}

/** What the form's field `choices` holds, as JSON: by the file's name. */
export type ImportChoices = Readonly<Record<string, ImportChoice>>

export interface ImportColumn {
  name: string
  /** its first three values */
  samples: string[]
  /** how many of its cells have something in them */
  filled: number
  /** what it was taken for; null: there is no place for it here */
  field: string | null
}

/** The file as a table, for whoever wants to say what its columns are. */
export interface ImportTable {
  /** row with the column names */
  headerRow: number
  columns: ImportColumn[]
  /** who said what the columns are: their names, the organiser now, or somebody before */
  how: 'recognised' | 'chosen' | 'remembered'
  /** false: something stands in a column that we do not know, and nobody has looked at it yet */
  settled: boolean
  /** of a workbook: the sheet that was read; null: no workbook */
  sheet: string | null
  /** its sheets, with how many rows have something in them */
  sheets: { name: string; rows: number }[]
}

/** GET /api/shows/<event>/imports: what may be sent there, of each form and each file. */
export interface ImportLimits {
  files: number
  bytes: number
  rows: number
}

/** How far an import has come. */
export type ImportStep =
  | { step: 'opening'; file: string }
  | { step: 'reading'; file: string; row: number; of: number }
  | { step: 'comparing'; row: number; of: number }
  | { step: 'saving' }

/** One line of an answer as `application/x-ndjson`: steps, then one of the other two. */
export type ImportTold =
  | ImportStep
  | { step: 'done'; report: ImportReport }
  | { step: 'refused'; code: string; message: string }

export const STEPS_TYPE = 'application/x-ndjson'
