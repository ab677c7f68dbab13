/** What calendars and other files that are taken out say. */
export const OUT = {
  with: (names: string): string => `With ${names}`,
  pitch: (time: string, title: string, who: string): string =>
    who === '' ? `${time} ${title}` : `${time} ${title}, ${who}`,
  round: (number: number, moves: string, talks: string, ends: string): string =>
    `Round ${number}: move at ${moves}, talk from ${talks} to ${ends}`,
  freeRound: (number: number, talks: string, ends: string): string =>
    `Round ${number}, walk up to any table: talk from ${talks} to ${ends}`,
  tablesOpen: 'Hosts are at their tables meanwhile: walk up.',
  unconfirmed: 'To be confirmed.',
  table: (number: number, title: string): string =>
    title === '' ? `Table ${number}` : `Table ${number}: ${title}`,
  hostTable: (number: number, title: string): string =>
    title === '' ? `Host table ${number}` : `Host table ${number}: ${title}`,
  yourPitch: (title: string): string => `Your pitch: ${title}`,
  youSpeak: (title: string): string => `You speak: ${title}`,
  zone: (zone: string): string => (/^zone\b/i.test(zone) ? zone : `zone ${zone}`),
  tableIn: (number: number): string => `Table ${number}`,
  roundOf: (number: number, item: string): string => `Round ${number} of ${item}.`,
  goFrom: (time: string): string => `Time to move from ${time}.`,
  hosts: (names: string): string => `Hosts: ${names}.`,
  walkUp: (item: string): string => `During ${item}: people walk up.`,
  ownCalendar: (title: string, name: string): string => `${title}: ${name}`,
} as const
