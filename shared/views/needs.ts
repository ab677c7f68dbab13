import type { Call } from '#shared/show/calls.ts'
import { pitchesRunningBefore } from '#shared/show/course.ts'
import { choosingOpensAt, movesAt, segmentOfRound } from '#shared/show/round-course.ts'
import { attends } from '#shared/show/requests/requests.ts'
import type {
  InnovationId,
  PersonId,
  PitchId,
  RoundId,
  StageId,
  TableId,
  WindowId,
} from '#shared/show/words.ts'
import { type Instant, type Ms, SECOND } from '#shared/time/instant.ts'
import type { ConsoleOutside, ConsoleParts, ProposalLine, ScreenLine } from './console.ts'
import { seatingNeeds } from './choosing-needs.ts'
import type { RoundLine } from './common.ts'
import { courseOf } from './course.ts'
import { roundsInOrder } from './moment.ts'

/** Something only a person can settle, with what is needed to say it. Most urgent first. */
export type Need =
  | { kind: 'clock-behind'; by: Ms }
  | { kind: 'overdue'; stage: StageId; due: Instant }
  /** somebody wants the desk */
  | { kind: 'call'; call: Call }
  /** a delegate would like to host a table */
  | { kind: 'proposal'; proposal: ProposalLine }
  | { kind: 'round-waits'; round: RoundId; block: string; since: Instant }
  | { kind: 'round-due'; round: RoundId; step: 'open' | 'move'; since: Instant }
  | {
      /** choosing that somebody has to open, close, work out or publish before people know where to go */
      kind: 'seating'
      window: WindowId
      state: 'not-open' | 'open' | 'none' | 'ready'
      /** its next round, and since when that was to move; null: not yet */
      round: RoundId
      since: Instant | null
    }
  /** only people who have arrived are seated, and nobody has */
  | { kind: 'nobody-here'; window: WindowId }
  /** so many of the organiser's pins cannot be kept by the seating that is out, or would be next */
  | { kind: 'pins-unkept'; window: WindowId; run: number; pins: number }
  | {
      kind: 'pitcher-missing'
      pitch: PitchId
      innovation: InnovationId
      table: TableId | null
      chosen: number
      reason: 'absent' | 'late'
    }
  | { kind: 'without-table'; round: RoundId; people: number }
  | { kind: 'no-table'; innovations: readonly InnovationId[] }
  | { kind: 'screen-lost'; screen: ScreenLine }

/** A screen that is away for less than this may only be loading again. */
const LOST_AFTER: Ms = 10 * SECOND

type Outside = Pick<ConsoleOutside, 'screens' | 'clockAhead'>

export function needsYou(parts: ConsoleParts & Outside, now: Instant): Need[] {
  if (parts.show.closedAt !== null) return []
  return [
    ...clockBehind(parts),
    ...overdue(parts),
    ...parts.calls.map((call) => ({ kind: 'call' as const, call })),
    ...waitingRounds(parts, now),
    ...seatingNeeds(parts, now),
    ...missing(parts),
    ...parts.proposals.map((proposal) => ({ kind: 'proposal' as const, proposal })),
    ...withoutTable(parts),
    ...noTable(parts),
    ...lost(parts, now),
  ]
}

const clockBehind = ({ clockAhead }: Outside): Need[] =>
  clockAhead === 0 ? [] : [{ kind: 'clock-behind', by: clockAhead }]

const overdue = ({ course }: ConsoleParts): Need[] =>
  Object.entries(course.stages).flatMap(([id, { overdue: due }]) =>
    due === null ? [] : [{ kind: 'overdue', stage: id as StageId, due }],
  )

/** Rounds whose moment has come: held up by pitches, or waiting for a hand. */
function waitingRounds(parts: ConsoleParts, now: Instant): Need[] {
  const course = courseOf(parts)
  for (const round of roundsInOrder(parts)) {
    if (round.phase === 'ended') continue
    if (round.phase === 'moving' || round.phase === 'talking') return []
    const segment = segmentOfRound(course, round)
    // It waits for its window, which says so itself.
    if (round.phase === 'planned' && round.window !== null) return []
    const isOpening = round.phase === 'planned'
    const since = isOpening ? choosingOpensAt(course, segment, now) : movesAt(course, round, now)
    if (since === null) return []
    const block = pitchesRunningBefore(course, segment)
    if (block) {
      const planned =
        isOpening && segment.fixedStart !== null ? segment.fixedStart - segment.opensBefore : since
      const title = course.segments[block]?.title ?? ''
      return planned <= now
        ? [{ kind: 'round-waits', round: round.id, block: title, since: planned }]
        : []
    }
    if (segment.byItself || since > now) return []
    return [{ kind: 'round-due', round: round.id, step: isOpening ? 'open' : 'move', since }]
  }
  return []
}

/** Presenters sent to the end of their block whose table people have chosen. */
function missing(parts: ConsoleParts): Need[] {
  return Object.entries(parts.programme.pitches).flatMap(([id, pitch]): Need[] => {
    if (pitch.deferred === null || parts.course.done.includes(id as PitchId)) return []
    const table = parts.tables.find((one) => one.innovation === pitch.innovation)?.id ?? null
    const chosen = Object.values(parts.picks).reduce(
      (sum, picks) => sum + Object.values(picks).filter((picked) => picked === table).length,
      0,
    )
    const { innovation, deferred: reason } = pitch
    return [{ kind: 'pitcher-missing', pitch: id as PitchId, innovation, table, chosen, reason }]
  })
}

/** People who are here and have no seat once choosing for a round has closed. */
function withoutTable(parts: ConsoleParts): Need[] {
  const next = roundsInOrder(parts).find(
    (round) => round.phase === 'closed' || round.phase === 'moving',
  )
  if (!next) return []
  const picks = { ...parts.picks[next.id], ...parts.walkUps[next.id] }
  const hosts = new Set(Object.values(parts.hosts).flat())
  const people = parts.people.filter(
    ({ id, roles }) =>
      parts.here[id] !== undefined &&
      picks[id] === undefined &&
      !hosts.has(id) &&
      roles.includes('delegate') &&
      wantsSeat(parts, id, next),
  ).length
  return people === 0 ? [] : [{ kind: 'without-table', round: next.id, people }]
}

/** Some come on other days, and some have all the conversations that they want. */
function wantsSeat(parts: ConsoleParts, person: PersonId, round: RoundLine): boolean {
  const { requests, show, programme } = parts
  if (!attends({ days: show.days, requests, segments: programme.segments }, person, round))
    return false
  const most = requests.most[person]
  if (most === undefined) return true
  return Object.values(parts.picks).filter((seats) => seats[person] !== undefined).length < most
}

function noTable(parts: ConsoleParts): Need[] {
  if (parts.tables.length === 0) return []
  const seated = new Set(parts.tables.map((table) => table.innovation))
  const innovations = Object.values(parts.programme.pitches)
    .map((pitch) => pitch.innovation)
    .filter((innovation) => !seated.has(innovation))
  return innovations.length === 0
    ? []
    : [{ kind: 'no-table', innovations: [...new Set(innovations)] }]
}

const lost = ({ screens }: { screens: readonly ScreenLine[] }, now: Instant): Need[] =>
  screens.flatMap((screen) =>
    !screen.connected && now - screen.since > LOST_AFTER ? [{ kind: 'screen-lost', screen }] : [],
  )
