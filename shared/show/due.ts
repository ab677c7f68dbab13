import type { Instant } from '#shared/time/instant.ts'
import type { SingleCommand } from './commands.ts'
import { windowDue } from '#shared/show/choosing/course.ts'
import { promotionDue } from './waiting.ts'
import { advanceDue } from './course.ts'
import { roundDue } from './round-course.ts'
import type { Event, EventType } from './events.ts'
import type { ReadShow } from './state.ts'

export interface Due {
  due: Instant
  command: Extract<SingleCommand, { due: number }>
}

const MOVES_NOTHING: readonly EventType[] = [
  'table-picked',
  'table-left',
  'answer-set',
  'wishes-set',
  'person-arrived',
  'desk-called',
  'call-settled',
  'person-checked-in',
  'person-check-in-undone',
]

/** May `dueAt` be another one after this? It is not asked again after what people do all day long, unless somebody waits for a seat. */
export const movesDue = (event: Event, show: ReadShow): boolean =>
  !MOVES_NOTHING.includes(event.type) ||
  ('round' in event && Object.keys(show.rounds[event.round]?.waiting ?? {}).length > 0)

/**
 * The next thing that happens by itself, and the command that does it; null: nothing is waiting.
 * Asked again after every change that `movesDue` and every time its moment comes; a second asker's command decides to nothing.
 */
export function dueAt(show: ReadShow, now: Instant): Due | null {
  if (show.heldSince !== null || show.closedAt !== null) return null
  const dues: Due[] = []
  for (const stage of Object.values(show.stages)) {
    const due = advanceDue(show, stage)
    if (due !== null) dues.push({ due, command: { type: 'advance-stage', stage: stage.id, due } })
  }
  for (const round of Object.values(show.rounds)) {
    const next = roundDue(show, round, now)
    if (next)
      dues.push({
        due: next.due,
        command: { type: 'advance-round', round: round.id, due: next.due },
      })
  }
  for (const window of Object.values(show.windows)) {
    const next = windowDue(show, window, now)
    if (next)
      dues.push({
        due: next.due,
        command: { type: 'advance-window', window: window.id, due: next.due },
      })
  }
  const promotion = promotionDue(show, now)
  if (promotion) {
    const { round, table } = promotion
    dues.push({ due: 0, command: { type: 'promote-waiting', round, table, due: 0 } })
  }
  return dues.reduce<Due | null>(
    (first, one) => (first === null || one.due < first.due ? one : first),
    null,
  )
}
