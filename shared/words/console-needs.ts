import type { Ms } from '#shared/time/instant.ts'
import { length } from '#shared/time/spoken.ts'
import { peopleWord } from './console-run.ts'
import { listed } from './refusals.ts'

const some = (names: readonly string[]): string =>
  names.length > 3 ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : listed(names)

const wasToMove = (round: number, due: string | null): string =>
  due === null ? '' : `: round ${round} was to move at ${due}`

const nameOr = (name: string): string => (name === '' ? 'Somebody' : name)

/** What needs the organiser, and what each button does about it. */
export const NEEDS = {
  title: 'Needs you',
  none: 'Nothing needs you. Late presenters, rounds that wait and lost screens will be listed here.',
  clockBehind: (by: Ms, shows: string, computers: string) =>
    `This server’s computer slept for ${length(by)}, or its clock was put on. The show still counts by its own clock: it is ${shows} there, and ${computers} on the computer.`,
  clockFollow: (computers: string) => `Use the computer’s: ${computers}`,
  clockKeep: (shows: string) => `Keep ${shows}`,
  clockAsk: (by: Ms) => ({
    title: 'Go by the computer’s clock?',
    body: `Every clock that runs jumps on by ${length(by)}, on the stage and on all phones. What has fallen due in that time happens at once. This cannot be undone.`,
    yes: 'Use the computer’s clock',
    danger: true,
  }),
  clockFollowed: 'The show goes by the computer’s clock again',
  overdue: (what: string, at: string) =>
    `The time of ${what} ran out at ${at} while the server was away. Nothing has gone on by itself since.`,
  overdueNext: 'Go on to the next',
  overdueMore: 'It is still on: 1 minute more',
  callHelp: (table: number | null, name: string) =>
    table === null
      ? `${nameOr(name)} needs help.`
      : `Host of table ${table} needs help: ${nameOr(name)}.`,
  callWay: (table: number | null, name: string) =>
    `${nameOr(name)} needs help to get to ${table === null ? 'a table' : `table ${table}`}.`,
  callClosing: (table: number | null, round: number | null) =>
    `${table === null ? 'A table' : `Table ${table}`} must close${round === null ? '' : ` from round ${round}`}.`,
  callDone: 'Done',
  proposal: (name: string, organisation: string, title: string, line: string) =>
    `${nameOr(name)}${organisation === '' ? '' : ` (${organisation})`} would host a table: “${title}”${line === '' ? '.' : `. ${/[.!?]$/.test(line) ? line : `${line}.`}`}`,
  proposalAccept: 'Give them a table',
  proposalDecline: 'Decline',
  roundWaits: (round: number, step: 'open' | 'move', block: string, at: string) =>
    `Round ${round} was to ${step} at ${at}. It waits for the pitches in “${block}”.`,
  roundWaitsAct: 'End the pitches',
  roundDue: (round: number, step: 'open' | 'move', at: string) =>
    step === 'open'
      ? `Choosing for round ${round} was to open at ${at}.`
      : `Round ${round} was to move at ${at}.`,
  seating: {
    'not-open': (title: string, round: number, due: string | null) =>
      `Choosing of “${title}” has not opened${wasToMove(round, due)}.`,
    open: (title: string, round: number, due: string | null) =>
      `Choosing of “${title}” is still open${wasToMove(round, due)}.`,
    none: (title: string, round: number, due: string | null) =>
      `Choosing of “${title}” has closed, and there is no seating yet${wasToMove(round, due)}.`,
    ready: (title: string, round: number, due: string | null) =>
      due === null
        ? `Choosing of “${title}” has closed: look at the seating and publish it.`
        : `Publish the seating of “${title}”${wasToMove(round, due)}.`,
  },
  seatingAct: {
    'not-open': 'Open choosing',
    open: 'Close choosing',
    none: 'Work the seating out',
    ready: 'Look at the seating',
  },
  nobodyHere: (title: string) =>
    `Nobody has arrived yet, so nobody would be seated by “${title}”. Check people in, or seat everybody.`,
  unkept: (title: string, pins: number) =>
    `The seating of “${title}” cannot keep ${pins === 1 ? 'one of the places' : `${pins} of the places`} that you wanted for people.`,
  checkIn: 'Check people in',
  toChoosing: 'Go to choosing',
  missing: (who: string, reason: 'absent' | 'late', chosen: number, table: number | null) => {
    const first = reason === 'absent' ? `${who}: not seen` : `${who}: late`
    return table === null || chosen === 0
      ? `${first}, now last in the block.`
      : `${first}, now last in the block. ${peopleWord(chosen)} chose table ${table}.`
  },
  missingHere: 'They are here: call next',
  seeTable: (table: number) => `See table ${table}`,
  keep: 'Leave it',
  withoutTable: (round: number, people: number) =>
    `${peopleWord(people)} who ${people === 1 ? 'is' : 'are'} here ${people === 1 ? 'has' : 'have'} no table in round ${round}.`,
  seatThem: 'Find them a table',
  noTable: (titles: readonly string[]) =>
    titles.length === 1
      ? `${titles[0] ?? ''} has no table, so nobody can choose it.`
      : `${titles.length} innovations have no table: ${some(titles)}.`,
  giveTables: 'Go to tables',
  screenLost: (name: string, ms: Ms) =>
    `${name === '' ? 'A screen' : name} lost ${length(ms)} ago. It counts on by its own clock.`,
  mend: 'How to mend it',
  mendTitle: 'A screen without a connection',
  mendSteps: [
    'Look at it: it shows the clock still, and says that it has no connection.',
    'Is its computer on the hall’s network? Join it again, or plug the cable in.',
    'It comes back by itself within seconds. If it does not, load its page again.',
    'Or open this address on any computer in the hall:',
  ],
} as const
