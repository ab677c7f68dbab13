import type { LocalDate, Ms } from '#shared/time/instant.ts'
import { HOUR, MINUTE, SECOND } from '#shared/time/instant.ts'
import { parseDay } from './days.ts'
import { LONGEST } from './limits.ts'
import { droppedWords, garbled, openSheet, type SheetRow } from './open.ts'
import { PROGRAMME_COLUMNS, type ProgrammeField } from './programme-columns.ts'
import { rowReader, type RowReader } from './row-reader.ts'
import { plain, quote } from './text.ts'
import { parseTimeOfDay, parseTimeRange, secondsOf, splitDateTime } from './times.ts'
import {
  isBadFile,
  type BadFile,
  type Content,
  type HowToRead,
  type Problem,
  type ProgrammeRow,
  type ReadSheet,
} from './types.ts'

type Field = ProgrammeField
type Kind = ProgrammeRow['kind']

const KIND_WORDS: Record<Kind, RegExp> = {
  'pitch-block':
    /^(?:pitch(?:es)?|pitch ?block|pitching|pitch session|elevator pitch(?:es)?|lightning talks?)$/,
  rounds:
    /^(?:rounds?|tables?|table talks?|table rounds?|rotations?|conversations?|rounds? of tables|speed dating)$/,
  break:
    /^(?:break|coffee(?: break)?|tea(?: break)?|lunch(?: break)?|dinner|refreshments|registration|arrivals?|networking|pause)$/,
  talk: /^(?:talk|keynote|panel|speech|speaker|presentation|session|welcome|opening|closing|ceremony|awards?|q ?(?:&|and) ?a|demo|workshop)$/,
  note: /^(?:notes?|info(?:rmation)?|announcement|notice|housekeeping|reminder|message)$/,
}
const KINDS: readonly Kind[] = ['pitch-block', 'talk', 'break', 'rounds', 'note']
const TITLES: Record<Kind, string> = {
  'pitch-block': 'Pitches',
  rounds: 'Rounds',
  break: 'Break',
  talk: 'Talk',
  note: 'Note',
}

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
interface Times {
  start: string | null
  length: Ms | null
}

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
  const length = reader.length('length', 'length')
  const endWritten = splitDateTime(row.cell('end').text).time
  const end = range?.end ?? parseTimeOfDay(endWritten)
  if (endWritten !== '' && end === null)
    reader.blocking(
      'end',
      'not-understood',
      `ends at ${quote(endWritten)}. We read times such as 10:40, 9.30 or 2pm.`,
    )
  if (start === null || end === null) return { start, length }
  const spanned = (secondsOf(end) - secondsOf(start)) * SECOND
  if (spanned < 0) {
    reader.blocking(
      'end',
      'out-of-order',
      `ends (${end.slice(0, 5)}) before it starts (${start.slice(0, 5)}).`,
    )
    return { start, length }
  }
  if (length !== null && length !== spanned)
    reader.remark(
      'end',
      'disagrees',
      'has an end that does not fit its start and length. We go by its length.',
    )
  return { start, length: length ?? spanned }
}

function kindOf(row: SheetRow<Field>, reader: RowReader<Field>): Kind | null {
  const written = row.cell('kind').text
  const word = written.toLowerCase().replace(/[-_]/g, ' ').trim()
  const said = KINDS.find((kind) => KIND_WORDS[kind].test(word))
  if (said) return said
  if (written !== '') {
    reader.blocking(
      'kind',
      'not-understood',
      `is of a kind we do not know, ${quote(written)}. We know pitch block, talk, break, rounds and note.`,
    )
    return null
  }
  if (row.cell('pitchLength').text !== '') return 'pitch-block'
  if (row.cell('rounds').text !== '') return 'rounds'
  const words = plain(row.cell('title').text)
  if (/break|lunch|coffee|refreshments|registration|networking/.test(words)) return 'break'
  return /pitches/.test(words) ? 'pitch-block' : 'talk'
}

function readItem(
  row: SheetRow<Field>,
  reader: RowReader<Field>,
  day: LocalDate | null,
  { start, length }: Times,
): ProgrammeRow | null {
  const kind = kindOf(row, reader)
  if (kind === null) return null
  const any = {
    day,
    stage: reader.text('stage', 'stage', LONGEST.stage),
    title: reader.text('title', 'title', LONGEST.title) ?? TITLES[kind],
    start,
    fixedStart: (reader.yesNo('fixedStart', 'Fixed start') ?? false) && start !== null,
    length,
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
    const talk = reader.length('talk', 'time to talk')
    reader.between('talk', talk, 'the talk of a round', [SECOND, 4 * HOUR])
    return {
      ...any,
      kind,
      rounds: reader.number('rounds', 'number of rounds', [1, 40]) ?? 1,
      move: reader.length('move', 'time to move'),
      talk,
      opensBefore: reader.length('opensBefore', 'opening before'),
      closesBefore: reader.length('closesBefore', 'closing before'),
      byItself: reader.yesNo('byItself', 'By itself'),
    }
  }
  if (length === null && kind !== 'note' && reader.whole)
    reader.blocking('length', 'missing', 'has no length.')
  return { ...any, kind, length: length ?? 0 }
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
