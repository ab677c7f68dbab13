import type { PlainKind } from '#shared/show/state.ts'
import type { Instant, LocalDate, Ms } from '#shared/time/instant.ts'
import type { Problem } from '#shared/sheets/types.ts'

/** What another tool's file says of an event, whichever tool and format it comes from. */
export interface ForeignSchedule {
  /** '' when the file does not say */
  title: string
  /** IANA zone that the file names for its times; null: none */
  zone: string | null
  /** days by the file's own clocks, those of its sessions among them, in order */
  days: LocalDate[]
  /** rooms in which something is on, in the file's order */
  rooms: string[]
  /** by day, start and room */
  sessions: ForeignSession[]
  /** what the file holds and an event has no place for */
  leftOut: NotKept[]
  /** how the file was read, in sentences */
  notes: string[]
}

export interface ForeignSession {
  /** a UUID in small letters, or the id with the kind of file before it, `sessionize:14022` */
  ref: string
  /** other ids of the same item, by which an older file may have known it */
  otherRefs: string[]
  title: string
  /** null: the file does not say */
  subtitle: string | null
  start: ForeignStart
  /** ms, from 0 to 24 hours */
  length: Ms
  /** false: it was guessed, and gives way to what is known */
  lengthIsSaid: boolean
  /** null: the file names none */
  room: string | null
  kind: PlainKind
  /** the file says so; false: it was guessed, and gives way to what people have chosen since */
  kindIsSaid: boolean
  /** plain text; null: the file does not say */
  summary: string | null
  /** null: a kind of file, or an item, that does not speak of people */
  speakers: ForeignSpeaker[] | null
  /** null: the file does not say */
  confirmed: boolean | null
  status: 'planned' | 'cancelled'
}

export interface ForeignStart {
  /** null: the file only gives the time by the clocks in the hall */
  at: Instant | null
  /** by the clocks that the file goes by */
  day: LocalDate
  /** `09:30:00` */
  time: string
}

export interface ForeignSpeaker {
  /** the file's own; '' when it has none. Tells namesakes apart, and is not kept */
  ref: string
  name: string
  organisation: string | null
  email: string | null
}

export type Of = 'session' | 'speaker' | 'room' | 'event'
export interface NotKept {
  /** in the plural: `Languages` */
  what: string
  of: Of
  /** how many sessions, speakers or rooms have it */
  count: number
}

/** Which tool's file: its items know each other by their refs. */
export type ScheduleFormat = 'sessionize' | 'frab' | 'ical'

/** A schedule as the reader hands it on: each session is an item, numbered from 1 in its order. */
export interface ReadSchedule {
  kind: 'schedule'
  format: ScheduleFormat
  /** such a file never has breaks and the like: that none is in it does not mean that it is gone */
  hasNoBreaks: boolean
  schedule: ForeignSchedule
  /** items of the schedule, then those that stay out */
  lines: { line: number; label: string }[]
  leftOut: { line: number; ref: string; words: string }[]
  problems: Problem[]
  /** columns, of which such a file has none; what it has instead is in the schedule's `leftOut` */
  dropped: string[]
  notes: string[]
}
