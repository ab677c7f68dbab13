import Type from 'typebox'
import { pause, resume } from '#shared/time/clock.ts'
import type { Instant } from '#shared/time/instant.ts'
import { isLocalDate } from '#shared/time/calendar.ts'
import { isZone } from '#shared/time/zone.ts'
import { accept, type Deciders, type Evolvers, refuse } from './decision.ts'
import type { Show, Stage } from './state.ts'
import { type StageId, StageIdSchema } from './words.ts'

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
  'follow-clock': (_, __, { at }) => accept({ type: 'clock-followed', at }),
  'renew-screens': () => accept({ type: 'screens-renewed' }),
  'hold-day': (show, _, { at }) =>
    show.heldSince === null ? accept({ type: 'day-held', at }) : accept(),
  'release-day': (show, _, { at }) =>
    show.heldSince === null ? refuse('not-on-hold') : accept({ type: 'day-released', at }),
}

export const newStage = (id: StageId, name: string): Stage => ({
  id,
  name,
  segments: [],
  on: null,
  past: [],
  finished: false,
  lastNextAt: null,
  overdue: null,
  blackout: false,
})

export const evolveShow: Evolvers<ShowEvent> = {
  'show-created': (show, event) => {
    const { title, place, zone, days, stage } = event
    Object.assign(show, { title, place, zone, days: [...days] })
    show.stages[stage] = newStage(stage, 'Main stage')
  },
  'show-changed': (show, { title, place }) => {
    Object.assign(show, { title, place })
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
  for (const round of Object.values(show.rounds)) {
    const waits = round.phase === 'open' || round.phase === 'closed'
    if (waits && round.openedAt !== null)
      round.openedAt += at - Math.max(show.heldSince, round.openedAt)
  }
}
