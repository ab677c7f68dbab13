import fc from 'fast-check'
import type { SingleCommand } from '#shared/show/commands.ts'
import { type Actor, SYSTEM } from '#shared/show/words.ts'
import { MINUTE, type Ms, SECOND } from '#shared/time/instant.ts'
import {
  as,
  BLOCK,
  COHOST,
  DAY,
  GUESTS,
  HOSTS,
  INNOVATIONS,
  LUNCH,
  NOTE,
  ORGANISER,
  PITCHES,
  RD,
  ROUNDS,
  STAGE,
  TABLES,
  TALK,
} from './decider.ts'
import { ofHall, ofPictures } from './random-hall.ts'
import { ofChoosing, ofSeating } from './random-choosing.ts'
import { ofAsking, ofRequests } from './random-requests.ts'
import { talkSteps } from './random-talk.ts'

/** One step of a random day: a command of somebody's, so long after the one before. */
export interface Step {
  command: SingleCommand
  actor: Actor
  /** ms */
  after: Ms
}

const stage = STAGE
export const NEXT_DAY = '2026-06-29'
const round = fc.constantFrom(...RD)
const table = fc.constantFrom(...TABLES)
const person = fc.constantFrom(...GUESTS, ...HOSTS, COHOST)
const pitch = fc.constantFrom(...PITCHES)
const ofStage = fc.constantFrom<SingleCommand[]>(
  ...(
    [
      'start-clock',
      'pause-clock',
      'resume-clock',
      'restart-clock',
      'finish-item',
      'next-item',
      'next-item',
      'previous-item',
    ] as const
  ).map((type): SingleCommand => ({ type, stage })),
)
const ofRounds = fc
  .tuple(
    fc.constantFrom(
      'open-round',
      'open-round',
      'close-round',
      'move-round',
      'run-round',
      'end-round',
    ),
    round,
  )
  .map(([type, id]) => ({ type, round: id }) as SingleCommand)
const ofCrew: fc.Arbitrary<SingleCommand> = fc.oneof(
  ofStage,
  ofRounds,
  fc
    .tuple(pitch, fc.constantFrom('absent', 'late'))
    .map(([id, reason]) => ({ type: 'defer-pitch', pitch: id, reason }) as SingleCommand),
  fc.tuple(fc.constantFrom(TALK, BLOCK, ROUNDS, LUNCH), fc.option(pitch)).map(
    ([segment, on]) =>
      ({
        type: 'load-item',
        stage,
        segment,
        pitch: segment === BLOCK ? on : null,
      }) as SingleCommand,
  ),
  fc
    .integer({ min: -90, max: 120 })
    .map((by) => ({ type: 'add-time', stage, by: by * SECOND }) as SingleCommand),
  fc
    .tuple(round, fc.integer({ min: -90, max: 120 }))
    .map(([id, by]) => ({ type: 'add-round-time', round: id, by: by * SECOND }) as SingleCommand),
  fc.constantFrom<SingleCommand[]>(
    { type: 'hold-day' },
    { type: 'release-day' },
    { type: 'release-day' },
  ),
  fc
    .tuple(pitch, fc.option(pitch))
    .map(([id, before]) => ({ type: 'move-pitch', pitch: id, before }) as SingleCommand),
  fc.tuple(table, table).map(([a, b]) => ({ type: 'swap-tables', a, b }) as SingleCommand),
  fc
    .tuple(person, round, fc.option(table))
    .map(
      ([who, id, to]) =>
        ({ type: 'move-person', person: who, round: id, table: to }) as SingleCommand,
    ),
  fc
    .tuple(
      table,
      fc.integer({ min: 1, max: 4 }),
      fc.subarray([...HOSTS, COHOST, GUESTS[0]], { maxLength: 2 }),
    )
    .map(
      ([id, capacity, hosts]) =>
        ({
          type: 'save-table',
          table: {
            id,
            number: TABLES.indexOf(id) + 1,
            zone: 'A',
            place: 'here',
            capacity,
            innovation: null,
            hosts,
          },
        }) as SingleCommand,
    ),
  person.map((who) => ({ type: 'check-in', person: who }) as SingleCommand),
)
export const OTHER_STAGE = 'stg-other' as typeof STAGE
const segment = fc.constantFrom(TALK, BLOCK, NOTE, ROUNDS, LUNCH)
const anyDay = fc.constantFrom(DAY, NEXT_DAY)
const anyStage = fc.constantFrom(STAGE, OTHER_STAGE)
const edit = <Value>(value: fc.Arbitrary<Value>, command: (value: Value) => object) =>
  value.map((one) => command(one) as SingleCommand)

/** Changes of the plan that can be taken back. */
export const ofEditor: fc.Arbitrary<SingleCommand> = fc.oneof(
  edit(fc.tuple(segment, fc.option(segment), anyDay, anyStage), ([id, before, day, to]) => ({
    type: 'move-segment',
    segment: id,
    before,
    ...(before === null ? { day, stage: to } : {}),
  })),
  edit(segment, (id) => ({ type: 'remove-segment', segment: id })),
  edit(pitch, (id) => ({ type: 'remove-pitch', pitch: id })),
  edit(fc.tuple(pitch, fc.option(pitch)), ([id, before]) => ({
    type: 'move-pitch',
    pitch: id,
    before,
  })),
  edit(
    fc.tuple(pitch, fc.constantFrom(...INNOVATIONS), fc.option(fc.constant(MINUTE))),
    ([id, innovation, length]) => ({
      type: 'save-pitch',
      pitch: { id, block: BLOCK, innovation, length },
    }),
  ),
  edit(fc.constantFrom(...INNOVATIONS), (id) => ({ type: 'remove-innovation', innovation: id })),
  edit(
    fc.tuple(fc.constantFrom(...INNOVATIONS), fc.subarray([...HOSTS, COHOST])),
    ([id, presenters]) => ({
      type: 'save-innovation',
      innovation: { id, title: 'Changed', organisation: 'Org', summary: '', presenters },
    }),
  ),
  edit(table, (id) => ({ type: 'remove-table', table: id })),
  edit(fc.tuple(table, table), ([a, b]) => ({ type: 'swap-tables', a, b })),
  { weight: 3, arbitrary: ofHall },
  edit(anyStage, (id) => ({ type: 'remove-stage', stage: id })),
  edit(fc.constantFrom('Main stage', 'Garden'), (name) => ({
    type: 'save-stage',
    stage: { id: OTHER_STAGE, name },
  })),
  edit(fc.constantFrom([DAY], [DAY, NEXT_DAY]), (days) => ({ type: 'change-days', days })),
  edit(
    fc.tuple(fc.constantFrom(TALK, LUNCH), fc.integer({ min: 0, max: 90 }), anyDay, fc.boolean()),
    ([id, length, day, confirmed]) => ({
      type: 'save-segment',
      segment: {
        id,
        stage,
        day,
        kind: 'talk',
        title: 'Another title',
        length: length * MINUTE,
        fixedStart: null,
        warnAt: 0,
        dangerAt: 0,
        confirmed,
        speakers: confirmed ? [COHOST] : [],
      },
    }),
  ),
)
const ofGuests: fc.Arbitrary<SingleCommand> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(round, table)
      .map(([id, to]) => ({ type: 'pick-table', round: id, table: to }) as SingleCommand),
  },
  {
    weight: 1,
    arbitrary: round.map((id) => ({ type: 'leave-table', round: id }) as SingleCommand),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...INNOVATIONS), fc.constantFrom('yes', 'maybe', 'no', null))
      .map(([innovation, answer]) => ({ type: 'set-answer', innovation, answer }) as SingleCommand),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('wait-for-table', 'stop-waiting', 'arrive', 'walk-up'), round, table)
      .map(([type, id, to]) => ({ type, round: id, table: to }) as SingleCommand),
  },
  {
    weight: 1,
    arbitrary: fc.oneof(
      edit(fc.tuple(round, table, fc.option(fc.nat(4))), ([id, to, came]) => ({
        type: 'count-came',
        round: id,
        table: to,
        came,
      })),
      edit(fc.tuple(fc.constantFrom('help', 'way', 'closing'), round), ([what, id]) => ({
        type: 'call-desk',
        what,
        round: id,
      })),
      edit(fc.integer({ min: 40, max: 110 }), (call) => ({ type: 'settle-call', call })),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .shuffledSubarray([...INNOVATIONS])
      .map((innovations) => ({ type: 'set-wishes', innovations }) as SingleCommand),
  },
  { weight: 1, arbitrary: ofAsking },
)
const after = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 20 * SECOND }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 15 * MINUTE }) },
)

/** Undo and redo of whatever has such a number, and the end of the day, which rarely comes in the middle. */
const turning: fc.Arbitrary<SingleCommand> = fc.oneof(
  edit(fc.integer({ min: 40, max: 110 }), (id) => ({ type: 'undo-edit', edit: id })),
  edit(fc.integer({ min: 40, max: 110 }), (id) => ({ type: 'redo-edit', edit: id })),
  edit(fc.constantFrom('close-show', 'reopen-show', 'reopen-show'), (type) => ({ type })),
)

/** Random steps of a day; `erases`: people may be erased as well. */
export const steps = (erases: boolean): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({ command: ofCrew, actor: fc.constant(ORGANISER), after }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          command: fc.oneof({ weight: 5, arbitrary: ofEditor }, ofPictures, turning),
          actor: fc.constant(ORGANISER),
          after,
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({ command: ofChoosing, actor: fc.constant(ORGANISER), after }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ command: ofRequests, actor: fc.constant(ORGANISER), after }),
      },
      {
        weight: 2,
        arbitrary: fc.record({ command: ofSeating, actor: fc.constant(SYSTEM), after }),
      },
      {
        weight: 5,
        arbitrary: fc.record({ command: ofGuests, actor: person.map((who) => as(who)), after }),
      },
      ...talkSteps(after),
      ...(erases
        ? [
            {
              weight: 1,
              arbitrary: fc.record({
                command: person.map(
                  (who) => ({ type: 'erase-person', person: who }) as SingleCommand,
                ),
                actor: fc.constant(ORGANISER),
                after,
              }),
            },
          ]
        : []),
    ),
    { minLength: 5, maxLength: 60 },
  )
