import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCommand } from '#shared/wire/check.ts'
import type { SingleCommand } from '#shared/show/commands.ts'
import type { HallDraft } from '#shared/show/hall.ts'
import { MOST_SPARE_PICTURES, picturesShown } from '#shared/show/pictures.ts'
import { may } from '#shared/show/permissions.ts'
import { SYSTEM, type TableId } from '#shared/show/words.ts'
import { as, bench, type Bench, GUESTS, ORGANISER, TABLES } from '../../support/decider.ts'
import { ofHall, ofPictures, PICTURES } from '../../support/random-hall.ts'
import { ofEditor } from '../../support/random-show.ts'

const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
const [ONE, TWO, THREE] = TABLES
const GRID = { kind: 'grid', columns: 3, rows: 1 } as const
const STAGE_AT = { x: 0.5, y: 0 }
const DOOR = { x: 0.5, y: 1 }
const [HERE, THERE] = [
  { x: 0.25, y: 0.5 },
  { x: 0.75, y: 0.5 },
]
const hall = (over: Partial<HallDraft> = {}): SingleCommand => ({
  type: 'save-hall',
  hall: {
    ground: GRID,
    stage: STAGE_AT,
    doors: [DOOR],
    tables: [
      { table: ONE, at: HERE },
      { table: TWO, at: THERE },
    ],
    ...over,
  },
})
const place = (table: TableId, at: { x: number; y: number } | null): SingleCommand => ({
  type: 'place-tables',
  places: [{ table, at }],
})
const picture = (hash = PICTURES[0] ?? ''): SingleCommand => ({
  type: 'keep-picture',
  hash,
  format: 'image/png',
  width: 600,
  height: 400,
})
const undoLast = (b: Bench) => b.does({ type: 'undo-edit', edit: b.show.edits.at(-1)?.id ?? 0 })
const places = (b: Bench) => b.show.hall?.tables

function mapped(): Bench {
  const b = bench()
  expect(b.does(hall())).toEqual(['hall-saved'])
  return b
}

describe('the map of the hall', () => {
  test('M1 it is made with stage, doors and tables; the same again, in any order, is no change', () => {
    const b = mapped()
    expect(b.show.hall).toEqual({
      ground: GRID,
      stage: STAGE_AT,
      doors: [DOOR],
      tables: { [ONE]: HERE, [TWO]: THERE },
    })
    expect(b.does(hall())).toEqual([])
    const turned = [
      { table: TWO, at: THERE },
      { table: ONE, at: HERE },
    ]
    expect(b.does(hall({ tables: turned }))).toEqual([])
  })

  test('M1 another ground, stage or door leaves the tables where they stand', () => {
    const b = mapped()
    const moved: HallDraft = { ground: GRID, stage: null, doors: [] }
    expect(b.does({ type: 'save-hall', hall: moved })).toEqual(['hall-saved'])
    expect(b.show.hall).toMatchObject({ stage: null, doors: [], tables: { [ONE]: HERE } })
    expect(b.does({ type: 'save-hall', hall: moved })).toEqual([])
    undoLast(b)
    expect(b.show.hall).toMatchObject({ stage: STAGE_AT, doors: [DOOR] })
  })

  test('M1 a place outside the plan is no command', () => {
    for (const at of [
      { x: -0.01, y: 0 },
      { x: 0, y: 1.01 },
      { x: Number.NaN, y: 0 },
    ])
      expect(checkCommand(place(ONE, at)).ok, JSON.stringify(at)).toBe(false)
    expect(checkCommand(place(ONE, { x: 0, y: 1 })).ok).toBe(true)
  })

  test('M2 tables move, leave the map and come back; standing there already is no change', () => {
    const b = mapped()
    expect(b.does(place(ONE, { x: 1, y: 1 }))).toEqual(['tables-placed'])
    expect(b.does(place(ONE, { x: 1, y: 1 }))).toEqual([])
    expect(b.does(place(THREE, null)), 'had no place').toEqual([])
    expect(b.does(place(ONE, null))).toEqual(['tables-placed'])
    expect(places(b)).toEqual({ [TWO]: THERE })
    expect(undoLast(b)).toEqual(['tables-placed', 'edit-turned'])
    expect(places(b)?.[ONE]).toEqual({ x: 1, y: 1 })
  })

  test('M2 a table that is not there, or comes twice, is refused and so is a place without a map', () => {
    const b = mapped()
    const gone = 'tab-gone' as TableId
    expect(b.does(place(gone, HERE))).toBe('unknown')
    expect(b.does(hall({ tables: [{ table: gone, at: HERE }] }))).toBe('unknown')
    const twice: SingleCommand = {
      type: 'place-tables',
      places: [
        { table: THREE, at: HERE },
        { table: THREE, at: THERE },
      ],
    }
    expect(b.refusal(twice)).toMatchObject({ code: 'bad-value', field: 'places[1].table' })
    expect(b.does({ type: 'remove-hall' })).toEqual(['hall-removed'])
    expect(b.does({ type: 'remove-hall' })).toEqual([])
    expect(b.does(place(ONE, HERE))).toBe('unknown')
    undoLast(b)
    expect(places(b)).toEqual({ [ONE]: HERE, [TWO]: THERE })
  })

  test('M3 tables that swap change places on the map, also with one that has none', () => {
    const b = mapped()
    b.does({ type: 'swap-tables', a: ONE, b: TWO })
    expect(places(b)).toEqual({ [ONE]: THERE, [TWO]: HERE })
    b.does({ type: 'swap-tables', a: ONE, b: THREE })
    expect(places(b)).toEqual({ [THREE]: THERE, [TWO]: HERE })
    undoLast(b)
    expect(places(b)).toEqual({ [ONE]: THERE, [TWO]: HERE })
  })

  test('M3 a table that is removed leaves the map, and undo puts it back where it stood', () => {
    const b = mapped()
    expect(b.does({ type: 'remove-table', table: TWO })).toEqual(['table-removed'])
    expect(places(b)).toEqual({ [ONE]: HERE })
    undoLast(b)
    expect(places(b)).toEqual({ [ONE]: HERE, [TWO]: THERE })
  })

  test('M3 changing a table is another thing than moving it: either can be taken back first', () => {
    const b = mapped()
    b.does(place(ONE, THERE))
    const moved = b.show.edits.at(-1)?.id ?? 0
    const table = b.show.tables[ONE] ?? expect.fail('no table')
    b.does({
      type: 'save-table',
      table: { ...table, hosts: [...table.hosts], place: 'By the bar' },
    })
    expect(b.does({ type: 'undo-edit', edit: moved })).toContain('edit-turned')
    expect(places(b)?.[ONE]).toEqual(HERE)
    b.does(place(ONE, THERE))
    const again = b.show.edits.at(-1)?.id ?? 0
    b.does({ type: 'swap-tables', a: ONE, b: TWO })
    expect(b.does({ type: 'undo-edit', edit: again }), 'moved since').toBe('edited-since')
  })

  test('M4 a map is drawn on a picture that the server keeps, and on no other', () => {
    const b = mapped()
    const [one = ''] = PICTURES
    const drawn = hall({ ground: { kind: 'picture', picture: one } })
    expect(b.refusal(drawn)).toMatchObject({ code: 'unknown', params: { what: 'picture' } })
    expect(may(ORGANISER, picture())?.code).toBe('not-allowed')
    expect(may(SYSTEM, picture())).toBeNull()
    expect(may(as(GUESTS[0]), place(ONE, HERE))?.code).toBe('not-allowed')
    expect(b.does(picture(), 0, SYSTEM)).toEqual(['picture-kept'])
    expect(b.does(picture(), 0, SYSTEM)).toEqual([])
    expect(b.does(drawn)).toEqual(['hall-saved'])
    expect(b.show.hall?.ground).toEqual({ kind: 'picture', picture: one })
  })

  test('M5 eight pictures that nothing shows are kept, the oldest go first; the one in use stays', () => {
    const b = mapped()
    const [one = '', two = ''] = PICTURES
    for (const hash of PICTURES.slice(0, 2)) b.does(picture(hash), 0, SYSTEM)
    b.does(hall({ ground: { kind: 'picture', picture: one } }))
    for (const hash of PICTURES.slice(2)) b.does(picture(hash), 0, SYSTEM)
    expect(PICTURES.length).toBeGreaterThan(MOST_SPARE_PICTURES + 2)
    expect(Object.keys(b.show.pictures)).toEqual([one, ...PICTURES.slice(-MOST_SPARE_PICTURES)])
    expect(b.does(hall({ ground: { kind: 'picture', picture: two } }))).toBe('unknown')
  })

  test(`M2 M4 M5 G3 whatever the day brings, what is shown is there (seed ${SEED})`, () => {
    const any = fc.oneof(ofHall, ofPictures, ofEditor)
    let placed = 0
    let drawn = 0
    fc.assert(
      fc.property(fc.array(any, { minLength: 5, maxLength: 40 }), (commands) => {
        const b = mapped()
        for (const hash of PICTURES.slice(0, 6)) b.does(picture(hash), 0, SYSTEM)
        for (const command of commands) {
          const events = b.does(command)
          const { hall: now, pictures, tables } = b.show
          const spare = Object.keys(pictures).length - picturesShown(b.show).length
          if (events.includes('picture-kept'))
            expect(spare).toBeLessThanOrEqual(MOST_SPARE_PICTURES)
          for (const one of picturesShown(b.show)) expect(pictures).toHaveProperty(one)
          for (const id of Object.keys(now?.tables ?? {})) expect(tables).toHaveProperty(id)
          if (now?.ground.kind === 'picture') {
            expect(pictures).toHaveProperty(now.ground.picture)
            drawn += 1
          }
          if (Object.keys(now?.tables ?? {}).length > 0) placed += 1
        }
      }),
      { seed: SEED, numRuns: 80 },
    )
    expect(placed, 'steps with tables on a map').toBeGreaterThan(50)
    expect(drawn, 'steps with a map on a picture').toBeGreaterThan(10)
  })
})
