import type { SeatingFigures, SeatingPolicy, WindowPhase } from '#shared/show/choosing/window.ts'
import { peopleWord } from './console-run.ts'
import { listed } from './refusals.ts'

/** `94%`; never quite everybody or nobody by rounding alone */
export function percent(share: number): string {
  const whole = Math.round(share * 100)
  if (share < 1 && whole === 100) return '99%'
  return share > 0 && whole === 0 ? '1%' : `${whole}%`
}

const tableWord = (count: number): string => `${count} ${count === 1 ? 'table' : 'tables'}`
export const seatWord = (count: number): string => `${count} ${count === 1 ? 'seat' : 'seats'}`

/** `17 people move, nobody loses a first choice` */
export function movedWords(moves: Pick<SeatingFigures, 'moved' | 'firstChoicesLost'>): string {
  const { moved, firstChoicesLost: lost } = moves
  if (moved === 0) return 'Nobody moves'
  const who = `${peopleWord(moved)} ${moved === 1 ? 'moves' : 'move'}`
  return lost === 0
    ? `${who}, nobody loses a first choice`
    : `${who}, ${lost} ${lost === 1 ? 'loses' : 'lose'} a first choice`
}

/** `1 to 4`, `1, 2 and 4` */
export function numbersWord(numbers: readonly number[]): string {
  const [first = 0] = numbers
  const run = numbers.length > 2 && numbers.every((number, index) => number === first + index)
  return run ? `${first} to ${numbers.at(-1) ?? first}` : listed(numbers)
}
export const roundsWord = (numbers: readonly number[]): string =>
  `${numbers.length === 1 ? 'Round' : 'Rounds'} ${numbersWord(numbers)}`

export const POLICY: { [Policy in SeatingPolicy]: string } = {
  nested: 'First choices first (usual)',
  strict: 'Same number for everybody first',
}

export const PER_ORGANISATION = 'Write a number from 1 to 100, or leave it empty.'

/** The screen on which choosing is set up, watched, seated and published. */
export const CHOOSING = {
  title: 'Choosing',
  emptyTitle: 'Nobody chooses yet',
  emptyWords:
    'Each time that people put what they heard in order will be listed here: when it opens, what is asked for, and the seating that comes of it. It starts with rounds on the programme: change one and choose “By their choices”, or add choosing here.',
  noRoundsWords:
    'Each time that people put what they heard in order will be listed here. It starts with rounds on the programme: add an item of the kind Rounds.',
  toProgramme: 'Go to the programme',
  add: 'Add choosing',
  moreOf: (title: string) => `More for ${title}`,
  change: 'Change',
  changeOf: (title: string) => `Change ${title}`,
  remove: 'Remove',
  phase: {
    planned: 'Not open yet',
    open: 'Open now',
    closed: 'Closed',
    published: 'Published',
  } satisfies { [Phase in WindowPhase]: string },

  after: (titles: readonly string[]) => `After ${listed(titles)}.`,
  afterNothing: 'Follows no pitches.',
  fills: (rounds: string, item: string) => `${rounds} of ${item}`,
  fillsAll: (parts: readonly string[]) => `Fills ${listed(parts).replace(/^R/, 'r')}.`,
  settings: 'Settings',
  allTables: (count: number) => `All ${tableWord(count)}`,
  someTables: (numbers: readonly number[]) =>
    `${numbers.length === 1 ? 'Table' : 'Tables'} ${numbersWord(numbers)}`,
  policyShort: {
    nested: 'first choices first (usual)',
    strict: 'same number for everybody first',
  } satisfies { [Policy in SeatingPolicy]: string },
  perOrganisation: (most: number | null) =>
    most === null
      ? 'any number from one organisation at a table'
      : `at most ${most} from one organisation at a table`,
  who: { here: 'only people who have arrived', everyone: 'everybody, arrived or not' },
  itself: {
    both: 'opens, closes and publishes by itself',
    opens: 'opens and closes by itself, published by hand',
    publishes: 'opened and closed by hand, publishes by itself',
    none: 'opened, closed and published by hand',
  },

  times: 'Times',
  opens: 'Opens',
  opened: 'Opened',
  closes: 'Closes',
  closed: 'Closed',
  moves: (round: number) => `Round ${round} moves`,
  published: 'Published',
  expected: (at: string) => `about ${at}`,
  byHand: 'by hand',
  byHandAbout: (at: string) => `by hand, about ${at}`,
  afterPitches: 'when the pitches end',

  open: 'Open choosing now',
  close: 'Close choosing now',
  reopen: 'Open choosing again',
  openAsk: (title: string, block: string) => ({
    title: `Open choosing of ${title} now?`,
    body: `${block} is not over. People then put in order what they have not heard yet; they can change it until choosing closes.`,
    yes: 'Open it',
  }),
  closeAsk: (chosen: number, of: number) => ({
    title: 'Close choosing now?',
    body: `${chosen} of ${peopleWord(of)} have chosen. Whoever has not gets the tables that are left. You can open it again until the seating is published.`,
    yes: 'Close choosing',
  }),
  isOpen: (title: string) => `Choosing of ${title} is open.`,
  isClosed: (title: string) => `Choosing of ${title} has closed.`,

  chosen: 'have chosen',
  chosenOf: (chosen: number, of: number) => `${chosen} of ${of}`,
  nobodyChose: 'Nobody has chosen yet. What is asked for will be shown here as people tap.',
  seating: (here: number, away: number) =>
    away === 0
      ? `Seating all ${peopleWord(here)}: everybody has arrived`
      : `Seating ${here} who ${here === 1 ? 'is' : 'are'} here; ${away} not arrived`,
  seatingAll: (all: number, away: number) =>
    away === 0
      ? `Seating all ${peopleWord(all)}: everybody has arrived`
      : `Seating all ${peopleWord(all)}; ${away} of them not arrived`,
  everyone: 'Seat everybody, also those who have not arrived',
  everyoneSaved: (on: boolean) =>
    on ? 'Everybody will be seated.' : 'Only people who have arrived will be seated.',
  nobodyHere:
    'Nobody has arrived yet, so nobody would be seated. Check people in, or seat everybody.',

  demand: 'Asked for, against seats',
  demandHow:
    'The tightest table comes first. The line is the seats over all rounds. Nobody is named.',
  legend: { first: 'first choice', topThree: 'in the first three', all: 'in all', seats: 'seats' },
  head: {
    table: 'Table',
    picture: 'Picture',
    first: 'First',
    topThree: 'First three',
    all: 'In all',
    seats: 'Seats',
  },
  noSeats: 'closed',
  noTables: 'No table has an innovation yet, so nobody can be seated.',
  elsewhere: (count: number) =>
    `${count} ${count === 1 ? 'innovation is' : 'innovations are'} asked for and ${count === 1 ? 'has' : 'have'} no table here.`,

  working: 'The seating is being worked out.',
  noRun: 'There is no seating yet.',
  workOut: 'Work the seating out',
  again: 'Work it out again',
  againHow:
    'With whoever is here now. Nobody is told before you publish, and the rounds that have begun stay as they are.',
  workedOut: 'A seating has been worked out.',
  firstChoice: 'get their first choice',
  worstOff: 'is the fewest chosen tables that anyone gets',
  emptySeats: (of: number) => `of ${of} seats stay empty`,
  whom: (people: number, absent: number) =>
    absent === 0
      ? `${peopleWord(people)} seated`
      : `${peopleWord(people)} seated; ${absent} not arrived`,
  publish: 'Publish',
  publishAsk: (title: string, people: number, rounds: string) => ({
    title: `Publish the seating of ${title}?`,
    body: `${peopleWord(people)} ${people === 1 ? 'gets' : 'get'} their tables on their phones. ${rounds} ${rounds.startsWith('Rounds') ? 'open' : 'opens'} then: whoever would rather sit elsewhere takes a free seat.`,
    yes: 'Publish',
  }),
  applyAsk: (what: string) => ({
    title: 'Apply this seating?',
    body: `${what}. Their phones tell them at once. Moves by hand stay.`,
    yes: 'Apply',
  }),
  publishedDone: (people: number) =>
    `${peopleWord(people)} ${people === 1 ? 'has' : 'have'} their tables.`,
  newer: 'A newer seating has been worked out.',
  apply: 'Apply it',
  seenWords: (at: string) => `Everybody was first told at ${at}.`,
  fairness: 'Fairness page',
  whoSits: 'Who sits where',

  more: 'More: how many got what, what if, and earlier seatings',
  histogram: 'Tables of their choice',
  histogramRow: (visits: number) => (visits === 0 ? 'none' : tableWord(visits)),
  histogramHead: { visits: 'Got', people: 'People', picture: 'Picture' },
  topThree: (share: string) => `${share} got at least one of their first three.`,
  leftOut: 'Who is left out',
  leftNone: 'Nobody who chose is without a table of their choice.',
  leftWithout: (people: number) =>
    `${peopleWord(people)} ${people === 1 ? 'has' : 'have'} no table of their choice.`,
  leftAbsent: (people: number) =>
    `${peopleWord(people)} ${people === 1 ? 'has' : 'have'} not arrived and ${people === 1 ? 'is' : 'are'} not seated; their list waits for the next seating.`,
  leftSilent: (people: number) =>
    `${peopleWord(people)} chose nothing: they get seats that are left.`,

  whatIf: 'What if',
  whatIfHow: 'Try it beside the seating you have. Nothing changes until you keep it.',
  tryTable: 'Another number of seats at',
  chooseTable: 'Choose a table',
  seatsOf: (table: number) => `Seats at table ${table}, in every round`,
  closeTable: 'Close it',
  forget: 'Leave it as it is',
  ofTable: (table: number) => `: table ${table}`,
  policyLegend: 'What counts first',
  tryIt: 'Try it',
  trying: 'Working it out…',
  slow: 'This takes longer than usual. The stage clock and the phones go on; you can wait or stop.',
  stop: 'Stop waiting',
  badMost: PER_ORGANISATION,
  badSeats: 'Write a number of seats from 0 to 500.',
  tooOld:
    'This server does not work out seatings, so there is nothing to compare. Restart it with the newest version, then try again.',
  stopped: 'Stopped. Nothing was changed.',
  compare: 'Side by side',
  compareHead: 'Figure',
  nowHead: 'The seating you have',
  thenHead: 'What if',
  rows: {
    firstChoice: 'Get their first choice',
    topThree: 'Get one of their first three',
    worstOff: 'Fewest chosen tables that anyone gets',
    emptySeats: 'Empty seats',
    people: 'People seated',
    satisfaction: 'Served, against the best each could have',
    moved: 'People who move',
  },
  tableRow: (table: number) => `Table ${table}: asked, seats filled`,
  askedFilled: (asked: number, filled: number | null) =>
    filled === null ? `${asked} asked` : `${asked} asked, ${filled} filled`,
  keepIt: 'Keep it',
  keepHow: 'The settings are saved, and the seating goes to the list below, ready to publish.',
  kept: 'It is kept, and can be published.',
  keepClosesAsk: (tables: readonly number[], people: number) => ({
    title: `Close ${tables.length === 1 ? 'table' : 'tables'} ${listed(tables)}?`,
    body:
      people === 0
        ? 'Nobody sits there in the rounds to come.'
        : `${peopleWord(people)} ${people === 1 ? 'gives' : 'give'} up a seat there at once, and ${people === 1 ? 'gets' : 'get'} another where there is room.`,
    yes: 'Keep it',
  }),

  tried: (tables: readonly (readonly [number: number, seats: number])[]) =>
    listed(
      tables.map(([number, seats]) =>
        seats === 0 ? `table ${number} closed` : `table ${number} with ${seatWord(seats)}`,
      ),
    ),
  keepSeats: 'only people without a seat',

  runs: 'Seatings so far',
  runsHow: 'The last six are kept. Any of them can be published, also an earlier one again.',
  runHead: {
    at: 'Worked out',
    how: 'How',
    firstChoice: 'First choice',
    worstOff: 'Fewest tables',
    emptySeats: 'Empty',
    act: 'Do',
  },
  byItself: 'by itself',
  by: (who: string) => `by ${who}`,
  published1: 'Published now',
  goBack: 'Go back to it',
  goBackOf: (at: string) => `Go back to it: the seating of ${at}`,
  publishOf: (at: string) => `Publish the seating of ${at}`,
  goBackAsk: (at: string, people: number) => ({
    title: `Go back to the seating of ${at}?`,
    body: `${peopleWord(people)} get the tables of that seating, in the rounds that have not begun. Their phones tell them at once. Moves by hand stay.`,
    yes: 'Go back to it',
  }),
} as const
