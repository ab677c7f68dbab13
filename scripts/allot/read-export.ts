import { readFileSync } from 'node:fs'
import Type from 'typebox'
import { Compile } from 'typebox/compile'
import type { SeatingProblem, Visit } from '#shared/allotment/problem.ts'

export interface Export {
  problem: SeatingProblem
  seating: { visits: Pick<Visit, 'person' | 'table' | 'round'>[] } | null
}

const Id = Type.String()
const Ids = Type.Array(Id)
const Count = Type.Integer({ minimum: 0 })
const orNull = <Of extends Type.TSchema>(of: Of) => Type.Union([of, Type.Null()])

const Problem = Type.Object({
  rounds: Ids,
  tables: Type.Array(
    Type.Object({ id: Id, seats: Type.Array(Count), mustsHad: Type.Optional(Count) }),
  ),
  people: Type.Array(
    Type.Object({
      id: Id,
      group: orNull(Type.String()),
      wishes: Ids,
      vetoes: Ids,
      visited: Ids,
      free: Type.Array(Type.Boolean()),
      most: orNull(Count),
      held: Type.Array(orNull(Id)),
    }),
  ),
  pins: Type.Array(Type.Object({ people: Ids, table: Id, round: orNull(Id) })),
  bans: Type.Array(Type.Object({ person: Id, table: Id })),
  musts: Type.Array(Type.Object({ table: Id, person: Id })),
  mustQuota: Count,
  together: Type.Array(Ids),
  perGroup: orNull(Count),
  policy: Type.Union([Type.Literal('nested'), Type.Literal('strict')]),
  suggest: Type.Boolean(),
  seed: Type.String(),
})
const VisitSchema = Type.Object({ person: Id, table: Id, round: Id })
const File = Compile(
  Type.Object({
    problem: Problem,
    seating: Type.Optional(orNull(Type.Object({ visits: Type.Array(VisitSchema) }))),
  }),
)

/** What an export holds, or what is wrong with it in one sentence. */
export function readExport(path: string): Export | string {
  const text = textOf(path)
  if (text === null) return `The file ${path} could not be read: is the path right?`
  const value = valueOf(text)
  if (value === undefined) return `The file ${path} is not JSON.`
  if (!File.Check(value)) {
    const error = File.Errors(value)[0]
    const where = error?.instancePath.split('/').filter(Boolean).join('.')
    return `The file ${path} is not an export of a seating: ${where || 'the whole'} ${error?.message ?? 'is not right'}.`
  }
  const { problem, seating } = value as { problem: SeatingProblem; seating?: Export['seating'] }
  const wrong = whatIsOff(problem)
  return wrong === null
    ? { problem, seating: seating ?? null }
    : `The file ${path} does not fit together: ${wrong}.`
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Lengths and ids that the shape alone does not say. */
function whatIsOff({ rounds, tables, people }: SeatingProblem): string | null {
  const count = rounds.length
  for (const { id, seats } of tables)
    if (seats.length !== count)
      return `table ${id} has seats for ${seats.length} rounds, and there are ${count}`
  for (const { id, free, held } of people)
    if (free.length !== count || held.length !== count)
      return `person ${id} is told for ${free.length} rounds (held: ${held.length}), and there are ${count}`
  const again =
    twice(rounds) ?? twice(tables.map(({ id }) => id)) ?? twice(people.map(({ id }) => id))
  return again === null ? null : `${again} is there twice`
}

const twice = (ids: readonly string[]): string | null =>
  ids.find((id, at) => ids.indexOf(id) !== at) ?? null
