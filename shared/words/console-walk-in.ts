import { plural } from './console-data.ts'
import { listed } from './refusals.ts'

/** Somebody who is not on the list, at the desk. */
export const WALK_IN = {
  open: 'Walk-in',
  title: 'Walk-in or guest',
  lead: 'Name, organisation, Enter. They are on the list and here; tables come next.',
  /** under a search that nobody matches */
  notListed: (name: string): string => `Add ${name} as a walk-in`,
  add: 'Add and check in',
  hereTitle: (name: string): string => `${name} is here`,
  tables: 'Their tables',
  noRounds: 'No rounds are left today.',
  round: (number: number): string => `Round ${number}`,
  onNow: 'on now',
  choice: (table: number): string => `Table ${table}`,
  free: (count: number): string => `${count} free`,
  room: (count: number): string =>
    count === 0 ? 'no table has room' : `${plural(count, 'table')} with room`,
  leftOut: 'left out',
  wishes: 'they put tables in order on their own phone, with everybody else',
  seating: 'choosing has closed: they get a seat once the seating is out',
  walkUp: 'no seats are given: they sit down where there is room',
  chooseFor: 'Choose',
  all: (count: number): string =>
    count === 1 ? 'Seat them in the round to come' : `Seat them in all ${count} rounds to come`,
  skip: 'Leave this round out',
  undo: 'Undo',
  next: 'Next walk-in',
  seated: (seats: readonly { round: number; table: number }[]): string =>
    `Seated: ${listed(seats.map(({ round, table }) => `round ${round} at table ${table}`))}.`,
  filled: (rounds: readonly number[]): string =>
    `In ${rounds.length === 1 ? 'round' : 'rounds'} ${listed(rounds)} the table filled up meanwhile. Choose again.`,
  takenBack: (rounds: readonly number[]): string =>
    `Taken back in ${rounds.length === 1 ? 'round' : 'rounds'} ${listed(rounds)}.`,
  takeBack: 'Take all of it back',
  gone: (name: string): string => `${name} is not on the list any more.`,
  notGone: (why: string): string => `They are still on the list. ${why}`,
} as const
