import { ordinal } from './ordinal.ts'
import { listed } from './refusals.ts'

const seats = (count: number): string => `${count} ${count === 1 ? 'seat' : 'seats'}`
const tables = (count: number): string => `${count} ${count === 1 ? 'table' : 'tables'}`

/** Every word of the phone's and the presenter's page. */
export const PHONE = {
  skip: 'Skip to the page',
  pages: 'Pages',
  tabs: {
    host: 'My table',
    now: 'Now',
    day: 'My day',
    tables: 'Tables',
    pitches: 'Pitches',
    choose: 'My choices',
    order: 'My order',
    here: 'At a table',
  },

  // Where things stand
  asAt: (time: string) => `As at ${time}`,
  checkAgain: 'check again',
  live: 'Live.',
  offline: (time: string) =>
    `No signal since ${time}. The times here still hold; changes come when you are back.`,
  youAre: (name: string) => `You are ${name}.`,
  notYou: 'Not you?',
  notSignedIn: 'You are not signed in.',
  noSignal: 'You are offline',
  noSignalHow: (count: number) =>
    count === 1
      ? 'Your choice is kept and will be sent when you have signal.'
      : 'Your choices are kept and will be sent when you have signal.',
  noSignalPick: 'No signal, so this seat is not yours yet',
  noSignalPickHow: 'We will ask again when you are back.',
  noSignalStill: (time: string | null, table: number) =>
    time === null ? `You still have table ${table}.` : `Your ${time} is still table ${table}.`,

  table: 'Table',
  tableNumber: (number: number) => `Table ${number}`,
  zone: 'Zone',
  round: (number: number) => `Round ${number}`,
  left: 'left',
  timeUsed: 'Time used',

  // The day is on hold
  held: 'The day is on hold',
  heldSince: (time: string) => `Since ${time}. Follow the stewards. Nothing you chose is lost.`,

  // Pitches
  onStage: 'On stage',
  phase: { running: 'left', warning: 'nearly done', danger: 'last seconds', over: 'over time' },
  paused: 'paused',
  until: (time: string) => `until ${time}`,
  overSince: (time: string) => `over time since ${time}`,
  ask: 'Want to talk to them?',
  yourAnswer: 'Your answer',
  yes: 'Yes, at their table',
  maybe: 'Maybe',
  no: 'Not for us',
  onlyYou: 'Only you see this answer.',
  onlyYouChange: 'Only you see this answer. Press another to change it.',
  onlyYouAll: 'Only you see your answers.',
  signInToAnswer: 'Sign in with the code on your badge, and you can answer here.',
  yesSoFar: 'Yes so far',
  ofAll: (count: number, all: number) => `${count} of ${all}`,
  justHeard: 'You have just heard',
  comesNext: 'Next on stage',
  startsAbout: (time: string) => `about ${time}`,
  pitchesTitle: 'Pitches',
  pitchesLead: 'Answer before, during or after a pitch. Nobody gains by being first.',
  noPitches: 'No pitches yet',
  noPitchesHow: 'Everything that will be pitched is listed here as soon as the organiser adds it.',
  onNow: 'On stage now',
  given: 'Heard',
  atTable: (number: number) => `table ${number}`,

  // Choosing
  chooseTitle: 'Choose a table',
  chooseFor: (round: number) => `Choose a table for round ${round}`,
  choosingCloses: (time: string) => `Choosing closes at ${time}.`,
  /** its time is up, and nobody has closed it yet */
  choosingClosesSoon: 'Choosing closes any moment now.',
  choosingOpens: (time: string) => `Choosing opens at about ${time}.`,
  choosingClosed: 'Choosing for this round is closed. The desk can help you.',
  roundOver: 'This round is over.',
  roundSpan: (from: string, to: string) => `${from} to ${to}`,
  rounds: 'Rounds',
  find: 'Find by name, topic or number',
  findGo: 'Find',
  findAll: 'Show all tables',
  found: (count: number, query: string) =>
    `${count === 1 ? '1 table matches' : `${count} tables match`} “${query}”.`,
  foundNone: (query: string) => `No table matches “${query}”.`,
  foundNoneHow: 'Try a presenter’s name, an organisation, a word of the title or a table number.',
  noYes: 'You have not answered yes to anybody yet',
  noYesHow: 'Answer the pitches with yes, and their tables are listed here.',
  noRoom: 'Every table in this round is full',
  noRoomHow: 'A seat may come free. The desk can help you too.',
  onlyYes: 'Those I answered yes',
  onlyRoom: 'Those with room',
  noTables: 'No tables yet',
  noTablesHow: 'The tables will be listed here, with who is at them, once the organiser adds them.',
  noRounds: 'There are no rounds on the programme yet.',
  choose: 'Choose',
  switchTo: 'Switch to this',
  asking: 'Asking for it…',
  waits: 'Waits for signal',
  leave: 'Leave this table',
  leaving: 'Leaving…',
  yours: 'Your table',
  youHost: 'You host this table',
  full: 'Full',
  seatsLeft: (count: number) => `${seats(count)} left`,
  seatsTaken: (taken: number, all: number) => `${taken} of ${seats(all)} taken`,
  nobodyThere: 'Nobody presents here yet',
  chooseForThis: (table: number, round: number) => `table ${table} in round ${round}`,
  moreTables: (more: number, others: number) =>
    more < others ? `Show ${more} more of ${others} tables` : `Show the other ${others} tables`,
  chooseTable: (table: number, title: string) =>
    `Choose table ${table}${title === '' ? '' : `, ${title}`}`,
  hostHere: (table: number) =>
    `You host table ${table} in this round. You can choose another only while a co-host stays at yours.`,
  noneYet: 'Nothing chosen yet.',
  changeTable: 'Change my table',

  closedHere: 'Closed in this round',

  // Choosing by wishes
  rankTitle: 'Tap your top three: 1, 2, 3',
  rankOther: 'You can rank your tables now',
  rankGo: 'Rank my tables',
  closesIn: 'Choosing closes in',
  nobodyFirst: 'Nobody gains by being first.',
  /** `best`: so many wishes fill the rounds; null: there are not so many tables */
  expect: (yes: number, listed: number, expected: number, best: number | null) => {
    const told =
      yes + listed === 0
        ? 'Nothing is on your list: you are given tables that have room.'
        : `${listed === 0 ? `You said yes to ${yes}` : `You have ${yes + listed} on your list`}: ${
            expected === 0
              ? 'there are fewer seats than people, so perhaps no table.'
              : `expect about ${tables(expected)}.`
          }`
    return best === null ? told : `${told} A list of ${best} works best.`
  },
  yeses: 'You said yes',
  maybes: 'You said maybe',
  others: 'Others',
  othersAll: 'You have not said yes or maybe to anybody yet. These are all there are.',
  tailCounts: 'Your other yeses count after these, then your maybes.',
  noneToRank: 'There is no table to choose here',
  noneToRankHow:
    'You have met everybody, or said “not for us” to them. You can change your answers under Pitches.',
  hostsNoRank: (table: number) => `You host table ${table}, so you stay there in these rounds.`,
  signInToRank: 'Sign in with the code on your badge, and you can rank your tables.',
  nothingYet: 'Nothing in order yet.',
  saving: 'Saving…',
  saved: 'Saved.',
  inOrder: (count: number) => `${count} in your order.`,
  reorder: 'Reorder',
  orderTitle: 'Your order',
  dragHow: 'Drag a row by its number, or press Up and Down.',
  orderNone: 'Nothing to put in order yet',
  orderNoneHow: 'Answer with yes, or tap your top three, and they are listed here.',
  backToRank: 'Back to all tables',
  up: 'Up',
  down: 'Down',
  nowAt: (title: string, table: number, place: number) =>
    `Table ${table}, ${title}, is now your ${ordinal(place)} choice.`,
  rankNotOpen: 'Choosing is not open now',
  rankNotOpenHow: 'Your answers to the pitches are kept and count when it opens.',

  // Seating
  seatingTitle: 'Choosing has closed',
  seatingBy: (time: string) => `Your tables come here before you move, at about ${time}.`,
  seatingSoon: 'Your tables come here before you move.',
  seatingNone: 'You put nothing in order. You are given tables that have room.',
  yourList: 'Your list',

  // The result
  resultTitle: 'Your tables',
  resultSignedOut: 'Everybody has been given tables',
  choiceOf: (place: number) => `Your ${ordinal(place)} choice`,
  byYes: 'One of your yeses',
  byMaybe: 'One of your maybes',
  suggested: 'A suggestion: you did not ask for this table',
  suggestedShort: 'A suggestion',
  noThanks: 'No thanks',
  noTableIn: (round: number) => `No table in round ${round}.`,
  tableInstead: 'Another table',
  seeRoom: 'Look for a free seat',
  unmetTitle: 'Not this time',
  moreUnmet: (count: number) => (count === 1 ? 'And one other' : `And ${count} others`),
  unmet: {
    full: (what: string, asked: number, all: number) =>
      asked > all
        ? `${what}: ${asked} asked, ${seats(all)}.`
        : `${what}: all seats went to others in the rounds you had free.`,
    group: (what: string, most: number | null) =>
      `${what}: ${most === null ? 'enough' : most} of your organisation are there already, which is the most at one table.`,
    'no-free-round': (what: string) =>
      `${what}: it had room only while you are at a table higher on your list.`,
    closed: (what: string) => `${what}: it is closed in these rounds.`,
    banned: (what: string) =>
      `${what}: the organiser has seated you elsewhere. The desk can say why.`,
    'own-maximum': (what: string) => `${what}: you have as many tables as you asked for.`,
    elsewhere: (what: string) => `${what}: it goes to tables where more people asked for it.`,
    'not-here': (what: string) => `${what}: its people are there only when you are not free.`,
  },
  offersTitle: 'Room for you',
  offer: (round: number, time: string, table: number, title: string, instead: number | null) =>
    `Round ${round}${time === '' ? '' : `, ${time}`}: table ${table}${title === '' ? '' : `, ${title}`}${
      instead === null ? '' : ` (instead of table ${instead})`
    }`,
  fromWishes: 'Given from your choices.',
  fromWishesHow: 'Tables in this round are given from what people wish for.',
  ranksNow: 'Choosing is open.',
  comesSoon: 'Choosing has closed. Your tables come before you move.',
  untilMove: 'Until you move you can take any free seat.',

  // Move and talk
  goNow: 'Go now to',
  stayAt: 'Stay at',
  goBack: 'Your own table',
  beAt: 'You are at',
  startsIn: 'Starts in',
  startsAt: (time: string) => `Starts at ${time}`,
  noSeat: (round: number) => `You have no table in round ${round}`,
  noSeatRoom: (numbers: readonly number[]) =>
    numbers.length === 0
      ? 'The desk can tell you where there is room.'
      : numbers.length === 1
        ? `Table ${numbers.join('')} has room: ask the desk to seat you.`
        : `Tables ${listed(numbers)} have room: ask the desk to seat you.`,
  youMoveAt: (time: string) => `You move at ${time}.`,
  youMoveSoon: 'You move when the round begins.',
  roundIsOn: (round: number) => `Round ${round} is on`,

  // At the tables
  imHere: 'I’m here',
  youAreHere: 'You have said that you are here.',
  way: 'I need help to get there',
  wayTold: 'The desk has been told that you need help to get there.',
  sitElsewhere: 'Sit down somewhere else',
  sitDown: 'Sit down here',
  sitWhereRoom: 'It is on: sit down where there is room.',
  roomNow: 'Tables with room now:',
  allRoomNow: 'All tables with room now',
  noRoomHere: 'No room now',
  noRoomNow: 'No table has room now',
  noRoomNowHow:
    'An empty chair may be somebody’s who is on their way. As soon as there is room it is shown here, or the desk can help you.',

  // Waiting for a seat
  waitingTitle: 'You wait for a seat',
  waitForSeat: 'Wait for a seat',
  stopWaiting: 'Stop waiting',
  inLine: (place: number) => `You are ${ordinal(place)} in line`,
  roomAt: (table: number) => `There is room at table ${table} now`,
  movedUp: (table: number) => `You moved up to table ${table} from the waiting list`,
  movedUpHow: (round: number, place: string) =>
    `Your seat in round ${round}.${place === '' ? '' : ` ${place}.`}`,

  takeBack: 'Take it back',

  // Other moments
  now: 'Now',
  next: 'Next',
  beginsAt: (time: string) => `Begins at ${time}.`,
  beginsOn: (day: string, time: string) => `Begins on ${day} at ${time}.`,
  notYetPlanned: 'The programme is not here yet',
  notYetPlannedHow: 'It will be shown here as soon as the organiser adds it.',
  over: 'The programme is over',
  overHow: 'Thank you for coming. Your tables and your answers are still here.',
  notIn: 'Say hello at the desk when you arrive: they will check you in.',

  // The event was ended
  closed: 'The event is over',
  closedHow: 'Thank you for coming. This page keeps where you went and what you answered.',
  closedSignIn: 'Thank you for coming.',
  closedTo: 'Where you went and what you answered',
  signInOver: 'Then this page shows where you went and what you answered.',
  publicPage: 'The event’s public page',
  went: 'Where you went',
  wentNowhere: 'You were at no table.',
  atTheTable: (names: string) => `With ${names}`,
  roundAt: (round: number, time: string) => `Round ${round}, ${time}`,
  hosted: (number: number) => `You hosted table ${number}.`,
  programme: 'The programme',
  whoCame: 'Who came to your table',
  saidYes: 'You wanted to talk to',
  saidMaybe: 'Your maybes',
  rehearsal: 'Rehearsal',
  rehearsalHow: 'Nothing here is real.',

  // My day
  dayTitle: 'My day',
  hosting: (number: number) => `You host table ${number}`,
  walkUp: 'Walk up to any table',
  walkUpHow: 'Nobody chooses in this round: go to whoever you want to talk to.',
  hostsThere: 'Hosts are at their tables: walk up.',
  noneChosen: 'Nothing chosen.',
  noneChosenYet: 'Nothing chosen yet.',
  choosingNotOpen: 'Choosing is not open yet.',
  change: 'Change',
  ownCalendar: 'Take my day into my calendar',
  ownDay: 'Print my day',
  yourCode: 'On another phone',
  yourCodeHow: 'Scan your badge again, or type its code and your surname.',

  // Signing in
  signInTitle: 'Sign in with your badge',
  signInLead: 'Then you can answer pitches and choose tables.',
  signInElse: (name: string) => (name === '' ? 'Is this not you?' : `Not ${name}?`),
  signInElseLead: 'Sign in with the code on your own badge.',
  code: 'Code on your badge',
  codeHint: 'Six letters and figures, such as K7M 4QP.',
  surname: 'Surname',
  signIn: 'Sign in',
  gone: 'You are not on the list of this event any more',
  goneHow: 'If that is a mistake, ask the desk by the door.',

  // What became of a step
  done: {
    picked: (table: number) => `You have table ${table}`,
    pickedIn: (round: number, time: string, place: string) =>
      `Round ${round}, ${time}.${place === '' ? '' : ` ${place}.`}`,
    left: 'You have left your table',
    leftIn: (round: number) => `You have no table in round ${round} now.`,
    signedIn: (name: string) => `You are signed in as ${name}`,
  },
} as const
