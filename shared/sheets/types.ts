import type { PlainKind } from '#shared/show/state.ts'
import type { LocalDate, Ms } from '#shared/time/instant.ts'

export type SheetKind = 'programme' | 'innovations' | 'people'
/** A sheet, or the schedule of another tool. */
export type FileKind = SheetKind | 'schedule'

/** A whole file that cannot be read; `words` say what was expected and what was found. */
export interface BadFile {
  kind: 'bad-file'
  code: BadFileCode
  words: string
}
export type BadFileCode =
  | 'empty'
  | 'only-headers'
  | 'html'
  | 'not-csv'
  | 'binary'
  | 'wrong-encoding'
  | 'quote-not-closed'
  | 'missing-columns'
  | 'too-big'
  | 'too-many-rows'
  | 'not-a-schedule'

/** Cells as they stand in a file, before it is known which row names the columns. */
export interface Grid {
  kind: 'grid'
  /** every row, blank ones too */
  records: string[][]
  /** of text: UTF-8 is what is expected, anything else deserves a word; null: the file says it itself */
  encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252' | null
  /** how the file was opened, in sentences */
  notes: string[]
}
/** A file as it came, or its cells when they have been taken out of it already. */
export type Content = Uint8Array | Grid

/** How far reading has come, in rows. */
export type Told = (row: number, of: number) => void

/** What somebody has said about a file, and what helps to read it. */
export interface HowToRead {
  /** the event's days: for "Day 2", "28 June" and a missing column */
  days?: readonly LocalDate[] | undefined
  /** the field of each column as somebody chose it, null: left out; without it our guess counts */
  fields?: readonly (string | null)[] | undefined
  /** row with the column names, the first is 1; without it our guess counts */
  headerRow?: number | undefined
  told?: Told | undefined
}

export interface ReadRow<Value> {
  /** row number as a spreadsheet shows it: the first row is 1, blank rows count, a quoted line break does not */
  line: number
  value: Value
}

/** A row that was understood and deliberately not taken. */
export interface LeftOut {
  line: number
  reason: LeftOutReason
  words: string
  /** whom it names: they may have come in with an earlier file */
  who?: { ticket: string | null; email: string | null; name: string }
}
export type LeftOutReason =
  | 'refunded'
  | 'cancelled'
  | 'not-attending'
  | 'waitlisted'
  | 'not-confirmed'
  | 'transferred'
  | 'nobody-named'
  | 'same-person'

/** Something to mend in the file. A row with a problem that blocks is not among `rows`. */
export interface Problem {
  /** null: about the file as a whole */
  line: number | null
  field: string | null
  code: ProblemCode
  /** true: nothing may be imported until it is mended; false: worth knowing before saying yes */
  blocks: boolean
  words: string
}
export type ProblemCode =
  | 'missing'
  | 'not-understood'
  | 'too-long'
  | 'out-of-order'
  | 'disagrees'
  | 'same-title'
  | 'same-table'
  | 'same-ticket'
  | 'ragged'
  | 'swallowed'
  | 'garbled'

export interface ReadSheet<Value> {
  kind: SheetKind
  /** every row below the column names in the file's order, and in few words what is in it */
  lines: { line: number; label: string }[]
  /** in the file's order */
  rows: ReadRow<Value>[]
  leftOut: LeftOut[]
  problems: Problem[]
  /** headers of the columns that are not kept, as written in the file */
  dropped: string[]
  /** of a table: the field that each of its columns was taken for */
  fields?: readonly (string | null)[]
  /** how the file was read, in sentences */
  notes: string[]
}

interface AnyProgrammeRow {
  day: LocalDate | null
  stage: string | null
  title: string
  /** by the clocks in the hall, `09:30:00`; null follows from the item before */
  start: string | null
  /** null: not said */
  fixedStart: boolean | null
  /** null: not said */
  length: Ms | null
  /** the file says that the pitches or rounds in it make its length */
  lengthFollows: boolean
  /** time left at which the display warns; null: not said */
  warnAt: Ms | null
  dangerAt: Ms | null
  /** what the public reads, and what the crew reads; null: not said */
  summary: string | null
  notes: string | null
  confirmed: boolean | null
  tablesOpen: boolean | null
  speakers: NamedPerson[] | null
  /** our own id of it, from a file that we wrote */
  id: string | null
}
export interface PitchBlockRow extends AnyProgrammeRow {
  kind: 'pitch-block'
  pitchLength: Ms | null
  changeover: Ms | null
  byItself: boolean | null
}
export interface RoundsRow extends AnyProgrammeRow {
  kind: 'rounds'
  rounds: number
  /** of each round, the last for all that follow; null: not said */
  move: Ms[] | null
  talk: Ms[] | null
  walkUp: boolean[] | null
  /** how people get their tables where they do not walk up; null: not said */
  choosing: 'wishes' | 'first' | null
  opensBefore: Ms | null
  closesBefore: Ms | null
  byItself: boolean | null
}
export interface PlainRow extends AnyProgrammeRow {
  kind: PlainKind
  length: Ms
}
export type ProgrammeRow = PitchBlockRow | RoundsRow | PlainRow

/** Somebody whom a file names beside an item or innovation. */
export interface NamedPerson {
  name: string
  email: string | null
}

export interface InnovationRow {
  /** title and organisation without case, spaces and accents: the same innovation in the next file */
  key: string
  title: string
  organisation: string | null
  summary: string | null
  /** title of the pitch block it is pitched in */
  pitchBlock: string | null
  /** the file says that it is in no pitch block */
  isNotPitched: boolean
  order: number | null
  pitchLength: Ms | null
  presenters: NamedPerson[]
  table: number | null
  zone: string | null
  place: string | null
  capacity: number | null
}

export type PersonRole = 'delegate' | 'presenter' | 'stage-manager' | 'helper'

export interface PersonRow {
  /** ticket number, else e-mail and name, else name and organisation: the same person in the next file */
  key: string
  ticket: string | null
  name: string
  /** what they type with their code */
  surname: string
  email: string | null
  organisation: string | null
  jobTitle: string | null
  /** never empty; delegate when the file says nothing */
  roles: PersonRole[]
  /** false: the file says nothing of what they do */
  rolesSaid: boolean
}

export const isBadFile = (read: object): read is BadFile =>
  'kind' in read && read.kind === 'bad-file'
