import Type from 'typebox'
import type { LocalDate } from '#shared/time/instant.ts'
import {
  type PersonId,
  PersonIdSchema,
  RoundIdSchema,
  type TableId,
  TableIdSchema,
} from '#shared/show/words.ts'
import type { PinRequest } from './requests.ts'

const strict = { additionalProperties: false }
const OrNull = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])
const People = (maxItems: number, minItems = 0) =>
  Type.Array(PersonIdSchema, { minItems, maxItems, uniqueItems: true })

/** The organiser keeps somebody away from a table, or no longer. */
export const SetBan = Type.Object(
  {
    type: Type.Literal('set-ban'),
    person: PersonIdSchema,
    table: TableIdSchema,
    banned: Type.Boolean(),
  },
  strict,
)
/** The organiser has people sit at a table together, in one round or (null) in some round, or no longer. */
export const SetPin = Type.Object(
  {
    type: Type.Literal('set-pin'),
    people: People(6, 1),
    table: TableIdSchema,
    round: OrNull(RoundIdSchema),
    pinned: Type.Boolean(),
  },
  strict,
)
/** The whole list of those whom the hosts of a table must meet, the most wanted first. */
export const SetMusts = Type.Object(
  { type: Type.Literal('set-musts'), table: TableIdSchema, people: People(60) },
  strict,
)
/** The desk puts somebody together with one to three others; nobody: they go by themselves again. */
export const SetCompany = Type.Object(
  { type: Type.Literal('set-company'), person: PersonIdSchema, others: People(3) },
  strict,
)
/** The sender would like to sit with this person; once both have said so they are together. Null: with nobody. */
export const AskCompany = Type.Object(
  { type: Type.Literal('ask-company'), other: OrNull(PersonIdSchema) },
  strict,
)
/** The most conversations that the sender wants over the whole event; the desk says it for others. Null: any number. */
export const SetMost = Type.Object(
  {
    type: Type.Literal('set-most'),
    most: OrNull(Type.Integer({ minimum: 1, maximum: 60 })),
    person: Type.Optional(PersonIdSchema),
  },
  strict,
)
/** The days that somebody comes; null: all of them. */
export const SetDays = Type.Object(
  {
    type: Type.Literal('set-days'),
    person: PersonIdSchema,
    days: OrNull(Type.Array(Type.String({ maxLength: 10 }), { minItems: 1, maxItems: 14 })),
  },
  strict,
)

export type RequestsCommand =
  | Type.Static<typeof SetBan>
  | Type.Static<typeof SetPin>
  | Type.Static<typeof SetMusts>
  | Type.Static<typeof SetCompany>
  | Type.Static<typeof AskCompany>
  | Type.Static<typeof SetMost>
  | Type.Static<typeof SetDays>

export type RequestsEvent =
  | { type: 'ban-set'; person: PersonId; table: TableId; banned: boolean }
  | { type: 'pin-set'; pin: PinRequest; pinned: boolean }
  | { type: 'musts-set'; table: TableId; people: PersonId[] }
  /** whatever groups they were in, these are one now; a single one goes alone */
  | { type: 'company-set'; people: PersonId[] }
  | { type: 'company-asked'; person: PersonId; other: PersonId | null }
  | { type: 'most-set'; person: PersonId; most: number | null }
  | { type: 'days-set'; person: PersonId; days: LocalDate[] | null }
