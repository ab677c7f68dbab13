import type { PlainKind } from '#shared/show/state.ts'
import type { SegmentDraft } from '#shared/show/programme/commands.ts'
import { MINUTE, SECOND, type Instant, type LocalDate, type Ms } from '#shared/time/instant.ts'
import type { PersonId, RoundId, SegmentId, StageId } from '#shared/show/words.ts'
import { clockTime, dayName } from '#shared/time/zone.ts'
import type { PitchBlockRow, PlainRow, RoundsRow } from '#shared/sheets/types.ts'
import { nth, type Timed, USUAL } from './programme-times.ts'
import { lasting, nowWords, present } from './words.ts'

export interface Place {
  id: SegmentId
  stage: StageId
  day: LocalDate
  fixedStart: Instant | null
  newRound: () => RoundId
  /** null: the file does not say */
  speakers: PersonId[] | null
}

type Draft<Kind extends SegmentDraft['kind']> = Extract<SegmentDraft, { kind: Kind }>

/** The item that a row describes. What its cells leave open stays as it was, or is the usual. */
export function draftFrom(row: Timed, place: Place, before: SegmentDraft | null): SegmentDraft {
  const { value } = row
  const { id, stage, day, fixedStart } = place
  const base = { id, stage, day, title: value.title, fixedStart, ...said(value, place.speakers) }
  if (value.kind === 'pitch-block')
    return { ...base, ...block(value, row.length, before?.kind === 'pitch-block' ? before : null) }
  if (value.kind === 'rounds')
    return {
      ...base,
      ...rounds(value, row.length, before?.kind === 'rounds' ? before : null, place.newRound),
    }
  const was = before && isPlain(before) ? before : null
  return { ...base, kind: value.kind, length: value.length, ...points(value, value.length, was) }
}

/** What is left out stays as it was. */
function said(value: Timed['value'], speakers: PersonId[] | null) {
  const { summary, notes, confirmed, tablesOpen } = value
  return {
    ...(summary === null ? {} : { summary }),
    ...(notes === null ? {} : { notes }),
    ...(confirmed === null ? {} : { confirmed }),
    ...(tablesOpen === null ? {} : { tablesOpen }),
    ...(speakers === null ? {} : { speakers }),
  }
}

type PlainDraft = Draft<PlainKind>
const isPlain = (draft: SegmentDraft): draft is PlainDraft =>
  draft.kind !== 'pitch-block' && draft.kind !== 'rounds'

function block(value: PitchBlockRow, length: Ms | null, before: Draft<'pitch-block'> | null) {
  const pitchLength = value.pitchLength ?? before?.pitchLength ?? USUAL.pitch
  return {
    kind: value.kind,
    length,
    pitchLength,
    changeover: value.changeover ?? before?.changeover ?? USUAL.changeover,
    ...points(value, pitchLength, before),
    byItself: value.byItself ?? before?.byItself ?? false,
  }
}

function rounds(
  value: RoundsRow,
  length: Ms | null,
  before: Draft<'rounds'> | null,
  newRound: () => RoundId,
) {
  return {
    kind: value.kind,
    length,
    rounds: Array.from({ length: value.rounds }, (_, index) => {
      const held = before?.rounds[index]
      return {
        id: held?.id ?? newRound(),
        move: nth(value.move, index) ?? held?.move ?? USUAL.move,
        talk: nth(value.talk, index) ?? held?.talk ?? USUAL.talk,
        free: nth(value.walkUp, index) ?? held?.free ?? false,
      }
    }),
    byItself: value.byItself ?? before?.byItself ?? false,
    opensBefore: value.opensBefore ?? before?.opensBefore ?? USUAL.opensBefore,
    closesBefore: value.closesBefore ?? before?.closesBefore ?? USUAL.closesBefore,
  }
}

export interface Points {
  warnAt: Ms
  dangerAt: Ms
}

/** The usual: a quarter of what is on the clock, two minutes at most; danger a twelfth, half a minute at most. */
function points(
  value: Pick<PlainRow | PitchBlockRow, 'warnAt' | 'dangerAt'>,
  clock: Ms,
  before: Points | null,
): Points {
  const seconds = (ms: Ms, most: Ms): Ms => Math.min(most, Math.round(ms / SECOND) * SECOND)
  const warnAt = value.warnAt ?? before?.warnAt ?? seconds(clock / 4, 2 * MINUTE)
  const dangerAt = value.dangerAt ?? before?.dangerAt ?? seconds(clock / 12, 30 * SECOND)
  return { warnAt, dangerAt: Math.min(warnAt, dangerAt) }
}

export const usualPoints = (clock: Ms): Points =>
  points({ warnAt: null, dangerAt: null }, clock, null)

/** What a row changes of an item's times, in sentences. */
export function segmentChanges(was: SegmentDraft, now: SegmentDraft, zone: string): string[] {
  const start = (at: Instant | null): string => (at === null ? '' : clockTime(at, zone))
  return present([
    nowWords('Title', now.title, was.title),
    nowWords('Day', dayName(now.day), dayName(was.day)),
    now.fixedStart === was.fixedStart
      ? null
      : now.fixedStart === null
        ? `Its start is no longer fixed at ${start(was.fixedStart)}.`
        : nowWords('Fixed start', start(now.fixedStart), start(was.fixedStart)),
    nowWords('Length', optional(now.length), optional(was.length)),
    ...Object.entries(FIELDS).map(([field, what]) =>
      nowWords(what, inWords(now, field), inWords(was, field)),
    ),
    ...(now.kind === 'rounds' && was.kind === 'rounds' ? roundChanges(was, now) : []),
  ])
}

const FIELDS = {
  pitchLength: 'Pitch length',
  changeover: 'Changeover',
  warnAt: 'Warning',
  dangerAt: 'Danger point',
  byItself: 'Runs by itself',
  opensBefore: 'Choosing opens before',
  closesBefore: 'Choosing closes before',
} as const

const optional = (length: Ms | null): string => (length === null ? '' : lasting(length))

function inWords(draft: SegmentDraft, field: string): string {
  const value = (draft as unknown as Record<string, unknown>)[field]
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'number' ? lasting(value) : ''
}

/** The figure of each round, or the one of all. */
function roundChanges(was: Draft<'rounds'>, now: Draft<'rounds'>): (string | null)[] {
  const each = (draft: Draft<'rounds'>, words: (round: Round) => string): string => {
    const all = draft.rounds.map(words)
    return (new Set(all).size === 1 ? all.slice(0, 1) : all).join(', ')
  }
  const change = (what: string, words: (round: Round) => string): string | null =>
    nowWords(what, each(now, words), each(was, words))
  return [
    nowWords('Rounds', String(now.rounds.length), String(was.rounds.length)),
    change('Time to move', ({ move }) => lasting(move)),
    change('Time to talk', ({ talk }) => lasting(talk)),
    change('Walk up', ({ free }) => (free ? 'yes' : 'no')),
  ]
}
type Round = Draft<'rounds'>['rounds'][number]
