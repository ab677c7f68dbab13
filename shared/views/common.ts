import { hallPart, type HallPart } from './hall-map.ts'
import { mapValues } from './map-values.ts'
import { NO_TEXTS, type Texts } from '#shared/show/talk/texts.ts'
import type { PersonDetails } from '#shared/show/decision.ts'
import { plannedLength } from '#shared/show/course.ts'
import type { AnnouncedTo } from '#shared/show/announcements.ts'
import { roomNow } from '#shared/show/attendance.ts'
import type { CourseRound } from '#shared/show/course.ts'
import type { ChoosingWindow } from '#shared/show/choosing/window.ts'
import type { CourseWindow } from '#shared/show/choosing/course.ts'
import { roundNumber } from '#shared/show/round-course.ts'
import type { DeepReadonly, OnStage, ReadShow, Round, Segment } from '#shared/show/state.ts'
import type {
  InnovationId,
  PersonId,
  PitchId,
  RoundId,
  SegmentId,
  ShowId,
  StageId,
  TableId,
  WindowId,
} from '#shared/show/words.ts'
import type { Instant, LocalDate, Ms } from '#shared/time/instant.ts'

/** Who people are, for views that may name them. Rows can be erased at any time: undefined then. */
export type People = ReadonlyMap<PersonId, PersonDetails>

/** Built anew from the show: a part is sent only when it changed. */
export type PartBuilders<Parts> = {
  [Name in keyof Parts]: (show: ReadShow, people: People, texts?: Texts) => Parts[Name]
}

export const buildParts = <Parts>(
  builders: PartBuilders<Parts>,
  show: ReadShow,
  people: People,
  texts: Texts = NO_TEXTS,
): Parts =>
  Object.fromEntries(
    Object.entries(
      builders as Record<string, (show: ReadShow, people: People, texts: Texts) => unknown>,
    ).map(([name, build]) => [name, build(show, people, texts)]),
  ) as Parts

export interface ShowPart {
  id: ShowId
  title: string
  place: string
  zone: string
  days: readonly LocalDate[]
  publishedAt: Instant | null
  closedAt: Instant | null
  archivedAt: Instant | null
  rehearsalOf: ShowId | null
  /** whether people are asked after each round, and whether they may propose tables */
  asks: { readonly feedback: boolean; readonly proposals: boolean }
}

/** The plan: what is to happen, without what has happened. */
export interface ProgrammePart {
  stages: readonly { id: StageId; name: string; segments: readonly SegmentId[] }[]
  segments: Readonly<Record<SegmentId, DeepReadonly<Segment>>>
  pitches: Readonly<
    Record<
      PitchId,
      {
        block: SegmentId
        innovation: InnovationId
        length: Ms | null
        deferred: 'absent' | 'late' | null
      }
    >
  >
}

/** What has happened, and what is on. */
export interface CoursePart {
  heldSince: Instant | null
  clockFollowedAt: Instant | null
  stages: Readonly<
    Record<
      StageId,
      {
        on: DeepReadonly<OnStage> | null
        finished: boolean
        overdue: Instant | null
        blackout: boolean
      }
    >
  >
  /** [begun, ended] of the segments that have begun */
  begun: Readonly<Record<SegmentId, readonly [Instant, Instant | null]>>
  /** pitches that have been given */
  done: readonly PitchId[]
}

export type InnovationsPart = Readonly<
  Record<
    InnovationId,
    { title: string; organisation: string; summary: string; presenters: readonly string[] }
  >
>

export interface TableLine {
  id: TableId
  number: number
  zone: string
  place: string
  capacity: number
  innovation: InnovationId | null
}

/** A round without who sits where, and its number within its segment. */
export type RoundLine = CourseRound & { number: number }
export type RoundsPart = Readonly<Record<RoundId, RoundLine>>

/** A choosing window as everybody may see it: nobody's wishes, and the seed only once choosing is over. */
export type WindowLine = CourseWindow & {
  seed: string | null
  policy: ChoosingWindow['policy']
  whoMoves: ChoosingWindow['whoMoves']
  everyone: boolean
  perOrganisation: number | null
  mustMeets: number
  /** how many people there are to be seated, here or not */
  delegates: number
  /** how many wished for each table, once people have been told their seats */
  asked: Readonly<Record<TableId, number>>
}
export type WindowsPart = Readonly<Record<WindowId, WindowLine>>

/** Seats taken, by round and table, of the rounds that are not over. */
export type SeatsPart = Readonly<Record<RoundId, Readonly<Record<TableId, number>>>>

/** Something that the crew says, as a screen shows it. */
export interface Notice {
  id: number
  text: string
  until: Instant
}

/** What is said to one kind of screen. */
export const noticesFor = (show: ReadShow, kind: AnnouncedTo['kind']): Notice[] =>
  show.announcements.filter(({ to }) => to.kind === kind).map(noticeOf)

export const noticeOf = ({ id, text, until }: Notice): Notice => ({ id, text, until })

export interface SharedParts {
  show: ShowPart
  programme: ProgrammePart
  course: CoursePart
  innovations: InnovationsPart
  tables: readonly TableLine[]
  hall: HallPart | null
  rounds: RoundsPart
  windows: WindowsPart
  seats: SeatsPart
  /** seats that one may walk up to, by table, in the rounds that are on */
  room: SeatsPart
  /** what is said to everybody; a screen shows it until its time is over */
  notices: readonly Notice[]
}

const nameOf = (people: People, id: PersonId): string[] => {
  const person = people.get(id)
  return person ? [person.name] : []
}

/** What everyone at the show may see: the programme, where it has got to, tables and seats. No guest is named. */
export const sharedParts: PartBuilders<SharedParts> = {
  show: ({
    id,
    title,
    place,
    zone,
    days,
    publishedAt,
    closedAt,
    archivedAt,
    rehearsalOf,
    asks,
  }) => ({
    id,
    title,
    place,
    zone,
    days,
    publishedAt,
    closedAt,
    archivedAt,
    rehearsalOf,
    asks,
  }),
  programme: (show) => programmeOf(show, (segment) => openly(show, segment)),
  course: (show) => ({
    heldSince: show.heldSince,
    clockFollowedAt: show.clockFollowedAt,
    stages: mapValues(show.stages, ({ on, finished, overdue, blackout }) => ({
      on,
      finished,
      overdue,
      blackout,
    })),
    begun: Object.fromEntries(
      Object.values(show.segments).flatMap(({ id, begunAt, endedAt }) =>
        begunAt === null ? [] : [[id, [begunAt, endedAt] as const]],
      ),
    ),
    done: Object.values(show.pitches).flatMap((pitch) => (pitch.done ? [pitch.id] : [])),
  }),
  innovations: (show, people) =>
    mapValues(show.innovations, ({ title, organisation, summary, presenters }) => ({
      title,
      organisation,
      summary,
      presenters: presenters.flatMap((id) => nameOf(people, id)),
    })),
  tables: (show) =>
    Object.values(show.tables)
      .map(({ id, number, zone, place, capacity, innovation }) => ({
        id,
        number,
        zone,
        place,
        capacity,
        innovation,
      }))
      .sort((a, b) => a.number - b.number),
  hall: hallPart,
  rounds: (show) =>
    mapValues(show.rounds, (round) => {
      const { id, segment, free, window, move, talk, phase, openedAt, clock } = round
      const { movedAt, talkedAt, endedAt, seats, stands } = round
      const times = { openedAt, clock, movedAt, talkedAt, endedAt }
      const number = roundNumber(show, round)
      return { id, segment, free, window, move, talk, phase, ...times, seats, stands, number }
    }),
  windows: (show) => {
    const all = Object.values(show.people)
    const delegates = all.filter(({ roles, hosts }) => roles.includes('delegate') && hosts === null)
    return mapValues(show.windows, (window) => windowLine(window, delegates.length))
  },
  notices: (show) => noticesFor(show, 'phones'),
  room: (show) =>
    Object.fromEntries(
      Object.values(show.rounds).flatMap((round) =>
        round.phase === 'moving' || round.phase === 'talking'
          ? [[round.id, roomOf(show, round)]]
          : [],
      ),
    ),
  seats: (show) =>
    Object.fromEntries(
      Object.values(show.rounds).flatMap(({ id, phase, taken }) =>
        phase === 'ended' ? [] : [[id, taken]],
      ),
    ),
}

const roomOf = (show: ReadShow, round: DeepReadonly<Round>): Record<TableId, number> =>
  Object.fromEntries(
    Object.values(show.tables).flatMap((table) => {
      const room = table.innovation === null ? 0 : roomNow(round, table)
      return room > 0 ? [[table.id, room]] : []
    }),
  )

const windowLine = (window: DeepReadonly<ChoosingWindow>, delegates: number): WindowLine => {
  const { id, title, follows, rounds, tables, byItself, publishesItself, opensBefore } = window
  const { closesBefore, phase, openedAt, closedAt, publishedAt, seed, seedHash } = window
  const { policy, everyone, perOrganisation, mustMeets, whoMoves, runs, published } = window
  return {
    id,
    title,
    follows,
    rounds,
    tables,
    byItself,
    publishesItself,
    opensBefore,
    closesBefore,
    phase,
    openedAt,
    closedAt,
    publishedAt,
    policy,
    everyone,
    perOrganisation,
    mustMeets,
    whoMoves,
    delegates,
    seedHash,
    seed: phase === 'closed' || phase === 'published' ? seed : null,
    asked: runs.find((run) => run.id === published)?.asked ?? {},
  }
}

/** The plan with each item as `drawn`. */
export const programmeOf = (
  show: ReadShow,
  drawn: (segment: DeepReadonly<Segment>) => DeepReadonly<Segment>,
): ProgrammePart => ({
  stages: Object.values(show.stages).map(({ id, name, segments }) => ({ id, name, segments })),
  segments: mapValues(show.segments, (segment) => ({
    ...drawn(segment),
    begunAt: null,
    endedAt: null,
  })),
  pitches: Object.fromEntries(
    Object.entries(show.pitches).flatMap(([id, { block, innovation, length, deferred }]) => {
      const held = show.segments[block]
      if (!held || drawn(held).title !== held.title) return []
      return [[id, { block, innovation, length, deferred }]]
    }),
  ),
})

/** What is on, or was, is no secret, whatever the plan says. */
export const isPublic = (show: ReadShow, segment: DeepReadonly<Segment>): boolean =>
  segment.confirmed ||
  segment.begunAt !== null ||
  show.stages[segment.stage]?.on?.segment === segment.id

/** An item as anybody may see it: without notes for the crew, and without what is not confirmed yet but its time. */
function openly(show: ReadShow, segment: DeepReadonly<Segment>): DeepReadonly<Segment> {
  const bare = { notes: '', ref: '' }
  if (isPublic(show, segment)) return { ...segment, ...bare }
  const masked = { ...bare, title: TO_BE_CONFIRMED, summary: '', speakers: [] }
  const length = plannedLength(show, segment)
  return segment.kind === 'pitch-block'
    ? { ...segment, ...masked, length, pitches: [] }
    : { ...segment, ...masked, length }
}
export const TO_BE_CONFIRMED = 'To be confirmed'
