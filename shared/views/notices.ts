import type { Instant } from '#shared/time/instant.ts'

/** What is said at `now`: an announcement stands until its time is over, also on a screen without a line. */
export const saidNow = <Said extends { readonly until: Instant }>(
  notices: readonly Said[],
  now: Instant,
): Said[] => notices.filter(({ until }) => until > now)

/** The same as one text, for a screen that has one line for it. */
export const saidInOne = (
  notices: readonly { readonly text: string; readonly until: Instant }[],
  now: Instant,
): string =>
  saidNow(notices, now)
    .map(({ text }) => text)
    .join(' ')
