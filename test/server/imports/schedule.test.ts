import { expect, test } from 'vitest'
import { event, jsonOf, xmlEvent, xmlOf } from '../../shared/schedule/support.ts'
import { listening } from './hall.ts'

const at = (time: string): string => `2026-06-28T${time}:00+01:00`
const talks = {
  Hall: [
    event(1, { title: 'First', date: at('10:00'), persons: [{ id: 1, public_name: 'Jo Ellis' }] }),
    event(2, { title: 'Second', date: at('11:00'), track: 'Data' }),
  ],
  'Room 2': [event(3, { title: 'Third', date: at('10:00'), duration: '9:99:99:99' })],
}

test('a schedule.json is previewed, applied, and a newer one is told by item', async () => {
  const hall = await listening()
  const { version } = hall.runner().show()
  const preview = await hall.dry({ 'schedule.json': jsonOf(talks) })
  expect(preview).toMatchObject({
    applied: false,
    blocked: false,
    totals: { rows: 3, added: 3, changed: 0, same: 0, leftOut: 0 },
    message: 'It would be 3 items added. Nothing has been added yet.',
  })
  expect(preview.files[0]).toMatchObject({
    name: 'schedule.json',
    kind: 'schedule',
    lines: [
      { line: 1, words: 'First, Hall', what: 'added' },
      { line: 2, words: 'Third, Room 2', what: 'added' },
      { line: 3, words: 'Second, Hall', what: 'added' },
    ],
  })
  expect(preview.files[0]?.notes).toContain('Tracks of 1 session are not kept.')
  expect(preview.files[0]?.problems.map(({ line, words }) => [line, words])).toEqual([
    [
      2,
      'Item 2, “Third” (schedule.conference.days[0].rooms["Room 2"][0]), has a length that we cannot read, “9:99:99:99”.',
    ],
    [
      2,
      'Item 2, “Third” (schedule.conference.days[0].rooms["Room 2"][0]), is taken as 30 min, the usual.',
    ],
  ])
  expect(hall.runner().show().version).toBe(version)

  const applied = await hall.apply({ 'schedule.json': jsonOf(talks) })
  expect(applied).toMatchObject({ applied: true, message: 'Done: 3 items added.' })
  const show = hall.runner().show()
  expect(Object.values(show.stages).map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Hall', 'Room 2']),
  )
  const first = Object.values(show.segments).find(({ title }) => title === 'First')
  expect(first?.fixedStart).toBe(Date.parse(at('10:00')))
  const [speaker] = first?.speakers ?? []
  expect(speaker && hall.runner().people().get(speaker)?.name).toBe('Jo Ellis')
  expect(show.edits.at(-1)?.subject).toEqual({
    done: 'imported',
    thing: 'file',
    name: 'schedule.json',
  })

  const again = await hall.apply({ 'another-name.txt': jsonOf(talks) })
  expect(again).toMatchObject({ applied: false, blocked: false, totals: { same: 3 } })
  const newer = await hall.apply({
    'schedule.json': jsonOf({ Hall: [event(1, { title: 'First', date: at('10:30') })] }),
  })
  expect(newer.files[0]?.lines).toEqual([
    {
      line: 1,
      words: 'First, Hall',
      what: 'changed',
      reason: 'Fixed start is now 10:30 (was 10:00).',
    },
  ])
  expect(newer.files[0]?.gone).toEqual(
    ['Third, Room 2, Sunday 28 June', 'Second, Hall, Sunday 28 June'].map((words) => ({
      words,
      reason:
        'It came from an earlier file, and this one does not have it. It stays: if it does not take place, remove it under Programme.',
    })),
  )
  expect(newer.totals).toMatchObject({ rows: 1, changed: 1 })
})

test('XML and a page saved in its place, and a schedule beside the people', async () => {
  const hall = await listening()
  const page = await hall.dry({ schedule: '<!DOCTYPE html><html><body>Sign in</body></html>' })
  expect(page).toMatchObject({ blocked: true, files: [{ kind: null }] })
  expect(page.message).toContain('This is a web page (HTML).')
  const both = await hall.apply({
    'people.csv': 'Name,E-mail,Organisation\nSome Person,some@example.org,Leeds\n',
    'schedule.xml': xmlOf(
      xmlEvent({
        persons: "<person id='42'>Some Person</person>",
        date: at('09:00'),
        start: '09:00',
      }),
    ),
  })
  expect(both).toMatchObject({ applied: true, message: 'Done: 2 rows added.' })
  const [person, ...others] = [...hall.runner().people().entries()]
  expect(others).toEqual([])
  const [item] = Object.values(hall.runner().show().segments).filter(
    ({ title }) => title === 'Lorem',
  )
  expect(item?.speakers).toEqual([person?.[0]])
})
