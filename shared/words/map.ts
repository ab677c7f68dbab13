/** Words beside the map of the hall on phones, which load all of these. */
export const MAP = {
  title: 'Map of the hall',
  table: (number: number): string => `table ${number}`,
  theDoor: 'the door',
  way: (from: string, to: string): string => `The line leads from ${from} (dot) to ${to} (ring).`,
  marked: (to: string): string => `The ring marks ${to}.`,
  order: 'The figures at your tables are the order in which you go to them.',
  large: 'See it large',
} as const
