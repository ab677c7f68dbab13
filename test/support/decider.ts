import { createHash } from 'node:crypto'
import type { Command, SingleCommand } from '#shared/show/commands.ts'
import type { Refusal, RefusalCode } from '#shared/show/decision.ts'
import { decide } from '#shared/show/decide.ts'
import { dueAt } from '#shared/show/due.ts'
import type { Event } from '#shared/show/events.ts'
import { evolve } from '#shared/show/evolve.ts'
import { emptyShow, type Show } from '#shared/show/state.ts'
import {
  type Actor,
  type InnovationId,
  type PersonId,
  type PitchId,
  type RoundId,
  type SegmentId,
  type ShowId,
  type StageId,
  SYSTEM,
  type TableId,
} from '#shared/show/words.ts'
import { type Instant, MINUTE, type Ms, SECOND } from '#shared/time/instant.ts'
import { instantOf } from '#shared/time/zone.ts'
import { WINDOW, windowOf } from './windows.ts'

export const DAY = '2026-06-28'
export const ZONE = 'Europe/London'
/** 10:00 on the day */
export const T0: Instant = instantOf(DAY, '10:00', ZONE)
export const ORGANISER: Actor = { id: 'organiser', roles: ['organiser'], person: null }

export const STAGE = 'stg-main' as StageId
export const [TALK, BLOCK, NOTE, ROUNDS, LUNCH] = ['talk', 'block', 'note', 'rounds', 'lunch'].map(
  (name) => `seg-${name}`,
) as [SegmentId, SegmentId, SegmentId, SegmentId, SegmentId]
export const PITCHES = ['aaaa', 'bbbb', 'cccc'].map((name) => `pit-${name}`) as [
  PitchId,
  PitchId,
  PitchId,
]
export const INNOVATIONS = ['aaaa', 'bbbb', 'cccc'].map((name) => `inn-${name}`) as [
  InnovationId,
  InnovationId,
  InnovationId,
]
export const TABLES = ['aaaa', 'bbbb', 'cccc'].map((name) => `tab-${name}`) as [
  TableId,
  TableId,
  TableId,
]
export const RD = ['aaaa', 'bbbb'].map((name) => `rnd-${name}`) as [RoundId, RoundId]
/** hosts of the three tables, a co-host of the first, and three delegates */
export const HOSTS = ['ha', 'hb', 'hc'].map((name) => `per-${name}00`) as [
  PersonId,
  PersonId,
  PersonId,
]
export const COHOST = 'per-co00' as PersonId
export const GUESTS = ['jo', 'sam', 'dee'].map((name) => `per-${name}00`) as [
  PersonId,
  PersonId,
  PersonId,
]

export const as = (person: PersonId, ...roles: Actor['roles'][number][]): Actor => ({
  id: person,
  roles: roles.length > 0 ? roles : ['delegate'],
  person,
})

/** The seed of every window that opens here. */
export const DRAWN = 'drawn-by-a-test'
export const draw = () => ({
  seed: DRAWN,
  seedHash: createHash('sha256').update(DRAWN).digest('hex'),
})

/** What a command came to: the types of its events, or the code of its refusal. */
export type Came = string[] | RefusalCode

export interface Bench {
  show: Show
  journal: Event[]
  /** Decides and evolves at `at` ms after ten. */
  does(command: Command, at?: Ms, actor?: Actor): Came
  /** The same command to an event that has not begun: its state then, or the code of the refusal. */
  fresh(command: Command): Show | RefusalCode
  /** The whole refusal of a command that must be refused. */
  refusal(command: Command, actor?: Actor): Refusal
  /** Everything that falls due up to `at`, each at its moment; how many steps it took. */
  ticks(at: Ms): number
}

export interface BenchOptions {
  byItself?: boolean
  changeover?: Ms
  capacity?: number
  fixedStart?: Instant | null
  /** both rounds go by wishes, and choosing has closed */
  wished?: boolean
}

/** A small show: a talk of 10 min at ten, three pitches of 60 s, a note, two rounds of 2 + 10 min, lunch. */
export function bench({
  byItself = false,
  changeover = 30 * SECOND,
  capacity = 2,
  fixedStart = null,
  wished = false,
}: BenchOptions = {}): Bench {
  const show = emptyShow('test-show' as ShowId)
  const journal: Event[] = []
  let reached = -Infinity
  const does: Bench['does'] = (command, at = 0, actor = ORGANISER) => {
    reached = Math.max(reached, at)
    const decision = decide(show, command, { at: T0 + at, actor, draw })
    if (!decision.ok) return decision.refusal.code
    for (const event of decision.events) {
      evolve(show, event)
      journal.push(event)
    }
    // That it can be taken back goes without saying.
    return decision.events.flatMap(({ type }) => (type === 'edit-made' ? [] : [type]))
  }
  const refusal: Bench['refusal'] = (command, actor = ORGANISER) => {
    const decision = decide(show, command, { at: T0, actor })
    if (decision.ok) throw new Error(`${command.type} was not refused`)
    return decision.refusal
  }
  const fresh: Bench['fresh'] = (command) => {
    const empty = emptyShow('other-show' as ShowId)
    const decision = decide(empty, command, { at: T0, actor: ORGANISER })
    if (!decision.ok) return decision.refusal.code
    for (const event of decision.events) evolve(empty, event)
    return empty
  }
  const ticks = (at: Ms): number => {
    reached = Math.max(reached, Math.min(0, at))
    let done = 0
    for (let steps = 0; ; steps += 1) {
      if (steps > 500) throw new Error('what is due does not end')
      const next = dueAt(show, T0 + reached)
      if (!next || next.due - T0 > at) break
      // As the server's timer does: it wakes when something is due, and asks again.
      const moment = Math.max(reached, next.due - T0)
      const due = dueAt(show, T0 + moment)
      reached = moment
      if (!due || due.due > T0 + moment) continue
      const before = show.version
      does(due.command, moment, SYSTEM)
      if (show.version === before) throw new Error(`${due.command.type} is due and does nothing`)
      const second = decide(show, due.command, { at: T0 + moment, actor: SYSTEM })
      if (!second.ok || second.events.length > 0)
        throw new Error(`${due.command.type} does something a second time`)
      done += 1
    }
    reached = Math.max(reached, at)
    return done
  }
  for (const command of setUp({ byItself, changeover, capacity, fixedStart })) {
    const came = does(command, -MINUTE)
    if (typeof came === 'string') throw new Error(`${command.type}: ${came}`)
  }
  if (wished) closeChoosing(does)
  return { show, journal, does, fresh, refusal, ticks }
}

function closeChoosing(does: Bench['does']): void {
  const window = WINDOW
  does({ type: 'save-window', window: windowOf() }, -MINUTE)
  does({ type: 'open-window', window }, -MINUTE)
  does({ type: 'close-window', window }, -MINUTE)
}

function setUp({
  byItself,
  changeover,
  capacity,
  fixedStart,
}: Required<Omit<BenchOptions, 'wished'>>): SingleCommand[] {
  const base = { stage: STAGE, day: DAY, fixedStart: null }
  const points = { warnAt: 20 * SECOND, dangerAt: 5 * SECOND }
  const people: [PersonId, 'presenter' | 'delegate'][] = [
    ...[...HOSTS, COHOST].map((person) => [person, 'presenter'] as [PersonId, 'presenter']),
    ...GUESTS.map((person) => [person, 'delegate'] as [PersonId, 'delegate']),
  ]
  return [
    { type: 'create-show', title: 'Test', place: '', zone: ZONE, days: [DAY], stage: STAGE },
    ...people.map(([person, role]): SingleCommand => ({
      type: 'save-person',
      person,
      roles: [role],
      details: details(person),
    })),
    ...INNOVATIONS.map((id, index): SingleCommand => ({
      type: 'save-innovation',
      innovation: {
        id,
        title: `Innovation ${index + 1}`,
        organisation: '',
        summary: '',
        presenters: [HOSTS[index] ?? HOSTS[0]],
      },
    })),
    ...TABLES.map((id, index): SingleCommand => ({
      type: 'save-table',
      table: {
        id,
        number: index + 1,
        zone: 'A',
        place: `place ${index + 1}`,
        capacity,
        innovation: INNOVATIONS[index] ?? null,
        hosts: index === 0 ? [HOSTS[0], COHOST] : [HOSTS[index] ?? HOSTS[0]],
      },
    })),
    {
      type: 'save-segment',
      segment: {
        ...base,
        ...points,
        id: TALK,
        kind: 'talk',
        title: 'Welcome',
        length: 10 * MINUTE,
        fixedStart: T0,
      },
    },
    {
      type: 'save-segment',
      segment: {
        ...base,
        ...points,
        id: BLOCK,
        kind: 'pitch-block',
        title: 'Pitches',
        length: null,
        pitchLength: MINUTE,
        changeover,
        byItself,
      },
    },
    {
      type: 'save-segment',
      segment: { ...base, ...points, id: NOTE, kind: 'note', title: 'Lights up', length: 0 },
    },
    {
      type: 'save-segment',
      segment: {
        ...base,
        id: ROUNDS,
        kind: 'rounds',
        title: 'Tables',
        length: null,
        rounds: RD.map((id) => ({ id, move: 2 * MINUTE, talk: 10 * MINUTE })),
        byItself,
        opensBefore: 5 * MINUTE,
        closesBefore: MINUTE,
        fixedStart,
      },
    },
    {
      type: 'save-segment',
      segment: {
        ...base,
        ...points,
        id: LUNCH,
        kind: 'break',
        title: 'Lunch',
        length: 60 * MINUTE,
      },
    },
    ...PITCHES.map((id, index): SingleCommand => ({
      type: 'save-pitch',
      pitch: { id, block: BLOCK, innovation: INNOVATIONS[index] ?? INNOVATIONS[0], length: null },
    })),
  ]
}

export const details = (name: string) => ({
  name: `Name ${name}`,
  organisation: `Organisation ${name}`,
  jobTitle: `Job ${name}`,
  email: `${name}@example.org`,
  ticket: `T-${name}`,
})
