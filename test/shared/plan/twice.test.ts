import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Hall, type Text } from './support.ts'

// Few values, so that rows share names, addresses, tickets, titles and tables.
const of = (...values: string[]) => fc.constantFrom(...values)
const row = (...cells: fc.Arbitrary<string>[]) => fc.tuple(...cells).map((each) => each.join(','))
const file = (header: string, rows: fc.Arbitrary<string>, most: number) =>
  fc.array(rows, { minLength: 1, maxLength: most }).map((lines) => [header, ...lines].join('\n'))

const name = of('Jo Ellis', 'Zoë Li', 'Zoe Li', 'Ash Rao', 'Jo Rao')
const email = of('', 'jo@x.org', 'zoe@x.org', 'buyer@x.org')
const organisation = of('', 'Leeds', 'Hull')
const people = file(
  'Ticket number,Name,E-mail,Organisation,Job title,Role',
  row(
    of('', '', 'T1', 'T2', 'T3'),
    name,
    email,
    organisation,
    of('', 'Lead'),
    of('', 'Helper', 'Delegate'),
  ),
  8,
)
const innovations = file(
  'Title,Organisation,Presenters,E-mails,Pitch block,Order,Table number,Capacity',
  row(
    of('A', 'B', 'C', 'D', 'E'),
    organisation,
    of('', 'Jo Ellis', 'Zoë Li', 'Ash Rao; Jo Rao'),
    of('', 'jo@x.org'),
    of('', 'Block 1', 'Block 2'),
    of('', '1', '2', '3'),
    of('', '1', '2', '3', '4'),
    of('', '6'),
  ),
  5,
)
const programme = fc
  .array(
    fc.tuple(
      of('Talk', 'Break', 'Note', 'Rounds', 'Pitches'),
      of('X', 'Y', 'Z'),
      of('', '5', '20'),
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((items) =>
    [
      'Start,Length,Kind,Title,Pitch length,Rounds',
      '9:00,,Pitches,Block 1,1m,',
      '9:30,,Pitches,Block 2,1m,',
      ...items.map(([kind, title, length], at) => {
        const isOpen = kind === 'Rounds' || kind === 'Pitches'
        return `1${at}:00,${isOpen ? '' : length || '60'},${kind},${title} ${kind},,${kind === 'Rounds' ? 2 : ''}`
      }),
    ].join('\n'),
  )
const files: fc.Arbitrary<Required<Text>> = fc.record({ people, innovations, programme })

/** The same every time; another one looks further. */
const SEED = { seed: 20_261_124 }

describe('files that are taken twice', () => {
  test('change nothing the second time, whatever is in them', () => {
    let taken = 0
    fc.assert(
      fc.property(files, (text) => {
        const hall = new Hall()
        if (hall.take(text).blocked) return
        taken++
        expect(hall.dry(text).commands).toEqual([])
      }),
      { ...SEED, numRuns: 200 },
    )
    expect(taken).toBeGreaterThan(20)
  })

  test('also after other files have come between, unless those say something else of the same', () => {
    fc.assert(
      fc.property(files, files, (first, second) => {
        const hall = new Hall()
        for (const text of [first, second]) {
          const plan = hall.take(text)
          if (plan.blocked) continue
          // What was taken last is so now.
          expect(hall.dry(text).commands).toEqual([])
        }
      }),
      { ...SEED, numRuns: 100 },
    )
  })

  test('a plan that is not blocked is always accepted, and a blocked one sends nothing', () => {
    fc.assert(
      fc.property(files, files, (first, second) => {
        const hall = new Hall()
        hall.take(first)
        const plan = hall.dry(second)
        if (plan.blocked) expect(plan.commands).toEqual([])
        else expect(() => plan.commands.length > 0 && hall.do(...plan.commands)).not.toThrow()
      }),
      { ...SEED, numRuns: 100 },
    )
  })
})
