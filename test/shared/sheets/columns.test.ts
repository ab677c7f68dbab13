import fc from 'fast-check'
import { stringify } from 'csv-stringify/sync'
import { describe, expect, test } from 'vitest'
import { unguard } from '#shared/sheets/cells.ts'
import { gridOf } from '#shared/sheets/content.ts'
import {
  choiceOf,
  columnKeys,
  fieldsFrom,
  fieldsOf,
  guessFields,
  likeliestKind,
  missingWords,
} from '#shared/sheets/fields.ts'
import { KINDS, SHEET_KINDS } from '#shared/sheets/kinds.ts'
import { readFile } from '#shared/sheets/read-file.ts'
import { isBlank } from '#shared/sheets/table.ts'
import { oneLine, plain } from '#shared/sheets/text.ts'
import { isBadFile } from '#shared/sheets/types.ts'
import { toCsv } from '#shared/sheets/write.ts'
import { bytesOf } from './support.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const settings = { seed, numRuns: 300 }

const nasty = fc.constantFrom(
  '"',
  '""',
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r\n',
  ' ',
  '=1+1',
  "'",
  'Ŵ',
  '',
)
const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 10 }),
  fc.array(nasty, { maxLength: 4 }).map((parts) => parts.join('')),
)
const tableOf = fc.integer({ min: 1, max: 6 }).chain((columns) =>
  fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
    minLength: 1,
    maxLength: 7,
  }),
)

describe(`files as bytes (SEED=${seed})`, () => {
  test('our own come back equal, or are refused with the row', () => {
    fc.assert(
      fc.property(tableOf, (rows) => {
        const grid = gridOf(bytesOf(toCsv(rows[0] ?? [], rows.slice(1))))
        if (isBadFile(grid)) {
          expect(grid.words).toMatch(/^(We expected|Row \d+).*[.?]$/s)
          expect(['empty', 'binary', 'html', 'not-csv']).toContain(grid.code)
          return
        }
        expect(grid.records.map((row) => row.map(unguard))).toEqual(rows)
      }),
      settings,
    )
  })

  test('by any separator, line end and encoding, quoted or where it must be', () => {
    const how = fc.record({
      by: fc.constantFrom(',', ';', '\t', '|'),
      end: fc.constantFrom('\n', '\r\n', '\r'),
      quoted: fc.boolean(),
      utf16: fc.boolean(),
    })
    fc.assert(
      fc.property(tableOf, how, (rows, { by, end, quoted, utf16 }) => {
        // Two known names decide on the separator, whatever the cells hold.
        const all = [['Title', 'Organisation'], ...rows.map((row) => [row[0] ?? '', row[1] ?? 'x'])]
        const text = stringify(all, {
          delimiter: by,
          record_delimiter: end,
          quoted,
          // That library quotes for its own line end and separator only.
          quoted_match: /[\r\n",;|\t]/,
        })
        const bytes = utf16 ? Buffer.from(`\ufeff${text}`, 'utf16le') : bytesOf(text)
        const grid = gridOf(new Uint8Array(bytes))
        if (isBadFile(grid)) {
          expect(grid.code).toBe('binary')
          return
        }
        expect(grid.records).toEqual(all)
        expect(grid.encoding).toBe(utf16 ? 'UTF-16' : 'UTF-8')
      }),
      settings,
    )
  })

  test('whatever the columns are called, chosen ones bring in what stands in them', () => {
    const person = fc.record({
      name: fc.stringMatching(/^[a-z]{1,8} [a-z]{1,8}$/),
      other: cell,
    })
    fc.assert(
      fc.property(cell, cell, fc.array(person, { minLength: 1, maxLength: 6 }), (a, b, people) => {
        const header = [`x${plain(a)}`, `y${plain(b)}`]
        const file = toCsv(
          header,
          people.map(({ name, other }) => [other, name]),
        )
        const { read, look } = readFile(bytesOf(file), { kind: 'people', fields: [null, 'name'] })
        if (isBadFile(read) || read.kind !== 'people') {
          expect(isBadFile(read) && read.code).toBe('binary')
          return
        }
        const named = read.rows.map(({ value }) => value.name)
        expect(named).toEqual([...new Set(people.map(({ name }) => name))])
        expect(look).toMatchObject({ how: 'chosen', settled: true })
        const filled = people.filter(({ other }) => oneLine(other) !== '').length
        expect(look?.columns[0]?.filled).toBe(filled)
      }),
      settings,
    )
  })
})

describe('a choice of columns', () => {
  test('is found again in any order of the same columns', () => {
    const kind = fc.constantFrom(...SHEET_KINDS)
    fc.assert(
      fc.property(
        kind.chain((one) =>
          fc.record({
            one: fc.constant(one),
            columns: fc.uniqueArray(
              fc.tuple(
                fc.stringMatching(/^[a-z]{1,6}$/),
                fc.option(fc.constantFrom(...fieldsOf(one).map(({ field }) => field))),
              ),
              { selector: ([name]) => name, maxLength: 8 },
            ),
          }),
        ),
        ({ one, columns }) => {
          const header = columns.map(([name]) => name)
          const fields = columns.map(([, field]) => field)
          const choice = choiceOf(one, header, fields)
          const found = fieldsFrom(
            choice,
            header.toReversed().map((name) => ` ${name.toUpperCase()}:`),
          )
          if (missingWords(one, fields).length > 0) expect(found).toBeNull()
          else expect(found).toEqual(fields.toReversed())
        },
      ),
      settings,
    )
  })

  test('tells columns of one name, and of none, apart by their place', () => {
    expect(columnKeys(['Name', 'name', '', '★', 'E-mail'])).toEqual([
      'name',
      'name#2',
      '#3',
      '#4',
      'email',
    ])
  })

  test('that names fields which are no longer there is not used', () => {
    const choice = { kind: 'people' as const, fields: { wer: 'nickname', woher: 'organisation' } }
    expect(fieldsFrom(choice, ['Wer', 'Woher'])).toBeNull()
    const enough = { kind: 'people' as const, fields: { wer: 'name', woher: 'hometown' } }
    expect(fieldsFrom(enough, ['Wer', 'Woher'])).toEqual(['name', null])
  })

  test('says what is missing in the words of the columns', () => {
    expect(missingWords('people', ['organisation'])).toEqual(['Name, First name or Last name'])
    expect(missingWords('programme', [])).toEqual(['Title or Kind', 'Start or Length'])
    expect(missingWords('innovations', ['title', null])).toEqual([])
  })

  test('starts from our guess, by kind', () => {
    const header = ['Full name', 'Company', 'Shoe size']
    expect(guessFields('people', header)).toEqual(['name', 'organisation', null])
    expect(likeliestKind(['Start', 'Item', 'Room'])).toBe('programme')
    expect(likeliestKind(['Colour', 'Weight'])).toBe('people')
    for (const kind of SHEET_KINDS)
      for (const needs of KINDS[kind].needs)
        for (const field of needs) expect(fieldsOf(kind).map((one) => one.field)).toContain(field)
  })
})

test('an empty table of cells is refused as an empty file is', () => {
  const grid = { kind: 'grid' as const, records: [['', ' ']], encoding: null, notes: [] }
  expect(isBlank(grid.records[0] ?? [])).toBe(true)
  const { read, look } = readFile(grid, null)
  expect(isBadFile(read) && read.code).toBe('empty')
  expect(look).toBeNull()
})
