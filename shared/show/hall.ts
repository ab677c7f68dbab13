import Type from 'typebox'
import { accept, type Deciders, type Evolvers, refuse } from './decision.ts'
import { PictureHash } from './pictures.ts'
import { same } from './same.ts'
import type { DeepReadonly, Hall, ReadShow } from './state.ts'
import { type TableId, TableIdSchema } from './words.ts'

const strict = { additionalProperties: false }
const Fraction = Type.Number({ minimum: 0, maximum: 1 })
/** A place on the plan: fractions of its width and height, from its upper left corner. */
export const Point = Type.Object({ x: Fraction, y: Fraction }, strict)

const Grid = Type.Object(
  {
    kind: Type.Literal('grid'),
    columns: Type.Integer({ minimum: 1, maximum: 40 }),
    rows: Type.Integer({ minimum: 1, maximum: 40 }),
  },
  strict,
)
const Picture = Type.Object({ kind: Type.Literal('picture'), picture: PictureHash }, strict)
const HallDraft = Type.Object(
  {
    ground: Type.Union([Grid, Picture]),
    stage: Type.Union([Point, Type.Null()]),
    /** where people come in, and the way begins */
    doors: Type.Array(Point, { maxItems: 6 }),
    /** where every table stands; left out: where they stood */
    tables: Type.Optional(
      Type.Array(Type.Object({ table: TableIdSchema, at: Point }, strict), { maxItems: 1000 }),
    ),
  },
  strict,
)
export type HallDraft = Type.Static<typeof HallDraft>

/** Makes the map of the hall, or changes what it is drawn on, its stage and its doors. */
export const SaveHall = Type.Object({ type: Type.Literal('save-hall'), hall: HallDraft }, strict)
/** Tables stand elsewhere on the map; null: not on it. */
export const PlaceTables = Type.Object(
  {
    type: Type.Literal('place-tables'),
    places: Type.Array(
      Type.Object({ table: TableIdSchema, at: Type.Union([Point, Type.Null()]) }, strict),
      { minItems: 1, maxItems: 1000 },
    ),
  },
  strict,
)
export const RemoveHall = Type.Object({ type: Type.Literal('remove-hall') }, strict)
type Place = Type.Static<typeof PlaceTables>['places'][number]
export type HallCommand =
  | Type.Static<typeof SaveHall>
  | Type.Static<typeof PlaceTables>
  | Type.Static<typeof RemoveHall>
export type HallEvent =
  | { type: 'hall-saved'; hall: HallDraft }
  | { type: 'tables-placed'; places: Place[] }
  | { type: 'hall-removed' }

export const decideHall: Deciders<HallCommand> = {
  'save-hall': (show, { hall }) => {
    const { ground, tables } = hall
    if (ground.kind === 'picture' && !show.pictures[ground.picture])
      return refuse('unknown', { what: 'picture', id: ground.picture }, 'hall.ground.picture')
    const wrong = tables && refusePlaces(show, tables, 'hall.tables')
    if (wrong) return wrong
    const present = show.hall && (tables ? hallDraft(show.hall) : withoutTables(show.hall))
    return present && same(present, inOrder(hall)) ? accept() : accept({ type: 'hall-saved', hall })
  },
  'place-tables': (show, { places }) => {
    const { hall } = show
    if (!hall) return refuse('unknown', { what: 'hall', id: show.id })
    const wrong = refusePlaces(show, places, 'places')
    if (wrong) return wrong
    const moved = places.filter(({ table, at }) => !same(hall.tables[table] ?? null, at))
    return moved.length === 0 ? accept() : accept({ type: 'tables-placed', places: moved })
  },
  'remove-hall': (show) => (show.hall ? accept({ type: 'hall-removed' }) : accept()),
}

/** Tables that are there, each once. */
function refusePlaces(
  show: ReadShow,
  places: readonly DeepReadonly<Place>[],
  field: string,
): ReturnType<typeof refuse> | null {
  const seen = new Set<TableId>()
  for (const [index, { table }] of places.entries()) {
    const at = `${field}[${index}].table`
    const held = show.tables[table]
    if (!held) return refuse('unknown', { what: 'table', id: table }, at)
    if (seen.has(table))
      return refuse('bad-value', { value: held.number, expected: 'table-once' }, at)
    seen.add(table)
  }
  return null
}

const inOrder = (hall: HallDraft): HallDraft =>
  hall.tables
    ? { ...hall, tables: hall.tables.toSorted((a, b) => (a.table < b.table ? -1 : 1)) }
    : hall

const withoutTables = ({ ground, stage, doors }: DeepReadonly<Hall>): HallDraft => ({
  ground: { ...ground },
  stage: stage && { ...stage },
  doors: doors.map((door) => ({ ...door })),
})

/** The whole map as a command would save it. */
export const hallDraft = (hall: DeepReadonly<Hall>): HallDraft =>
  inOrder({
    ...withoutTables(hall),
    tables: Object.entries(hall.tables).map(([table, at]) => ({
      table: table as TableId,
      at: { ...at },
    })),
  })

/** Where tables stand on the map as commands would place them; null: not on it. */
export const placesNow = (show: ReadShow, tables: readonly TableId[]): Place[] =>
  tables.map((table) => {
    const at = show.hall?.tables[table]
    return { table, at: at ? { ...at } : null }
  })

export const evolveHall: Evolvers<HallEvent> = {
  'hall-saved': (show, { hall: { ground, stage, doors, tables } }) => {
    const stand = tables
      ? Object.fromEntries(tables.map(({ table, at }) => [table, at]))
      : (show.hall?.tables ?? {})
    show.hall = { ground, stage, doors, tables: stand }
  },
  'tables-placed': (show, { places }) => {
    const { hall } = show
    if (!hall) throw new Error('the journal places tables on a map before there is one')
    for (const { table, at } of places) {
      if (at) hall.tables[table] = at
      else delete hall.tables[table]
    }
  },
  'hall-removed': (show) => {
    show.hall = null
  },
}
