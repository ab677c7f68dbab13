const seats = (count: number): string => `${count} ${count === 1 ? 'seat' : 'seats'}`

/** The words of the presenter's page, beside those it shares with the phone. */
export const HOST = {
  goNow: (table: number) => `Go now to table ${table}`,
  goesTo: (table: number) => `at table ${table}`,
  onMap: 'See it on the map',
  coming: (count: number) =>
    count === 0
      ? 'Nobody has chosen this yet'
      : count === 1
        ? 'person is coming'
        : 'people are coming',
  came: (count: number) => (count === 1 ? 'person is at your table' : 'people are at your table'),
  seated: (count: number) =>
    count === 1 ? 'person has a seat at your table' : 'people have a seat at your table',

  // Who somebody is to this table
  firstTime: 'first time',
  again: 'again',
  isHere: 'is here',
  walkedUp: 'walked up',

  // What they asked, and what the host notes
  note: 'My note',
  noteOn: (name: string) => `My note on ${name === '' ? 'this guest' : name}`,
  noteHow: 'Only you see your notes; they are in your own file of guests.',
  noteSave: 'Save',
  foundUseful: (yes: number, no: number) =>
    `${yes} of the ${yes + no} who answered found it useful.`,
  foundUsefulFew: 'What people found useful is told here once enough of them have answered.',
  guestsFile: 'Take my guests out as a file',
  guestsFileHow: 'With your notes, and with the e-mail address of those who let you write to them.',

  // How many came
  howMany: 'How many came?',
  oneLess: 'One less',
  oneMore: 'One more',
  notCounted: 'not counted',
  notCountedHow: 'Nobody counted, so no seat is given away.',
  itIs: (count: number) => (count === 0 ? 'Nobody is here' : `It is ${count}`),
  notYet: 'Take the count back',
  chairsFree: (count: number) =>
    count === 0
      ? 'No chair is free, so nobody else may sit down.'
      : count === 1
        ? '1 chair is free: somebody who walks up may take it.'
        : `${count} chairs are free: people who walk up may take them.`,
  line: (count: number) =>
    count === 1 ? '1 person waits for a seat here.' : `${count} people wait for a seat here.`,

  // Calls to the desk
  callsTitle: 'The desk',
  help: 'I need help',
  helpTold: 'The desk has been told: you need help.',
  closeFrom: 'I must close my table from',
  closeGo: 'Tell the desk',
  closingTold: (round: number) =>
    `The desk has been told: your table must close from round ${round}.`,
  closingSoon: 'The desk has been told: your table must close.',
  roundAt: (round: number, time: string) => `Round ${round}, ${time}`,
  roundUntil: (round: number, time: string) => `Round ${round}, until ${time}`,
  peopleMoveAt: (time: string) => `People move to their tables at ${time}.`,
  nextRound: (round: number, time: string) => `Round ${round}, ${time}`,
  tableClosed: 'Your table is closed in this round',
  tableClosedHow: 'Nobody is sent to it. The desk can open it again.',
  walkUp: 'Anybody may walk up to your table',
  walkUpHow: 'Nobody chooses a table in this round.',
  nobody: (open: boolean) =>
    open
      ? 'Nobody has chosen this round yet. People can choose until choosing closes.'
      : 'Nobody has chosen this round.',
  notOpen: (time: string) => `People can choose from about ${time}.`,
  fromWishes: 'Who comes follows from what people wish for. You see it once tables are given out.',
  ranking: 'People are choosing their tables.',
  seating: 'Choosing has closed. Tables are given out next.',
  asked: 'People who wished for your table',
  askedIn: (window: string) => `People who wished for your table in “${window}”`,
  seatsOf: (taken: number, capacity: number) =>
    capacity === 0 ? 'closed' : `${taken} of ${seats(capacity)}`,
  guestLine: (jobTitle: string, organisation: string) =>
    [jobTitle, organisation].filter((part) => part !== '').join(', '),
  unnamed: 'A guest who is not on the list any more',
  closed: 'The event is over',
  closedHow: 'Thank you for presenting. These people chose your table, round by round.',
  cameToRound: (count: number) =>
    count === 0 ? 'nobody' : count === 1 ? '1 person' : `${count} people`,
  noRounds: 'No round took place.',
  myPitch: 'My pitch',
  pitchOn: 'You are on stage now',
  pitchDone: 'You have given your pitch.',
  pitchIn: (ahead: number, time: string) =>
    ahead === 0
      ? `You are next, at about ${time}.`
      : ahead === 1
        ? `One pitch before yours. You are on at about ${time}.`
        : `${ahead} pitches before yours. You are on at about ${time}.`,
  pitchDeferred: (time: string) =>
    `Your turn passed; your pitch did not. You are last in this block, at about ${time}. Tell the stage manager that you are here.`,
  noPitch: 'You have no pitch on the programme.',
  noTable: 'You have no table yet',
  noTableHow: 'As soon as the organiser gives you one, this page shows who is coming.',
  presenterOnly: 'This page is for presenters',
  presenterOnlyHow:
    'Sign in with the code on your badge, and it shows who is coming to your table.',
  presenterNot: 'You have no table here',
  presenterNotHow: 'Your own page shows where you should be now.',
  toPhone: 'To my page',
  print: 'Print who comes',
} as const
