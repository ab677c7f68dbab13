import fc from 'fast-check'
import type { SeatingRun, Stands, WhoMoves } from '#shared/show/choosing/window.ts'
import type { SingleCommand } from '#shared/show/commands.ts'
import type { ReadShow } from '#shared/show/state.ts'
import { MINUTE } from '#shared/time/instant.ts'
import { BLOCK, COHOST, GUESTS, HOSTS, RD, TABLES } from './decider.ts'
import { proposal, WINDOW, windowOf } from './windows.ts'

const round = fc.constantFrom(...RD)
const table = fc.constantFrom(...TABLES)
const edit = <Value>(value: fc.Arbitrary<Value>, command: (value: Value) => object) =>
  value.map((one) => command(one) as SingleCommand)
const somebody = fc.constantFrom(...GUESTS, ...HOSTS, COHOST, 'per-gone00' as (typeof GUESTS)[0])
const seating = fc.dictionary(
  round,
  fc.dictionary(table, fc.uniqueArray(somebody, { maxLength: 6 }), { noNullPrototype: true }),
  { noNullPrototype: true },
) as unknown as fc.Arbitrary<SeatingRun['seats']>

/** Presenters change places, two and two. */
const stands = fc.dictionary(
  round,
  fc.tuple(table, table).map(([one, other]) => ({ [one]: other, [other]: one })),
  { noNullPrototype: true },
) as unknown as fc.Arbitrary<Stands>

/** Choosing windows, and seatings that are mostly not possible: what is left of them must be. */
export const ofChoosing: fc.Arbitrary<SingleCommand> = fc.oneof(
  edit(
    fc.tuple(
      fc.subarray([...RD], { minLength: 1 }),
      fc.option(fc.subarray([...TABLES], { minLength: 1 })),
      fc.boolean(),
      fc.subarray([BLOCK]),
      fc.constantFrom<WhoMoves>('delegates', 'presenters'),
    ),
    ([rounds, tables, byItself, follows, whoMoves]) => ({
      type: 'save-window',
      window: windowOf({ rounds, tables, byItself, follows, whoMoves, opensBefore: 5 * MINUTE }),
    }),
  ),
  edit(
    fc.constantFrom('open-window', 'close-window', 'close-window', 'close-window', 'remove-window'),
    (type) => ({
      type,
      window: WINDOW,
    }),
  ),
  edit(fc.tuple(round, table, fc.option(fc.integer({ min: 0, max: 3 }))), ([id, to, seats]) => ({
    type: 'set-round-seats',
    round: id,
    table: to,
    seats,
  })),
)
export const ofSeating: fc.Arbitrary<SingleCommand> = fc.oneof(
  edit(
    fc.tuple(seating, fc.dictionary(round, fc.subarray([...GUESTS])), fc.option(stands)),
    ([seats, suggested, places]) =>
      proposal({
        seats,
        suggested: suggested as SeatingRun['suggested'],
        ...(places ? { stands: places } : {}),
      }),
  ),
  edit(fc.nat(5), (run) => ({ type: 'publish-seating', window: WINDOW, run })),
)

/** Seatings are known by the version they came with: a step names one by its place. */
export function named(show: ReadShow, command: SingleCommand): SingleCommand {
  if (command.type !== 'publish-seating') return command
  const runs = show.windows[command.window]?.runs ?? []
  return { ...command, run: runs[command.run % Math.max(1, runs.length)]?.id ?? 1 }
}
