import type { SegmentDraft } from '#shared/show/programme/commands.ts'
import type { DeepReadonly, Segment } from '#shared/show/state.ts'
import type { PersonId, RoundId, SegmentId, StageId, WindowId } from '#shared/show/words.ts'
import { parseLength } from '#shared/sheets/lengths.ts'
import { parseTimeOfDay } from '#shared/sheets/times.ts'
import { HOUR, type Ms, SECOND } from '#shared/time/instant.ts'
import { countdown } from '#shared/time/spoken.ts'
import { clockTime, instantOf } from '#shared/time/zone.ts'
import { ITEM } from '#shared/words/console-programme.ts'

export type Kind = SegmentDraft['kind']
/** How people get their tables in the rounds of an item; single rounds of it may be walk-up all the same. */
export type Way = 'wishes' | 'first' | 'walk-up'
export interface RoundFields {
  id: RoundId
  move: string
  talk: string
  /** nobody chooses: people walk up */
  free: boolean
}

/** One item as it stands in the form: every length and time as text. */
export interface Fields {
  kind: Kind
  title: string
  day: string
  fixed: boolean
  fixedAt: string
  length: string
  pitchLength: string
  changeover: string
  warnAt: string
  dangerAt: string
  byItself: boolean
  rounds: RoundFields[]
  way: Way
  opensBefore: string
  closesBefore: string
  summary: string
  notes: string
  confirmed: boolean
  speakers: readonly PersonId[]
  tablesOpen: boolean
}

/** `1:30`, `15:00`; a length that the file or the form can read again */
const text = (ms: Ms): string => countdown(ms)

export const NEW: Fields = {
  kind: 'talk',
  title: '',
  day: '',
  fixed: false,
  fixedAt: '',
  length: '15:00',
  pitchLength: '1:30',
  changeover: '0:30',
  warnAt: '0:30',
  dangerAt: '0:10',
  byItself: true,
  rounds: [],
  way: 'wishes',
  opensBefore: '10:00',
  closesBefore: '2:00',
  summary: '',
  notes: '',
  confirmed: true,
  speakers: [],
  tablesOpen: false,
}

export function fieldsOf(
  segment: DeepReadonly<Segment>,
  rounds: Readonly<Record<RoundId, { move: Ms; talk: Ms; free: boolean; window: WindowId | null }>>,
  zone: string,
): Fields {
  const { kind, title, day, fixedStart, length } = segment
  const { summary, notes, confirmed, speakers, tablesOpen } = segment
  const shared = {
    ...NEW,
    kind,
    title,
    day,
    fixed: fixedStart !== null,
    fixedAt: fixedStart === null ? '' : clockTime(fixedStart, zone),
    length: length === null ? '' : text(length),
    summary,
    notes,
    confirmed,
    speakers: [...speakers],
    tablesOpen,
  }
  if (segment.kind === 'rounds') {
    const { byItself, opensBefore, closesBefore } = segment
    return {
      ...shared,
      byItself,
      way: wayOf(segment.rounds.flatMap((id) => rounds[id] ?? [])),
      opensBefore: text(opensBefore),
      closesBefore: text(closesBefore),
      rounds: segment.rounds.flatMap((id) => {
        const round = rounds[id]
        if (!round) return []
        return [{ id, move: text(round.move), talk: text(round.talk), free: round.free }]
      }),
    }
  }
  const points = { warnAt: text(segment.warnAt), dangerAt: text(segment.dangerAt) }
  if (segment.kind !== 'pitch-block') return { ...shared, ...points }
  const { pitchLength, changeover, byItself } = segment
  return {
    ...shared,
    ...points,
    byItself,
    pitchLength: text(pitchLength),
    changeover: text(changeover),
  }
}

function wayOf(rounds: readonly { free: boolean; window: WindowId | null }[]): Way {
  if (rounds.some(({ window }) => window !== null)) return 'wishes'
  return rounds.length > 0 && rounds.every(({ free }) => free) ? 'walk-up' : 'first'
}

export type Errors = Readonly<Record<string, string>>
export type Draft = { ok: true; draft: SegmentDraft } | { ok: false; errors: Errors }

/** What the form says, as a command's content; or what is wrong, by field. */
export function draftOf(
  fields: Fields,
  { id, stage, zone }: { id: SegmentId; stage: StageId; zone: string },
): Draft {
  const errors: Record<string, string> = {}
  const read = (name: string, value: string, limits: [Ms, Ms], said: string): Ms => {
    const ms = parseLength(value)
    if (ms !== null && ms >= limits[0] && ms <= limits[1]) return ms
    errors[name] = said
    return 0
  }
  const anyLength = (name: string, value: string): Ms =>
    read(name, value, [0, 24 * HOUR], ITEM.errors.length)
  const title = fields.title.trim()
  if (title === '') errors['title'] = ITEM.errors.title
  const time = fields.fixed ? parseTimeOfDay(fields.fixedAt) : null
  if (fields.fixed && time === null) errors['fixedAt'] = ITEM.errors.time
  const common = {
    id,
    stage,
    day: fields.day,
    title,
    fixedStart: time === null ? null : instantOf(fields.day, time, zone),
    summary: fields.summary.trim(),
    notes: fields.notes.trim(),
    confirmed: fields.confirmed,
    speakers: [...fields.speakers],
    tablesOpen: fields.tablesOpen,
  }
  const length = fields.length.trim() === '' ? null : anyLength('length', fields.length)
  const done = (draft: SegmentDraft): Draft =>
    Object.keys(errors).length === 0 ? { ok: true, draft } : { ok: false, errors }

  if (fields.kind === 'rounds') {
    const rounds = fields.rounds.map((round, index) => ({
      id: round.id,
      move: anyLength(`move-${index}`, round.move),
      talk: read(`talk-${index}`, round.talk, [SECOND, 4 * HOUR], ITEM.errors.talk),
      free: round.free,
    }))
    const opensBefore = anyLength('opensBefore', fields.opensBefore)
    const closesBefore = anyLength('closesBefore', fields.closesBefore)
    const { kind, byItself } = fields
    return done({ ...common, kind, length, rounds, byItself, opensBefore, closesBefore })
  }
  const warnAt = anyLength('warnAt', fields.warnAt)
  const dangerAt = anyLength('dangerAt', fields.dangerAt)
  if (dangerAt > warnAt) errors['dangerAt'] = ITEM.errors.order
  if (fields.kind === 'pitch-block') {
    const pitchLength = read(
      'pitchLength',
      fields.pitchLength,
      [SECOND, HOUR],
      ITEM.errors.pitchLength,
    )
    const changeover = anyLength('changeover', fields.changeover)
    const { kind, byItself } = fields
    return done({ ...common, kind, length, warnAt, dangerAt, pitchLength, changeover, byItself })
  }
  if (length === null) errors['length'] ??= ITEM.errors.length
  return done({ ...common, kind: fields.kind, length: length ?? 0, warnAt, dangerAt })
}

/**
 * What somebody has changed in the form, put on the item as it is by now: what others have changed
 * meanwhile stays.
 */
export function merged(opened: Fields, typed: Fields, now: Fields): Fields {
  const own = Object.entries(typed).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(opened[name as keyof Fields]),
  )
  return { ...now, ...(Object.fromEntries(own) as Partial<Fields>) }
}
