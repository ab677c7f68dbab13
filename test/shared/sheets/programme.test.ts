import { describe, expect, test } from 'vitest'
import { MINUTE, SECOND } from '#shared/time/instant.ts'
import { example, sheet, values, words } from './support.ts'

const programme = (rows: string, header = 'Day,Start,Length,Kind,Title') =>
  sheet('programme', `${header}\n${rows}\n`)

describe('programme', () => {
  test('the example imports with nothing to say', () => {
    const read = sheet('programme', example('programme'), ['2027-06-24'])
    expect(read).toMatchObject({ problems: [], leftOut: [], dropped: [], notes: [] })
    expect(new Set(values(read).map(({ day }) => day))).toEqual(new Set(['2027-06-24']))
    expect(values(read).map(({ kind }) => kind)).toEqual([
      'break',
      'talk',
      'pitch-block',
      'break',
      'pitch-block',
      'note',
      'break',
      'rounds',
      'talk',
      'talk',
      'break',
    ])
    expect(read.rows[2]).toEqual({
      line: 4,
      value: {
        kind: 'pitch-block',
        day: '2027-06-24',
        stage: 'Main stage',
        title: 'Pitches 1: Care and daily life',
        start: '09:40:00',
        fixedStart: false,
        length: null,
        lengthFollows: false,
        summary: null,
        notes: null,
        confirmed: null,
        tablesOpen: null,
        speakers: null,
        id: null,
        pitchLength: 2 * MINUTE,
        changeover: 30 * SECOND,
        byItself: true,
        warnAt: 30 * SECOND,
        dangerAt: 10 * SECOND,
      },
    })
    expect(values(read)[7]).toMatchObject({
      kind: 'rounds',
      rounds: 3,
      move: [2 * MINUTE],
      talk: [15 * MINUTE],
      opensBefore: 15 * MINUTE,
      closesBefore: 2 * MINUTE,
      fixedStart: true,
    })
  })

  test('times, days and lengths as people write them', () => {
    const read = programme(
      'Sunday 28 June 2026,9.30,10,Welcome,Hello\n,"9.40-10.00",,Talk,Second\nMonday,9am,1h30,Panel,Third',
    )
    expect(read.problems).toEqual([])
    expect(values(read)).toMatchObject([
      { day: '2026-06-28', start: '09:30:00', length: 10 * MINUTE, kind: 'talk' },
      { day: '2026-06-28', start: '09:40:00', length: 20 * MINUTE, kind: 'talk' },
      { day: '2026-06-29', start: '09:00:00', length: 90 * MINUTE, kind: 'panel' },
    ])
  })

  test('date and time in one cell, end in place of length, seconds by the header', () => {
    const read = programme(
      '28/06/2026 09:00,28/06/2026 09:45,pitches,A,90\n2026-06-28T10:00,2026-06-28T10:30,lunch,B,',
      'Starts,Ends,Type,Session,Pitch length (seconds)',
    )
    expect(read.problems).toEqual([])
    expect(values(read)).toMatchObject([
      {
        day: '2026-06-28',
        start: '09:00:00',
        length: 45 * MINUTE,
        kind: 'pitch-block',
        pitchLength: 90 * SECOND,
      },
      { day: '2026-06-28', start: '10:00:00', length: 30 * MINUTE, kind: 'break' },
    ])
  })

  test('a missing kind is taken from the other columns and the title', () => {
    const read = programme(
      '9:00,10m,Coffee,,\n,5m,Pitches,2m,\n,,Tables,,3\n,10m,Closing words,,',
      'Start,Length,Title,Pitch length,Rounds',
    )
    expect(values(read).map(({ kind }) => kind)).toEqual(['break', 'pitch-block', 'rounds', 'talk'])
  })

  test.each<[string, string, string]>([
    [
      '28/06/2026,9:00,10,Juggling,Hello',
      'not-understood',
      'Row 2, Hello, is of a kind we do not know, “Juggling”. We know pitch block, talk, panel, ceremony, break, rounds and note.',
    ],
    ['28/06/2026,9:00,,Talk,Hello', 'missing', 'Row 2, Hello, has no length.'],
    [
      '28/06/2026,nine,10,Talk,Hello',
      'not-understood',
      'Row 2, Hello, starts at “nine”. We read times such as 10:40, 9.30 or 2pm.',
    ],
    [
      '06/28/2026,9:00,10,Talk,Hello',
      'not-understood',
      'Row 2, Hello, has “06/28/2026” as its day. We read the day before the month: write 28/06/2026, not 06/28/2026.',
    ],
    [
      '28/06/2026,9:00,a while,Talk,Hello',
      'not-understood',
      'Row 2, Hello, has “a while” as its length. We read lengths such as 5, 5m, 90s, 1h30 or 2:30.',
    ],
    [
      '28/06/2026,2026-06-28T09:00:00Z,5,Talk,Hello',
      'not-understood',
      'Row 2, Hello, starts at “2026-06-28T09:00:00Z”. We read times such as 10:40, 9.30 or 2pm.',
    ],
    [
      '28/06/2026,,10,Talk,Hello',
      'missing',
      'Row 2, Hello, is the first of its day and has no start.',
    ],
    [
      '28/06/2026,10:00-9:00,,Talk,Hello',
      'out-of-order',
      'Row 2, Hello, ends (09:00) before it starts (10:00).',
    ],
  ])('%s', (row, code, sentence) => {
    const read = programme(row)
    expect(read.problems).toContainEqual(
      expect.objectContaining({ line: 2, code, blocks: true, words: sentence }),
    )
  })

  test('half past one after lunch', () => {
    const read = programme('28/06/2026,12:30,60,Lunch,Lunch\n,1:30,30,Talk,Panel')
    expect(words(read.problems)).toEqual([
      'Row 3, Panel, starts at 01:30, before row 2 (12:30). Write 13:30 if it is in the afternoon.',
    ])
    expect(values(read)).toHaveLength(1)
  })

  test('two stages side by side have their own order', () => {
    const read = programme(
      '28/06/2026,9:00,60,Talk,A,One\n,9:30,30,Talk,B,Two\n,10:00,30,Talk,C,One',
      'Day,Start,Length,Kind,Title,Room',
    )
    expect(read.problems).toEqual([])
    expect(values(read).map(({ stage }) => stage)).toEqual(['One', 'Two', 'One'])
  })

  test('a talk of a minute and a half is pointed out, not refused', () => {
    const read = programme('28/06/2026,9:00,1:30,Talk,Hello\n,,2m,Talk,Short on purpose')
    expect(read.problems).toEqual([])
    expect(read.notes).toEqual([
      'Row 2, Hello, is 1 min 30 s long. For hours and minutes write 1h30.',
    ])
  })

  test('danger comes after warning', () => {
    const read = programme(
      '9:00,,Pitches,A,2m,10s,30s',
      'Start,Length,Kind,Title,Pitch length,Warning,Red',
    )
    expect(read.problems).toMatchObject([{ field: 'dangerAt', blocks: true }])
  })
})
