import { endsAt } from '#shared/time/clock.ts'
import { type Instant, MINUTE, type Ms, SECOND } from '#shared/time/instant.ts'
import type { HallParts } from '#shared/views/hall.ts'
import { roundsInOrder } from '#shared/views/moment.ts'

export type Ring = 'two-minutes' | 'move' | 'start' | 'end' | 'hand'

/** A screen that hears of it later stays silent: nobody wants yesterday's bell. */
const LATE: Ms = 5 * SECOND
const LEFT: Ms = 2 * MINUTE

/** Everything that rings and when, as far as it is known now. A clock that is paused or changed moves its own. */
function rings(parts: HallParts): { ring: Ring; at: Instant }[] {
  const { rungAt } = parts.bell
  return [
    ...(rungAt === null ? [] : [{ ring: 'hand' as const, at: rungAt }]),
    ...roundsInOrder(parts).flatMap(({ phase, clock, movedAt, talkedAt, endedAt }) => {
      const ends = phase === 'talking' && clock ? endsAt(clock) : null
      const isLong = clock !== null && clock.duration + clock.added > LEFT
      return [
        { ring: 'move' as const, at: movedAt },
        { ring: 'start' as const, at: talkedAt },
        { ring: 'end' as const, at: talkedAt === null ? null : endedAt },
        { ring: 'two-minutes' as const, at: ends !== null && isLong ? ends - LEFT : null },
      ].flatMap(({ ring, at }) => (at === null ? [] : [{ ring, at }]))
    }),
  ]
}

/** What has rung after `since` and not too long before `now`; the last of them. Null: nothing. */
export function ringSince(parts: HallParts, since: Instant, now: Instant): Ring | null {
  if (parts.course.heldSince !== null) return null
  const heard = rings(parts)
    .filter(({ at }) => at > since && at <= now && now - at <= LATE)
    .sort((a, b) => a.at - b.at)
  return heard.at(-1)?.ring ?? null
}
