import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { PersonId, RoundId, TableId } from '#shared/show/words.ts'
import { SHOW, STAGE } from '../http/site.ts'
import { listening, type Listening } from './hall.ts'

const table = (text: string): Record<string, string>[] =>
  // Our types for the parser know rows of cells only.
  asObjects(parse(text.replace(/^\ufeff/, ''), { delimiter: ',' }))

const asObjects = ([header = [], ...rows]: string[][]): Record<string, string>[] =>
  rows.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])))

const PROGRAMME = [
  'Start,Length,Kind,Title,Pitch length,Changeover,Rounds,Move,Talk',
  '9:30,10,Talk,Welcome,,,,,',
  '9:40,,Pitches,Block 1,1m,10s,,,',
  '10:00,,Rounds,Talks,,,2,1m,5m',
].join('\n')
const INNOVATIONS = [
  'Title,Organisation,Presenters,Pitch block,Order,Table number,Zone,Place,Capacity',
  'Better Care,Kirklees,Priya Shah; Tom Hirst,Block 1,1,1,A,Left wall,4',
  '"=HYPERLINK(""http://x"")",Leeds,Jo Ellis,Block 1,2,2,A,Left wall,4',
].join('\n')
const PEOPLE = [
  'Ticket number,Name,E-mail,Organisation,Job title,Role',
  'T-1,Sam Rees,sam@example.org,Powys,Commissioner,Delegate',
  'T-2,"+Zoë ""Z"" Li",zoe@example.org,"Leeds, City",@home,Delegate; Helper',
  'T-3,Mair Jones,sam@example.org,,-,',
].join('\r\n')

async function filled(): Promise<Listening> {
  const hall = await listening()
  const report = await hall.apply({
    'programme.csv': PROGRAMME,
    'innovations.csv': INNOVATIONS,
    'people.csv': PEOPLE,
  })
  expect(report).toMatchObject({ applied: true })
  return hall
}

const idOf = (hall: Listening, name: string): PersonId => {
  const found = [...hall.runner().people()].find(([, details]) => details.name === name)
  if (!found) throw new Error(`nobody is called ${name}`)
  return found[0]
}
const tableOf = (hall: Listening, number: number): TableId =>
  Object.values(hall.runner().show().tables).find((one) => one.number === number)?.id as TableId
const rounds = (hall: Listening): RoundId[] =>
  Object.values(hall.runner().show().segments).flatMap((segment) =>
    segment.kind === 'rounds' ? [...segment.rounds] : [],
  )

describe('people', () => {
  test('all that is held, guarded, and a re-import changes nothing', async () => {
    const hall = await filled()
    const { answer, text } = await hall.csv('people')
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toMatch(
      new RegExp(`^attachment; filename="${SHOW}-people-\\d{4}-\\d\\d-\\d\\d\\.csv"$`),
    )
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const zoe = table(text).find((row) => row['Ticket number'] === 'T-2')
    expect(zoe).toMatchObject({
      Name: `'+Zoë "Z" Li`,
      'E-mail': 'zoe@example.org',
      Organisation: 'Leeds, City',
      'Job title': "'@home",
      Role: 'Helper; Delegate',
    })
    expect(table(text)).toHaveLength(6)
    const version = hall.runner().show().version
    const again = await hall.apply({ 'people.csv': text })
    expect(again).toMatchObject({ applied: false, blocked: false })
    expect(again.totals).toMatchObject({ rows: 6, same: 6 })
    expect(hall.runner().show().version).toBe(version)
  })

  test('of the whole example too', async () => {
    const hall = await listening()
    await hall.example(true)
    const { text } = await hall.csv('people')
    const again = await hall.apply({ 'people.csv': text })
    expect(again.totals.same).toBe(again.totals.rows)
  })
})

describe('picks', () => {
  test('round by round and table by table, hosts first; a host elsewhere is no host', async () => {
    const hall = await filled()
    const [first, second] = rounds(hall) as [RoundId, RoundId]
    const seat = (person: string, round: RoundId, number: number) =>
      hall.send({
        type: 'move-person',
        person: idOf(hall, person),
        round,
        table: tableOf(hall, number),
      })
    expect(await seat('Sam Rees', first, 2)).toMatchObject({ ok: true })
    expect(await seat('Mair Jones', first, 2)).toMatchObject({ ok: true })
    expect(await seat('Tom Hirst', second, 2)).toMatchObject({ ok: true })
    const { text } = await hall.csv('picks')
    const rows = table(text).map((row) =>
      [row['Round'], row['Table number'], row['Name'], row['Organisation'], row['Host']].join(
        ' | ',
      ),
    )
    expect(rows).toEqual([
      '1 | 1 | Priya Shah | Kirklees | yes',
      '1 | 1 | Tom Hirst | Kirklees | yes',
      '1 | 2 | Jo Ellis | Leeds | yes',
      '1 | 2 | Mair Jones |  | no',
      '1 | 2 | Sam Rees | Powys | no',
      '2 | 1 | Priya Shah | Kirklees | yes',
      '2 | 2 | Jo Ellis | Leeds | yes',
      '2 | 2 | Tom Hirst | Kirklees | no',
    ])
    const [row] = table(text)
    expect(row).toMatchObject({ Item: 'Talks', Zone: 'A', Place: 'Left wall' })
    const begins = new Set(table(text).map((each) => each['Begins (Europe/London)']))
    expect([...begins]).toEqual(['2026-11-24 10:00:00', '2026-11-24 10:06:00'])
    expect(table(text)[2]?.['Innovation']).toBe(`'=HYPERLINK("http://x")`)
  })

  test('an erased person is in no file', async () => {
    const hall = await filled()
    const [first] = rounds(hall) as [RoundId]
    const person = idOf(hall, 'Sam Rees')
    await hall.send({ type: 'move-person', person, round: first, table: tableOf(hall, 2) })
    await hall.send({ type: 'erase-person', person })
    for (const name of ['picks', 'people', 'clock'])
      expect((await hall.csv(name)).text).not.toMatch(/Sam Rees/)
  })
})

describe('clock record', () => {
  test('what ran: planned, began, ended, added, ran, over', async () => {
    const hall = await filled()
    const stage = STAGE
    const { send } = hall
    for (const command of [
      { type: 'start-clock', stage },
      { type: 'add-time', stage, by: -60_000 },
      { type: 'finish-item', stage },
    ] as const)
      expect(await send(command)).toMatchObject({ ok: true })
    const [first] = rounds(hall) as [RoundId]
    for (const type of ['run-round', 'end-round'] as const)
      expect(await send({ type, round: first })).toMatchObject({ ok: true })
    const rows = table((await hall.csv('clock')).text)
    expect(rows.map((row) => [row['Item'], row['Part']])).toEqual([
      ['Welcome', 'Item'],
      ['Talks', 'Round 1, talking'],
    ])
    expect(rows[0]).toMatchObject({
      Stage: 'Main stage',
      'Item planned for (Europe/London)': '2026-11-24 09:30:00',
      'Planned length': '0:10:00',
      Added: '\u22120:01:00',
      Over: '0:00:00',
    })
    expect(rows[0]?.['Began (Europe/London)']).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
    expect(rows[1]).toMatchObject({ 'Planned length': '0:05:00', Added: '' })
  })
})

test.each(['picks', 'people', 'clock'])('%s: only the organiser', async (name) => {
  const hall = await filled()
  const nobody = await hall.ask(`/exports/${name}.csv`, { headers: { cookie: '' } })
  expect(nobody.status).toBe(401)
  expect(await nobody.text()).not.toContain('Priya')
})

test('what is taken out of an event that holds nothing changes nothing when it is loaded again', async () => {
  const hall = await listening()
  const sheets = ['programme', 'innovations', 'people', 'picks', 'clock'].flatMap((name) => [
    `${name}.csv`,
    `${name}.xlsx`,
  ])
  for (const name of [...sheets, 'links.csv', 'schedule.json', 'schedule.xml', 'calendar.ics']) {
    const answer = await hall.ask(`/exports/${name}`)
    expect(answer.status, name).toBe(200)
    const report = await hall.apply({ [name]: new Uint8Array(await answer.arrayBuffer()) })
    expect(report, name).toMatchObject({
      blocked: false,
      applied: false,
      totals: { rows: 0, added: 0, changed: 0 },
      message: expect.stringMatching(/^There is not one (row|item) in this\. Nothing changes\.$/),
    })
  }
})
