import { HOUR, MINUTE, type Instant, type LocalDate, type Ms } from '#shared/time/instant.ts'
import { instantOf } from '#shared/time/zone.ts'
import { LONGEST } from '#shared/sheets/limits.ts'
import { count, oneLine, plain, quote } from '#shared/sheets/text.ts'
import type { Problem } from '#shared/sheets/types.ts'
import type { Found } from './found.ts'
import { kindOf } from './kind.ts'
import { notKeptWords } from './left-out.ts'
import { clipped, joined } from './text.ts'
import type {
  ForeignSession,
  ForeignStart,
  NotKept,
  ReadSchedule,
  ScheduleFormat,
} from './types.ts'

/** What a reader of one format makes of a file. */
export interface Sheet {
  format: ScheduleFormat
  title: string
  zone: string | null
  days: LocalDate[]
  /** in the file's order; those without an item, and names that come twice, may be among them */
  rooms: string[]
  founds: Found[]
  leftOut: NotKept[]
  /** it is without breaks and the like, because such a file never has them */
  hasNoBreaks?: boolean
  notes: string[]
}

/** What an event keeps of a summary (SegmentDraft), and of an item's id. */
const LONGEST_SUMMARY = 10_000
const LONGEST_REF = 200
const MOST_SPEAKERS = 40
/** When neither the file nor what comes after it says how long an item is. */
const USUAL_LENGTH: Ms = 30 * MINUTE

type Timed = Found & { start: ForeignStart }

/** All items of a file in the order of the programme, numbered, with what is wrong by item. */
export function together(sheet: Sheet): ReadSchedule {
  const names = new Map<string, string>()
  for (const name of sheet.rooms.map(roomName))
    if (name !== '' && !names.has(plain(name))) names.set(plain(name), name)
  for (const { room } of sheet.founds) {
    const name = roomName(room ?? '')
    if (name !== '' && !names.has(plain(name))) names.set(plain(name), name)
  }
  const order = new Map([...names.keys()].map((key, index) => [key, index]))
  const all = sheet.founds.map((found) => ({
    ...found,
    room: found.room === null ? null : (names.get(plain(roomName(found.room))) ?? null),
    title: clipped(oneLine(found.title), LONGEST.title),
  }))
  const problems: Problem[] = []
  const timed = all
    .filter((found): found is Timed => found.start !== null && found.stays === null)
    .map((found) => ({ found, at: instantFor(found.start, sheet.zone) }))
    .sort(
      (a, b) =>
        a.at - b.at ||
        (order.get(plain(a.found.room ?? '')) ?? -1) -
          (order.get(plain(b.found.room ?? '')) ?? -1) ||
        compare(a.found.title, b.found.title) ||
        compare(a.found.ref, b.found.ref),
    )
  const twice = repeats(timed.map(({ found }) => found))
  const kept = timed.filter(({ found }) => !twice.has(found))
  const lengths = lengthsOf(kept)
  const sessions = kept.map(({ found }, index): ForeignSession => {
    const say = (field: string, rest: string): void => {
      problems.push(problem(index + 1, found, field, rest))
    }
    return sessionOf(found, lengths[index] ?? USUAL_LENGTH, say)
  })
  sameRefs(
    sessions,
    kept.map(({ found }) => found),
    problems,
  )
  const out = all
    .filter((found) => found.start === null || found.stays !== null)
    .map((found) => ({ found, words: found.stays ?? 'has no time' }))
  const used = new Set(sessions.flatMap(({ room }) => (room === null ? [] : [room])))
  const leftOut = out.map(({ found, words }, index) => ({
    line: sessions.length + index + 1,
    ref: found.ref,
    words: `It ${words} (${found.where}), so it stays out.`,
    label: found.title || 'No title',
  }))
  const notes = [
    ...sheet.notes,
    ...(twice.size === 0
      ? []
      : [
          `${count(twice.size, 'item')} of the file ${twice.size === 1 ? 'stands' : 'stand'} in it twice, word for word, and ${twice.size === 1 ? 'is' : 'are'} taken once.`,
        ]),
    ...sheet.leftOut.map(notKeptWords),
  ]
  return {
    kind: 'schedule',
    format: sheet.format,
    hasNoBreaks: sheet.hasNoBreaks ?? false,
    schedule: {
      title: clipped(oneLine(sheet.title), LONGEST.title),
      zone: sheet.zone,
      days: [...new Set([...sheet.days, ...sessions.map(({ start }) => start.day)])].toSorted(),
      rooms: [...names.values()].filter((name) => used.has(name)),
      sessions,
      leftOut: sheet.leftOut,
      notes,
    },
    lines: [
      ...sessions.map((session, index) => ({ line: index + 1, label: labelOf(session) })),
      ...leftOut.map(({ line, label }) => ({ line, label })),
    ],
    leftOut: leftOut.map(({ line, ref, words }) => ({ line, ref, words })),
    problems,
    dropped: [],
    notes,
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const roomName = (written: string): string => clipped(oneLine(written), LONGEST.stage)

/** For the order alone: a time by the clocks in the hall is as good as one in UTC. */
const instantFor = ({ at, day, time }: ForeignStart, zone: string | null): Instant =>
  at ?? instantOf(day, time, zone ?? 'UTC')

const labelOf = ({ title, room }: ForeignSession): string =>
  room === null ? title : `${title}, ${room}`

const problem = (line: number, { title, where }: Found, field: string, rest: string): Problem => ({
  line,
  field,
  code: 'not-understood',
  blocks: false,
  words: `Item ${line}, ${quote(title || 'no title')} (${where}), ${rest}`,
})

/** The same id, time, room and title: the same item again. */
function repeats(founds: readonly Timed[]): Set<Timed> {
  const seen = new Set<string>()
  return new Set(
    founds.filter(({ ref, start, room, title }) => {
      if (ref === '') return false
      const key = [ref, start.day, start.time, room ?? '', title].join('\n')
      if (seen.has(key)) return true
      seen.add(key)
      return false
    }),
  )
}

/** Null where the file says nothing that can be read: then it goes on until the next in its room begins. */
function lengthsOf(kept: readonly { found: Timed; at: Instant }[]): Ms[] {
  const next = new Map<string, Instant>()
  return kept
    .toReversed()
    .map(({ found, at }): Ms => {
      const room = found.room ?? ''
      const until = (next.get(room) ?? Infinity) - at
      next.set(room, at)
      if (found.length !== null) return Math.round(found.length)
      return until > 0 && until <= 4 * HOUR ? until : USUAL_LENGTH
    })
    .toReversed()
}

function sessionOf(
  found: Timed,
  length: Ms,
  say: (field: string, rest: string) => void,
): ForeignSession {
  for (const { field, rest } of found.wrong) say(field, rest)
  if (found.length === null)
    say(
      'length',
      `is taken as ${length / MINUTE} min, ${length === USUAL_LENGTH ? 'the usual' : 'until the next in its room begins'}.`,
    )
  if (found.title === '') say('title', 'has no title.')
  const speakers = unique(found.speakers ?? [])
  if (speakers.length > MOST_SPEAKERS)
    say('speakers', `has ${speakers.length} speakers. The first ${MOST_SPEAKERS} are kept.`)
  const summary = joined(found.summary)
  if (summary !== null && summary.length > LONGEST_SUMMARY)
    say(
      'summary',
      `has a summary of ${summary.length} letters. The first ${LONGEST_SUMMARY} are kept.`,
    )
  const hasSpeakers = speakers.length > 0
  const { kind, said } = kindOf({
    type: found.type,
    title: found.title,
    isService: found.isService,
    hasSpeakers,
  })
  return {
    ref: found.ref.slice(0, LONGEST_REF),
    otherRefs: found.otherRefs.map((ref) => ref.slice(0, LONGEST_REF)),
    title: found.title || 'No title',
    subtitle: found.subtitle === null ? null : oneLine(found.subtitle) || null,
    start: found.start,
    length,
    lengthIsSaid: found.length !== null,
    room: found.room,
    kind,
    kindIsSaid: said,
    summary: summary === null ? null : clipped(summary, LONGEST_SUMMARY),
    speakers: found.speakers === null ? null : speakers.slice(0, MOST_SPEAKERS),
    confirmed: found.confirmed,
    status: found.isCancelled ? 'cancelled' : 'planned',
  }
}

/** The same person twice on an item; two of one name are two where the file has an id for each. */
function unique(speakers: NonNullable<Found['speakers']>): NonNullable<Found['speakers']> {
  const seen = new Set<string>()
  return speakers.flatMap((speaker) => {
    const name = clipped(speaker.name, LONGEST.name)
    const key = plain(name) || name
    const isAgain = speaker.ref === '' ? seen.has(key) : seen.has(`${key} ${speaker.ref}`)
    if (isAgain) return []
    seen.add(key).add(`${key} ${speaker.ref}`)
    const { organisation } = speaker
    return [
      {
        ...speaker,
        name,
        organisation: organisation && clipped(organisation, LONGEST.organisation),
      },
    ]
  })
}

/** An id that several items have: the first keeps it, so that a newer file finds that one by it. */
function sameRefs(
  sessions: readonly ForeignSession[],
  founds: readonly Found[],
  problems: Problem[],
): void {
  const first = new Map<string, number>()
  for (const [index, session] of sessions.entries()) {
    if (session.ref === '') continue
    const before = first.get(session.ref)
    const found = founds[index]
    if (before === undefined || !found) {
      first.set(session.ref, index)
      continue
    }
    session.ref = ''
    session.otherRefs = []
    const other = quote(sessions[before]?.title ?? '')
    problems.push(
      problem(
        index + 1,
        found,
        'id',
        `has the same id as item ${before + 1}, ${other}. It is known by its title then.`,
      ),
    )
  }
}

/** So many items are a programme; more is another thing. */
export const MOST_ITEMS = 5_000
