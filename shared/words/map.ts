/** Words on and beside the map of the hall, on phones and public pages. */
export const MAP = {
  title: 'Map of the hall',
  stage: 'Stage',
  door: 'Door',
  /** what the picture shows, for those who do not see it */
  all: (count: number): string =>
    `Map of the hall with ${count} ${count === 1 ? 'table' : 'tables'}. The list says the same.`,
  alt: (from: string, to: string): string => `Map of the hall: the way from ${from} to ${to}.`,
  altAt: (to: string): string => `Map of the hall: ${to} is marked.`,
  altOrder: (tables: readonly number[]): string =>
    `Map of the hall: your tables in order, ${tables.join(', then ')}.`,
  table: (number: number): string => `table ${number}`,
  theDoor: 'the door',
  way: (from: string, to: string): string => `The line leads from ${from} (dot) to ${to} (ring).`,
  marked: (to: string): string => `The ring marks ${to}.`,
  order: 'The figures at your tables are the order in which you go to them.',
  large: 'See it large',
  list: 'Tables in order of number',
  back: 'To the event’s page',
  phone: 'To your phone page',
  none: 'There is no map of this hall',
  noneHow: 'Tables are found by their number and zone. The desk can help.',
} as const
