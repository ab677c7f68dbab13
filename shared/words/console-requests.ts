import type { UnkeptPin } from '#shared/show/choosing/window.ts'
import { listed } from './refusals.ts'

/** What the organiser, presenters and people ask of the seating, and what cannot be kept of it. */
const inOneRound = (round: number | null): string =>
  round === null ? 'in some round' : `in round ${round}`
const together = (names: readonly string[]): string =>
  names.length > 1 ? `${listed(names)} together` : listed(names)

export const REQUESTS = {
  title: 'What the seating keeps to',
  none: 'Nothing special.',
  table: (number: number, title: string) =>
    title === '' ? `table ${number}` : `table ${number}, ${title}`,
  pinLine: (names: readonly string[], table: string, round: number | null) =>
    `${together(names)} at ${table}, ${inOneRound(round)}`,
  banLine: (name: string, table: string) => `${name} never at ${table}`,
  groupLine: (names: readonly string[]) => `${listed(names)} sit together where they can`,
  mustLine: (name: string, table: string) => `${name} is to be met at ${table}`,
  takeBack: 'Take back',
  takenBack: (what: string) => `Taken back: ${what}.`,
  noTables: 'No table has an innovation yet',

  pinTitle: 'Seat at a table',
  pinTable: 'Table where they are to sit',
  pinRound: 'When',
  someRound: 'In some round: the seating finds it',
  inRound: (round: number) => `In round ${round}`,
  pinWith: 'Together with, if anybody (an interpreter, for example)',
  addToPin: 'Add',
  leaveOut: 'Leave out',
  pinDo: 'Seat there',
  pinned: (names: readonly string[], table: string, round: number | null) =>
    `${together(names)} at ${table}, ${inOneRound(round)}: the next seating has it.`,
  banTitle: 'Keep away from a table',
  banHow:
    'No seating puts them there, and they cannot go there themselves. The desk still can seat them there by hand.',
  banTable: 'Table where they never sit',
  banDo: 'Keep away',
  banned: (name: string, table: string) => `${name} never sits at ${table}.`,
  groupTitle: 'Sit together with somebody',
  groupHow:
    'Two to four people. At tables that they all visit, they do it in the same round where that costs nobody a table.',
  groupFull: 'Four people come together: no more can join them.',
  groupWith: 'Who sits with them',
  groupDo: 'Put together',
  grouped: (name: string, other: string) => `${name} and ${other} sit together where they can.`,
  most: 'At most this many conversations, over the whole event',
  anyNumber: 'Any',
  mostSaid: (name: string, most: number | null) =>
    most === null
      ? `${name} gets as many conversations as there are.`
      : `${name} gets at most ${most} ${most === 1 ? 'conversation' : 'conversations'}.`,
  days: 'Comes on',
  daysHint: 'No seating gives them a seat on another day.',
  daysSaid: (name: string, days: readonly string[]) => `${name} comes on ${listed(days)}.`,

  mustsTitle: 'Whom its presenters must meet',
  mustsHow:
    'The most wanted first. Choosing says how many seats go to them. Presenters see names only of those who sit with them, so you find the people for them.',
  mustsNone: 'Nobody yet.',
  mustPlace: (place: number, name: string) => `${place}. ${name}`,
  mustsFind: 'Find somebody to be met',
  mustsDo: 'Add',
  mustsMore: (name: string) => `${name} is to be met here.`,
  mustsLess: (name: string) => `${name} need not be met here.`,
  mustsMoved: (name: string, place: number) =>
    `${name} comes ${place === 1 ? 'first' : `as number ${place}`}.`,
  up: 'Up',

  all: (count: number) =>
    count === 0 ? 'What every seating keeps to' : `What every seating keeps to: ${count}`,
  allHow:
    'Who sits where, who never does, who comes together, whom presenters must meet. It holds for every seating from the next one on, until it is taken back.',
  noneAtAll:
    'Nothing yet. Find somebody below to keep them away from a table, to seat them at one, or with others. Whom presenters must meet is on the sheet of their table.',
  fewer: (people: number) =>
    people === 1
      ? '1 person has said how many conversations they want at most.'
      : `${people} people have said how many conversations they want at most.`,
  someDays: (people: number) =>
    people === 1 ? '1 person comes on some days only.' : `${people} people come on some days only.`,
  addFor: 'Find somebody to ask something for',
  openSheet: 'Open',

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
