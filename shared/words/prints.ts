import { plural } from './console-data.ts'

/** What stands on paper: people's own day, and who comes to a table. */
export const PRINTS = {
  howTo: 'Print with Ctrl+P (⌘P on a Mac) or from your browser’s menu, at 100 %.',
  rehearsal: (title: string): string => `Rehearsal: ${title}`,
  asAt: (time: string): string => `As at ${time}. Your own page has what changes after that.`,

  // A day on A6
  dayTitle: 'Your day on paper',
  daysTitle: 'People’s days on paper',
  days: (people: number): string =>
    `${plural(people, 'person', 'people')}, a page of A6 each. Four fit on a sheet of A4 if your printer does “4 pages per sheet”.`,
  noDays: 'Nobody fits what you looked for.',
  noQr: (people: number): string =>
    `${plural(people, 'page')} without a QR code: only the organiser may print codes that open more than yours does.`,
  round: (number: number): string => `Round ${number}`,
  table: (number: number): string => `Table ${number}`,
  hosting: (number: number): string => `You are the host of table ${number}`,
  zone: (letter: string): string => `zone ${letter}`,
  noTable: 'No table yet: the desk can help',
  fromWishes: 'Your table follows from what you wish for',
  walkUp: 'Sit down where there is room',
  over: 'No table',
  noRounds: 'There are no rounds yet.',
  noTimes: 'no time yet',
  qr: 'Opens your own page',

  // Who comes to a table, on A4
  guestsTitle: (table: number): string => `Who comes to table ${table}`,
  allGuestsTitle: 'Who comes to each table',
  tables: (tables: number): string => `${plural(tables, 'table')}, each on a page of its own.`,
  noTables: 'There are no tables yet.',
  yours: 'For your table alone: it names people. Take it with you when you go.',
  guests: (count: number, seats: number): string =>
    seats === 0 ? 'closed in this round' : `${count} of ${plural(seats, 'seat')}`,
  hosts: 'Presenters',
  nobody: 'Nobody yet.',
  name: 'Name',
  organisation: 'Organisation',
  jobTitle: 'Job title',
  known: 'Here before',
  first: 'first time',
  again: 'again',
  came: 'Came',
  unnamed: 'Somebody who is not on the list any more',
} as const
