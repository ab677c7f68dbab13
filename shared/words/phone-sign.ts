/** For whoever stands at a table and has read its sign. */
export const SIGN = {
  which: 'Which table are you at?',
  number: 'The number on the table’s sign',
  go: 'Go',
  noTable: (number: number) => `There is no table ${number} here`,
  noRound: 'No round is on. Your tables are under Now.',
  seatIsAt: (number: number) => `Your seat is at table ${number}.`,
} as const
