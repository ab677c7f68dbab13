import { describe, expect, test } from 'vitest'
import { MINUTE } from '#shared/time/instant.ts'
import { example, sheet, values, words } from './support.ts'

const innovations = (rows: string, header: string) => sheet('innovations', `${header}\n${rows}\n`)
const presenters = (rows: string, header: string) =>
  values(innovations(rows, header)).map((value) => value.presenters)

describe('innovations', () => {
  test('the example imports with nothing to say and fits the other two files', () => {
    const read = sheet('innovations', example('innovations'))
    expect(read).toMatchObject({ problems: [], leftOut: [], dropped: [], notes: [] })
    expect(read.rows).toHaveLength(12)
    expect(values(read)[1]).toEqual({
      key: 'bindaybypostcode|cyngorgwynedd',
      title: 'Bin day by postcode',
      organisation: 'Cyngor Gwynedd',
      summary: 'One sentence that tells you when your bins go in Welsh and English.',
      pitchBlock: 'Pitches 1: Care and daily life',
      isNotPitched: false,
      order: 2,
      pitchLength: null,
      presenters: [
        { name: 'Siân Ŵen Parry', email: 'sian.parry@example.org' },
        { name: 'Gruffudd Llŷr', email: 'gruffudd.llyr@example.org' },
      ],
      table: 2,
      zone: 'A',
      place: 'Left wall, second from the stage',
      capacity: 6,
    })
    expect(values(read)[6]?.pitchLength).toBe(2.5 * MINUTE)
    const blocks = values(sheet('programme', example('programme'))).filter(
      ({ kind }) => kind === 'pitch-block',
    )
    const people = values(sheet('people', example('people')))
    for (const { pitchBlock, presenters: hosts } of values(read)) {
      expect(blocks.map(({ title }) => title)).toContain(pitchBlock)
      for (const { name, email } of hosts)
        expect(people).toContainEqual(
          expect.objectContaining({ name, email, roles: ['presenter'] }),
        )
    }
  })

  test('presenters in one cell, in numbered columns, with the address beside the name', () => {
    const pair = [
      { name: 'Priya Shah', email: 'p@x.org' },
      { name: 'Ash Rao', email: 'a@x.org' },
    ]
    expect(
      presenters('A,Priya Shah; Ash Rao,p@x.org; a@x.org', 'Title,Presenters,Presenters’ e-mails'),
    ).toEqual([pair])
    expect(
      presenters('A,Priya Shah and Ash Rao,"p@x.org, a@x.org"', 'Title,Speakers,E-mails'),
    ).toEqual([pair])
    expect(
      presenters('A,"Shah, Priya\nRao, Ash","p@x.org\na@x.org"', 'Title,Hosts,Host e-mails'),
    ).toEqual([pair])
    expect(
      presenters('A,Priya Shah <P@x.org>; Ash Rao <mailto:a@x.org>', 'Title,Presenters'),
    ).toEqual([pair])
    expect(
      presenters(
        'A,Priya Shah,p@x.org,Ash Rao,a@x.org\nB,Jo Ellis,,,',
        'Title,Presenter 1,Presenter 1 email,Presenter 2,Presenter 2 email',
      ),
    ).toEqual([pair, [{ name: 'Jo Ellis', email: null }]])
    expect(presenters('A,Priya Shah; Ash Rao,; a@x.org', 'Title,Presenters,E-mails')).toEqual([
      [{ name: 'Priya Shah', email: null }, pair[1]],
    ])
  })

  test.each<[string, string, string, boolean]>([
    [',Leeds,Jo,,', 'missing', 'Row 2 has no title.', true],
    [
      'A,Leeds,Jo,jo@x.org; sam@x.org,',
      'disagrees',
      'Row 2, A, has 2 e-mails for 1 presenter. Write them in the same order, with semicolons between.',
      true,
    ],
    ['A,Leeds,,,', 'missing', 'Row 2, A, has no presenter.', false],
    ['A,,Jo,,', 'missing', 'Row 2, A, has no organisation.', false],
    [
      'A,Leeds,Jo,jo at x,',
      'not-understood',
      'Row 2, A, has “jo at x” as an e-mail address, which does not look like one. It is not kept.',
      false,
    ],
    [
      'A,Leeds,Jo,,by the door',
      'not-understood',
      'Row 2, A, has “by the door” as its table number. We expected a whole number from 1 to 999.',
      true,
    ],
    [
      'A,Leeds,Jo,,-3',
      'not-understood',
      'Row 2, A, has “-3” as its table number. We expected a whole number from 1 to 999.',
      true,
    ],
  ])('%s', (row, code, sentence, blocks) => {
    const read = innovations(row, 'Title,Organisation,Presenters,E-mails,Table')
    expect(read.problems).toEqual([
      expect.objectContaining({ line: 2, code, blocks, words: sentence }),
    ])
    expect(read.rows).toHaveLength(blocks ? 0 : 1)
  })

  test('table numbers as people write them', () => {
    const read = innovations('A,Table 12\nB,T7\nC,7.0\nD,', 'Title,Table')
    expect(values(read).map(({ table }) => table)).toEqual([12, 7, 7, null])
    expect(words(read.problems.filter(({ blocks }) => blocks))).toEqual([
      'Rows 3 and 4 both stand at table 7. One table holds one innovation.',
    ])
  })

  test('the same innovation twice, and two of one title from two councils', () => {
    const read = innovations(
      'Open repairs,Camden,Jo\nopen  repairs,CAMDEN,Jo\nOpen repairs,Leeds,Sam',
      'Title,Council,Presenter',
    )
    expect(words(read.problems)).toEqual([
      'Rows 2 and 3 are the same innovation, “Open repairs”. Keep one of them.',
    ])
  })

  test('a title that fits no badge', () => {
    const read = innovations(`${'x'.repeat(201)},Leeds,Jo`, 'Title,Organisation,Presenter')
    expect(read.problems).toMatchObject([
      { line: 2, code: 'too-long', field: 'title', blocks: true },
    ])
  })
})
