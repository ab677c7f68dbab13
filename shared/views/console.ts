import type { Announcement } from '#shared/show/announcements.ts'
import type { Call } from '#shared/show/calls.ts'
import { movesTo } from '#shared/show/choosing/moves.ts'
import type { ChoosingWindow, SeatingFigures, SeatingRun } from '#shared/show/choosing/window.ts'
import type { BreakPicture } from '#shared/show/pictures.ts'
import { type Requests, samePin } from '#shared/show/requests/requests.ts'
import type { DeepReadonly, ReadShow } from '#shared/show/state.ts'
import type {
  InnovationId,
  PersonId,
  Role,
  RoundId,
  SegmentId,
  StageId,
  TableId,
  WindowId,
} from '#shared/show/words.ts'
import type { Instant, Ms } from '#shared/time/instant.ts'
import type { EditSubject } from '#shared/show/edits/edit.ts'
import { inTheWay } from '#shared/show/edits/blocked.ts'
import { proposalText } from '#shared/show/talk/proposals.ts'
import { NO_TEXTS, type Texts } from '#shared/show/talk/texts.ts'
import { mapValues } from './map-values.ts'
import {
  type PartBuilders,
  type People,
  programmeOf,
  sharedParts,
  type SharedParts,
} from './common.ts'

export interface PersonLine {
  id: PersonId
  name: string
  organisation: string
  jobTitle: string
  roles: readonly Role[]
}

/** A screen as the server knows it. Comes from the live link, not from the show. */
export interface ScreenLine {
  id: string
  name: string
  connected: boolean
  /** since when it is connected, or lost */
  since: Instant
}

/** What the console is told that is not in the show's journal. */
export interface ConsoleOutside {
  screens: readonly ScreenLine[]
  /** ms that the server's computer is ahead of the show's clock; 0: not worth a word */
  clockAhead: Ms
  /** of each announcement: how many screens have it, of those that are to */
  reached: Readonly<Record<number, { have: number; of: number }>>
}

export interface ConsoleParts extends SharedParts {
  /** presenters by innovation and hosts by table, as ids */
  innovationPresenters: Readonly<Record<InnovationId, readonly PersonId[]>>
  hosts: Readonly<Record<TableId, readonly PersonId[]>>
  people: readonly PersonLine[]
  /** when each person who is here was checked in */
  here: Readonly<Record<PersonId, Instant>>
  picks: Readonly<Record<RoundId, Readonly<Record<PersonId, TableId>>>>
  /** how many people have answered any pitch, and the answers yes, maybe, no of each innovation */
  answers: {
    people: number
    innovations: Readonly<Record<InnovationId, readonly [number, number, number]>>
  }
  /** seatings worked out for each window, without who sits where; newest first */
  seatings: Readonly<Record<WindowId, readonly SeatingLine[]>>
  /** how many have ranked, and each innovation's first wishes, places among the first three, and wishes in all */
  /** what the organiser, hosts and people ask of every seating; not who has asked for whom in vain */
  requests: DeepReadonly<Omit<Requests, 'asks'>>
  demand: {
    people: number
    innovations: Readonly<Record<InnovationId, readonly [number, number, number]>>
  }
  /** what is said to many at present, and to whom */
  announcements: readonly DeepReadonly<Announcement>[]
  /** who wants the desk, oldest first */
  calls: readonly Call[]
  /** people counted at tables, people who sat down where there was room, and lines at full tables */
  came: Readonly<Record<RoundId, Readonly<Record<TableId, number>>>>
  walkUps: Readonly<Record<RoundId, Readonly<Record<PersonId, TableId>>>>
  waiting: Readonly<Record<RoundId, Readonly<Record<TableId, readonly PersonId[]>>>>
  /** whose seat, or having none, is by hand */
  byHand: Readonly<Record<RoundId, readonly PersonId[]>>
  /** whose seat nobody wished for: it filled a round that was free */
  suggested: Readonly<Record<RoundId, readonly PersonId[]>>
  /** what hall screens show in breaks, in this order */
  breakPictures: readonly DeepReadonly<BreakPicture>[]
  /** what was changed last, newest first */
  edits: readonly EditLine[]
  /** tables that people would like to host and that nobody has answered yet, oldest first */
  proposals: readonly ProposalLine[]
  /** the last things that were on, newest first */
  record: readonly RecordLine[]
}

export type SeatingLine = DeepReadonly<
  Omit<SeatingRun, 'basis' | 'seats' | 'suggested' | 'unmet' | 'figures'>
> & {
  byName: string
  /** people have been given these seats last */
  published: boolean
  /** worked out since people were given seats last: whoever went back to an older one has seen it */
  newer: boolean
  figures: DeepReadonly<Omit<SeatingFigures, 'moved' | 'firstChoicesLost'>>
  /** of the newest, when people have not been given it: what it would change of the seats that they hold now */
  moves: Pick<SeatingFigures, 'moved' | 'firstChoicesLost'> | null
}

/** A change of the plan that can be taken back, or done again when it was. */
export interface EditLine {
  id: number
  at: Instant
  /** id and name of who made it */
  by: string
  byName: string
  subject: EditSubject
  /** ids of what it changed; the first ones, of a whole file */
  touches: readonly string[]
  /** so many people came in with it, and would be removed with it */
  brought: number
  /** taken back: `final` when it cannot be done again */
  undone: boolean
  final: boolean
  /** what is in its way, and whose that is */
  blocked: { subject: EditSubject; by: string; byName: string; later: boolean } | null
}

export interface ProposalLine {
  person: PersonId
  at: Instant
  name: string
  organisation: string
  title: string
  line: string
}

export interface RecordLine {
  stage: StageId
  segment: SegmentId
  innovation: InnovationId | null
  phase: 'item' | 'pitch' | 'changeover'
  begunAt: Instant
  endedAt: Instant
  /** ms: planned, added by hand, and how long it ran without pauses */
  planned: Ms
  added: Ms
  ran: Ms
}

/** The console: everyone who works at the show. It names people, and shows no address and nobody's own answers. */
export const consoleParts: PartBuilders<ConsoleParts> = {
  ...sharedParts,
  programme: (show) => programmeOf(show, (segment) => segment),
  innovationPresenters: (show) => mapValues(show.innovations, ({ presenters }) => presenters),
  hosts: (show) => mapValues(show.tables, ({ hosts }) => hosts),
  people: (show, people) =>
    Object.values(show.people)
      .map(({ id, roles }) => {
        const { name = '', organisation = '', jobTitle = '' } = people.get(id) ?? {}
        return { id, name, organisation, jobTitle, roles }
      })
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
  here: (show) =>
    Object.fromEntries(
      Object.values(show.people).flatMap(({ id, checkedInAt }) =>
        checkedInAt === null ? [] : [[id, checkedInAt]],
      ),
    ),
  picks: (show) => mapValues(show.rounds, ({ picks }) => picks),
  answers: (show) => countAnswers(show),
  seatings: (show, people) =>
    mapValues(show.windows, (window) =>
      window.runs.toReversed().map((run) => seatingLine(show, people, window, run)),
    ),
  requests: ({ requests: { pins, bans, musts, groups, most, days } }) => ({
    pins,
    bans,
    musts,
    groups,
    most,
    days,
  }),
  demand: (show) => countWishes(show),
  announcements: (show) => show.announcements,
  calls: (show) => show.calls,
  came: (show) => mapValues(show.rounds, ({ came }) => came),
  walkUps: (show) => mapValues(show.rounds, ({ walkUps }) => walkUps),
  waiting: (show) => mapValues(show.rounds, ({ waiting }) => waiting),
  byHand: (show) => mapValues(show.rounds, ({ byHand }) => Object.keys(byHand) as PersonId[]),
  suggested: (show) =>
    mapValues(show.rounds, ({ suggested }) => Object.keys(suggested) as PersonId[]),
  breakPictures: (show) => show.breakPictures,
  edits: (show, people) => editLines(show, people),
  proposals: (show, people, texts = NO_TEXTS) => proposalLines(show, people, texts),
  record: (show) => clockRecord(show).slice(-60).reverse(),
}

function seatingLine(
  show: ReadShow,
  people: People,
  window: DeepReadonly<ChoosingWindow>,
  run: DeepReadonly<SeatingRun>,
): SeatingLine {
  const { id, at, by, policy, everyone, perOrganisation, tables, keepSeats } = run
  const { people: seated, absent, asked } = run
  // What is not wanted any more need not be kept.
  const unkept = run.unkept.filter((pin) => show.requests.pins.some((one) => samePin(one, pin)))
  const { moved: _, firstChoicesLost: _2, ...figures } = run.figures
  const isUnseen = id > (window.givenAt ?? 0)
  return {
    id,
    at,
    by,
    policy,
    everyone,
    perOrganisation,
    tables,
    keepSeats,
    people: seated,
    absent,
    asked,
    unkept,
    figures,
    byName: people.get(by as PersonId)?.name ?? '',
    published: id === window.published,
    newer: isUnseen && window.published !== null,
    moves: isUnseen && run === window.runs.at(-1) ? movesTo(show, window, run) : null,
  }
}

function proposalLines(show: ReadShow, people: People, texts: Texts): ProposalLine[] {
  const waiting = (Object.entries(show.proposals) as [PersonId, ReadShow['proposals'][PersonId]][])
    .filter(([, { state }]) => state === 'waiting')
    .sort(([, a], [, b]) => a.at - b.at)
  return waiting.map(([person, { at }]) => {
    const { name = '', organisation = '' } = people.get(person) ?? {}
    const said = (what: 'title' | 'line'): string =>
      texts.get(proposalText(what, person))?.text ?? ''
    return { person, at, name, organisation, title: said('title'), line: said('line') }
  })
}

const SHOWN_EDITS = 50
const SHOWN_TOUCHES = 12

function editLines(show: ReadShow, people: People): EditLine[] {
  const named = (subject: EditSubject): EditSubject =>
    subject.thing === 'person' && subject.done !== 'several'
      ? { ...subject, name: people.get(subject.name as PersonId)?.name ?? '' }
      : subject
  // The one organiser who signs in by passphrase has no row.
  const nameOf = (by: string): string => people.get(by as PersonId)?.name ?? ''
  return show.edits
    .slice(-SHOWN_EDITS)
    .reverse()
    .map((edit) => {
      const { id, at, by, subject, undone } = edit
      const other = inTheWay(show.edits, edit)
      const blocked = other && {
        subject: named(other.subject),
        by: other.by,
        byName: nameOf(other.by),
        later: other.id > id,
      }
      return {
        id,
        at,
        by,
        byName: nameOf(by),
        subject: named(subject),
        touches: edit.touches.slice(0, SHOWN_TOUCHES),
        brought: edit.inverse.filter(({ type }) => type === 'withdraw-person').length,
        undone,
        final: edit.inverse.length === 0,
        blocked,
      }
    })
}

function countWishes(show: ReadShow): ConsoleParts['demand'] {
  const innovations: Record<InnovationId, [number, number, number]> = {}
  const lists = Object.values(show.wishes)
  for (const list of lists)
    for (const [index, id] of list.entries()) {
      const count = (innovations[id] ??= [0, 0, 0])
      if (index === 0) count[0] += 1
      if (index < 3) count[1] += 1
      count[2] += 1
    }
  return { people: lists.length, innovations }
}

function countAnswers(show: ReadShow): ConsoleParts['answers'] {
  const innovations: Record<InnovationId, [number, number, number]> = {}
  let people = 0
  for (const own of Object.values(show.answers)) {
    const given = Object.entries(own)
    if (given.length > 0) people += 1
    for (const [id, answer] of given) {
      const count = (innovations[id as InnovationId] ??= [0, 0, 0])
      count[answer === 'yes' ? 0 : answer === 'maybe' ? 1 : 2] += 1
    }
  }
  return { people, innovations }
}

/** Everything that has been on stage, oldest first: planned, actual and over. */
export function clockRecord(show: ReadShow): RecordLine[] {
  return Object.values(show.stages)
    .flatMap((stage) =>
      stage.past.map(({ segment, pitch, phase, clock, begunAt, leftAt }): RecordLine => {
        const startedAt = clock.startedAt ?? leftAt
        return {
          stage: stage.id,
          segment,
          innovation: pitch ? (show.pitches[pitch]?.innovation ?? null) : null,
          phase,
          begunAt: begunAt ?? startedAt,
          endedAt: leftAt,
          planned: clock.duration,
          added: clock.added,
          ran: (clock.pausedAt ?? leftAt) - startedAt,
        }
      }),
    )
    .sort((a, b) => a.begunAt - b.begunAt)
}
