import { describe, expect, test } from 'vitest'
import type { TableId } from '#shared/show/words.ts'
import type { HallPart } from '#shared/views/hall-map.ts'
import { checkCommand } from '#shared/wire/check.ts'
import { columnsFor, layOut } from '../../../client/screens/console/tables/map/lay-out.ts'
import { moved, placing, thingsOn } from '../../../client/screens/console/tables/map/things.ts'

const tables = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `tab-${String(index).padStart(4, '0')}` as TableId,
    number: index + 1,
    zone: '',
    place: '',
    capacity: 8,
    innovation: null,
  }))
const placesOf = (count: number, columns: number, order: 'rows' | 'snake' = 'rows') =>
  layOut(tables(count), columns, order).tables ?? []

describe('tables in rows', () => {
  test.for([1, 8, 30, 60, 200])('%d tables are a command, each at a place of its own', (count) => {
    const hall = layOut(tables(count), columnsFor(count), 'rows')
    expect(checkCommand({ type: 'save-hall', hall })).toMatchObject({ ok: true })
    const places = new Set(hall.tables?.map(({ at }) => `${at.x} ${at.y}`))
    expect(places.size).toBe(count)
    // Stage and door have a row to themselves.
    const down = hall.tables?.map(({ at }) => at.y) ?? []
    expect(Math.min(...down)).toBeGreaterThan(hall.stage?.y ?? 1)
    expect(Math.max(...down)).toBeLessThan(hall.doors[0]?.y ?? 0)
  })

  test('numbers go row by row, or there and back, however the tables come', () => {
    const rows = placesOf(5, 2).map(({ at }) => at)
    expect(rows.map(({ x }) => x)).toEqual([0.25, 0.75, 0.25, 0.75, 0.25])
    expect(rows[0]?.y).toBe(rows[1]?.y)
    expect(rows[2]?.y).toBeGreaterThan(rows[1]?.y ?? 1)
    expect(placesOf(5, 2, 'snake').map(({ at }) => at.x)).toEqual([0.25, 0.75, 0.75, 0.25, 0.25])
    const turned = layOut(tables(5).toReversed(), 2, 'rows')
    expect(turned).toEqual(layOut(tables(5), 2, 'rows'))
  })
})

describe('what stands on the map', () => {
  const hall: HallPart = {
    ground: { kind: 'grid', columns: 4, rows: 2 },
    width: 400,
    height: 400,
    mark: 36,
    layers: [],
    stage: { x: 0.5, y: 0.1 },
    doors: [
      { x: 0, y: 1 },
      { x: 1, y: 1 },
    ],
    tables: { ['tab-0000' as TableId]: { x: 0.5, y: 0.5 } },
  }
  const [one, two, stage, , second] = thingsOn(hall, tables(2))

  test('tables, those without a place too, the stage and the doors', () => {
    expect(thingsOn(hall, tables(2)).map(({ key, name, at }) => [key, name, at !== null])).toEqual([
      ['tab-0000', 'Table 1', true],
      ['tab-0001', 'Table 2', false],
      ['stage', 'Stage', true],
      ['door-0', 'Door 1', true],
      ['door-1', 'Door 2', true],
    ])
  })

  test('each is put elsewhere or taken off by one command that leaves the others', () => {
    if (!one || !two || !stage || !second) expect.fail('all are there')
    const at = { x: 0.1, y: 0.2 }
    expect(placing(hall, two, at)).toEqual({
      type: 'place-tables',
      places: [{ table: 'tab-0001', at }],
    })
    expect(placing(hall, stage, null)).toMatchObject({ hall: { stage: null, doors: hall.doors } })
    expect(placing(hall, second, at)).toMatchObject({ hall: { doors: [hall.doors[0], at] } })
    expect(placing(hall, second, null)).toMatchObject({ hall: { doors: [hall.doors[0]] } })
    for (const thing of [one, stage, second])
      expect(checkCommand(placing(hall, thing, at)).ok, thing.key).toBe(true)
  })

  test('arrow keys go half a cell, with Shift further, and never off the plan; other keys nowhere', () => {
    const from = { x: 0.5, y: 0.5 }
    expect(moved(hall, from, 'ArrowRight', false)).toEqual({ x: 0.625, y: 0.5 })
    expect(moved(hall, from, 'ArrowUp', true)).toEqual({ x: 0.5, y: 0.25 })
    expect(moved(hall, { x: 0, y: 1 }, 'ArrowLeft', false)).toEqual({ x: 0, y: 1 })
    for (const key of ['Tab', 'a', 'constructor']) expect(moved(hall, from, key, false)).toBeNull()
  })
})
