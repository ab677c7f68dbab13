import { nextRound, windowDue } from '#shared/show/choosing/course.ts'
import type { Course } from '#shared/show/course.ts'
import { movesAt } from '#shared/show/round-course.ts'
import { type Instant, type Ms, SECOND } from '#shared/time/instant.ts'
import type { WindowLine } from './common.ts'
import type { ConsoleParts } from './console.ts'
import { courseOf } from './course.ts'
import type { Need } from './needs.ts'

/** The server works a seating out within a second of closing; after this nobody should go on waiting for it. */
const WORKED_OUT: Ms = 10 * SECOND

/** What windows need a hand for: rounds that people cannot go to without it, and seatings to look at. */
export function seatingNeeds(parts: ConsoleParts, now: Instant): Need[] {
  const course = courseOf(parts)
  return Object.values(parts.windows).flatMap((window): Need[] => {
    const round = nextRound(course, window)
    if (!round) return []
    const unkept = unkeptPins(parts, window)
    if (window.phase === 'published') return unkept
    const moves = movesAt(course, round, now)
    const since = moves !== null && moves <= now ? moves : null
    const state = stateOf(parts, window)
    const seating = { kind: 'seating', window: window.id, state, round: round.id, since } as const
    return [
      ...nobodyHere(parts, window),
      ...unkept,
      ...(isNeeded(course, window, { state, since, now }) ? [seating] : []),
    ]
  })
}

type State = Extract<Need, { kind: 'seating' }>['state']

function stateOf({ seatings }: ConsoleParts, { id, phase }: WindowLine): State {
  if (phase === 'planned') return 'not-open'
  if (phase === 'open') return 'open'
  return (seatings[id] ?? []).length > 0 ? 'ready' : 'none'
}

/** What the window does by itself, in time, needs nobody. */
function isNeeded(
  course: Course,
  window: WindowLine,
  { state, since, now }: { state: State; since: Instant | null; now: Instant },
): boolean {
  if (state === 'ready') return since !== null || !window.publishesItself
  if (state === 'none') return now - (window.closedAt ?? now) > WORKED_OUT
  return since !== null && windowDue(course, window, now) === null
}

/** What the organiser wanted, and the seating that is out or would be next does not have. */
function unkeptPins({ seatings }: ConsoleParts, { id, phase }: WindowLine): Need[] {
  if (phase !== 'closed' && phase !== 'published') return []
  const all = seatings[id] ?? []
  const shown = all.find(({ newer }) => newer) ?? all.find(({ published }) => published) ?? all[0]
  if (!shown || shown.unkept.length === 0) return []
  return [{ kind: 'pins-unkept', window: id, run: shown.id, pins: shown.unkept.length }]
}

function nobodyHere({ here, hosts, people }: ConsoleParts, window: WindowLine): Need[] {
  if (window.everyone || (window.phase !== 'open' && window.phase !== 'closed')) return []
  const hosting = new Set(Object.values(hosts).flat())
  const arrived = people.some(
    ({ id, roles }) => here[id] !== undefined && roles.includes('delegate') && !hosting.has(id),
  )
  return arrived ? [] : [{ kind: 'nobody-here', window: window.id }]
}
