import { describe, expect, it } from 'vitest'
import type { PersonId, RoundId, TableId } from '#shared/show/words.ts'
import type { RoundLine, TableLine } from '#shared/views/common.ts'
import {
  fillOf,
  guestsByTable,
  hostedTables,
  roundNow,
  tablesIn,
  tablesWithRoom,
  whereIs,
  whoSits,
  withoutTable,
} from '../../../client/screens/console/common/places.ts'
import { sheetOf } from '../../../client/screens/console/tables/sheet-of.ts'
import { step } from '../../../client/screens/console/tables/grid.tsx'
import {
  checkDraft,
  draftOf,
  likelyHosts,
} from '../../../client/screens/console/tables/table-draft.ts'

const table = (number: number, capacity = 2, innovation: string | null = `inn-${number}`) =>
  ({ id: `tab-${number}`, number, zone: 'A', place: '', capacity, innovation }) as TableLine
const R1 = 'rnd-1' as RoundId
const picks = {
  [R1]: { 'per-a': 'tab-1', 'per-b': 'tab-1', 'per-h': 'tab-2' },
} as unknown as Record<RoundId, Record<PersonId, TableId>>
const hosts = { 'tab-1': [], 'tab-2': [], 'tab-3': ['per-h', 'per-i'] } as unknown as Record<
  TableId,
  PersonId[]
>
const id = (name: string) => name as PersonId

describe('who is where', () => {
  const hosted = hostedTables(hosts)
  it('at the table they chose, else at the one they present at, else nowhere', () => {
    expect(whereIs(picks, hosted, R1, id('per-a'))).toEqual({ table: 'tab-1', as: 'guest' })
    expect(whereIs(picks, hosted, R1, id('per-h'))).toEqual({ table: 'tab-2', as: 'guest' })
    expect(whereIs(picks, hosted, R1, id('per-i'))).toEqual({ table: 'tab-3', as: 'host' })
    expect(whereIs(picks, hosted, R1, id('per-x'))).toBeNull()
  })
  it('whoever walked up sits there, whatever seat they had', () => {
    const walkUps = { [R1]: { 'per-a': 'tab-2', 'per-x': 'tab-1' } } as unknown as typeof picks
    const sits = whoSits({ picks, walkUps })
    expect(whereIs(sits, hosted, R1, id('per-a'))).toEqual({ table: 'tab-2', as: 'guest' })
    expect(guestsByTable(sits, R1).get('tab-1' as TableId)).toEqual(['per-b', 'per-x'])
  })
  it('those without a table are guests only, and who is here comes first', () => {
    const person = (name: string, role: 'delegate' | 'helper' | 'presenter') =>
      ({ id: id(name), name, organisation: '', jobTitle: '', roles: [role] }) as const
    const people = [
      person('per-a', 'delegate'),
      person('per-i', 'presenter'),
      person('per-w', 'helper'),
      person('per-x', 'delegate'),
      person('per-y', 'delegate'),
    ]
    const here = { 'per-y': 5 } as Record<PersonId, number>
    const found = withoutTable({ people, picks, hosts, here }, R1)
    expect(found.map((one) => one.id)).toEqual(['per-y', 'per-x'])
  })
})

describe('how full a table is', () => {
  it('is none, some, full, over, or closed without an innovation', () => {
    expect(fillOf(table(1), 0)).toBe('none')
    expect(fillOf(table(1), 1)).toBe('some')
    expect(fillOf(table(1), 2)).toBe('full')
    expect(fillOf(table(1), 3)).toBe('over')
    expect(fillOf(table(1, 2, null), 0)).toBe('closed')
    expect(fillOf(table(1, 2, null), 1)).toBe('some')
  })
  it('goes by the seats of that round: closed with none, full with fewer', () => {
    const seats = { 'tab-1': 0, 'tab-2': 1 } as Record<TableId, number>
    const [one, two, three] = tablesIn([table(1), table(2), table(3)], { seats })
    expect([one, two, three].map((each) => each && fillOf(each, 0))).toEqual([
      'closed',
      'none',
      'none',
    ])
    expect(two && fillOf(two, 1)).toBe('full')
    expect(three?.capacity).toBe(2)
    expect(tablesIn([table(1)], undefined)).toEqual([table(1)])
  })
  it('tables with room: most room first, never the full one, one without an innovation, or the one asked for', () => {
    const tables = [table(1), table(2, 2), table(3, 5), table(4, 9, null), table(5, 9)]
    const room = tablesWithRoom(tables, guestsByTable(picks, R1), 'tab-5' as TableId)
    expect(room.map(({ number }) => number)).toEqual([3, 2])
  })
})

it('the round that matters is the one under way, else the next, else the last', () => {
  const round = (number: number, phase: RoundLine['phase']) => ({ number, phase }) as RoundLine
  expect(roundNow([round(1, 'ended'), round(2, 'talking'), round(3, 'open')])?.number).toBe(2)
  expect(roundNow([round(1, 'ended'), round(2, 'open')])?.number).toBe(2)
  expect(roundNow([round(1, 'ended'), round(2, 'ended')])?.number).toBe(2)
  expect(roundNow([])).toBeNull()
})

describe('the grid under the arrow keys', () => {
  it('goes a cell at a time and stays inside', () => {
    expect(step('ArrowRight', [0, 0], 3, 4)).toEqual([0, 1])
    expect(step('ArrowRight', [0, 3], 3, 4)).toEqual([0, 3])
    expect(step('ArrowUp', [0, 3], 3, 4)).toEqual([0, 3])
    expect(step('ArrowDown', [1, 3], 3, 4)).toEqual([2, 3])
    expect(step('End', [1, 0], 3, 4)).toEqual([1, 3])
    expect(step('Home', [1, 2], 3, 4)).toEqual([1, 0])
    expect(step('PageDown', [0, 2], 3, 4)).toEqual([2, 2])
    expect(step('Enter', [0, 2], 3, 4)).toBeNull()
  })
})

it('an address opens a cell, those without a table, or a table', () => {
  expect(sheetOf('?round=rnd-1&table=tab-2')).toEqual({ kind: 'cell', round: R1, table: 'tab-2' })
  expect(sheetOf('?round=rnd-1')).toEqual({ kind: 'without', round: R1 })
  expect(sheetOf('?table=tab-2')).toEqual({ kind: 'edit', table: 'tab-2' })
  expect(sheetOf('')).toBeNull()
})

describe('the form of a table', () => {
  const tables = [table(1), table(7, 10)]
  const presenters = { 'inn-7': ['per-h', 'per-z'] } as unknown as Record<never, PersonId[]>
  const parts = { tables, hosts, innovationPresenters: presenters }
  it('a new one gets the next number and as many seats as the last', () => {
    expect(draftOf(null, parts)).toMatchObject({ number: '8', capacity: '10', innovation: null })
    expect(draftOf(null, { ...parts, tables: [] })).toMatchObject({ number: '1', capacity: '8' })
  })
  it('says at the field what is no number of a table and no count of seats', () => {
    const draft = draftOf(null, parts)
    expect(checkDraft(draft)).toEqual({})
    expect(Object.keys(checkDraft({ ...draft, number: '1.5' }))).toEqual(['number'])
    expect(Object.keys(checkDraft({ ...draft, number: '0', capacity: '' }))).toEqual([
      'number',
      'capacity',
    ])
    expect(Object.keys(checkDraft({ ...draft, capacity: '501' }))).toEqual(['capacity'])
  })
  it('an innovation brings its presenters, but for those who present elsewhere', () => {
    expect(likelyHosts('inn-7' as never, parts, null)).toEqual(['per-z'])
    expect(likelyHosts('inn-7' as never, parts, 'tab-3' as TableId)).toEqual(['per-h', 'per-z'])
    expect(likelyHosts(null, parts, null)).toEqual([])
  })
})
