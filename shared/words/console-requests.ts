import type { UnkeptPin } from '#shared/show/choosing/window.ts'
import { listed } from './refusals.ts'

/** What the organiser, presenters and people ask of the seating, and what cannot be kept of it. */
export const REQUESTS = {
  unkeptTitle: (pins: number) =>
    pins === 1
      ? 'One place that you wanted cannot be kept'
      : `${pins} places that you wanted cannot be kept`,
  unkept: (names: readonly string[], table: number, round: number | null) =>
    `${listed(names)} at table ${table}${round === null ? '' : ` in round ${round}`}:`,
  unkeptWhy: {
    'not-here': (who: string) => `${who} has not arrived, or hosts a table.`,
    unknown: () => 'the person, the table or the round is not there any more.',
    banned: (who: string) => `${who} is kept away from it.`,
    visited: (who: string) => `${who} has been there already.`,
    pinned: (who: string) => `${who} is to be elsewhere in that round, or there in another.`,
    'not-free': (who: string) => `${who} is not free in that round.`,
    full: () => 'it has too few seats for them.',
    'no-round': () => 'there is no round in which it has seats and all of them are free.',
  } satisfies { [Reason in UnkeptPin['reason']]: (who: string) => string },
  unkeptHow:
    'Change it on the person’s sheet or below, or give the table more seats, then work it out again.',
} as const
