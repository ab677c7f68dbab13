import type { LocalDate } from '#shared/time/instant.ts'
import { HOUR, MINUTE, SECOND } from '#shared/time/instant.ts'
import { parseDay } from './days.ts'
import { LONGEST } from './limits.ts'
import { droppedWords, garbled, openSheet, type SheetRow } from './open.ts'
import { readNamed } from './named.ts'
import { kindOf, TITLES } from './programme-kind.ts'
import { PROGRAMME_COLUMNS, type ProgrammeField } from './programme-columns.ts'
import { rowReader, type RowReader } from './row-reader.ts'
import { isNothing, quote } from './text.ts'
import { parseTimeOfDay, parseTimeRange, secondsOf, splitDateTime } from './times.ts'
import {
  isBadFile,
  type BadFile,
  type Content,
  type HowToRead,
  type Problem,
  type ProgrammeRow,
  type RoundsRow,
  type ReadSheet,
} from './types.ts'

type Field = ProgrammeField
/** The programme sheet: the ordered items of each stage and day. */
export function readProgramme(
  content: Content,
  how: HowToRead = {},
): ReadSheet<ProgrammeRow> | BadFile {
  const sheet = openSheet('programme', PROGRAMME_COLUMNS, content, how)
  if (isBadFile(sheet)) return sheet
  const read: ReadSheet<ProgrammeRow> = {
    kind: 'programme',
    lines: [],
    rows: [],
    leftOut: [],
    problems: sheet.problems,
    dropped: [],
    fields: sheet.fields,
    notes: sheet.notes,
  }
  const { days = [] } = how
  let above: LocalDate | null = null
  const before = new Map<string, Before>()
  for (const row of sheet.rows) {
    const label = row.cell('title').text
    const reader = rowReader(row, label)
    read.lines.push({ line: row.line, label })
    const day = readDay(row, reader, above, days)
    above = day ?? above
    const times = readTimes(row, reader)
    const value = readItem(row, reader, day, times)
    const last = before.get(`${day} ${value?.stage}`) ?? null
    if (value !== null) checkOrder(row, reader, value, last)
    if (value?.start) before.set(`${day} ${value.stage}`, { line: row.line, start: value.start })
    read.problems.push(...reader.problems, ...garbled(row.line, label, [label]))
    if (value === null || !reader.whole) continue
    read.rows.push({ line: row.line, value })
    read.notes.push(...shortLength(row, value))
  }
  read.problems.push(...firstStarts(read))
  read.dropped = sheet.dropped()
  read.notes.push(...[droppedWords(read.dropped)].filter((words) => words !== null))
  return read
}

interface Before {
  line: number
  start: string
}
type Times = Pick<ProgrammeRow, 'start' | 'length' | 'lengthFollows'>
/** How our own files say that an item takes what is in it. */
const FOLLOWS = /^by (?:its|the) (?:pitches|rounds)$/i

function readDay(
  row: SheetRow<Field>,
  reader: RowReader<Field>,
  above: LocalDate | null,
  days: readonly LocalDate[],
): LocalDate | null {
  const written = row.cell('day').text || (splitDateTime(row.cell('start').text).date ?? '')
  const read = parseDay(written, { above, days })
  if ('day' in read) return read.day
  reader.blocking('day', 'not-understood', `has ${quote(written)} as its day. ${read.unclear}`)
  return null
}

/** Start and length, of which the end or a range such as 10:00–10:30 may say one. */
function readTimes(row: SheetRow<Field>, reader: RowReader<Field>): Times {
  const written = splitDateTime(row.cell('start').text).time
  const range = parseTimeRange(written)
  const start = range?.start ?? parseTimeOfDay(written)
  if (written !== '' && start === null)
    reader.blocking(
      'start',
      'not-understood',
      `starts at ${quote(written)}. We read times such as 10:40, 9.30 or 2pm.`,
    )
  const lengthFollows = FOLLOWS.test(row.cell('length').text)
  const length = lengthFollows ? null : reader.length('length', 'length')
  const endWritten = splitDateTime(row.cell('end').text).time
  const end = range?.end ?? parseTimeOfDay(endWritten)
  if (endWritten !== '' && end === null)
    reader.blocking(
      'end',
      'not-understood',
      `ends at ${quote(endWritten)}. We read times such as 10:40, 9.30 or 2pm.`,
    )
  if (start === null || end === null || lengthFollows) return { start, length, lengthFollows }
  const spanned = (secondsOf(end) - secondsOf(start)) * SECOND
  if (spanned < 0) {
    reader.blocking(
      'end',
      'out-of-order',
      `ends (${end.slice(0, 5)}) before it starts (${start.slice(0, 5)}).`,
    )
    return { start, length, lengthFollows }
  }
  if (length !== null && length !== spanned)
    reader.remark(
      'end',
      'disagrees',
      'has an end that does not fit its start and length. We go by its length.',
    )
  return { start, length: length ?? spanned, lengthFollows }
}

function readItem(
  row: SheetRow<Field>,
  reader: RowReader<Field>,
  day: LocalDate | null,
  { start, length, lengthFollows }: Times,
): ProgrammeRow | null {
  const kind = kindOf(row, reader)
  if (kind === null) return null
  const any = {
    day,
    stage: reader.text('stage', 'stage', LONGEST.stage),
    title: titleOf(row, reader) ?? TITLES[kind],
    start,
    fixedStart: start === null ? null : reader.yesNo('fixedStart', 'Fixed start'),
    length,
    lengthFollows: lengthFollows && (kind === 'pitch-block' || kind === 'rounds'),
    ...readMore(row, reader),
    warnAt: reader.length('warnAt', 'warning'),
    dangerAt: reader.length('dangerAt', 'danger point'),
  }
  if (any.warnAt !== null && any.dangerAt !== null && any.dangerAt > any.warnAt)
    reader.blocking(
      'dangerAt',
      'disagrees',
      'would show danger before its warning. Both are the time that is left.',
    )
  if (kind === 'pitch-block') {
    const pitchLength = reader.length('pitchLength', 'pitch length')
    reader.between('pitchLength', pitchLength, 'a pitch', [SECOND, HOUR])
    return {
      ...any,
      kind,
      pitchLength,
      changeover: reader.length('changeover', 'changeover'),
      byItself: reader.yesNo('byItself', 'By itself'),
    }
  }
  if (kind === 'rounds') {
    const talk = reader.lengths('talk', 'time to talk')
    for (const each of talk ?? [])
      reader.between('talk', each, 'the talk of a round', [SECOND, 4 * HOUR])
    return {
      ...any,
      kind,
      rounds: reader.number('rounds', 'number of rounds', [1, 40]) ?? 1,
      move: reader.lengths('move', 'time to move'),
      talk,
      ...choosingIn(row, reader),
      opensBefore: reader.length('opensBefore', 'opening before'),
      closesBefore: reader.length('closesBefore', 'closing before'),
      byItself: reader.yesNo('byItself', 'By itself'),
    }
  }
  if (length === null && kind !== 'note' && reader.whole)
    reader.blocking('length', 'missing', 'has no length.')
  return { ...any, kind, length: length ?? 0 }
}

const WISHES = /^(?:(?:by )?(?:wish(?:es)?|choices?|their choices|preferences?|ranking)|ranked)$/i
const FIRST = /^(?:first[ -]come(?:,? first[ -]served)?|race|by hand)$/i
const WALK_UP = /^(?:walk[ -]?up|free|open|nobody chooses)$/i

/** How people get tables: in a word for all rounds, and round by round where they walk up. */
function choosingIn(
  row: SheetRow<Field>,
  reader: RowReader<Field>,
): Pick<RoundsRow, 'walkUp' | 'choosing'> {
  const walkUp = reader.yesNos('walkUp', 'Walk up')
  const { text } = row.cell('choosing')
  if (isNothing(text)) return { walkUp, choosing: null }
  if (WALK_UP.test(text)) return { walkUp: walkUp ?? [true], choosing: null }
  if (WISHES.test(text)) return { walkUp, choosing: 'wishes' }
  if (FIRST.test(text)) return { walkUp, choosing: 'first' }
  reader.blocking(
    'choosing',
    'not-understood',
    `has ${quote(text)} under Choosing. We expected wishes, first come or walk up.`,
  )
  return { walkUp, choosing: null }
}

/** An item may well be called TBC. */
const titleOf = (row: SheetRow<Field>, reader: RowReader<Field>): string | null => {
  const { text } = row.cell('title')
  return /^tb[ac]$/i.test(text) ? text : reader.text('title', 'title', LONGEST.title)
}

function readMore(
  row: SheetRow<Field>,
  reader: RowReader<Field>,
): Pick<ProgrammeRow, 'summary' | 'notes' | 'confirmed' | 'tablesOpen' | 'speakers' | 'id'> {
  const speakers = readNamed(row, reader, { names: 'speakers', emails: 'emails', says: 'speaker' })
  if (speakers.length > MOST_SPEAKERS)
    reader.blocking(
      'speakers',
      'too-long',
      `has ${speakers.length} speakers; ${MOST_SPEAKERS} is the most.`,
    )
  return {
    summary: reader.longText('summary', 'summary', LONGEST.itemText),
    notes: reader.longText('notes', 'notes', LONGEST.itemText),
    confirmed: confirmedIn(row, reader),
    tablesOpen: reader.yesNo('tablesOpen', 'Tables open'),
    speakers: speakers.length === 0 ? null : speakers,
    id: row.cell('id').text || null,
  }
}
const MOST_SPEAKERS = 40

const CONFIRMED = /^(?:y|yes|true|1|x|✓|✔|☑|ie|confirmed|agreed|final)$/i
const UNCONFIRMED =
  /^(?:n|no|false|0|na|nage|tb[ac]|to be (?:confirmed|announced)|(?:un|not )confirmed|provisional|tentative|draft|pending|invited)$/i

function confirmedIn(row: SheetRow<Field>, reader: RowReader<Field>): boolean | null {
  const { text } = row.cell('confirmed')
  if (CONFIRMED.test(text)) return true
  if (UNCONFIRMED.test(text)) return false
  if (!isNothing(text))
    reader.remark(
      'confirmed',
      'not-understood',
      `has ${quote(text)} under Confirmed. We expected yes or no, and leave it as it is.`,
    )
  return null
}

function checkOrder(
  row: SheetRow<Field>,
  reader: RowReader<Field>,
  { start }: ProgrammeRow,
  last: Before | null,
): void {
  if (start === null || last === null || start >= last.start) return
  const later = secondsOf(start) + 12 * 3600
  const afternoon = later >= secondsOf(last.start) && later < 24 * 3600
  const hint = afternoon
    ? ` Write ${Math.floor(later / 3600)}:${start.slice(3, 5)} if it is in the afternoon.`
    : ''
  reader.blocking(
    'start',
    'out-of-order',
    `starts at ${start.slice(0, 5)}, before row ${last.line} (${last.start.slice(0, 5)}).${hint}`,
  )
}

/** Times follow from order and lengths, so each day needs one to begin with. */
function firstStarts({ rows }: ReadSheet<ProgrammeRow>): Problem[] {
  const seen = new Set<string>()
  return rows.flatMap(({ line, value }) => {
    const place = `${value.day} ${value.stage}`
    if (seen.has(place)) return []
    seen.add(place)
    if (value.start !== null) return []
    const words = `Row ${line}, ${value.title}, is the first of its day and has no start.`
    return [{ line, field: 'start', code: 'missing', blocks: true, words } satisfies Problem]
  })
}

/** `1:30` is a minute and a half on a clock; for a talk somebody may have meant an hour and a half. */
function shortLength(row: SheetRow<Field>, { title, length }: ProgrammeRow): string[] {
  if (length === null || length >= 5 * MINUTE || !row.cell('length').text.includes(':')) return []
  const said = `${Math.floor(length / MINUTE)} min ${(length % MINUTE) / SECOND} s`
  return [`Row ${row.line}, ${title}, is ${said} long. For hours and minutes write 1h30.`]
}
