import fc from 'fast-check'
import type { SingleCommand } from '#shared/show/commands.ts'
import { COHOST, DAY, GUESTS, HOSTS, RD, TABLES } from './decider.ts'

const table = fc.constantFrom(...TABLES)
const somebody = fc.constantFrom(...GUESTS, ...GUESTS, HOSTS[0], COHOST)
const some = fc.uniqueArray(somebody, { maxLength: 3 })
const edit = <Value>(value: fc.Arbitrary<Value>, command: (value: Value) => object) =>
  value.map((one) => command(one) as SingleCommand)

/** What the organiser and the desk ask of the seating. */
export const ofRequests: fc.Arbitrary<SingleCommand> = fc.oneof(
  edit(fc.tuple(somebody, table, fc.boolean()), ([person, id, banned]) => ({
    type: 'set-ban',
    person,
    table: id,
    banned,
  })),
  edit(
    fc.tuple(some, table, fc.option(fc.constantFrom(...RD)), fc.boolean()),
    ([people, id, round, pinned]) => ({ type: 'set-pin', people, table: id, round, pinned }),
  ),
  edit(fc.tuple(table, some), ([id, people]) => ({ type: 'set-musts', table: id, people })),
  edit(fc.tuple(somebody, some), ([person, others]) => ({ type: 'set-company', person, others })),
  edit(fc.tuple(somebody, fc.constantFrom(null, [DAY], ['2026-06-29'])), ([person, days]) => ({
    type: 'set-days',
    person,
    days,
  })),
)

/** And what people ask for themselves. */
export const ofAsking: fc.Arbitrary<SingleCommand> = fc.oneof(
  edit(fc.option(somebody), (other) => ({ type: 'ask-company', other })),
  edit(fc.option(fc.integer({ min: 1, max: 3 })), (most) => ({ type: 'set-most', most })),
)
