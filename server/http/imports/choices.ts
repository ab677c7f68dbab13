import Type from 'typebox'
import { Compile } from 'typebox/compile'
import { IMPORT_KINDS, type ImportChoices } from '#shared/wire/imports.ts'

/** Excel has 16,384 columns; nobody chooses among more than this. */
const MOST_COLUMNS = 1_000

const Choices = Compile(
  Type.Record(
    Type.String({ maxLength: 400 }),
    Type.Object(
      {
        kind: Type.Union([Type.Enum([...IMPORT_KINDS]), Type.Null()]),
        fields: Type.Optional(
          Type.Array(Type.Union([Type.String({ maxLength: 40 }), Type.Null()]), {
            maxItems: MOST_COLUMNS,
          }),
        ),
        headerRow: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
        sheet: Type.Optional(Type.String({ maxLength: 200 })),
      },
      { additionalProperties: false },
    ),
  ),
)

/** What a form says of its files' columns; null: it cannot be understood. */
export function choicesIn(text: unknown): ImportChoices | null {
  if (typeof text !== 'string') return null
  try {
    const value: unknown = JSON.parse(text)
    return Choices.Check(value) ? value : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
