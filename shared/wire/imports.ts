// POST /api/shows/<event>/imports, multipart/form-data, organiser only:
//   one to three files, each in a field of any name. A field named `programme`, `innovations`,
//   `people` or `schedule` says what the file is; otherwise its shape and its column names do.
//   `schedule` is another tool's programme: Sessionize JSON, schedule.json, schedule.xml, iCalendar.
//   `apply`: `yes` adds what the files hold, anything else only says what would be added
//   `example`: `yes` takes the three example files in place of files
// Answered 200 with an ImportReport, also when a file cannot be read or something blocks; anything
// else (signed out, no such event, not a form) is answered as everywhere, `{code, message}`.

export const IMPORT_KINDS = ['programme', 'innovations', 'people', 'schedule'] as const
/** The sheets, of which the example has one each. */
export const SHEET_KINDS = ['programme', 'innovations', 'people'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

/** Names of the form's fields that are not files. */
export const IMPORT_FIELDS = { apply: 'apply', example: 'example' } as const

/** What becomes of one row of a file; `gone`: it came with an older file, and this one has it no more. */
export type RowOutcome = 'added' | 'changed' | 'same' | 'left-out' | 'problem' | 'gone'

export interface ImportLine {
  /** row number as a spreadsheet shows it, the first row is 1; in a schedule the number of the item; 0: it is not in the file */
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
  /** every row in the file's order, then what is gone from it */
  lines: ImportLine[]
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
