import { expect, test } from 'vitest'
import { allowed } from '#shared/show/permissions.ts'

import { MINUTE } from '#shared/time/instant.ts'

import { ROLES } from '#shared/show/words.ts'
import type { SingleCommand } from '#shared/show/commands.ts'
import {
  as,
  bench,
  BLOCK,
  COHOST,
  details,
  GUESTS,
  HOSTS,
  INNOVATIONS,
  PITCHES,
  RD,
  STAGE,
  TABLES,
} from '../../support/decider.ts'

const stage = STAGE
const start = { type: 'start-clock', stage } as const
const table = (fields: object) => {
  const [id] = TABLES
  return {
    type: 'save-table' as const,
    table: {
      id,
      number: 1,
      zone: 'A',
      place: 'place 1',
      capacity: 2,
      innovation: INNOVATIONS[0],
      hosts: [HOSTS[0], COHOST],
      ...fields,
    },
  }
}
test('T1 a number of its own, an innovation that exists, and the same again is no change', () => {
  const b = bench()
  expect(b.does(table({}))).toEqual([])
  expect(b.does(table({ number: 2 }))).toBe('number-taken')
  expect(b.does(table({ innovation: 'inn-none' }))).toBe('unknown')
  expect(b.does(table({ hosts: ['per-nobody'] }))).toBe('unknown')
  expect(b.does(table({ number: 9, place: 'by the door' }))).toEqual(['table-saved'])
})

test('T2 swapped tables take their people along', () => {
  const b = bench()
  b.does({ type: 'open-round', round: RD[0] })
  b.does({ type: 'pick-table', round: RD[0], table: TABLES[1] }, 0, as(GUESTS[0]))
  expect(b.does({ type: 'swap-tables', a: TABLES[1], b: TABLES[2] })).toEqual(['tables-swapped'])
  expect(b.show.tables[TABLES[1]]).toMatchObject({
    number: 3,
    place: 'place 3',
    innovation: INNOVATIONS[1],
  })
  expect(b.show.rounds[RD[0]]?.picks[GUESTS[0]]).toBe(TABLES[1])
  expect(b.does({ type: 'swap-tables', a: TABLES[1], b: TABLES[1] })).toEqual([])
  expect(b.does({ type: 'swap-tables', a: TABLES[1], b: 'tab-none' as never })).toBe('unknown')
})

test('T3 no capacity below the seats taken', () => {
  const b = bench()
  b.does({ type: 'open-round', round: RD[0] })
  for (const guest of [GUESTS[0], GUESTS[1]])
    b.does({ type: 'pick-table', round: RD[0], table: TABLES[0] }, 0, as(guest))
  expect(b.refusal(table({ capacity: 1 }))).toMatchObject({
    code: 'capacity-below-taken',
    params: { taken: 2 },
    field: 'capacity',
  })
  expect(b.does(table({ capacity: 3 }))).toEqual(['table-saved'])
})

test('T4 a host hosts one table, and sits nowhere else without a co-host', () => {
  const b = bench()
  expect(b.does(table({ hosts: [HOSTS[1]] }))).toBe('hosts-elsewhere')
  b.does({ type: 'open-round', round: RD[0] })
  b.does({ type: 'pick-table', round: RD[0], table: TABLES[1] }, 0, as(GUESTS[0]))
  expect(b.does(table({ hosts: [GUESTS[0]] }))).toBe('host-has-pick')
  expect(b.does(table({ hosts: [GUESTS[0], HOSTS[0]] })), 'a co-host stays').toEqual([
    'table-saved',
  ])
})

test('A1 an answer to any innovation, before, during and after its pitch, until the event is closed', () => {
  const b = bench()
  const answer = (innovation: (typeof INNOVATIONS)[number]) =>
    ({ type: 'set-answer', innovation, answer: 'yes' }) as const
  expect(b.does(answer(INNOVATIONS[1]), 0, as(GUESTS[0])), 'before').toEqual(['answer-set'])
  b.does({ type: 'load-item', stage, segment: BLOCK, pitch: PITCHES[0] })
  b.does(start)
  expect(b.does(answer(INNOVATIONS[0]), 0, as(GUESTS[0])), 'during').toEqual(['answer-set'])
  b.does({ type: 'next-item', stage }, MINUTE)
  expect(b.does(answer(INNOVATIONS[0]), MINUTE, as(GUESTS[1])), 'after').toEqual(['answer-set'])
  expect(b.does(answer(INNOVATIONS[0])), 'nobody').toBe('not-allowed')
  expect(b.does(answer('inn-zzzz' as never), 0, as(GUESTS[0]))).toBe('unknown')
  b.does({ type: 'close-show' }, MINUTE)
  expect(b.does(answer(INNOVATIONS[2]), MINUTE, as(GUESTS[0]))).toBe('show-closed')
})

test('A2 an answer changes and is taken back; the same again is no change', () => {
  const b = bench()
  const give = (answer: 'yes' | 'no' | null) =>
    b.does({ type: 'set-answer', innovation: INNOVATIONS[0], answer }, 0, as(GUESTS[0]))
  b.does({ type: 'load-item', stage, segment: BLOCK, pitch: PITCHES[0] })
  b.does(start)
  expect(
    [give('yes'), give('yes'), give('no'), give(null), give(null)].map((came) => came.length),
  ).toEqual([1, 0, 1, 1, 0])
  expect(b.show.answers[GUESTS[0]]).toEqual({})
})

test('H1 names are in rows, never in an event', () => {
  const b = bench()
  expect(JSON.stringify(b.journal)).not.toContain('Name ')
  expect(JSON.stringify(b.journal)).not.toContain('example.org')
  expect(
    b.does({
      type: 'save-person',
      person: GUESTS[0],
      roles: ['delegate', 'helper'],
      details: details('new'),
    }),
  ).toEqual(['person-changed'])
  expect(new Set(b.show.people[GUESTS[0]]?.roles)).toEqual(new Set(['delegate', 'helper']))
})

test('H2 check-in and undo, each once', () => {
  const b = bench()
  const [person] = GUESTS
  expect(b.does({ type: 'undo-check-in', person })).toEqual([])
  expect(b.does({ type: 'check-in', person })).toEqual(['person-checked-in'])
  expect(b.does({ type: 'check-in', person })).toEqual([])
  expect(b.does({ type: 'undo-check-in', person })).toEqual(['person-check-in-undone'])
  expect(b.does({ type: 'check-in', person: 'per-none' as never })).toBe('unknown')
})

test('H3 erasing takes everything of a person', () => {
  const b = bench()
  const [, host] = HOSTS
  b.does({ type: 'open-round', round: RD[0] })
  b.does({ type: 'pick-table', round: RD[0], table: TABLES[0] }, 0, as(GUESTS[0]))
  for (const person of [host, GUESTS[0]]) b.does({ type: 'erase-person', person })
  const left = JSON.stringify(b.show)
  expect(left).not.toContain(host)
  expect(left).not.toContain(GUESTS[0])
  expect(b.show.rounds[RD[0]]?.taken).toEqual({})
  expect(b.does({ type: 'erase-person', person: host })).toBe('unknown')
})

test('H3 a co-host who is left alone is at their table again, in rounds to come', () => {
  const b = bench()
  const [host] = HOSTS
  const table = b.show.tables[TABLES[0]] ?? expect.fail()
  b.does({ type: 'save-table', table: { ...table, hosts: [host, COHOST] } })
  const away = { type: 'move-person', person: COHOST, table: TABLES[1] } as const
  for (const round of RD) b.does({ ...away, round })
  b.does({ type: 'end-round', round: RD[0] })
  expect(b.does({ type: 'erase-person', person: host })).toEqual(['table-left', 'person-erased'])
  expect(b.show.rounds[RD[0]]?.picks, 'what was is as it was').toEqual({ [COHOST]: TABLES[1] })
  expect(b.show.rounds[RD[1]]?.picks).toEqual({})
})

test('H4 a renewed pass has a new generation', () => {
  const b = bench()
  b.does({ type: 'renew-pass', person: GUESTS[0] })
  expect(b.show.people[GUESTS[0]]?.generation).toBe(1)
})

test('H5 who may send what', () => {
  const may = (type: SingleCommand['type'] | 'batch') =>
    ROLES.filter((role) => allowed({ id: 'x', roles: [role], person: null }, type))
  expect(may('create-show')).toEqual(['organiser'])
  expect(may('batch')).toEqual(['organiser'])
  expect(may('erase-person')).toEqual(['organiser'])
  expect(may('next-item')).toEqual(['organiser', 'stage-manager'])
  expect(may('check-in')).toEqual(['organiser', 'stage-manager', 'helper'])
  expect(may('pick-table')).toEqual([...ROLES])
  expect(may('advance-stage')).toEqual([])
  expect(allowed({ id: 's', roles: ['system'], person: null }, 'advance-stage')).toBe(true)
  expect(allowed({ id: 's', roles: ['screen'], person: null }, 'pick-table')).toBe(false)
})

test('H7 the desk takes back whom it has added itself, and nobody else', () => {
  const b = bench()
  const person = 'per-new0' as typeof COHOST
  const other = 'per-new1' as typeof COHOST
  const helper = as(GUESTS[0], 'helper')
  const add = (one: typeof COHOST, name = 'new'): SingleCommand => ({
    type: 'save-person',
    person: one,
    roles: ['delegate'],
    details: details(name),
  })
  expect(allowed(helper, 'withdraw-person')).toBe(true)
  b.does(add(person), 0, helper)
  b.does(add(other))
  for (const one of [other, GUESTS[1]])
    expect(b.does({ type: 'withdraw-person', person: one }, 0, helper)).toBe('not-allowed')
  expect(b.does({ type: 'withdraw-person', person }, 0, as(GUESTS[2], 'helper'))).toBe(
    'not-allowed',
  )
  // Somebody who was only changed by the desk was not added by it.
  b.does(add(GUESTS[1], 'changed'), 0, helper)
  expect(b.does({ type: 'withdraw-person', person: GUESTS[1] }, 0, helper)).toBe('not-allowed')

  b.does({ type: 'move-person', person, round: RD[0], table: TABLES[0] }, 0, helper)
  expect(b.does({ type: 'withdraw-person', person }, 0, helper)).toBe('person-in-use')
  b.does({ type: 'move-person', person, round: RD[0], table: null }, 0, helper)
  b.does({ type: 'move-round', round: RD[0] })
  b.does({ type: 'walk-up', person, round: RD[0], table: TABLES[1] }, 0, helper)
  expect(b.does({ type: 'withdraw-person', person }, 0, helper)).toBe('person-in-use')
  b.does({ type: 'move-person', person, round: RD[0], table: null }, 0, helper)
  expect(b.does({ type: 'withdraw-person', person }, 0, helper)).toEqual(['person-erased'])
  expect(b.show.people[person]).toBeUndefined()
  expect(JSON.stringify(b.show.edits)).not.toContain(person)
})
