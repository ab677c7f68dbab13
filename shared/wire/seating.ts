import Type from 'typebox'
import type { SeatingFigures, UnkeptPin } from '#shared/show/choosing/window.ts'
import type { TableId } from '#shared/show/words.ts'

/** `POST /api/shows/<event>/windows/<window>/seating`: works out a seating, to look at or to keep. */
export const AskSeating = Type.Object(
  {
    /** false: it leaves no trace; true: it is kept with the window's seatings and can be published */
    keep: Type.Boolean(),
    policy: Type.Optional(Type.Union([Type.Literal('nested'), Type.Literal('strict')])),
    everyone: Type.Optional(Type.Boolean()),
    perOrganisation: Type.Optional(
      Type.Union([Type.Integer({ minimum: 1, maximum: 100 }), Type.Null()]),
    ),
    /** seats of a table in every round of the window; 0: closed */
    tables: Type.Optional(
      Type.Unsafe<Record<TableId, number>>(
        Type.Record(Type.String({ maxLength: 40 }), Type.Integer({ minimum: 0, maximum: 500 }), {
          maxProperties: 999,
        }),
      ),
    ),
  },
  { additionalProperties: false },
)
export type AskSeating = Type.Static<typeof AskSeating>

export interface SeatingAnswer {
  ok: true
  /** the version that it came with, when it was kept */
  run: number | null
  figures: SeatingFigures
  /** what the organiser wanted and it cannot keep */
  unkept: readonly UnkeptPin[]
  people: number
  /** left out because they have not arrived */
  absent: number
  /** how many wished for each table, and how many of its seats are filled over the rounds */
  asked: Readonly<Record<TableId, number>>
  filled: Readonly<Record<TableId, number>>
}
