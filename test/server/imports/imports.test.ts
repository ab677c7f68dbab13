import { describe, expect, test } from 'vitest'
import type { ImportReport } from '#shared/wire/imports.ts'
import { formOf, listening } from './hall.ts'

const PEOPLE = 'Ticket number,Name,E-mail,Organisation\n'
const lineOf = (report: ImportReport, file: number, line: number) =>
  report.files[file]?.lines.find((one) => one.line === line)

describe('files through the route', () => {
  test('a dry run says what would come, row by row, and changes nothing', async () => {
    const hall = await listening()
    const version = hall.runner().show().version
    const report = await hall.dry({
      'people.csv': `${PEOPLE}1,Jo Ellis,jo@example.org,Leeds City Council\n`,
    })
    expect(report).toMatchObject({
      applied: false,
      blocked: false,
      totals: { rows: 1, added: 1, changed: 0, same: 0, leftOut: 0 },
      message: 'It would be 1 row added. Nothing has been added yet.',
    })
    expect(report.files[0]).toMatchObject({
      name: 'people.csv',
      kind: 'people',
      lines: [{ line: 2, words: 'Jo Ellis, Leeds City Council', what: 'added' }],
    })
    expect(hall.runner().show().version).toBe(version)
    expect(hall.runner().people().size).toBe(0)
  })

  test('the example comes in whole, and a second time nothing changes', async () => {
    const hall = await listening()
    const first = await hall.example(true)
    expect(first).toMatchObject({ applied: true, blocked: false })
    expect(first.files.flatMap(({ problems }) => problems)).toEqual([])
    expect(first.totals.added).toBe(first.totals.rows)
    const { version } = hall.runner().show()
    expect(hall.runner().people().size).toBeGreaterThan(50)
    expect(hall.runner().show().publishedAt, 'nothing is public before it is published').toBeNull()
    const second = await hall.example(true)
    expect(second).toMatchObject({
      applied: false,
      blocked: false,
      totals: { added: 0, changed: 0, leftOut: 0, same: first.totals.rows },
      message: 'All of this is in the event already. There is nothing to add.',
    })
    expect(hall.runner().show().version).toBe(version)
  })

  test('one row that blocks keeps all files out, and is named with its field', async () => {
    const hall = await listening()
    const report = await hall.apply({
      'people.csv': `${PEOPLE}1,Jo Ellis,jo@example.org,Leeds\n2,,zoe@example.org,Leeds\n`,
      'programme.csv': 'Start,Length,Kind,Title\n9:30,10,Talk,Welcome\n9:40,a while,Talk,Second\n',
    })
    expect(report).toMatchObject({ applied: false, blocked: true })
    expect(report.message).toBe(
      'people.csv: Row 3, zoe@example.org, has no name. One more thing to mend. Nothing has been added yet.',
    )
    expect(report.files[0]?.problems).toMatchObject([{ line: 3, field: 'name', blocks: true }])
    expect(report.files[1]?.problems).toMatchObject([{ line: 3, field: 'length', blocks: true }])
    expect(lineOf(report, 0, 2)?.what).toBe('added')
    expect(lineOf(report, 0, 3)).toMatchObject({ what: 'problem', words: 'zoe@example.org, Leeds' })
    expect(hall.runner().people().size).toBe(0)
    expect(Object.keys(hall.runner().show().segments)).toEqual([])
  })

  test('a corrected file says what changes', async () => {
    const hall = await listening()
    const file = (organisation: string, extra = '') => ({
      'people.csv': `${PEOPLE}1,Jo Ellis,jo@example.org,${organisation}\n2,Lee Wong,lee@example.org,Hull\n${extra}`,
    })
    await hall.apply(file('Leeds'))
    const report = await hall.apply(file('Leeds City Council', '3,Ash Rao,,Bristol\n'))
    expect(report).toMatchObject({
      applied: true,
      message: 'Done: 1 row added, 1 row changed, 1 row in the event already.',
    })
    expect(report.files[0]?.lines).toEqual([
      {
        line: 2,
        words: 'Jo Ellis, Leeds City Council',
        what: 'changed',
        reason: 'Organisation is now Leeds City Council (was Leeds).',
      },
      { line: 3, words: 'Lee Wong, Hull', what: 'same' },
      { line: 4, words: 'Ash Rao, Bristol', what: 'added' },
    ])
    expect(hall.runner().people().size).toBe(3)
  })

  test('two people press Add at once: everybody comes in once', async () => {
    const hall = await listening()
    const files = { 'people.csv': `${PEOPLE}1,Jo Ellis,jo@example.org,Leeds\n` }
    const reports = await Promise.all([hall.apply(files), hall.apply(files), hall.apply(files)])
    expect(reports.filter(({ applied }) => applied)).toHaveLength(1)
    expect(hall.runner().people().size).toBe(1)
  })

  test('a file is known by its columns when the form does not say what it is', async () => {
    const hall = await listening()
    const report = await hall.dry({
      'first.csv': 'Title,Presenters,Table number\nBetter Care,Priya Shah,1\n',
      'second.csv': `${PEOPLE}1,Jo Ellis,,Leeds\n`,
    })
    expect(report.files.map(({ kind }) => kind)).toEqual(['innovations', 'people'])
  })

  test('no file, four files, no form', async () => {
    const hall = await listening()
    const none = await hall.dry({})
    expect(none).toMatchObject({ blocked: true, files: [] })
    expect(none.message).toContain('Choose one to three files.')
    const one = `${PEOPLE}1,Jo Ellis,,Leeds\n`
    const four = await hall.dry({ 'a.csv': one, 'b.csv': one, 'c.csv': one, 'd.csv': one })
    expect(four.message).toContain('Choose one to three files.')
    const json = await hall.ask('/imports', {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    })
    expect(json.status).toBe(415)
    expect(await json.json()).toMatchObject({ code: 'wrong-type' })
  })

  test('a form that breaks off is refused, and the server goes on', async () => {
    const hall = await listening()
    const body =
      '--x\r\nContent-Disposition: form-data; name="people"; filename="p.csv"\r\n\r\nName'
    const broken = await hall.ask('/imports', {
      method: 'POST',
      body,
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    })
    expect(broken.status).toBe(400)
    expect(await broken.json()).toMatchObject({ code: 'bad-request' })
    expect((await hall.dry({ 'people.csv': `${PEOPLE}1,Jo,,` })).blocked).toBe(false)
  })

  test('only the organiser, and only from our own page', async () => {
    const hall = await listening()
    const form = formOf({ 'people.csv': `${PEOPLE}1,Jo Ellis,,Leeds\n` }, { apply: 'yes' })
    const nobody = await hall.ask('/imports', {
      method: 'POST',
      body: form,
      headers: { cookie: '' },
    })
    expect(nobody.status).toBe(401)
    const elsewhere = await hall.ask('/imports', {
      method: 'POST',
      body: form,
      headers: { origin: 'http://evil.test' },
    })
    expect(elsewhere.status).toBe(403)
    expect(hall.runner().people().size).toBe(0)
  })
})

describe('files that are none', () => {
  const words = async (content: string | Uint8Array, name = 'people.csv') => {
    const hall = await listening()
    const report = await hall.apply({ [name]: content })
    expect(report).toMatchObject({ applied: false, blocked: true })
    expect(report.files[0]).toMatchObject({ kind: null, rows: 0 })
    return report.files[0]?.problems[0]?.words
  }

  test('a web page saved as CSV', async () => {
    expect(await words('<!DOCTYPE html><html><body>Sign in</body></html>')).toBe(
      'We expected a CSV file: a table saved as text, with its column names in the first row. This is a web page (HTML). Perhaps a sign-in page was saved in place of the file: download it again while signed in.',
    )
  })

  test('an empty file', async () => {
    expect(await words('')).toBe(
      'We expected a CSV file: a table saved as text, with its column names in the first row. This is an empty file.',
    )
  })

  test('50 MB get a sentence, not a lost connection', async () => {
    const big = new Uint8Array(50_000_000).fill(65)
    expect(await words(big)).toBe(
      'We expected a table of at most 10 MB. This file has 50 MB. Is it the right one?',
    )
  })

  test('text in an encoding that nobody can know', async () => {
    const bytes = Uint8Array.from([...Buffer.from('Name,E-mail\nJos'), 0x81, 0x8d, 0x8f, 10])
    expect(await words(bytes)).toContain('text in an encoding we do not know')
  })

  test('an Excel workbook', async () => {
    expect(await words(Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 20, 0, 6, 0]))).toContain(
      'In Excel choose File, Save As, “CSV UTF-8”, and give us that file.',
    )
  })

  test('columns of none of the three', async () => {
    expect(await words('Colour,Weight\nred,4\n', 'stock.csv')).toBe(
      'We expected the programme (Title, Kind, Start), the innovations (Title, Presenters, Table number) or the people (First name, Last name, E-mail). We found “Colour” and “Weight”.',
    )
  })

  test('UTF-16 and Windows-1252 are read, and say so', async () => {
    const hall = await listening()
    const text = 'Name,Organisation\nZoë Laurent,Newham\n'
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le')
    expect((await hall.dry({ 'people.csv': utf16 })).files[0]).toMatchObject({
      lines: [{ words: 'Zoë Laurent, Newham', what: 'added' }],
      notes: ['The file is UTF-16, which we can read.'],
    })
    const old = await hall.dry({ 'people.csv': Buffer.from(text, 'latin1') })
    expect(old.files[0]?.lines[0]?.words).toBe('Zoë Laurent, Newham')
    expect(old.files[0]?.notes[0]).toContain('Look at row 2: is “Zoë Laurent” right?')
  })
})

test('2,000 people come in quickly, and the server answers others meanwhile', async () => {
  const hall = await listening()
  const rows = Array.from(
    { length: 2_000 },
    (_, index) =>
      `T-${index},Person ${index} Ŵyn,person${index}@example.org,"Council, ${index % 90}"`,
  )
  const files = { 'people.csv': PEOPLE + rows.join('\n') }
  const before = performance.now()
  const report = await hall.apply(files)
  const took = performance.now() - before
  expect(report.totals).toMatchObject({ rows: 2_000, added: 2_000 })
  expect(hall.runner().people().size).toBe(2_000)
  expect(took).toBeLessThan(5_000)

  let longest = 0
  let last = performance.now()
  const beat = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }, 5)
  const again = await hall.dry(files)
  clearInterval(beat)
  expect(again.totals.same).toBe(2_000)
  // Reading alone takes longer than this; only the plan is made on the thread that runs the clocks.
  expect(longest).toBeLessThan(500)
})
