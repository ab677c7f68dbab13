import type { ShowId } from '#shared/show/words.ts'
import type { Instant } from '#shared/time/instant.ts'
import { begunShow, inMidPitch, whileChoosing } from './day.ts'
import { type Draft, draftShow } from './into-store.ts'
import type { Size } from './full-show.ts'
import { onceSeated, whileRanking, whileSeating } from './wishes.ts'

type State = (id: ShowId, now: Instant, size?: Partial<Size>) => Draft

/** What every page is looked at with: from nothing at all to more than will ever be. */
export const STATES: Record<
  'empty' | 'full' | 'choosing' | 'ranking' | 'seating' | 'seated' | 'many' | 'long',
  State
> = {
  empty: (id, now) =>
    draftShow(
      id,
      {
        title: 'Leeds Pitch & Talk',
        place: '',
        zone: 'Europe/London',
        days: [new Date(now).toISOString().slice(0, 10)],
      },
      now,
    ),
  full: (id, now, size) => full(id, now, size, inMidPitch),
  choosing: (id, now, size) => full(id, now, size, whileChoosing),
  ranking: (id, now, size) => full(id, now, size, whileRanking),
  seating: (id, now, size) => full(id, now, size, whileSeating),
  seated: (id, now, size) => full(id, now, size, onceSeated),
  many: (id, now) => full(id, now, { delegates: 2000, pitches: 120, capacity: 16 }, whileChoosing),
  long: (id, now, size) => full(id, now, { ...size, longTitles: true }, inMidPitch),
}

function full(
  id: ShowId,
  now: Instant,
  size: Partial<Size> | undefined,
  goesOn: typeof inMidPitch,
): Draft {
  const draft = begunShow(id, now, size)
  goesOn(draft, now)
  return draft
}
