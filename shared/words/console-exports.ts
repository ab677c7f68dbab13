const people = (count: number): string => (count === 1 ? '1 person has' : `${count} people have`)

/** What can be taken out, on the console's Files screen. */
export const EXPORTS = {
  title: 'Take out',
  lead: 'Everything as it stands now, in open formats. Spreadsheets can be changed and loaded again: rows that are as they were change nothing.',
  programme: 'Programme',
  people: 'People',
  after: 'After the day',
  files: {
    programme: ['Programme', 'Every item with its times, texts and notes for the crew.'],
    innovations: ['Innovations', 'With presenters, place in the pitches, and table.'],
    schedule: [
      'Programme for other tools',
      'For pretalx, Giggity, signage and the like. With what is not confirmed yet.',
    ],
    calendar: ['Programme as a calendar', 'What is not confirmed yet is tentative.'],
    everyone: ['People', 'All that is held of them, with when they came.'],
    picks: ['Who sits where', 'By round and table.'],
    wishes: ['Wishes', 'Each person’s list in order, and what they answered. Confidential.'],
    attendance: [
      'Who was at the tables',
      'With what hosts counted; “not counted” where nobody did.',
    ],
    seating: [
      'The last seating, to be repeated',
      'Anybody with this software works it out again with npm run allot. No names are in it.',
    ],
    consents: [
      'Who may e-mail whom',
      'Each yes that guests gave to a host or took back, with its time and the words they read.',
    ],
    moves: ['Moves', 'Every change of a seat with its time and reason.'],
    links: [
      'Links for a mail merge',
      'Name, e-mail address, own link and code. Each link opens that person’s page: send it to nobody else.',
    ],
    clock: ['The clock record', 'Planned, actual and over, turn by turn.'],
    picture: ['Plan against actual', 'As a picture, with a table below; to look at or print.'],
  },
  csv: 'CSV',
  xlsx: 'Excel',
  jsonRows: 'JSON',
  json: 'schedule.json',
  xml: 'schedule.xml',
  ics: 'calendar.ics',
  svg: 'SVG',
  page: 'Open the page',
  withEmail: 'CSV, those with an address',
  withoutEmail: 'CSV, those without',
  reachable: (without: number): string =>
    without === 0
      ? 'Everyone has an e-mail address.'
      : `${people(without)} no e-mail address and ${without === 1 ? 'is' : 'are'} in a file of their own: a badge or the desk reaches them.`,
  published: 'For everyone',
  publishedLead:
    'The published programme stays at these addresses. A calendar can subscribe to it.',
  notPublished:
    'Once the programme is published, everyone finds it as schedule.json, schedule.xml and calendar.ics below its public address.',
} as const
