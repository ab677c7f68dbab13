import fc from 'fast-check'
import { stringify } from 'csv-stringify/sync'
import { describe, expect, test } from 'vitest'
import { guard, unguard } from '#shared/sheets/cells.ts'
import { isBlank, readRecords, readTable } from '#shared/sheets/table.ts'
import { isBadFile } from '#shared/sheets/types.ts'
import { toCsv } from '#shared/sheets/write.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
/** fast-check prints seed and path of a failure itself; this says them of a pass too. */
const settings = { seed, numRuns: 400 }

// What breaks CSV readers, more often than chance would find it.
const nasty = fc.constantFrom(
  '"',
  '""',
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r',
  '\r\n',
  ' ',
  '=1+1',
  "'",
  '\ufeff',
  '',
  'Ŵ',
)
const cell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.array(nasty, { maxLength: 5 }).map((parts) => parts.join('')),
)
const delimiter = fc.constantFrom(',', ';', '\t', '|')
const lineEnd = fc.constantFrom('\n', '\r\n', '\r')
const tableOf = (columns: number) =>
  fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
    minLength: 1,
    maxLength: 8,
  })
const table = fc.integer({ min: 1, max: 6 }).chain(tableOf)
const HEADER = ['Title', 'Organisation', 'Summary', 'Pitch block', 'Zone', 'Place']

const written = (rows: string[][], by: string, end: string, quoted = false): string =>
  stringify(rows, { delimiter: by, record_delimiter: end, quoted })

describe(`tables of strings (SEED=${seed})`, () => {
  test('written by another library, by any delimiter and line end, are read back equal', () => {
    fc.assert(
      fc.property(table, delimiter, lineEnd, fc.boolean(), (rows, by, end, quoted) => {
        // That library quotes for its own line end only; a cell with another one must be quoted all the same.
        const loose = rows.some((row) => row.some((text) => /[\r\n]/.test(text)))
        expect(readRecords(written(rows, by, end, quoted || loose), by)).toEqual(rows)
      }),
      settings,
    )
  })

  test('the delimiter and the row numbers are found without being told', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 6 }).chain(tableOf),
        delimiter,
        lineEnd,
        (rows, by, end) => {
          const width = rows[0]?.length ?? 0
          const clean = rows.map((row) => row.map((text) => text.replaceAll('\u0000', '')))
          const read = readTable(written([HEADER.slice(0, width), ...clean], by, end, true))
          const filled = clean
            .map((cells, index) => ({ line: index + 2, cells }))
            .filter(({ cells }) => !isBlank(cells))
          if (isBadFile(read)) {
            expect(filled.length === 0 ? ['only-headers', 'binary'] : ['binary']).toContain(
              read.code,
            )
            return
          }
          expect(read.header).toEqual(HEADER.slice(0, width))
          expect(read.rows).toEqual(filled)
        },
      ),
      settings,
    )
  })

  test('any text at all is read, or refused in a sentence', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(nasty, fc.string({ maxLength: 6 })), { maxLength: 60 }),
        (parts) => {
          const read = readTable(parts.join(''))
          if (isBadFile(read)) {
            expect(read.words).toMatch(/^(We expected|Row \d+).*[.?]$/s)
            if (read.code === 'quote-not-closed') expect(read.words).toMatch(/^Row \d+ /)
          } else {
            for (const { line, cells } of read.rows) {
              expect(line).toBeGreaterThan(1)
              expect(cells).toHaveLength(read.header.length)
            }
          }
        },
      ),
      { ...settings, numRuns: 1500 },
    )
  })

  test('our own files guard against formulas and come back as they were', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const records = readRecords(toCsv(rows[0] ?? [], rows.slice(1)).slice(1), ',')
        if (isBadFile(records)) throw new Error(records.words)
        for (const text of records.flat()) expect(text).not.toMatch(/^[=+\-@\t\r]/)
        expect(records.map((row) => row.map(unguard))).toEqual(rows)
      }),
      settings,
    )
  })
})

describe('formula guard', () => {
  test.each(['=1+1', '+44 20', '-5', '@sum', '\tx', '\rx', '\nx', '＝1', "'=x", "''+x"])(
    '%j',
    (text) => {
      expect(guard(text)).toBe(`'${text}`)
      expect(unguard(guard(text))).toBe(text)
    },
  )
  test.each(['', "O'Connor", "'quoted'", 'a=b', '5', 'Ŵyn', "''"])('%j is left alone', (text) => {
    expect(guard(text)).toBe(text)
    expect(unguard(text)).toBe(text)
  })
  test('numbers, yes and no, and nothing', () => {
    expect(
      toCsv(
        ['A', 'B', 'C', 'D'],
        [
          [1.5, true, false, null],
          [-5, 'x "y"', 'a,b', ' z '],
        ],
      ),
    ).toBe('\ufeffA,B,C,D\r\n1.5,yes,no,\r\n\'-5,"x ""y""","a,b"," z "\r\n')
  })
})

const read = (text: string) => {
  const found = readTable(text)
  if (isBadFile(found)) throw new Error(found.words)
  return found
}

describe('shapes of files', () => {
  test('a sep= line is not a row, whatever sign it names', () => {
    for (const by of [';', '^', ':']) {
      const found = read(`sep=${by}\r\nA${by}B\r\n1${by}2\r\n`)
      expect(found.header).toEqual(['A', 'B'])
      expect(found.rows).toEqual([{ line: 2, cells: ['1', '2'] }])
    }
  })

  test('blank rows count in the row numbers, quoted line breaks do not', () => {
    expect(read('A,B\r\n\r\n,,\r\n"x\r\ny",2\r\n3,4').rows).toEqual([
      { line: 4, cells: ['x\r\ny', '2'] },
      { line: 5, cells: ['3', '4'] },
    ])
  })

  test('short rows are padded, a long one is a problem with its row', () => {
    const found = read('A,B,C\n1\n1,2,3,,\n1,2,3,4,5\n')
    expect(found.rows.map(({ cells }) => cells)).toEqual([
      ['1', '', '', '', ''].slice(0, 3),
      ['1', '2', '3'],
    ])
    expect(found.problems).toMatchObject([{ line: 4, code: 'ragged', blocks: true }])
    expect(found.problems[0]?.words).toContain('Row 4 has 2 cells more than the 3 columns')
  })

  test('when every row is longer, the header forgot a name', () => {
    const found = read('A,B\n1,2,3\n4,5,6\n')
    expect(found.header).toEqual(['A', 'B', ''])
    expect(found.problems).toEqual([])
  })

  test('a stray quotation mark that makes one cell of many rows is noticed', () => {
    const found = read('A,B,C,D\n1,2,3,4\n1,"2,3,4\n1,2,3,4\n1,2,3,4\n1,2",3,4\n')
    expect(found.problems).toMatchObject([{ line: 3, code: 'swallowed', blocks: false }])
  })

  test('column names below a title', () => {
    const found = readTable(
      'Guest list,,\n\nName,E-mail,Company\nJo,j@x.org,Leeds\n',
      (cells) => cells.filter((name) => ['Name', 'E-mail', 'Company'].includes(name)).length,
    )
    expect(found).toMatchObject({ header: ['Name', 'E-mail', 'Company'], rows: [{ line: 4 }] })
    expect(isBadFile(found) ? '' : found.notes[0]).toContain('row 3')
  })

  test('quotation marks inside a cell that has none around it stay', () => {
    expect(read('A,B\nJo "JJ" Ellis,5" pipe\n').rows[0]?.cells).toEqual([
      'Jo "JJ" Ellis',
      '5" pipe',
    ])
  })
})
