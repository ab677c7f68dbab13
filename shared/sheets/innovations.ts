import { HOUR, SECOND } from '#shared/time/instant.ts'
import { INNOVATION_COLUMNS, type InnovationField } from './innovation-columns.ts'
import { LONGEST } from './limits.ts'
import { readNamed } from './named.ts'
import { keyOf } from './names.ts'
import { droppedWords, garbled, openSheet, type SheetRow } from './open.ts'
import { rowReader, type RowReader } from './row-reader.ts'
import { labelOf, list, quote } from './text.ts'
import {
  isBadFile,
  type BadFile,
  type Content,
  type HowToRead,
  type InnovationRow,
  type Problem,
  type ReadRow,
  type ReadSheet,
} from './types.ts'

type Field = InnovationField

const NOT_PITCHED = /^(?:is )?not pitched$|^no pitch$/i

/** The innovations sheet: what is pitched, by whom, and at which table they talk. */
export function readInnovations(
  content: Content,
  how: HowToRead = {},
): ReadSheet<InnovationRow> | BadFile {
  const sheet = openSheet('innovations', INNOVATION_COLUMNS, content, how)
  if (isBadFile(sheet)) return sheet
  const read: ReadSheet<InnovationRow> = {
    kind: 'innovations',
    lines: [],
    rows: [],
    leftOut: [],
    problems: sheet.problems,
    dropped: [],
    fields: sheet.fields,
    notes: sheet.notes,
  }
  for (const row of sheet.rows) {
    const reader = rowReader(row, row.cell('title').text)
    const value = readInnovation(row, reader)
    read.lines.push({ line: row.line, label: labelOf(value.title, value.organisation) })
    const texts = [
      value.title,
      value.organisation,
      value.summary,
      ...value.presenters.map(({ name }) => name),
    ]
    read.problems.push(...reader.problems, ...garbled(row.line, value.title, texts))
    if (reader.whole) read.rows.push({ line: row.line, value })
  }
  read.problems.push(...twice(read.rows))
  read.dropped = sheet.dropped()
  read.notes.push(...[droppedWords(read.dropped)].filter((words) => words !== null))
  return read
}

function readInnovation(row: SheetRow<Field>, reader: RowReader<Field>): InnovationRow {
  const title = reader.text('title', 'title', LONGEST.title)
  if (title === null && reader.whole) reader.blocking('title', 'missing', 'has no title.')
  const organisation = reader.text('organisation', 'organisation', LONGEST.organisation)
  if (organisation === null && reader.whole)
    reader.remark('organisation', 'missing', 'has no organisation.')
  const table = reader.number('table', 'table number', [1, 999])
  const pitchBlock = reader.text('pitchBlock', 'pitch block', LONGEST.title)
  const isNotPitched = pitchBlock !== null && NOT_PITCHED.test(pitchBlock)
  const value: InnovationRow = {
    key: keyOf(title, organisation),
    title: title ?? '',
    organisation,
    summary: reader.longText('summary', 'summary', LONGEST.summary),
    pitchBlock: isNotPitched ? null : pitchBlock,
    isNotPitched,
    order: reader.number('order', 'order', [0, 9999]),
    pitchLength: reader.length('pitchLength', 'pitch length'),
    presenters: readNamed(row, reader, {
      names: 'presenters',
      emails: 'emails',
      says: 'presenter',
    }),
    table,
    zone: reader.text('zone', 'zone', LONGEST.zone),
    place: reader.text('place', 'place', LONGEST.place),
    capacity: reader.number('capacity', 'capacity', [1, 500]),
  }
  reader.between('pitchLength', value.pitchLength, 'a pitch', [SECOND, HOUR])
  if (value.presenters.length === 0 && reader.whole)
    reader.remark('presenters', 'missing', 'has no presenter.')
  if (value.presenters.length > 12)
    reader.blocking(
      'presenters',
      'too-long',
      `has ${value.presenters.length} presenters; 12 is the most.`,
    )
  if (table === null && (value.zone ?? value.place ?? value.capacity) !== null && reader.whole)
    reader.remark(
      'table',
      'missing',
      'says where its table is but gives the table no number, so it gets no table.',
    )
  return value
}

function twice(rows: readonly ReadRow<InnovationRow>[]): Problem[] {
  return [
    ...sharing(rows, ({ key }) => key).map(({ lines, value }): Problem => ({
      line: lines.at(-1) ?? null,
      field: 'title',
      code: 'same-title',
      blocks: true,
      words: `Rows ${list(lines.map(String))} are the same innovation, ${quote(value.title)}. Keep one of them.`,
    })),
    ...sharing(rows, ({ table }) => (table === null ? null : String(table))).map(
      ({ lines, value }): Problem => ({
        line: lines.at(-1) ?? null,
        field: 'table',
        code: 'same-table',
        blocks: true,
        words:
          `Rows ${list(lines.map(String))} all stand at table ${value.table}. One table holds one innovation.`.replace(
            / all stand/,
            lines.length === 2 ? ' both stand' : ' all stand',
          ),
      }),
    ),
  ]
}

/** Rows that have the same `by`, when there are two or more. */
function sharing<Value>(
  rows: readonly ReadRow<Value>[],
  by: (value: Value) => string | null,
): { lines: number[]; value: Value }[] {
  const groups = Map.groupBy(rows, ({ value }) => by(value))
  return [...groups].flatMap(([key, group]) => {
    const [first] = group
    return key === null || first === undefined || group.length < 2
      ? []
      : [{ lines: group.map(({ line }) => line), value: first.value }]
  })
}
