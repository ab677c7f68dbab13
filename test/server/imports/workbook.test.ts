import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { isBlank } from '#shared/sheets/table.ts'
import { isBadFile } from '#shared/sheets/types.ts'
import { cellText } from '../../../server/http/imports/cell-text.ts'
import { readWorkbook } from '../../../server/http/imports/workbook.ts'
import { lookIntoZip } from '../../../server/http/imports/zip-size.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))

type Cell =
  | string
  | number
  | boolean
  | Date
  | null
  | { value: Date; format: string; type: typeof Date }
const book = async (...sheets: { sheet: string; data: Cell[][] }[]): Promise<Uint8Array> =>
  new Uint8Array(await writeExcelFile(sheets as Parameters<typeof writeExcelFile>[0]).toBuffer())
const read = async (bytes: Uint8Array, sheet?: string) => {
  const found = await readWorkbook(bytes, sheet)
  if (isBadFile(found)) throw new Error(found.words)
  return found
}
const refusal = async (bytes: Uint8Array): Promise<string> => {
  const found = await readWorkbook(bytes)
  if (!isBadFile(found)) throw new Error(`read as ${found.grid.records.length} rows`)
  return found.words
}
const at = (iso: string, format: string) => ({ value: new Date(iso), format, type: Date })

describe('cells', () => {
  test('are the text that a CSV of the same sheet has', async () => {
    const { grid } = await read(
      await book({
        sheet: 'Programme',
        data: [
          ['Day', 'Start', 'Length', 'Price', 'Fixed', 'When'],
          [
            at('2026-06-28T00:00:00Z', 'dd/mm/yyyy'),
            at('1899-12-30T09:30:00Z', 'hh:mm'),
            45,
            0.1 + 0.2,
            true,
            at('2026-06-28T10:40:30Z', 'dd/mm/yyyy hh:mm:ss'),
          ],
          [null, at('1899-12-30T00:00:00Z', 'hh:mm'), 1.5, 12345678901, false, null],
        ],
      }),
    )
    expect(grid.records).toEqual([
      ['Day', 'Start', 'Length', 'Price', 'Fixed', 'When'],
      ['2026-06-28', '09:30', '45', '0.3', 'TRUE', '2026-06-28T10:40:30'],
      ['', '00:00', '1.5', '12345678901', 'FALSE', ''],
    ])
  })

  test.each([
    [new Date('2026-03-29T01:30:00Z'), '2026-03-29T01:30'],
    [new Date('2026-10-25T00:00:00Z'), '2026-10-25'],
    [new Date('1899-12-30T10:39:59.999Z'), '10:40'],
    [new Date('1904-01-01T08:05:09Z'), '08:05:09'],
    [new Date(Number.NaN), ''],
    [1e-7, '0.0000001'],
    [-0.1 - 0.2, '-0.3'],
    [1e20, '100000000000000000000'],
    [1.0000000000000002, '1'],
    ['  as it is ', '  as it is '],
    [null, ''],
    [undefined, ''],
  ])('%j is %j', (value, text) => {
    expect(cellText(value)).toBe(text)
  })

  test('rows that are empty or joined keep their place', async () => {
    const { grid } = await read(
      await book({
        sheet: 'Guests',
        data: [
          ['Guest list', null],
          [null, null],
          ['Name', 'Company'],
          ['Jo Ellis', null],
          [null, null],
        ],
      }),
    )
    expect(grid.records).toEqual([
      ['Guest list', ''],
      ['', ''],
      ['Name', 'Company'],
      ['Jo Ellis', ''],
    ])
  })
})

// The library that writes loses texts that are names of every object's own, such as toString.
const isName = (value: string): boolean => value in Object.prototype
// XML has no control characters, a lone carriage return comes back from it as a line feed, and the
// library that writes leaves out U+FFFD, which stands for what could not be read.
const text = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .map((value) => value.replace(/(?!\n)\p{Cc}|\p{Cs}|[\ufffd-\uffff]/gu, ''))
  .filter((value) => !isName(value))
const cell = fc.oneof(
  text,
  fc.constantFrom('=1+1', '<b>&amp;', '"', "'", ',', ';', 'Ŵ', ' x ', '007', '1e5'),
)

test(`any table of strings comes back from a workbook (SEED=${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 5 }).chain((columns) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
          minLength: 1,
          maxLength: 6,
        }),
      ),
      async (rows) => {
        const found = await readWorkbook(await book({ sheet: 'One', data: rows }))
        const last = rows.findLastIndex((cells) => !isBlank(cells))
        if (isBadFile(found)) {
          expect(last).toBe(-1)
          expect(found.code).toBe('empty')
          return
        }
        const width = Math.max(...rows.map((cells) => cells.findLastIndex((one) => one !== '') + 1))
        expect(found.grid.records.map((cells) => cells.slice(0, width))).toEqual(
          rows.slice(0, last + 1).map((cells) => cells.slice(0, width)),
        )
      },
    ),
    { seed, numRuns: 60 },
  )
})

describe('sheets', () => {
  const two = () =>
    book(
      { sheet: 'Notes', data: [['Read me first']] },
      {
        sheet: 'Guests',
        data: [
          ['Name', 'Company'],
          ['Jo Ellis', 'Leeds'],
        ],
      },
      { sheet: 'Empty', data: [] },
    )
  test('the fullest is read, the others are named', async () => {
    const found = await read(await two())
    expect(found.sheet).toBe('Guests')
    expect(found.sheets).toEqual([
      { name: 'Notes', rows: 1 },
      { name: 'Guests', rows: 2 },
      { name: 'Empty', rows: 0 },
    ])
    expect(found.grid.notes).toEqual(['We read the sheet “Guests”. The workbook also has “Notes”.'])
  })
  test('another when it is asked for, and one that is not there is not', async () => {
    expect((await read(await two(), 'Notes')).grid.records).toEqual([['Read me first']])
    expect((await read(await two(), 'Gone')).sheet).toBe('Guests')
  })
})

describe('is refused in a sentence:', () => {
  const good = () => book({ sheet: 'Guests', data: [['Name'], ['Jo Ellis']] })

  test('half of a workbook, and one with a hole in it', async () => {
    const bytes = await good()
    expect(await refusal(bytes.subarray(0, bytes.length / 2))).toContain('it is broken')
    const holed = bytes.slice()
    holed.fill(0xff, 60, bytes.length - 900)
    expect(await refusal(holed)).toContain('it is broken')
  })

  test('a workbook with a password, and an old one', async () => {
    const ole = Buffer.alloc(4096)
    Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(ole)
    expect(await refusal(ole)).toContain('This is an old Excel workbook (XLS)')
    ole.write('EncryptedPackage', 1024, 'utf16le')
    expect(await refusal(ole)).toContain('is protected by a password')
  })

  test('no sheet with anything in it', async () => {
    expect(await refusal(await book({ sheet: 'Empty', data: [] }))).toContain('No sheet of')
  })

  test('packed files of other kinds', async () => {
    const renamed = (name: string): Uint8Array => {
      const bytes = Buffer.alloc(46 + name.length + 22 + 4)
      bytes.writeUInt32LE(0x04034b50, 0)
      bytes.writeUInt32LE(0x02014b50, 4)
      bytes.writeUInt16LE(name.length, 4 + 28)
      bytes.write(name, 4 + 46)
      const end = 4 + 46 + name.length
      bytes.writeUInt32LE(0x06054b50, end)
      bytes.writeUInt16LE(1, end + 10)
      bytes.writeUInt32LE(4, end + 16)
      return bytes
    }
    expect(await refusal(renamed('word/document.xml'))).toContain('another packed file')
  })

  test('more than 20,000 rows', async () => {
    const data = Array.from({ length: 20_002 }, (_, n) => [`Person ${n}`])
    expect(await refusal(await book({ sheet: 'Guests', data }))).toBe(
      'We expected at most 20000 rows. This file has 20001 rows. Is it the right one?',
    )
  })

  test('a small file that would unpack to gigabytes is not unpacked', async () => {
    const bytes = await good()
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    // Every entry says that it has a gigabyte.
    for (let place = 0; place < bytes.length - 4; place += 1)
      if (view.getUint32(place, true) === 0x02014b50) view.setUint32(place + 24, 2 ** 30, true)
    expect(lookIntoZip(bytes)?.size).toBeGreaterThan(2 ** 32)
    const before = process.memoryUsage().arrayBuffers
    expect(await refusal(bytes)).toContain('far larger')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000)
  })

  test('one that says less than it holds is not unpacked beyond what it says', async () => {
    const bytes = await book({
      sheet: 'Guests',
      data: Array.from({ length: 5_000 }, () => ['the same again', 'and again']),
    })
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (let place = 0; place < bytes.length - 4; place += 1)
      if (view.getUint32(place, true) === 0x02014b50) view.setUint32(place + 24, 100, true)
    expect(await refusal(bytes)).toContain('it is broken')
  })
})
