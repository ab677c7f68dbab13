import { describe, expect, test } from 'vitest'
import { decode } from '#shared/sheets/decode.ts'
import { MAX_SHEET_BYTES, tooBig } from '#shared/sheets/kind-of-file.ts'
import { isBadFile } from '#shared/sheets/types.ts'
import { bytesOf, refused, sheet, values } from './support.ts'

const PEOPLE = 'Name,E-mail,Organisation\r\nZoë Ŵyn,zoe@example.org,Powys – “Council”\r\n'
const utf16 = (text: string, little: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), little)
  return bytes
}

describe('encodings', () => {
  test.each([
    ['UTF-8', bytesOf(PEOPLE), 'UTF-8'],
    ['UTF-8 with a mark', bytesOf(`\ufeff${PEOPLE}`), 'UTF-8'],
    ['UTF-16LE with a mark', utf16(`\ufeff${PEOPLE}`, true), 'UTF-16'],
    ['UTF-16BE with a mark', utf16(`\ufeff${PEOPLE}`, false), 'UTF-16'],
    ['UTF-16LE without one', utf16(PEOPLE, true), 'UTF-16'],
    ['UTF-16BE without one', utf16(PEOPLE, false), 'UTF-16'],
  ])('%s', (_, bytes, encoding) => {
    expect(decode(bytes)).toEqual({ kind: 'text', text: PEOPLE, encoding })
    expect(values(sheet('people', bytes))).toMatchObject([
      { name: 'Zoë Ŵyn', organisation: 'Powys – “Council”' },
    ])
  })

  test('what is not UTF-8 is read as Windows-1252, and the report says so and shows a name', () => {
    const latin = Uint8Array.from([
      ...bytesOf('Name,Organisation\nJo,A\nZo'),
      0xeb,
      ...bytesOf(' Li,B '),
      0x96,
      ...bytesOf(' C\n'),
    ])
    const read = sheet('people', latin)
    expect(values(read)[1]).toMatchObject({ name: 'Zoë Li', organisation: 'B – C' })
    expect(read.notes.join(' ')).toContain('Windows-1252')
    expect(read.notes.join(' ')).toContain('Look at row 3: is “Zoë Li” right?')
  })

  test('bytes that mean nothing in it are refused', () => {
    const bytes = Uint8Array.from([...bytesOf('Name\n'), 0x8e, 0x81, 0x8d, 0x90])
    expect(refused('people', bytes).code).toBe('wrong-encoding')
  })

  test('letters lost or garbled before they came to us are pointed out and do not stop anything', () => {
    const read = sheet(
      'people',
      'Name,Organisation\nZoÃ« Li,Leeds\nJ\ufffdrg,Leeds\nZoë Ångström,Leeds\nÂngela,Leeds\n',
    )
    expect(read.rows).toHaveLength(4)
    expect(read.problems.map(({ line, code, blocks }) => [line, code, blocks])).toEqual([
      [2, 'garbled', false],
      [3, 'garbled', false],
    ])
  })
})

describe('files that are no table', () => {
  test.each<[string, string | Uint8Array, string, RegExp]>([
    ['nothing', '', 'empty', /an empty file/],
    ['blank lines', '\n\r\n  \n', 'empty', /an empty file/],
    ['only separators', ',,,\n,,,\n', 'empty', /no row with anything/],
    [
      'only column names',
      'Name,Shoe size\r\n\r\n',
      'only-headers',
      /only the column names: Name and Shoe size/,
    ],
    [
      'a web page',
      '\n<!DOCTYPE html><html><body>Sign in</body></html>',
      'html',
      /web page.*signed in/,
    ],
    ['a page fragment', '<table><tr><td>Name</td></tr></table>', 'html', /web page/],
    ['XML', '<?xml version="1.0"?><schedule/>', 'not-csv', /XML/],
    ['JSON', '[{"name":"Jo"}]', 'not-csv', /JSON/],
    ['a calendar', 'BEGIN:VCALENDAR\r\nVERSION:2.0', 'not-csv', /iCalendar/],
    ['RTF', '{\\rtf1\\ansi Name}', 'not-csv', /RTF/],
    [
      'an Excel workbook',
      Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]),
      'binary',
      /Excel workbook.*CSV UTF-8/,
    ],
    ['an old one', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'binary', /old Excel workbook/],
    ['a PDF', '%PDF-1.7\n1 0 obj', 'binary', /a PDF/],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'binary', /picture/],
    ['noise', Uint8Array.from([1, 2, 3, 4, 0, 0, 5, 44, 6, 7]), 'binary', /not text/],
    [
      'a quotation mark that stays open',
      'Name,E-mail\nJo,a@b.org\n"Sam,c@d.org\nLee,e@f.org\n',
      'quote-not-closed',
      /^Row 3 opens a quotation mark/,
    ],
  ])('%s', (_, file, code, words) => {
    const bad = refused('people', file)
    expect(bad.code).toBe(code)
    expect(bad.words).toMatch(words)
    expect(bad.words).toMatch(/We expected/)
  })

  test('too big, too many rows', () => {
    expect(tooBig(50_000_000)).toMatchObject({
      code: 'too-big',
      words: expect.stringContaining('50 MB'),
    })
    expect(tooBig(MAX_SHEET_BYTES + 1).words).toContain('at most 10 MB')
    const rows = Array.from({ length: 20_001 }, (_, index) => `Jo ${index}`).join('\n')
    expect(refused('people', `Name\n${rows}\n`).code).toBe('too-many-rows')
  })

  test('columns that nobody can read people from, and a file in the wrong place', () => {
    const list = refused('people', 'Email Address,Date Subscribed\na@b.org,2026-01-01\n')
    expect(list).toMatchObject({ code: 'missing-columns' })
    expect(list.words).toContain('We found “Email Address” and “Date Subscribed”.')
    const innovations = 'Title,Organisation,Presenters,Pitch block,Table number\nA,B,C D,P,1\n'
    expect(refused('people', innovations).words).toContain('This looks like the innovations file.')
    const programme = 'Day,Start,Length,Kind,Title,Pitch length\nDay 1,9:00,10,Talk,Hello,\n'
    expect(refused('innovations', programme).words).toContain('This looks like the programme file.')
    expect(refused('people', programme).words).toContain('This looks like the programme file.')
    expect(refused('programme', innovations).words).toContain(
      'This looks like the innovations file.',
    )
  })

  test('a sentence, never a stack', () => {
    expect(isBadFile(decode(new Uint8Array()))).toBe(true)
  })
})
