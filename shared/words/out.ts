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

/** Plan against actual: the picture of it and its table. */
export const PLAN_ACTUAL = {
  title: 'Plan and clock',
  lead: 'What was planned above what was, item by item.',
  none: 'Nothing is planned yet. Items come here with the programme.',
  heads: ['Item', 'Planned', 'Was on', 'Began', 'Length'],
  caption: (stage: string, day: string): string => `${stage}, ${day}`,
  planned: 'planned',
  was: 'was on',
  over: 'longer than planned',
  notRun: 'not run',
  toCome: 'to come',
  on: 'on now',
  onTime: 'on time',
  late: (length: string): string => `${length} late`,
  early: (length: string): string => `${length} early`,
  overBy: (length: string): string => `${length} over`,
  underBy: (length: string): string => `${length} under`,
  asPlanned: 'as planned',
  fromTo: (from: string, to: string): string => `${from} to ${to}`,
  picture: (stage: string, day: string, items: number): string =>
    `${stage}, ${day}: ${items} ${items === 1 ? 'item' : 'items'}, planned time above the time that it was on. The table below says the same.`,
  asAt: (time: string, zone: string): string => `As at ${time}, times of ${zone}.`,
  file: 'The picture as a file (SVG)',
  sheet: 'Every turn as a spreadsheet (CSV)',
} as const
