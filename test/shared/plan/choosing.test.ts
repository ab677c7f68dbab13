import { describe, expect, test } from 'vitest'
import type { SegmentId } from '#shared/show/words.ts'
import { programmeSheet } from '#shared/sheets/out/programme-sheet.ts'
import { toCsv } from '#shared/sheets/write.ts'
import { EXAMPLE, Hall, problemsOf } from './support.ts'

const HEADS = 'Start,Length,Kind,Title,Pitch length,Rounds,Walk up,Choosing,By itself'
const file = (...rows: string[]) => ({ programme: [HEADS, ...rows].join('\n') })
const PITCHES = '9:00,10,Pitch block,Pitches,1m,,,,'
const windows = (hall: Hall) => Object.values(hall.show.windows)
const idOf = (hall: Hall, title: string): SegmentId | undefined =>
  Object.values(hall.show.segments).find((one) => one.title === title)?.id

describe('how people get tables in rounds that a file brings', () => {
  test.each(['', 'wishes', 'By choices'])('by their wishes: “%s”', (words) => {
    const hall = new Hall()
    const rows = file(PITCHES, `,,Rounds,Tables,,3,no;yes;no,${words},yes`)
    expect(problemsOf(hall.take(rows))).toEqual([])
    const rounds = Object.values(hall.show.rounds)
    const [first, free, last] = rounds
    expect(windows(hall)).toMatchObject([
      {
        title: 'Tables',
        follows: [idOf(hall, 'Pitches')],
        rounds: [first?.id, last?.id],
        byItself: true,
        everyone: false,
        phase: 'planned',
      },
    ])
    expect(free).toMatchObject({ free: true, window: null })
    expect(hall.dry(rows).commands).toEqual([])
  })

  test.each([
    ['first come', false],
    ['First come, first served', false],
    ['walk up', true],
  ])('or as it says: “%s”', (words, isFree) => {
    const hall = new Hall()
    expect(problemsOf(hall.take(file(PITCHES, `,,Rounds,Tables,,2,,"${words}",`)))).toEqual([])
    expect(windows(hall)).toEqual([])
    expect(Object.values(hall.show.rounds).map(({ free }) => free)).toEqual([isFree, isFree])
  })

  test('two sessions have a window each, which follows the pitches before it', () => {
    const hall = new Hall()
    const rows = [
      PITCHES,
      ',,Rounds,Morning,,2,,,',
      '13:00,10,Pitch block,More pitches,1m,,,,',
      ',,Rounds,Afternoon,,2,,,',
    ]
    expect(problemsOf(hall.take(file(...rows)))).toEqual([])
    expect(windows(hall).map(({ title, follows }) => [title, follows])).toEqual([
      ['Morning', [idOf(hall, 'Pitches')]],
      ['Afternoon', [idOf(hall, 'More pitches')]],
    ])
  })

  test('rounds that are there stay as they are, and a file that says otherwise is told so', () => {
    const hall = new Hall()
    hall.take(file(PITCHES, ',,Rounds,Tables,,2,,first come,'))
    expect(hall.dry(file(PITCHES, ',,Rounds,Tables,,2,,,')).commands).toEqual([])
    const other = hall.dry(file(PITCHES, ',,Rounds,Tables,,2,,wishes,'))
    expect(other).toMatchObject({ commands: [], blocked: false })
    expect(problemsOf(other)).toEqual([
      'Row 3, Tables, is first come, first served here and stays so. Change it in the console, at the item of the programme.',
    ])
    expect(problemsOf(hall.dry(file(PITCHES, ',,Rounds,Tables,,2,,by lot,')))).toEqual([
      'Row 3, Tables, has “by lot” under Choosing. We expected wishes, first come or walk up.',
    ])
  })

  test('our own file says it, and another event made from it is the same', () => {
    for (const words of ['', 'first come', 'walk up']) {
      const hall = new Hall()
      hall.take(file(PITCHES, `,,Rounds,Tables,,2,,${words},`))
      const { header, rows } = programmeSheet(hall.show, hall.people)
      const own = toCsv(header, rows)
      expect(hall.dry({ programme: own }).commands).toEqual([])
      const copy = new Hall()
      expect(problemsOf(copy.take({ programme: own }))).toEqual([])
      expect(windows(copy).length).toBe(windows(hall).length)
      expect(Object.values(copy.show.rounds).map(({ free }) => free)).toEqual(
        Object.values(hall.show.rounds).map(({ free }) => free),
      )
    }
  })

  test('the example goes by wishes: one window after both blocks of pitches', () => {
    const hall = new Hall()
    hall.take(EXAMPLE)
    expect(windows(hall)).toMatchObject([
      { title: 'Table talks', rounds: { length: 3 }, follows: { length: 2 }, byItself: true },
    ])
  })
})
