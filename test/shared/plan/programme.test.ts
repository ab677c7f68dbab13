import { describe, expect, test } from 'vitest'
import type { StageId } from '#shared/show/words.ts'
import { MINUTE } from '#shared/time/instant.ts'
import { clockTime } from '#shared/time/zone.ts'
import { stageTimes } from '#shared/show/course.ts'
import { fileOf, Hall, problemsOf, rowOf, types } from './support.ts'

const STAGE = 'stg-main' as StageId
const HEAD = 'Day,Start,Length,Kind,Title,Pitch length,Rounds,Fixed start'
const programme = (...rows: string[]) => ({ programme: [HEAD, ...rows].join('\n') })
const DAY = [
  '28/06/2026,9:30,10,Talk,Welcome',
  ',9:40,,Pitches,Block 1,1m',
  ',10:00,15,Break,Coffee',
  ',10:15,,Rounds,Talks,,2',
  ',11:00,15,Break,Coffee',
  ',11:15,20,Talk,Closing',
]
const titles = (hall: Hall) =>
  (hall.show.stages[STAGE]?.segments ?? []).map((id) => hall.show.segments[id]?.title)
const plan = (hall: Hall) => {
  const times = stageTimes(hall.show, STAGE, 0)
  return (hall.show.stages[STAGE]?.segments ?? []).map((id) => {
    const segment = hall.show.segments[id]
    const start = clockTime(times.get(id)?.plannedStart ?? 0, 'Europe/London')
    return `${start} ${segment?.title}${segment?.fixedStart === null ? '' : ' fixed'}`
  })
}
const made = (...rows: string[]) => {
  const hall = new Hall()
  const first = hall.take(programme(...rows))
  return { hall, first }
}

describe('times', () => {
  test('planned times are those of the file, and only the first is fixed', () => {
    const { hall, first } = made(...DAY)
    expect(problemsOf(first)).toEqual([])
    expect(fileOf(first, 'programme').notes).toEqual([])
    expect(plan(hall)).toEqual([
      '09:30 Welcome fixed',
      '09:40 Block 1',
      '10:00 Coffee',
      '10:15 Talks',
      '11:00 Coffee',
      '11:15 Closing',
    ])
    expect(types(hall.dry(programme(...DAY)))).toEqual([])
  })

  test('the pitches a block gets later do not move what comes after it', () => {
    const { hall } = made(...DAY)
    hall.take({ innovations: 'Title,Pitch block\nA,Block 1\nB,Block 1\nC,Block 1' })
    expect(plan(hall)[2]).toBe('10:00 Coffee')
    expect(types(hall.dry(programme(...DAY)))).toEqual([])
  })

  test('a gap and an overlap fix the start, and are pointed out', () => {
    const { hall, first } = made(
      '28/06/2026,9:30,10,Talk,Welcome',
      ',9:45,30,Talk,Panel',
      ',10:00,10,Talk,Close',
    )
    expect(plan(hall)).toEqual(['09:30 Welcome fixed', '09:45 Panel fixed', '10:00 Close fixed'])
    expect(fileOf(first, 'programme').notes).toEqual([
      'Row 3, Panel, starts 5 min after row 2 ends, so its start is fixed.',
      'Row 4, Close, starts 15 min before row 3 ends by its length. Its start is fixed.',
    ])
  })

  test('a day that is not one of the event’s', () => {
    const { first } = made('29/06/2026,9:30,10,Talk,Welcome')
    expect(problemsOf(first)).toEqual([
      'Row 2, Welcome, is on Monday 29 June (2026-06-29). The event is on Sunday 28 June (2026-06-28).',
    ])
    expect(first.commands).toEqual([])
  })
})

describe('a corrected file', () => {
  test('a later time changes the item and adds none', () => {
    const { hall } = made(...DAY)
    const rows = DAY.with(4, ',11:05,15,Break,Coffee').with(5, ',11:20,20,Talk,Closing')
    const second = hall.take(programme(...rows))
    expect(types(second)).toEqual(['save-segment'])
    expect(rowOf(second, 'programme', 5).says).toEqual(['Length is now 50 min (was 45 min).'])
    expect(plan(hall).slice(3)).toEqual(['10:15 Talks', '11:05 Coffee', '11:20 Closing'])
    expect(titles(hall)).toHaveLength(6)
  })

  test('the second Coffee of a day is the second', () => {
    const { hall } = made(...DAY)
    const ids = [...(hall.show.stages[STAGE]?.segments ?? [])]
    hall.take(programme(...DAY.with(4, ',11:00,10,Break,Coffee')))
    expect(hall.show.segments[ids[2] as never]?.length).toBe(15 * MINUTE)
    expect(hall.show.segments[ids[4] as never]?.length).toBe(10 * MINUTE)
  })

  test('a corrected title is the same item, by its place', () => {
    const { hall } = made(...DAY)
    const ids = [...(hall.show.stages[STAGE]?.segments ?? [])]
    const second = hall.take(programme(...DAY.with(5, ',11:15,20,Talk,What we heard')))
    expect(types(second)).toEqual(['save-segment'])
    expect(rowOf(second, 'programme', 7).says).toEqual([
      'Title is now What we heard (was Closing).',
    ])
    expect(hall.show.stages[STAGE]?.segments).toEqual(ids)
  })

  test('a new item comes where it stands in the file', () => {
    const { hall } = made(...DAY)
    const rows = DAY.toSpliced(1, 1, ',9:40,5,Note,Fire exits', ',9:45,,Pitches,Block 1,1m')
    const second = hall.take(programme(...rows))
    expect(types(second)).toEqual(['save-segment', 'save-segment', 'move-segment'])
    expect(titles(hall).slice(0, 3)).toEqual(['Welcome', 'Fire exits', 'Block 1'])
    expect(rowOf(second, 'programme', 3)).toMatchObject({ isNew: true, changes: true })
    expect(types(hall.dry(programme(...rows)))).toEqual([])
  })

  test('two items that change places', () => {
    const { hall } = made(...DAY.slice(0, 1), ',9:40,5,Note,A', ',9:45,5,Note,B')
    const rows = [...DAY.slice(0, 1), ',9:40,5,Note,B', ',9:45,5,Note,A']
    const second = hall.take(programme(...rows))
    expect(types(second)).toEqual(['move-segment'])
    expect(titles(hall)).toEqual(['Welcome', 'B', 'A'])
    expect(types(hall.dry(programme(...rows)))).toEqual([])
  })

  test('days in whichever order they come, one file a day', () => {
    const hall = new Hall(['2026-06-28', '2026-06-29'])
    hall.take(programme('29/06/2026,9:00,10,Talk,Second day'))
    const second = hall.take(programme('28/06/2026,9:00,10,Talk,First day'))
    expect(fileOf(second, 'programme').notes).toEqual([])
    expect(titles(hall)).toEqual(['First day', 'Second day'])
    const moved = hall.take(
      programme('28/06/2026,9:00,10,Talk,First day', '28/06/2026,9:10,10,Talk,Second day'),
    )
    expect(rowOf(moved, 'programme', 3).says[0]).toBe(
      'Day is now Sunday 28 June (was Monday 29 June).',
    )
    expect(titles(hall)).toHaveLength(2)
  })

  test('an item that the file no longer has stays, and is named', () => {
    const { hall } = made(...DAY)
    const second = hall.take(programme(...DAY.slice(0, 5)))
    expect(types(second)).toEqual([])
    expect(fileOf(second, 'programme').notes).toEqual([
      '“Closing” is in the programme and not in this file, and stays.',
    ])
  })

  test('a talk may become a break, and pitches no talk: that is refused rather than added beside', () => {
    const { hall } = made(...DAY)
    const second = hall.take(programme(...DAY.with(0, '28/06/2026,9:30,10,Break,Welcome')))
    expect(rowOf(second, 'programme', 2).says).toEqual(['Kind is now break (was talk).'])
    expect(titles(hall)).toHaveLength(6)
    const third = hall.take(programme(...DAY.with(1, ',9:40,20,Talk,Block 1')))
    expect(third.blocked).toBe(true)
    expect(problemsOf(third)).toEqual([
      'Row 3, Block 1, is in the programme with another kind (pitch block), and such an item cannot become another kind. Give it another title.',
    ])
  })
})

describe('while the day runs', () => {
  const running = () => {
    const { hall } = made(...DAY)
    hall.do({ type: 'start-clock', stage: STAGE })
    return hall
  }

  test('an item that has begun stays as it is', () => {
    const hall = running()
    const plan = hall.take(programme(...DAY.with(0, '28/06/2026,9:20,20,Talk,Welcome')))
    expect(types(plan)).toEqual([])
    expect(rowOf(plan, 'programme', 2)).toMatchObject({
      leftOut: true,
      says: ['It has begun, so it stays as it is.'],
    })
  })

  test('nothing is put before it, and later items still change', () => {
    const hall = running()
    const rows = ['28/06/2026,9:20,10,Note,Doors', ...DAY.with(0, ',9:30,10,Talk,Welcome')]
    const plan = hall.take(programme(...rows.with(6, ',11:15,25,Talk,Closing')))
    expect(rowOf(plan, 'programme', 2)).toMatchObject({
      leftOut: true,
      says: ['It would come before “Welcome”, which has begun.'],
    })
    expect(plan.blocked).toBe(false)
    expect(titles(hall)).toEqual(['Welcome', 'Block 1', 'Coffee', 'Talks', 'Coffee', 'Closing'])
  })

  test('rounds with people in them cannot become fewer', () => {
    const { hall } = made(...DAY)
    hall.take({
      people: 'Name,Organisation\nJo,Leeds',
      innovations: 'Title,Presenters,Table number\nA,Priya,1',
    })
    const [, last] = Object.values(hall.show.rounds)
    const person = [...hall.people].find(([, { name }]) => name === 'Jo')?.[0]
    const [table] = Object.values(hall.show.tables)
    if (!last || !person || !table) throw new Error('not set up')
    hall.do({ type: 'move-person', person, round: last.id, table: table.id })
    const plan = hall.take(programme(...DAY.with(3, ',10:15,,Rounds,Talks,,1')))
    expect(rowOf(plan, 'programme', 5)).toMatchObject({ leftOut: true })
    expect(plan).toMatchObject({ commands: [], blocked: false })
    const more = hall.take(programme(...DAY.with(3, ',10:15,,Rounds,Talks,,3')))
    expect(rowOf(more, 'programme', 5).says).toEqual(['Rounds is now 3 (was 2).'])
    expect(Object.keys(hall.show.rounds)).toHaveLength(3)
    expect(hall.show.rounds[last.id]?.picks).toEqual({ [person]: table.id })
  })
})

describe('other rooms', () => {
  const FILE = {
    programme: [
      'Start,Length,Kind,Title,Room',
      '9:00,60,Talk,Plenary,Main hall',
      '9:00,60,Talk,Workshop,Room 2',
      '10:00,30,Break,Coffee,Foyer',
      '10:30,30,Talk,Close,Main hall',
    ].join('\n'),
  }
  test('come to the main stage, but a room in which something is on meanwhile is a stage', () => {
    const hall = new Hall()
    const plan = hall.take(FILE)
    expect(plan.blocked).toBe(false)
    expect(titles(hall)).toEqual(['Plenary', 'Coffee', 'Close'])
    expect(rowOf(plan, 'programme', 3).says).toEqual(['The stage “Room 2” comes with it.'])
    expect(fileOf(plan, 'programme').notes).toEqual([
      'What is in “Foyer” comes to the programme of the main stage too.',
    ])
    const beside = Object.values(hall.show.stages).find(({ name }) => name === 'Room 2')
    expect(beside?.segments.map((id) => hall.show.segments[id]?.title)).toEqual(['Workshop'])
    expect(hall.dry(FILE).commands).toEqual([])
  })

  test('an item that the file has on another stage goes there', () => {
    const hall = new Hall()
    hall.take(FILE)
    const moved = hall.take({
      programme: FILE.programme.replace('Close,Main hall', 'Close,Room 2'),
    })
    expect(types(moved)).toEqual(['move-segment', 'save-segment'])
    expect(rowOf(moved, 'programme', 5).says).toEqual([
      'Stage is now Room 2 (was Main stage).',
      'Fixed start is now 10:30.',
    ])
    expect(titles(hall)).toEqual(['Plenary', 'Coffee'])
  })
})

test('what a row says beside its times comes in, and what it leaves open stays', () => {
  const HEADS =
    'Start,Length,Kind,Title,Summary,Notes,Confirmed,Speakers,Tables open,Rounds,Move,Talk,Walk up'
  const hall = new Hall()
  const file = (...rows: string[]) => ({ programme: [HEADS, ...rows].join('\n') })
  const ROWS = [
    '9:00,10,Panel,Three views,"What they think\nand why",Dim the lights,tbc,Jo Ellis; Ash Rao,yes,,,,',
    '9:10,,Rounds,Tables,,,,,,3,2m; 3m,10m,no; yes',
  ]
  expect(problemsOf(hall.take(file(...ROWS)))).toEqual([])
  const [panel, rounds] = Object.values(hall.show.segments)
  expect(panel).toMatchObject({
    kind: 'panel',
    summary: 'What they think\nand why',
    notes: 'Dim the lights',
    confirmed: false,
    tablesOpen: true,
  })
  expect(panel?.speakers.map((id) => hall.people.get(id)?.name)).toEqual(['Jo Ellis', 'Ash Rao'])
  expect(Object.values(hall.show.rounds)).toMatchObject([
    { move: 2 * MINUTE, talk: 10 * MINUTE, free: false },
    { move: 3 * MINUTE, talk: 10 * MINUTE, free: true },
    { move: 3 * MINUTE, talk: 10 * MINUTE, free: true },
  ])
  expect(rounds?.summary).toBe('')
  expect(hall.dry(file(...ROWS)).commands).toEqual([])
  const second = hall.take(file('9:00,10,Panel,Three views,,,yes,,,,,,', ROWS[1] ?? ''))
  expect(rowOf(second, 'programme', 2).says).toEqual(['Confirmed is now yes (was no).'])
  expect(Object.values(hall.show.segments)[0]).toMatchObject({
    notes: 'Dim the lights',
    confirmed: true,
    tablesOpen: true,
    speakers: [expect.any(String), expect.any(String)],
  })
  const odd = hall.dry(file('9:00,10,Panel,Three views,,,perhaps,,maybe,,,,'))
  expect(problemsOf(odd)).toEqual([
    'Row 2, Three views, has “perhaps” under Confirmed. We expected yes or no, and leave it as it is.',
    'Row 2, Three views, has “maybe” under Tables open. We expected yes or no.',
  ])
  expect(odd.commands).toEqual([])
})
