import { isRunning, remaining, type Clock } from '#shared/time/clock.ts'
import { type Instant, type Ms, SECOND } from '#shared/time/instant.ts'
import { countdown } from '#shared/time/spoken.ts'
import { clockTime } from '#shared/time/zone.ts'
import { waiting } from '#shared/show/course.ts'
import type { InnovationId, StageId } from '#shared/show/words.ts'
import type { TableLine } from '#shared/views/common.ts'
import { courseOf, mainStage } from '#shared/views/course.ts'
import type { HallParts } from '#shared/views/hall.ts'
import { picturePath } from '#shared/views/hall-map.ts'
import { agenda, type Moment, momentOf } from '#shared/views/moment.ts'
import { saidInOne } from '#shared/views/notices.ts'
import { HALL } from '#shared/words/hall.ts'
import { listed } from '#shared/words/refusals.ts'
import { firstSentence } from './first-sentence.ts'

export type Kind =
  | 'pitch'
  | 'talk'
  | 'choose'
  | 'move'
  | 'round'
  | 'item'
  | 'break'
  | 'held'
  | 'still'

/** All that a hall screen shows at one moment. Empty text: nothing stands there. */
export interface HallPicture {
  kind: Kind
  /** above the answer, quieter */
  lead: string
  /** the answer */
  big: string
  /** a clock beside it or instead of it */
  digits: string
  /** under it, in this order */
  lines: readonly string[]
  /** where people go, drawn as a sign */
  table: { number: number; zone: string; place: string } | null
  /** what is looked at meanwhile */
  image: { address: string; caption: string; sponsor: boolean } | null
  /** tables that one may walk up to now */
  room: readonly { number: number; zone: string; title: string }[]
  /** what the crew says */
  notice: string
  /** the code that opens the event on a phone */
  join: boolean
  next: { time: string; title: string } | null
  /** time of day in the show's zone */
  day: string
  rehearsal: boolean
}

/** People look up when a pitch is nearly over: they are told where to find its presenters then. */
const LAST: Ms = 10 * SECOND
/** In a break a picture is shown for so long, and then the clock. */
const IMAGE: Ms = 12 * SECOND
const CLOCK: Ms = 6 * SECOND
/** So many tables with room can be read in passing. */
const MOST_ROOM = 8

/** What a hall screen shows at `now`, server time. `stage`: whose pitches and items it follows. */
export function pictureOf(parts: HallParts, stage: StageId | null, now: Instant): HallPicture {
  const moment = momentOf(parts, null, now, stage)
  const { zone } = parts.show
  const next = nextPitch(parts, stage, moment) ?? nextOf(parts, stage, now)
  return {
    lead: '',
    digits: '',
    lines: [],
    table: null,
    room: [],
    image: null,
    join: false,
    notice: saidInOne(parts.notices, now),
    next,
    day: clockTime(now, zone),
    rehearsal: parts.show.rehearsalOf !== null,
    ...shown(parts, moment, now, next),
  }
}

type Shown = Pick<HallPicture, 'kind' | 'big'> & Partial<HallPicture>

function shown(parts: HallParts, moment: Moment, now: Instant, next: HallPicture['next']): Shown {
  const { zone, title: event } = parts.show
  switch (moment.kind) {
    case 'held':
      return { kind: 'held', big: HALL.held, lines: [HALL.heldHow], next: null }
    case 'closed':
    case 'after':
      return { kind: 'still', lead: event, big: HALL.over, next: null }
    case 'pitch':
      return remaining(moment.clock, now) <= LAST
        ? talkTo(parts, moment.innovation)
        : pitch(parts, moment.innovation, HALL.onStage)
    case 'changeover':
      if (moment.given !== null) return talkTo(parts, moment.given)
      return moment.next === null
        ? { kind: 'still', big: event }
        : pitch(parts, moment.next, HALL.next)
    case 'ranking': {
      const { ranked } = parts.turnout
      const closes =
        moment.closesAt === null ? [] : [HALL.closesAt(clockTime(moment.closesAt, zone))]
      return chosen(ranked, [HALL.topThree, ...closes])
    }
    case 'choosing': {
      const taken = Object.values(parts.seats[moment.round] ?? {})
      const closes =
        moment.closesAt === null ? [] : [HALL.closesAt(clockTime(moment.closesAt, zone))]
      const count = taken.reduce((sum, one) => sum + one, 0)
      return chosen(count, [...(count === 0 ? [] : [HALL.firstCome]), ...closes])
    }
    case 'seating':
      return {
        kind: 'still',
        lead: HALL.closed,
        big: HALL.comesSoon,
        lines: [movesWords(moment, zone)],
      }
    case 'seated':
    case 'waiting':
      return {
        kind: 'still',
        big: HALL.given,
        lines: [movesWords(moment, zone), HALL.noPhone],
      }
    case 'moving':
    case 'talking':
      return round(parts, moment, now)
    case 'item':
      return item(parts, moment, now, next)
    case 'before':
      return moment.segment === null
        ? {
            kind: 'still',
            lead: parts.show.place,
            big: event,
            lines: [HALL.notPlanned],
            join: true,
          }
        : {
            kind: 'still',
            lead: event,
            big: parts.programme.segments[moment.segment]?.title ?? '',
            lines: moment.startsAt === null ? [] : [HALL.begins(clockTime(moment.startsAt, zone))],
            join: true,
            next: null,
          }
  }
}

const movesWords = ({ movesAt }: { movesAt: Instant | null }, zone: string): string =>
  movesAt === null ? HALL.youMoveSoon : HALL.youMoveAt(clockTime(movesAt, zone))

const chosen = (count: number, lines: readonly string[]): Shown => ({
  kind: 'choose',
  lead: HALL.choosing,
  digits: count === 0 ? '' : String(count),
  big: count === 0 ? HALL.chosenNone : HALL.chosen(count),
  lines,
  join: true,
})

function pitch(parts: HallParts, id: InnovationId, lead: string): Shown {
  const innovation = parts.innovations[id]
  if (!innovation) return { kind: 'still', big: parts.show.title }
  const { title, organisation, presenters, summary } = innovation
  const who = [listed(presenters), organisation].filter((part) => part !== '').join(', ')
  return { kind: 'pitch', lead, big: title, lines: [who, firstSentence(summary)] }
}

function talkTo(parts: HallParts, id: InnovationId): Shown {
  const table = parts.tables.find(({ innovation }) => innovation === id)
  const innovation = parts.innovations[id]
  if (!table || !innovation) return pitch(parts, id, HALL.onStage)
  const { number, zone, place } = table
  return {
    kind: 'talk',
    lead: HALL.talkTo(listed(innovation.presenters)),
    big: `${HALL.table} ${number}`,
    table: { number, zone, place },
    lines: [place, innovation.title],
  }
}

function round(
  parts: HallParts,
  { round: id, kind, clock }: Extract<Moment, { kind: 'moving' | 'talking' }>,
  now: Instant,
): Shown {
  const line = parts.rounds[id]
  const number = line?.number ?? 0
  const digits = digitsOf(clock, now)
  if (kind === 'talking')
    return { kind: 'round', lead: HALL.roundLeft, big: HALL.round(number), digits }
  const stay = line !== undefined && Object.keys(line.stands).length > 0
  const free = line?.free === true
  return {
    kind: 'move',
    lead: HALL.startsIn(number),
    big: free ? HALL.walkUp : stay ? HALL.stay : HALL.move,
    digits,
    lines: free ? [] : [stay ? HALL.stayHow : HALL.noPhone],
    room: free ? [] : roomiest(parts, parts.room[id] ?? {}),
  }
}

function item(
  parts: HallParts,
  { segment: id }: Extract<Moment, { kind: 'item' }>,
  now: Instant,
  next: HallPicture['next'],
): Shown {
  const segment = parts.programme.segments[id]
  const title = segment?.title ?? ''
  if (segment?.kind === 'break')
    return {
      kind: 'break',
      lead: title,
      big: clockTime(now, parts.show.zone),
      lines: next ? [HALL.nextAt(next.title, next.time)] : [],
      image: imageAt(parts, now),
      join: true,
      next: null,
    }
  const lead = segment?.kind === 'rounds' ? '' : HALL.onStage
  return { kind: 'item', lead, big: title, lines: [firstSentence(segment?.summary ?? '')] }
}

/** Rule G3: each for its time, and between them nothing, so that the clock is large. All screens go by the same clock. */
function imageAt(parts: HallParts, now: Instant): HallPicture['image'] {
  const { breakPictures } = parts
  const turn = Math.floor(now / (IMAGE + CLOCK))
  const one = breakPictures[turn % breakPictures.length]
  if (!one || now % (IMAGE + CLOCK) >= IMAGE) return null
  const { picture: hash, caption, sponsor } = one
  return { address: picturePath(parts.show.id, hash), caption, sponsor }
}

const digitsOf = (clock: Clock, now: Instant): string =>
  countdown(Math.max(0, remaining(clock, now)))

function roomiest(parts: HallParts, room: Readonly<Record<string, number>>): HallPicture['room'] {
  const titleOf = ({ innovation }: TableLine): string =>
    innovation ? (parts.innovations[innovation]?.title ?? '') : ''
  return parts.tables
    .filter(({ id }) => (room[id] ?? 0) > 0)
    .toSorted((a, b) => (room[b.id] ?? 0) - (room[a.id] ?? 0) || a.number - b.number)
    .slice(0, MOST_ROOM)
    .sort((a, b) => a.number - b.number)
    .map((table) => ({ number: table.number, zone: table.zone, title: titleOf(table) }))
}

/** Within a block of pitches, whoever comes after the one that is spoken of. */
function nextPitch(parts: HallParts, stage: StageId | null, moment: Moment): HallPicture['next'] {
  if (moment.kind === 'changeover' && moment.given !== null && moment.next !== null)
    return { title: parts.innovations[moment.next]?.title ?? '', time: '' }
  if (moment.kind !== 'pitch') return null
  const course = courseOf(parts)
  const id = stage ?? mainStage(parts.programme)
  const on = id ? course.stages[id]?.on : undefined
  const block = on ? course.segments[on.segment] : undefined
  if (!on?.pitch || block?.kind !== 'pitch-block') return null
  const [pitch] = waiting(course, block, on.pitch)
  const innovation = pitch ? course.pitches[pitch]?.innovation : undefined
  return innovation ? { title: parts.innovations[innovation]?.title ?? '', time: '' } : null
}

/** What begins after what is on, with its time while that is still to come. */
function nextOf(parts: HallParts, stage: StageId | null, now: Instant): HallPicture['next'] {
  const lines = agenda(parts, now).filter(
    ({ segment }) => stage === null || parts.programme.segments[segment]?.stage === stage,
  )
  const at = lines.findLastIndex(({ state }) => state !== 'to-come')
  const next = lines.slice(at + 1).find(({ state }) => state === 'to-come')
  if (!next) return null
  const { expectedStart, title } = next
  return { title, time: expectedStart > now ? clockTime(expectedStart, parts.show.zone) : '' }
}

/** ms from `now` until a screen that counts shows something else. */
export function untilChange(parts: HallParts, stage: StageId | null, now: Instant): Ms {
  const moment = momentOf(parts, null, now, stage)
  const clock = 'clock' in moment && isRunning(moment.clock) ? moment.clock : null
  const left = clock ? remaining(clock, now) : -now
  const step = ((left % SECOND) + SECOND) % SECOND
  return step === 0 ? SECOND : step
}
