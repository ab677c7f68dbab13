import { type Clock, elapsed, isRunning, phaseOf, remaining } from '#shared/time/clock.ts'
import { type Instant, type Ms, SECOND } from '#shared/time/instant.ts'
import { countdown } from '#shared/time/spoken.ts'
import { clockTime } from '#shared/time/zone.ts'
import { saidInOne } from '#shared/views/notices.ts'
import type { Billing, StageView } from '#shared/views/stage.ts'
import { listed } from '#shared/words/refusals.ts'
import { STAGE } from '#shared/words/stage.ts'

type Phase =
  | 'idle'
  | 'ready'
  | 'running'
  | 'warning'
  | 'danger'
  | 'over'
  | 'changeover'
  | 'finished'
  | 'held'

/** All that the stage display shows at one moment. Empty text: nothing stands there. */
export interface Picture {
  phase: Phase
  paused: boolean
  blackout: boolean
  rehearsal: boolean
  word: string
  /** time of day in the show's zone */
  day: string
  digits: string
  /** instead of digits */
  message: string
  name: string
  /** after the name, lighter */
  organisation: string
  title: string
  next: { lead: string; name: string; rest: string } | null
  /** what the crew says to whoever stands there */
  notice: string
  /** part of the time that is used, 0 to 1; null: there is no clock */
  used: number | null
}

type Faces = Pick<Picture, 'name' | 'organisation' | 'title' | 'next'>
const NOBODY: Faces = { name: '', organisation: '', title: '', next: null }
const NO_POINTS = { warnAt: 0, dangerAt: 0 }
/** A name of more characters than this does not fit on its line at 16:9. */
const ONE_LINE = 38

/** What the display shows at `now`, server time. */
export function pictureOf(view: StageView, now: Instant): Picture {
  const frame = {
    // On hold, everyone is told: a black screen would keep it from the stage.
    blackout: view.blackout && view.heldSince === null,
    rehearsal: view.rehearsal,
    notice: saidInOne(view.notices, now),
    day: clockTime(now, view.zone),
  }
  const still = { ...frame, paused: false, digits: '', used: null }
  if (view.heldSince !== null) {
    return { ...still, ...NOBODY, phase: 'held', word: STAGE.phase.held, message: STAGE.held }
  }
  const counted = countedOf(view, now)
  if (counted) return { ...frame, ...counted, message: '' }
  if (view.finished) {
    const { finished: word } = STAGE.phase
    return { ...still, ...NOBODY, phase: 'finished', word, message: STAGE.finished }
  }
  const next = view.next ? nextLine(STAGE.first, view.next) : null
  const message = next ? STAGE.nothingYet : STAGE.nothing
  return { ...still, ...NOBODY, next, phase: 'idle', word: view.title, message }
}

/** ms from `now` until a screen that counts shows something else; by the second where nothing counts. */
export function untilChange(view: StageView, now: Instant): Ms {
  const clock = clockOf(view)
  const left = clock && isRunning(clock) ? remaining(clock, now) : -now
  // Digits change where whole seconds are left, and so do the phases.
  const points = view.on ? [view.on.warnAt, view.on.dangerAt] : []
  const steps = [...points, 0].map((point) => (((left - point) % SECOND) + SECOND) % SECOND)
  return Math.min(...steps.map((step) => (step === 0 ? SECOND : step)))
}

/** While rounds are on, their own clock is the one that counts. */
const isRound = (view: StageView): boolean =>
  view.round !== null && (view.on === null || view.on.kind === 'rounds')

const clockOf = (view: StageView): Clock | null =>
  isRound(view) ? (view.round?.clock ?? null) : (view.on?.clock ?? null)

function countedOf(
  view: StageView,
  now: Instant,
): Omit<Picture, 'message' | 'day' | 'blackout' | 'rehearsal' | 'notice'> | null {
  const clock = clockOf(view)
  if (!clock) return null
  const whole = Math.max(1, clock.duration + clock.added)
  const paused = clock.startedAt !== null && clock.pausedAt !== null
  const phase = phaseAt(view, clock, now)
  return {
    phase,
    paused,
    word: paused ? STAGE.phase.paused : wordOf(view, phase),
    digits: countdown(remaining(clock, now)).replace('\u2212', '+'),
    used: Math.min(1, elapsed(clock, now) / whole),
    ...facesOf(view),
  }
}

function phaseAt(view: StageView, clock: Clock, now: Instant): Exclude<Phase, 'idle'> {
  if (isRound(view) && view.round?.phase === 'moving') return 'changeover'
  if (view.on?.phase === 'changeover') return 'changeover'
  return phaseOf(clock, isRound(view) ? NO_POINTS : (view.on ?? NO_POINTS), now)
}

function wordOf({ on, round, ...view }: StageView, phase: Exclude<Phase, 'idle'>): string {
  const inRound = isRound({ on, round, ...view })
  if (inRound && phase === 'changeover') return STAGE.phase.moving
  if (inRound && phase === 'running') return STAGE.phase.talking
  return on?.kind === 'break' && phase === 'running' ? STAGE.phase.break : STAGE.phase[phase]
}

function facesOf(view: StageView): Faces {
  const { on, round, next } = view
  if (isRound(view) && round) {
    const line = next ? nextLine(STAGE.next, next) : null
    const name = STAGE.roundOf(round.number, round.of)
    return { name, organisation: '', title: on?.title ?? '', next: line }
  }
  if (!on) return NOBODY
  // After a changeover comes the pitch that is shown already.
  const changing = on.phase === 'changeover'
  const line = changing
    ? { lead: STAGE.comesOn, name: '', rest: '' }
    : next
      ? nextLine(STAGE.next, next)
      : null
  return { ...billed(on), next: line }
}

/** Who stands there and what it is; an item without people is its title. */
function billed({ presenters, organisation, title }: Billing): Omit<Faces, 'next'> {
  if (presenters.length > 0) return { name: listed(presenters), organisation, title }
  if (organisation !== '') return { name: organisation, organisation: '', title }
  const short = title.length <= ONE_LINE
  return { name: short ? title : '', organisation: '', title: short ? '' : title }
}

function nextLine(lead: string, { presenters, organisation, title }: Billing): Picture['next'] {
  const name = presenters.length > 0 ? listed(presenters) : organisation
  return name === '' ? { lead, name: title, rest: '' } : { lead, name, rest: `, ${title}` }
}
