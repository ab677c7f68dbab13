import fc from 'fast-check'
import type { SingleCommand } from '#shared/show/commands.ts'
import type { Ms } from '#shared/time/instant.ts'
import { as, COHOST, GUESTS, HOSTS, INNOVATIONS, ORGANISER, RD } from './decider.ts'

const round = fc.constantFrom(...RD)
const person = fc.constantFrom(...GUESTS, ...HOSTS, COHOST)
const edit = <Value>(value: fc.Arbitrary<Value>, command: (value: Value) => object) =>
  value.map((one) => command(one) as SingleCommand)

/** What people say to each other, and what is asked of them. */
const ofTalk: fc.Arbitrary<SingleCommand> = fc.oneof(
  edit(
    fc.tuple(fc.constantFrom(...INNOVATIONS), fc.constantFrom('WORDS-question')),
    ([id, text]) => ({
      type: 'ask-question',
      innovation: id,
      text,
    }),
  ),
  edit(fc.constantFrom(...INNOVATIONS), (innovation) => ({
    type: 'take-back-question',
    innovation,
  })),
  edit(fc.tuple(person, fc.constantFrom('WORDS-note', '')), ([guest, text]) => ({
    type: 'write-note',
    guest,
    text,
  })),
  edit(fc.tuple(round, fc.constantFrom(true, false, null)), ([id, useful]) => ({
    type: 'say-useful',
    round: id,
    useful,
  })),
  edit(fc.tuple(person, fc.boolean()), ([host, allow]) => ({
    type: 'allow-email',
    host,
    allow,
    words: 1,
  })),
  edit(fc.constant('WORDS-title'), (title) => ({
    type: 'propose-table',
    title,
    line: 'WORDS-line',
  })),
  edit(fc.constant('withdraw-proposal'), (type) => ({ type })),
)
/** What organisers ask of people, and answer them. */
const ofAsking: fc.Arbitrary<SingleCommand> = fc.oneof(
  edit(fc.tuple(fc.constantFrom('feedback', 'proposals'), fc.boolean()), ([what, on]) => ({
    type: 'switch-asking',
    what,
    on,
  })),
  edit(fc.tuple(person, fc.nat(2)), ([who, index]) => ({
    type: 'accept-proposal',
    person: who,
    innovation: `inn-new${index}`,
    table: `tab-new${index}`,
    title: 'Published',
    organisation: '',
    summary: '',
    number: 40 + index,
    zone: 'B',
    place: 'there',
    capacity: 2,
  })),
  edit(person, (who) => ({ type: 'decline-proposal', person: who, reason: 'WORDS-reason' })),
)

/** Steps of a random day, as `steps` weighs them. */
export const talkSteps = (after: fc.Arbitrary<Ms>) => [
  {
    weight: 2,
    arbitrary: fc.record({ command: ofTalk, actor: person.map((who) => as(who)), after }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ command: ofAsking, actor: fc.constant(ORGANISER), after }),
  },
]
