import type { ReadShow } from '#shared/show/state.ts'
import type { Instant } from '#shared/time/instant.ts'
import { localDateOf } from '#shared/time/zone.ts'

/**
 * Where an event stands, in a word. `past`: its days are over and nobody has ended it; `today`: from its first day to its
 * last.
 */
export const STANDINGS = ['draft', 'published', 'today', 'past', 'closed', 'archived'] as const
export type Standing = (typeof STANDINGS)[number]

export function standingOf(
  show: Pick<ReadShow, 'days' | 'zone' | 'publishedAt' | 'closedAt' | 'archivedAt'>,
  now: Instant,
): Standing {
  if (show.archivedAt !== null) return 'archived'
  if (show.closedAt !== null) return 'closed'
  const today = localDateOf(now, show.zone)
  const last = show.days.at(-1) ?? today
  if (last < today) return 'past'
  if ((show.days[0] ?? today) <= today) return 'today'
  return show.publishedAt === null ? 'draft' : 'published'
}
