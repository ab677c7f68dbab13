import type { SingleCommand } from '#shared/show/commands.ts'
import {
  idFrom,
  type IdPrefix,
  type InnovationId,
  type PersonId,
  type PitchId,
  type RoundId,
  type SegmentId,
  type StageId,
  type TableId,
} from '#shared/show/words.ts'
import { MINUTE, type Ms, SECOND } from '#shared/time/instant.ts'
import { instantOf } from '#shared/time/zone.ts'
import { chance, type Chance } from './chance.ts'
import { FIRST_NAMES, INNOVATIONS, JOB_TITLES, LAST_NAMES, ORGANISATIONS, PLACES } from './names.ts'

export interface Size {
  seed: number
  /** delegates, beside the presenters */
  delegates: number
  /** pitches, each with a table */
  pitches: number
  rounds: number
  capacity: number
  /** `2026-06-28` */
  day: string
  /** when the day begins, `09:30` */
  begins: string
  zone: string
  /** every title 120 characters long, to see what gives way */
  longTitles: boolean
  pitch: Ms
  changeover: Ms
  move: Ms
  talk: Ms
  /** choosing opens and closes this long before rounds move */
  opensBefore: Ms
  closesBefore: Ms
  byItself: boolean
}

export const DEMO: Size = {
  seed: 1,
  delegates: 250,
  pitches: 15,
  rounds: 4,
  capacity: 8,
  day: '2026-06-28',
  begins: '09:30',
  zone: 'Europe/London',
  longTitles: false,
  pitch: 90 * SECOND,
  changeover: 30 * SECOND,
  move: 3 * MINUTE,
  talk: 12 * MINUTE,
  opensBefore: 10 * MINUTE,
  closesBefore: 2 * MINUTE,
  byItself: true,
}

export interface FullShow {
  commands: SingleCommand[]
  block: SegmentId
  roundsSegment: SegmentId
  pitches: PitchId[]
  innovations: InnovationId[]
  tables: TableId[]
  rounds: RoundId[]
  presenters: PersonId[]
  delegates: PersonId[]
}

const LONG =
  ' — a title of the length that people do write when nobody has told them that it will stand on a phone in a full hall'
const lengthened = (title: string, long: boolean): string =>
  long ? (title + LONG).slice(0, 120) : title

/** A believable show as the commands that make it, the same for the same seed. The show itself exists already. */
export function fullShow(stage: StageId, size: Size): FullShow {
  const luck = chance(size.seed)
  const id = <Id extends string>(prefix: IdPrefix): Id => idFrom<Id>(prefix, luck.bytes(12))
  const person = (role: 'presenter' | 'delegate' | 'helper' | 'stage-manager', ticket: number) =>
    saveUser(luck, id('per'), role, ticket, size)
  const presenters = Array.from({ length: size.pitches }, (_, index) =>
    person('presenter', index + 1),
  )
  const coHost = person('presenter', size.pitches + 1)
  const crew = [person('stage-manager', 9001), person('helper', 9002), person('helper', 9003)]
  const delegates = Array.from({ length: size.delegates }, (_, index) =>
    person('delegate', 1000 + index),
  )

  const innovations = presenters.map((presenter, index) =>
    innovation(luck, id('inn'), index, size, index === 0 ? [presenter, coHost] : [presenter]),
  )
  const tables = innovations.map((one, index) =>
    table(id('tab'), index, size, one.innovation.id, one.innovation.presenters),
  )
  const plan = programme(stage, size, id)
  const pitches = innovations.map((one): Extract<SingleCommand, { type: 'save-pitch' }> => ({
    type: 'save-pitch',
    pitch: { id: id('pit'), block: plan.block, innovation: one.innovation.id, length: null },
  }))
  const arrived = delegates
    .filter(() => luck.next() < 0.7)
    .map((one) => ({ type: 'check-in' as const, person: one.person }))
  return {
    commands: [
      ...presenters,
      coHost,
      ...crew,
      ...delegates,
      ...innovations,
      ...tables,
      ...plan.segments,
      ...pitches,
      ...arrived,
    ],
    block: plan.block,
    roundsSegment: plan.roundsSegment,
    pitches: pitches.map((one) => one.pitch.id),
    innovations: innovations.map((one) => one.innovation.id),
    tables: tables.map((one) => one.table.id),
    rounds: plan.rounds,
    presenters: presenters.map((one) => one.person),
    delegates: delegates.map((one) => one.person),
  }
}

function saveUser(
  luck: Chance,
  person: PersonId,
  role: 'presenter' | 'delegate' | 'helper' | 'stage-manager',
  ticket: number,
  size: Size,
): Extract<SingleCommand, { type: 'save-person' }> {
  const first = luck.of(FIRST_NAMES)
  const last = luck.of(LAST_NAMES)
  const email = `${first}.${last}.${ticket}@example.org`
    .normalize('NFD')
    .replaceAll(/[^A-Za-z0-9.@]/g, '')
    .toLowerCase()
  return {
    type: 'save-person',
    person,
    roles: [role],
    details: {
      name: size.longTitles
        ? `${first} ${last} ${'of the Very Long Name '.repeat(5)}`.slice(0, 120).trim()
        : `${first} ${last}`,
      organisation: lengthened(luck.of(ORGANISATIONS), size.longTitles),
      jobTitle: luck.of(JOB_TITLES),
      email,
      ticket: String(ticket),
    },
  }
}

function innovation(
  luck: Chance,
  id: InnovationId,
  index: number,
  size: Size,
  presenters: readonly { person: PersonId }[],
): Extract<SingleCommand, { type: 'save-innovation' }> {
  const [title, summary] = INNOVATIONS[index % INNOVATIONS.length] ?? INNOVATIONS[0]
  const round = Math.floor(index / INNOVATIONS.length)
  return {
    type: 'save-innovation',
    innovation: {
      id,
      title: lengthened(round === 0 ? title : `${title} ${round + 1}`, size.longTitles),
      organisation: lengthened(luck.of(ORGANISATIONS), size.longTitles),
      summary,
      presenters: presenters.map((one) => one.person),
    },
  }
}

function table(
  id: TableId,
  index: number,
  size: Size,
  innovationId: InnovationId,
  hosts: PersonId[],
): Extract<SingleCommand, { type: 'save-table' }> {
  const zone = 'ABCDEFGH'[Math.floor((index * 4) / size.pitches)] ?? 'A'
  const place = PLACES[index % PLACES.length] ?? PLACES[0]
  return {
    type: 'save-table',
    table: {
      id,
      number: index + 1,
      zone,
      place,
      capacity: size.capacity,
      innovation: innovationId,
      hosts,
    },
  }
}

function programme(stage: StageId, size: Size, id: <Id extends string>(prefix: IdPrefix) => Id) {
  const block = id<SegmentId>('seg')
  const roundsSegment = id<SegmentId>('seg')
  const rounds = Array.from({ length: size.rounds }, () => id<RoundId>('rnd'))
  const base = { stage, day: size.day, fixedStart: null }
  const points = { warnAt: Math.round(size.pitch / 3), dangerAt: Math.round(size.pitch / 9) }
  const talk = (
    title: string,
    kind: 'talk' | 'break' | 'note',
    length: Ms,
    fixedStart: number | null = null,
  ) => ({
    type: 'save-segment' as const,
    segment: { ...base, ...points, id: id<SegmentId>('seg'), title, kind, length, fixedStart },
  })
  const segments: SingleCommand[] = [
    talk('Welcome', 'talk', 10 * MINUTE, instantOf(size.day, size.begins, size.zone)),
    {
      type: 'save-segment',
      segment: {
        ...base,
        ...points,
        id: block,
        title: lengthened('Pitches, block 1', size.longTitles),
        kind: 'pitch-block',
        length: null,
        pitchLength: size.pitch,
        changeover: size.changeover,
        byItself: size.byItself,
      },
    },
    talk('Microphones off, lights up', 'note', 0),
    talk('Coffee', 'break', 15 * MINUTE),
    {
      type: 'save-segment',
      segment: {
        ...base,
        id: roundsSegment,
        title: 'Talk at the tables',
        kind: 'rounds',
        length: null,
        rounds: rounds.map((round) => ({ id: round, move: size.move, talk: size.talk })),
        byItself: size.byItself,
        opensBefore: size.opensBefore,
        closesBefore: size.closesBefore,
      },
    },
    talk('Lunch', 'break', 60 * MINUTE),
    talk('What we heard', 'talk', 20 * MINUTE),
  ]
  return { block, roundsSegment, rounds, segments }
}
