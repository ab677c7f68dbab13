/** Words on the map of the hall, and beside it on pages that the server draws. */
export const MAP_PAGE = {
  stage: 'Stage',
  door: 'Door',
  /** what the picture shows, for those who do not see it */
  all: (count: number): string =>
    `Map of the hall with ${count} ${count === 1 ? 'table' : 'tables'}. The list says the same.`,
  alt: (from: string, to: string): string => `Map of the hall: the way from ${from} to ${to}.`,
  altAt: (to: string): string => `Map of the hall: ${to} is marked.`,
  list: 'Tables in order of number',
  back: 'To the event’s page',
  phone: 'To your phone page',
  none: 'There is no map of this hall',
  noneHow: 'Tables are found by their number and zone. The desk can help.',
} as const
