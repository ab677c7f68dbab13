import { describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import type { ImportChoices, ImportReport, ImportTold } from '#shared/wire/imports.ts'
import { IMPORT_FIELDS, STEPS_TYPE } from '#shared/wire/imports.ts'
import { type Files, formOf, listening, type Listening } from './hall.ts'

const GUESTS = 'Wer,Woher,Schuhgröße\nJo Ellis,Leeds,7\nSam Rees,,8\n'
const CHOSEN = { kind: 'people' as const, fields: ['name', 'organisation', null] }

const send = async (
  hall: Listening,
  files: Files,
  choices: ImportChoices,
  apply = false,
): Promise<ImportReport> => {
  const fields = {
    [IMPORT_FIELDS.choices]: JSON.stringify(choices),
    ...(apply ? { apply: 'yes' } : {}),
  }
  const answer = await hall.ask('/imports', { method: 'POST', body: formOf(files, fields) })
  expect(answer.status).toBe(200)
  return (await answer.json()) as ImportReport
}
const names = (hall: Listening): string[] =>
  [...hall.runner().people().values()].map(({ name }) => name).toSorted()

describe('columns', () => {
  test('that nobody knows are shown with what is in them, and can be chosen', async () => {
    const hall = await listening()
    const asked = await hall.dry({ 'gaeste.csv': GUESTS })
    expect(asked).toMatchObject({ blocked: true, files: [{ kind: null, rows: 0 }] })
    expect(asked.files[0]?.table).toEqual({
      headerRow: 1,
      columns: [
        { name: 'Wer', samples: ['Jo Ellis', 'Sam Rees'], filled: 2, field: null },
        { name: 'Woher', samples: ['Leeds'], filled: 1, field: null },
        { name: 'Schuhgröße', samples: ['7', '8'], filled: 2, field: null },
      ],
      how: 'recognised',
      settled: false,
      sheet: null,
      sheets: [],
    })
    const chosen = await send(hall, { 'gaeste.csv': GUESTS }, { 'gaeste.csv': CHOSEN }, true)
    expect(chosen).toMatchObject({ applied: true, totals: { added: 2 } })
    expect(chosen.files[0]?.table).toMatchObject({ how: 'chosen', settled: true })
    expect(names(hall)).toEqual(['Jo Ellis', 'Sam Rees'])
  })

  test('are remembered by their names, in any order and however they are written', async () => {
    const hall = await listening()
    await send(hall, { 'gaeste.csv': GUESTS }, { 'gaeste.csv': CHOSEN })
    const next = await hall.dry({ 'mehr.csv': 'schuh-größe,WOHER , wer\n9,Hull,Lee Wong\n' })
    expect(next).toMatchObject({ blocked: false, totals: { added: 1 } })
    expect(next.files[0]?.table).toMatchObject({
      how: 'remembered',
      settled: true,
      columns: [{ field: null }, { field: 'organisation' }, { field: 'name' }],
    })
    // One column more is another set of columns.
    const other = await hall.dry({ 'mehr.csv': 'Wer,Woher,Schuhgröße,Tisch\nLee,Hull,9,1\n' })
    expect(other.files[0]).toMatchObject({ kind: null, table: { how: 'recognised' } })
    // What is kept holds no name of a column and no cell.
    expect(await hall.store.setting('import-columns')).not.toMatch(/Jo Ellis|Leeds/)
  })

  test('with something in them and no place are settled by adding the file', async () => {
    const hall = await listening()
    const file = (name: string) => ({ 'people.csv': `Name,Shoe size\n${name},7\n` })
    const first = await hall.dry(file('Jo Ellis'))
    expect(first.files[0]?.table).toMatchObject({ how: 'recognised', settled: false })
    await hall.apply(file('Jo Ellis'))
    // Only where nothing says what the file is: a form that does is taken at its word.
    const next = await hall.dry({ 'next.csv': 'Name,Shoe size\nSam Rees,8\n' })
    expect(next.files[0]?.table).toMatchObject({ how: 'remembered', settled: true })
  })

  test('that are not enough are refused with what is missing, and asked again', async () => {
    const hall = await listening()
    const report = await send(
      hall,
      { 'gaeste.csv': GUESTS },
      { 'gaeste.csv': { kind: 'people', fields: [null, 'organisation', null] } },
      true,
    )
    expect(report).toMatchObject({ applied: false, blocked: true, files: [{ kind: null }] })
    expect(report.files[0]?.table?.columns.map(({ field }) => field)).toEqual([
      null,
      'organisation',
      null,
    ])
    expect(report.message).toContain('First name and Last name, or Name')
    expect(names(hall)).toEqual([])
  })

  test('of a choice for another table are not used', async () => {
    const hall = await listening()
    const choice = { kind: 'people' as const, fields: ['organisation', 'name', null, null] }
    const report = await send(hall, { 'p.csv': 'Name,Company\nJo,Leeds\n' }, { 'p.csv': choice })
    expect(report.files[0]?.lines[0]?.words).toBe('Jo, Leeds')
  })

  test('named below a title, where somebody says so', async () => {
    const hall = await listening()
    const text = 'Liste der Gäste,,\nWer,Woher,Schuhe\nJo Ellis,Leeds,7\n'
    const asked = await send(hall, { 'g.csv': text }, { 'g.csv': { kind: 'people', headerRow: 2 } })
    expect(asked.files[0]?.table).toMatchObject({
      headerRow: 2,
      columns: [{ name: 'Wer' }, {}, {}],
    })
    const choice = { ...CHOSEN, headerRow: 2 }
    const report = await send(hall, { 'g.csv': text }, { 'g.csv': choice })
    expect(report.files[0]?.lines).toEqual([{ line: 3, words: 'Jo Ellis, Leeds', what: 'added' }])
  })

  test.each(['no JSON', '[]', '{"a.csv":{"kind":"cats"}}', '{"a.csv":{"kind":null,"fields":[1]}}'])(
    'said as %j are refused',
    async (choices) => {
      const hall = await listening()
      const body = formOf({ 'a.csv': GUESTS }, { [IMPORT_FIELDS.choices]: choices })
      expect((await hall.ask('/imports', { method: 'POST', body })).status).toBe(400)
    },
  )
})

test('a workbook is read as its CSV would be, and another of its sheets on request', async () => {
  const hall = await listening()
  const bytes = new Uint8Array(
    await writeExcelFile([
      {
        sheet: 'Guests',
        data: [
          ['Name', 'Company'],
          ['Jo Ellis', 'Leeds'],
          ['Sam Rees', 'Powys'],
        ],
      },
      { sheet: 'Waiting', data: [['Name'], ['Lee Wong']] },
    ]).toBuffer(),
  )
  const report = await hall.dry({ 'guests.xlsx': bytes })
  expect(report.files[0]).toMatchObject({
    kind: 'people',
    lines: [
      { line: 2, words: 'Jo Ellis, Leeds', what: 'added' },
      { line: 3, words: 'Sam Rees, Powys', what: 'added' },
    ],
    table: {
      sheet: 'Guests',
      sheets: [
        { name: 'Guests', rows: 3 },
        { name: 'Waiting', rows: 2 },
      ],
    },
  })
  const other = await send(
    hall,
    { 'guests.xlsx': bytes },
    { 'guests.xlsx': { kind: null, sheet: 'Waiting' } },
  )
  expect(other.files[0]?.lines).toEqual([{ line: 2, words: 'Lee Wong', what: 'added' }])
})

describe('what the event has and the file does not', () => {
  test('is named by kind, with who presents, and stays', async () => {
    const hall = await listening()
    await hall.apply({
      'people.csv': 'Name,Company\nJo Ellis,Leeds\nSam Rees,Powys\n',
      'innovations.csv': 'Title,Company,Presenters\nBetter Care,Kirklees,Priya Shah\nOther,Hull,\n',
    })
    const report = await hall.apply({
      'people.csv': 'Name,Company,Status\nLee Wong,Hull,\nSam Rees,Powys,cancelled\n',
      'innovations.csv': 'Title,Company\nOther,Hull\n',
    })
    expect(report.files.map(({ gone }) => gone)).toEqual([
      [
        { words: 'Jo Ellis, Leeds' },
        { words: 'Sam Rees, Powys' },
        { words: 'Priya Shah, Kirklees', reason: 'Presents “Better Care”.' },
      ],
      [{ words: 'Better Care, Kirklees' }],
    ])
    expect(names(hall)).toEqual(['Jo Ellis', 'Lee Wong', 'Priya Shah', 'Sam Rees'])
  })
})

describe('an import', () => {
  test('tells organisers, and nobody else, how large it may be', async () => {
    const hall = await listening()
    const answer = await hall.ask('/imports')
    expect(await answer.json()).toEqual({ files: 3, bytes: 10_000_000, rows: 20_000 })
    expect((await hall.ask('/imports', { headers: { cookie: '' } })).status).toBe(401)
  })

  test('is one change with the name of its file, which can be taken back', async () => {
    const hall = await listening()
    await hall.apply({ 'people.csv': 'Name\nJo Ellis\nSam Rees\n' })
    const edit = hall.runner().show().edits.at(-1)
    expect(edit?.subject).toEqual({ done: 'imported', thing: 'file', name: 'people.csv' })
    expect(await hall.send({ type: 'undo-edit', edit: edit?.id ?? 0 })).toMatchObject({ ok: true })
    expect(names(hall)).toEqual([])
  })

  test('says step by step how far it has come, when it is asked to', async () => {
    const hall = await listening()
    const rows = Array.from({ length: 3_000 }, (_, n) => `Person ${n}`).join('\n')
    const answer = await hall.ask('/imports', {
      method: 'POST',
      body: formOf({ 'people.csv': `Name\n${rows}\n` }, { apply: 'yes' }),
      headers: { accept: STEPS_TYPE },
    })
    expect(answer.headers.get('content-type')).toContain(STEPS_TYPE)
    const lines = (await answer.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as ImportTold)
    expect([...new Set(lines.map(({ step }) => step))]).toEqual([
      'opening',
      'reading',
      'comparing',
      'saving',
      'done',
    ])
    const last = lines.at(-1)
    expect(last?.step === 'done' && last.report).toMatchObject({
      applied: true,
      totals: { added: 3_000 },
    })
  })

  test('that is given up by whoever asked adds nothing, and the next one goes on', async () => {
    const hall = await listening()
    const rows = Array.from({ length: 15_000 }, (_, n) => `Person ${n}`).join('\n')
    const gone = new AbortController()
    const answer = await hall.ask('/imports', {
      method: 'POST',
      body: formOf({ 'people.csv': `Name\n${rows}\n` }, { apply: 'yes' }),
      headers: { accept: STEPS_TYPE },
      signal: gone.signal,
    })
    const first = await answer.body?.getReader().read()
    expect(new TextDecoder().decode(first?.value)).toContain('"opening"')
    gone.abort()
    expect((await hall.apply({ 'people.csv': 'Name\nJo Ellis\n' })).applied).toBe(true)
    expect(names(hall)).toEqual(['Jo Ellis'])
  })

  test('is planned anew when somebody changes people meanwhile', async () => {
    const hall = await listening()
    await hall.apply({ 'people.csv': 'Name,Job title\nJo Ellis,Lead\n' })
    const id = [...hall.runner().people().keys()][0]
    if (!id) throw new Error('nobody came in')
    const rows = Array.from({ length: 5_000 }, (_, n) => `Person ${n},Hull`).join('\n')
    const answer = await hall.ask('/imports', {
      method: 'POST',
      body: formOf({ 'people.csv': `Name,Company\nJo Ellis,Leeds\n${rows}\n` }, { apply: 'yes' }),
      headers: { accept: STEPS_TYPE },
    })
    const lines = answer.body?.getReader()
    expect(new TextDecoder().decode((await lines?.read())?.value)).toContain('"opening"')
    const details = { name: 'Jo Ellis', organisation: '', jobTitle: 'Chief', email: '', ticket: '' }
    await hall.send({ type: 'save-person', person: id, roles: ['delegate'], details })
    while ((await lines?.read())?.done === false);
    expect(names(hall)).toHaveLength(5_001)
    expect(hall.runner().people().get(id)).toMatchObject({
      organisation: 'Leeds',
      jobTitle: 'Chief',
    })
  })
})
