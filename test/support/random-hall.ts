import fc from 'fast-check'
import type { SingleCommand } from '#shared/show/commands.ts'
import { TABLES } from './decider.ts'

const table = fc.constantFrom(...TABLES)
const edit = <Value>(value: fc.Arbitrary<Value>, command: (value: Value) => object) =>
  value.map((one) => command(one) as SingleCommand)

/** a few places, so that some are the same again */
const point = fc.record({ x: fc.constantFrom(0, 0.25, 1), y: fc.constantFrom(0.5, 1 / 3) })
export const PICTURES = Array.from({ length: 12 }, (_, n) => n.toString(16).padStart(64, 'f'))
const picture = fc.constantFrom(...PICTURES)

/** The map of the hall, where tables stand on it, and what is shown in breaks. */
export const ofHall: fc.Arbitrary<SingleCommand> = fc.oneof(
  edit(
    fc.tuple(
      fc.oneof(
        fc.record({ kind: fc.constant('grid'), columns: fc.constant(3), rows: fc.constant(2) }),
        fc.record({ kind: fc.constant('picture'), picture }),
      ),
      fc.option(point),
      fc.array(point, { maxLength: 2 }),
      fc.option(fc.subarray([...TABLES])),
      point,
    ),
    ([ground, at, doors, tables, spot]) => ({
      type: 'save-hall',
      hall: {
        ground,
        stage: at,
        doors,
        ...(tables ? { tables: tables.map((id) => ({ table: id, at: spot })) } : {}),
      },
    }),
  ),
  edit(fc.array(fc.tuple(table, fc.option(point)), { minLength: 1, maxLength: 2 }), (places) => ({
    type: 'place-tables',
    places: places.map(([id, at]) => ({ table: id, at })),
  })),
  edit(fc.constant(null), () => ({ type: 'remove-hall' })),
  edit(fc.tuple(picture, fc.option(picture), fc.boolean()), ([one, before, sponsor]) => ({
    type: 'save-break-picture',
    picture: one,
    sponsor,
    ...(sponsor ? { before } : { caption: 'Leeds' }),
  })),
  edit(picture, (one) => ({ type: 'remove-break-picture', picture: one })),
)
/** What the server does by itself when a picture comes in. */
export const ofPictures: fc.Arbitrary<SingleCommand> = edit(picture, (hash) => ({
  type: 'keep-picture',
  hash,
  format: 'image/png',
  width: 300,
  height: 200,
}))
