import { describe, expect, test } from 'vitest'
import type { StageId } from '#shared/show/words.ts'
import { Hall } from '../plan/support.ts'
import { type Rooms, at, dry, jo, named, programme, rows, said, take, talks, zoe } from './hall.ts'
import { event, type JsonEvent, jsonOf } from './support.ts'

describe('a newer file', () => {
  test('finds its items again, changes them, adds what is new and lists what is gone', () => {
    const hall = new Hall()
    take(hall, talks)
    const id = named(hall, 'First').id
    const plan = take(hall, {
      Hall: [
        event(2, { title: 'Second', date: at('11:00') }),
        event(3, {
          title: 'Third',
          date: at('09:00'),
          type: 'panel',
          persons: [zoe],
          state: 'confirmed',
        }),
        event(5, { title: 'Fifth', date: at('09:30') }),
      ],
      'Room 2': [
        event(1, {
          title: 'First!',
          date: at('14:00', '2026-06-29'),
          duration: '00:45',
          persons: [jo],
          abstract: 'More.',
        }),
      ],
    })
    expect(programme(hall)).toEqual({
      Hall: ['09:00 Third', '09:30 Fifth', '11:00 Second'],
      'Room 2': ['12:00 Lunch', '14:00 First!'],
    })
    expect(named(hall, 'First!').id).toBe(id)
    expect(said(plan)).toEqual({
      'Third, Hall':
        'Is on “Hall” now (was “Room 2”). Fixed start is now 09:00 (was 10:00). Who speaks is now Zoë Li (was Jo Ellis and Zoë Li). Is confirmed now.',
      'First!, Room 2':
        'Is on “Room 2” now (was “Hall”). Title is now First! (was First). Day is now Monday 29 June (was Sunday 28 June). Fixed start is now 14:00 (was 10:00). Length is now 45 min (was 30 min). Its summary is changed.',
    })
    expect(plan.files[0]?.gone).toEqual([
      {
        words: 'Lunch, Room 2, Sunday 28 June',
        reason:
          'It came from an earlier file, and this one does not have it. It stays: if it does not take place, remove it under Programme.',
      },
    ])
    expect(rows(plan).map(({ label, isNew }) => [label, isNew])).toContainEqual([
      'Fifth, Hall',
      true,
    ])
  })

  test('a blank summary takes nothing away; a speaker who is no longer named does not speak', () => {
    const hall = new Hall()
    take(hall, talks)
    take(hall, {
      ...talks,
      Hall: [event(1, { title: 'First', date: at('10:00'), persons: [], abstract: '' })],
    })
    expect(named(hall, 'First')).toMatchObject({ summary: 'All of it.', speakers: [] })
  })

  test('what has begun stays, and nothing comes before it', () => {
    const hall = new Hall()
    take(hall, talks)
    const stage =
      Object.values(hall.show.stages).find(({ name }) => name === 'Hall')?.id ?? ('' as StageId)
    hall.do({ type: 'load-item', stage, segment: named(hall, 'Second').id, pitch: null })
    const plan = take(hall, {
      ...talks,
      Hall: [
        event(1, { title: 'First', date: at('10:00'), persons: [jo], abstract: 'All of it.' }),
        event(2, { title: 'Second', date: at('15:00') }),
        event(6, { title: 'Early', date: at('09:00') }),
        event(7, { title: 'After', date: at('11:40') }),
      ],
    })
    expect(said(plan)).toEqual({
      'Second, Hall': 'It has begun, so it stays as it is.',
      'Early, Hall': 'It would come before “Second”, which has begun.',
    })
    expect(programme(hall)['Hall']).toEqual(['10:00 First', '11:00 Second', '11:40 After'])
    expect(rows(plan).filter(({ leftOut }) => leftOut)).toHaveLength(2)
  })

  test('a cancelled item is not taken out, and what has lost its time stays', () => {
    const hall = new Hall()
    take(hall, talks)
    const plan = dry(hall, {
      ...talks,
      Hall: [
        event(2, { title: 'Second', date: at('11:00'), state: 'canceled' }),
        event(1, { title: 'First', date: '', start: '' }),
        event(8, { title: 'Never', date: at('16:00'), state: 'withdrawn' }),
      ],
    })
    expect(plan.commands).toEqual([])
    expect(said(plan)).toEqual({
      'Second, Hall':
        'It is cancelled in the file and still in the programme. If it does not take place, remove it under Programme.',
      'Never, Hall': 'It is cancelled, so it stays out.',
      First:
        'It has no start (schedule.conference.days[0].rooms["Hall"][1]), so it stays out. It is in the programme already, and stays there as it was.',
    })
    expect(plan.files[0]?.gone).toEqual([])
  })

  test('a stage that has another name by now is still that room', () => {
    const hall = new Hall()
    take(hall, talks)
    const stage = Object.values(hall.show.stages).find(({ name }) => name === 'Hall')
    if (stage) hall.do({ type: 'save-stage', stage: { id: stage.id, name: 'Great hall' } })
    expect(dry(hall, talks).commands).toEqual([])
    take(hall, {
      ...talks,
      Hall: [...(talks['Hall'] ?? []), event(9, { title: 'New', date: at('13:00') })],
    })
    expect(Object.keys(programme(hall))).toEqual(['Great hall', 'Room 2'])
  })

  test('items without an id are known by title, day and stage', () => {
    const bare = (number: number, title: string, time: string): JsonEvent => ({
      title,
      date: at(time),
      duration: '00:30',
      number,
    })
    const rooms = (second: string): Rooms => ({
      Hall: [bare(1, 'Coffee', '10:00'), bare(2, 'Coffee', second), bare(3, 'Talk', '11:00')],
    })
    const hall = new Hall()
    take(hall, rooms('15:00'))
    expect(dry(hall, rooms('15:00')).commands).toEqual([])
    const plan = take(hall, rooms('15:30'))
    expect(plan.commands).toHaveLength(1)
    expect(programme(hall)).toEqual({ Hall: ['10:00 Coffee', '11:00 Talk', '15:30 Coffee'] })
  })

  test('a file of another event leaves this one alone, also where its numbers are the same', () => {
    const numbered = (acronym: string, title: string): string =>
      jsonOf({ Hall: [{ id: 1, title, date: at('10:00'), duration: '00:30' }] }).replace(
        '"test"',
        `"${acronym}"`,
      )
    const hall = new Hall()
    hall.do(...hall.plan([['a.json', numbered('one', 'A')]]).commands)
    const plan = hall.plan([['b.json', numbered('two', 'B')]])
    expect(rows(plan)[0]?.isNew).toBe(true)
    expect(plan.files[0]?.gone).toEqual([])
  })
})
