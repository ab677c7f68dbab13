import Type from 'typebox'
import { pause, resume } from '#shared/time/clock.ts'
import type { Instant, LocalDate } from '#shared/time/instant.ts'
import { isLocalDate } from '#shared/time/calendar.ts'
import { isZone } from '#shared/time/zone.ts'
import { accept, type Deciders, type Evolvers, refuse } from './decision.ts'
import { newStage } from '#shared/show/stage/new-stage.ts'
import type { Show } from './state.ts'
import { type ShowId, ShowIdSchema, type StageId, StageIdSchema } from './words.ts'

const Title = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })
const Place = Type.String({ maxLength: 200 })

export const CreateShow = Type.Object(
  {
    type: Type.Literal('create-show'),
    title: Title,
    place: Place,
    zone: Type.String({ maxLength: 64 }),
    days: Type.Array(Type.String({ maxLength: 10 }), { minItems: 1, maxItems: 14 }),
    stage: StageIdSchema,
  },
  { additionalProperties: false },
)
export const ChangeShow = Type.Object(
  { type: Type.Literal('change-show'), title: Title, place: Place },
  { additionalProperties: false },
)
/** The days of the event; one that has items on it cannot be left out. */
export const ChangeDays = Type.Object(
  {
    type: Type.Literal('change-days'),
    days: Type.Array(Type.String({ maxLength: 10 }), { minItems: 1, maxItems: 14 }),
  },
  { additionalProperties: false },
)
/** Lets the public read the confirmed part of the programme, or no longer. */
export const PublishProgramme = Type.Object(
  { type: Type.Literal('publish-programme'), published: Type.Boolean() },
  { additionalProperties: false },
)
/** Ends clocks and choosing: phones then show where people went. */
export const CloseShow = Type.Object(
  { type: Type.Literal('close-show') },
  { additionalProperties: false },
)
export const ReopenShow = Type.Object(
  { type: Type.Literal('reopen-show') },
  { additionalProperties: false },
)
/** Puts the event away from the list of events, or back. */
export const ArchiveShow = Type.Object(
  { type: Type.Literal('archive-show'), archived: Type.Boolean() },
  { additionalProperties: false },
)
/** The server's own, to a copy: this is a rehearsal of that show. */
export const BeginRehearsal = Type.Object(
  { type: Type.Literal('begin-rehearsal'), of: ShowIdSchema },
  { additionalProperties: false },
)
export const HoldDay = Type.Object(
  { type: Type.Literal('hold-day') },
  { additionalProperties: false },
)
export const ReleaseDay = Type.Object(
  { type: Type.Literal('release-day') },
  { additionalProperties: false },
)
/**
 * The computer slept (or its clock was put on), so the show's own clock, which only counts, is behind it:
 * from now on the show goes by the computer's clock again. What has fallen due meanwhile happens then.
 */
export const FollowClock = Type.Object(
  { type: Type.Literal('follow-clock') },
  { additionalProperties: false },
)
/** Makes the links of all displays worthless; new ones are made from then on. */
export const RenewScreens = Type.Object(
  { type: Type.Literal('renew-screens') },
  { additionalProperties: false },
)

export type ShowCommand =
  | Type.Static<typeof CreateShow>
  | Type.Static<typeof ChangeShow>
  | Type.Static<typeof ChangeDays>
  | Type.Static<typeof PublishProgramme>
  | Type.Static<typeof CloseShow>
  | Type.Static<typeof ReopenShow>
  | Type.Static<typeof ArchiveShow>
  | Type.Static<typeof BeginRehearsal>
  | Type.Static<typeof HoldDay>
  | Type.Static<typeof ReleaseDay>
  | Type.Static<typeof FollowClock>
  | Type.Static<typeof RenewScreens>

export type ShowEvent =
  | {
      type: 'show-created'
      title: string
      place: string
      zone: string
      days: string[]
      stage: StageId
    }
  | { type: 'show-changed'; title: string; place: string }
  | { type: 'days-changed'; days: LocalDate[] }
  | { type: 'programme-published'; at: Instant }
  | { type: 'programme-withdrawn' }
  | { type: 'show-closed'; at: Instant }
  | { type: 'show-reopened' }
  | { type: 'show-archived'; at: Instant }
  | { type: 'show-taken-back' }
  | { type: 'rehearsal-begun'; of: ShowId }
  | { type: 'day-held'; at: Instant }
  | { type: 'day-released'; at: Instant }
  | { type: 'clock-followed'; at: Instant }
  | { type: 'screens-renewed' }

export const decideShow: Deciders<ShowCommand> = {
  'create-show': (show, command) => {
    if (show.version > 0) return refuse('already-exists', { what: show.title })
    if (!isZone(command.zone))
      return refuse('bad-value', { value: command.zone, expected: 'zone' }, 'zone')
    const wrong = command.days.find((day) => !isLocalDate(day))
    if (wrong !== undefined) return refuse('bad-value', { value: wrong, expected: 'day' }, 'days')
    const days = [...new Set(command.days)].sort()
    const { title, place, zone, stage } = command
    return accept({
      type: 'show-created',
      title: title.trim(),
      place: place.trim(),
      zone,
      days,
      stage,
    })
  },
  'change-show': (show, command) => {
    const title = command.title.trim()
    const place = command.place.trim()
    if (title === show.title && place === show.place) return accept()
    return accept({ type: 'show-changed', title, place })
  },
  'change-days': (show, command) => {
    const wrong = command.days.find((day) => !isLocalDate(day))
    if (wrong !== undefined) return refuse('bad-value', { value: wrong, expected: 'day' }, 'days')
    const days = [...new Set(command.days)].sort()
    const used = Object.values(show.segments).find((segment) => !days.includes(segment.day))
    if (used) return refuse('day-in-use', { day: used.day, segment: used.title }, 'days')
    return days.join() === show.days.join() ? accept() : accept({ type: 'days-changed', days })
  },
  'publish-programme': (show, { published }, { at }) => {
    if (published === (show.publishedAt !== null)) return accept()
    return accept(published ? { type: 'programme-published', at } : { type: 'programme-withdrawn' })
  },
  'close-show': (show, _, { at }) => {
    if (show.closedAt !== null) return accept()
    const running = Object.values(show.rounds).filter(({ clock }) => clock !== null)
    const on = Object.values(show.stages).filter((stage) => stage.on !== null)
    return accept(
      ...running.map(({ id }) => ({ type: 'round-ended' as const, round: id, at })),
      ...on.map(({ id }) => ({ type: 'stage-finished' as const, stage: id, at })),
      { type: 'show-closed', at },
    )
  },
  'reopen-show': (show) => (show.closedAt === null ? accept() : accept({ type: 'show-reopened' })),
  'archive-show': (show, { archived }, { at }) => {
    if (archived === (show.archivedAt !== null)) return accept()
    return accept(archived ? { type: 'show-archived', at } : { type: 'show-taken-back' })
  },
  'begin-rehearsal': (show, { of }) =>
    show.rehearsalOf === of ? accept() : accept({ type: 'rehearsal-begun', of }),
  'follow-clock': (_, __, { at }) => accept({ type: 'clock-followed', at }),
  'renew-screens': () => accept({ type: 'screens-renewed' }),
  'hold-day': (show, _, { at }) =>
    show.heldSince === null ? accept({ type: 'day-held', at }) : accept(),
  'release-day': (show, _, { at }) =>
    show.heldSince === null ? refuse('not-on-hold') : accept({ type: 'day-released', at }),
}

export const evolveShow: Evolvers<ShowEvent> = {
  'show-created': (show, event) => {
    const { title, place, zone, days, stage } = event
    Object.assign(show, { title, place, zone, days: [...days] })
    show.stages[stage] = newStage(stage, 'Main stage')
  },
  'show-changed': (show, { title, place }) => {
    Object.assign(show, { title, place })
  },
  'days-changed': (show, { days }) => {
    show.days = [...days]
  },
  'programme-published': (show, { at }) => {
    show.publishedAt = at
  },
  'programme-withdrawn': (show) => {
    show.publishedAt = null
  },
  'show-closed': (show, { at }) => {
    show.closedAt = at
    show.heldSince = null
  },
  'show-reopened': (show) => {
    show.closedAt = null
  },
  'show-archived': (show, { at }) => {
    show.archivedAt = at
  },
  'show-taken-back': (show) => {
    show.archivedAt = null
  },
  'rehearsal-begun': (show, { of }) => {
    show.rehearsalOf = of
  },
  'clock-followed': (show, { at }) => {
    show.clockFollowedAt = at
  },
  'screens-renewed': (show) => {
    show.screensGeneration += 1
  },
  'day-held': (show, { at }) => {
    show.heldSince = at
    for (const holder of clockHolders(show)) holder.clock = pause(holder.clock, at)
  },
  // Only clocks that the hold paused go on: one that was paused by hand before it stays paused.
  'day-released': (show, { at }) => {
    for (const holder of clockHolders(show)) {
      if (holder.clock.pausedAt === show.heldSince) holder.clock = resume(holder.clock, at)
    }
    shiftChoosing(show, at)
    show.heldSince = null
  },
}

function clockHolders(show: Show) {
  const onStages = Object.values(show.stages).flatMap((stage) => (stage.on ? [stage.on] : []))
  const rounds = Object.values(show.rounds).flatMap((round) => {
    if (!round.clock) return []
    return [round as typeof round & { clock: NonNullable<typeof round.clock> }]
  })
  return [...onStages, ...rounds]
}

/** Choosing that was open keeps the time it had left when the day was held. */
function shiftChoosing(show: Show, at: Instant): void {
  if (show.heldSince === null) return
  for (const window of Object.values(show.windows))
    if (window.phase === 'open' && window.openedAt !== null)
      window.openedAt += at - Math.max(show.heldSince, window.openedAt)
  for (const round of Object.values(show.rounds)) {
    const waits = round.phase === 'open' || round.phase === 'closed'
    if (waits && round.openedAt !== null)
      round.openedAt += at - Math.max(show.heldSince, round.openedAt)
  }
}
