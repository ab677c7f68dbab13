import Type from 'typebox'
import { Compile } from 'typebox/compile'
import { PictureHash } from '#shared/show/pictures.ts'
import { Details } from '#shared/show/people.ts'
import { LONGEST_TEXT } from '#shared/show/talk/texts.ts'
import { PersonIdSchema, ShowIdSchema, type TextId } from '#shared/show/words.ts'

/**
 * A whole event in one file: JSON texts, one a line (UTF-8, `\n`), packed with gzip or not.
 * The first line is the head; then the journal's events from 1; then the rows of people; since version 2
 * then those of what they wrote, and pictures.
 */
export const FORMAT = 'pitch-and-talk event'
export const VERSION = 2
/** bytes of a file, and of what it unpacks to */
export const MOST_BYTES = 50 * 1024 * 1024
export const MOST_UNPACKED = 250 * 1024 * 1024

const strict = { additionalProperties: false }
const Head = Type.Object(
  {
    format: Type.Literal(FORMAT),
    version: Type.Integer({ minimum: 1 }),
    show: Type.Object({ id: ShowIdSchema, title: Type.String({ maxLength: 200 }) }, strict),
    /** when it was saved, ms since the epoch */
    savedAt: Type.Integer({ minimum: 0 }),
    events: Type.Integer({ minimum: 1 }),
    people: Type.Integer({ minimum: 0 }),
    /** left out: none */
    pictures: Type.Optional(Type.Integer({ minimum: 0 })),
    /** not in version 1 */
    texts: Type.Optional(Type.Integer({ minimum: 0 })),
  },
  strict,
)
const Step = Type.Object(
  {
    n: Type.Integer({ minimum: 1 }),
    at: Type.Integer({ minimum: 0 }),
    actor: Type.String({ pattern: '^[a-z0-9-]{1,40}$' }),
    // Every type of ours has a hyphen, so that none is the name of something every object has.
    event: Type.Object({ type: Type.String({ pattern: '^[a-z]+(-[a-z]+)+$' }) }),
  },
  strict,
)
const Person = Type.Object(
  { person: Type.Object({ id: PersonIdSchema, ...Details.properties }, strict) },
  strict,
)
const Picture = Type.Object(
  { picture: Type.Object({ hash: PictureHash, data: Type.String() }, strict) },
  strict,
)
const Text = Type.Object(
  {
    text: Type.Object(
      {
        id: Type.Unsafe<TextId>(
          Type.String({ pattern: '^[a-z]+(:[a-z]{3}-[a-z0-9]{4,32}){1,2}$' }),
        ),
        by: PersonIdSchema,
        about: Type.Union([PersonIdSchema, Type.Null()]),
        text: Type.String({ maxLength: LONGEST_TEXT }),
      },
      strict,
    ),
  },
  strict,
)
export type Head = Type.Static<typeof Head>
export type Step = Type.Static<typeof Step>
export type Person = Type.Static<typeof Person>
/** `data`: its bytes in base64; what it is stands in the journal */
export type PictureLine = Type.Static<typeof Picture>
export type Text = Type.Static<typeof Text>

export const checks = {
  head: Compile(Head),
  step: Compile(Step),
  person: Compile(Person),
  picture: Compile(Picture),
  text: Compile(Text),
}
