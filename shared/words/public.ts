import { listed } from './refusals.ts'

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

/** Words of the pages that the server writes by itself: public page, sign-in, prints, and what went wrong. */
export const PUBLIC_WORDS = {
  product: 'Pitch & Talk',
  skip: 'Skip to the page',

  card: {
    said: 'Short pitches on stage, then conversations at the presenters’ tables.',
    alt: 'Pitch & Talk: short pitches on stage, then conversations at the presenters’ tables.',
  },

  events: {
    title: 'Events',
    empty: 'No events yet',
    emptyHow:
      'The events of this server will be listed here. An organiser adds them in the console.',
    console: 'Open the console',
    organisers: 'For organisers',
  },

  event: {
    whenOn: (day: string, from: string, to: string): string => `${day}, ${from} to ${to}`,
    days: (days: readonly string[]): string => listed(days),
  },

  signIn: {
    title: 'Sign in',
    lead: 'The console is for those who run the event.',
    passphrase: 'Organisers’ passphrase',
    go: 'Sign in',
    none: 'Nobody has chosen a passphrase yet',
    noneHow:
      'Open the first link that was printed where the server was started. To have a new one, type npm run organiser-link on that computer.',
    wrong: 'That is not the passphrase',
    wrongHow: 'Check capitals and spaces, and try again.',
    tooMany: 'Too many tries',
    wait: (time: string): string => `Wait ${time}, then try again.`,
    change: 'Change the passphrase',
    badge: 'Stage managers and helpers',
    badgeLead: 'Use the code on your badge.',
    code: 'Code',
    codeHint: 'Six letters and figures',
    surname: 'Surname',
    badgeGo: 'Sign in with my badge',
    signOut: 'Sign out',
  },

  codes: {
    wrong: (code: string): string =>
      `We do not know the code ${code} with this surname. It is on the back of your badge. Or ask the desk by the door: they can look you up.`,
    empty: 'Type the code on the back of your badge, and your surname.',
    done: 'You are signed in.',
  },

  company: {
    title: 'Sit together',
    lead: 'Two to four people can come together. At tables that you all visit, the seating gives you the same round where that costs nobody a table.',
    yours: 'Your letters for this:',
    how: 'Show them to whoever you come with, and type theirs here. It counts once both of you have done so; until then nobody is told.',
    theirs: 'Their letters',
    ask: 'Sit together',
    together: (others: number): string =>
      `You sit together with ${others === 1 ? '1 other' : `${others} others`}, where the seating can.`,
    waits: 'You have asked. It counts once they have typed your letters as well.',
    alone: 'Go by myself again',
    done: 'That is noted.',
    aloneDone: 'You go by yourself.',
    wrong: 'Nobody here has these letters. Look at their page once more, or ask the desk.',
    own: 'These are your own letters. Type those of whoever you come with.',
    host: 'You host a table, so you stay there in every round.',
    back: 'Back to your page',
  },

  claim: {
    title: 'Become the organiser',
    lead: 'Whoever presses this button becomes the organiser of this server. The link works once.',
    go: 'I am the organiser',
    spent: 'This link has been used, or a newer one was made',
    spentHow:
      'If it was you who used it, open the console. Otherwise type npm run organiser-link on the computer that runs the server: it prints a new link.',
    notSaved:
      'You could not be signed in, because the computer’s disk cannot be written. Make room, then type npm run organiser-link for a new link.',
  },

  pass: {
    bad: 'This link opens nothing here',
    badHow:
      'It may have been cut off when it was copied. Scan the code on your badge again, or type the code under it together with your surname.',
    old: 'This link has been replaced by a newer one',
    oldHow: 'Ask the desk by the door: they can print your badge anew or look you up.',
    oldScreen: 'This display’s link has been replaced by a newer one',
    oldScreenHow: 'Open the stage display anew from the console.',
  },

  stage: {
    title: 'Stage display',
    closed: 'This computer may not show the stage yet',
    closedHow:
      'Open the console on this computer, or copy the link “Stage display” from the console and open it here.',
    none: (number: number): string => `There is no stage ${number} at this event`,
    noneHow: 'Check the number at the end of the address.',
  },

  console: {
    title: 'Console',
    noScript: 'The console needs scripting. Turn it on for this page, and load the page again.',
  },

  badges: {
    title: 'Badges',
    sheets: (badges: number, sheets: number): string =>
      `${plural(badges, 'badge')}, ${plural(sheets, 'sheet')} of A4. Print with Ctrl+P (⌘P on a Mac) at 100 %, without margins.`,
    rehearsal: (title: string): string => `Rehearsal: ${title}`,
    leftOut: (count: number): string =>
      `${plural(count, 'badge')} left out: only the organiser may print badges that open more than yours does.`,
    none: 'There is nobody to print a badge for yet. Load the people in the console first.',
    nobody: 'We cannot find that person. They may have been taken away.',
    roles: {
      organiser: 'Organiser',
      'stage-manager': 'Stage manager',
      helper: 'Helper',
      presenter: 'Presenter',
      delegate: 'Delegate',
    },
  },

  api: {
    title: 'The API of Pitch & Talk',
    lead: 'Everything that a screen does is a command. Programs may send the same ones.',
    json: 'The description in OpenAPI, as JSON',
    addresses: 'Addresses',
    addressHeads: ['Address', 'What it does'],
    commandHeads: ['Command', 'Fields', 'Who may send it'],
    commands: 'Commands',
    commandsLead:
      'Sent as JSON to /s/<event>/commands. Sign in with a cookie, or with a pass: Authorization: Bearer <pass>.',
    examples: 'Examples that run',
    examplesLead:
      'For a shell with curl, one after the other from the top. They make an event of their own and try everything on it.',
  },

  passphrase: {
    short: (least: number): string =>
      `Choose a passphrase of at least ${least} characters, such as four words that nobody says together.`,
  },

  seating: {
    unknown: 'There is no such choosing here. It may have been taken away: load the page again.',
    'not-closed':
      'Choosing is still open. Close it first: then its seating can be worked out and kept.',
    'given-up':
      'Working out the seating took too long or too much memory, so it was given up. Nothing was changed: try again.',
    'not-saved':
      'The seating could not be saved. The computer’s disk may be full. Nothing was changed: try again.',
  },
  newShow: {
    id: 'The address may hold small letters, figures and single hyphens, and needs at least two of them.',
    taken: (id: string): string => `There is an event at /s/${id} already. Choose another address.`,
    day: 'This is not a day of the calendar. Choose another.',
  },

  picture: {
    kind: 'This is not a picture that we can show. Choose a PNG, JPEG or WebP picture of at most 6,000 pixels a side. A PDF or a drawing can be saved as one.',
    tooLarge:
      'This picture is larger than 1 MB, which is slow on every phone in the hall. Make it smaller, then load it again.',
  },

  removal: {
    ownerOnly: 'Only an organiser of this server can remove an event for good.',
    archiveFirst: 'An event is archived before it can be removed for good. Archive it first.',
    otherTitle: (title: string): string =>
      `Type the title of the event, “${title}”, just as it is written. Nothing was removed.`,
  },

  rehearsal: 'Rehearsal',
  rehearsalHow: 'This is a rehearsal. Nothing on this page is real.',

  /** Why a request was not done, whatever was asked. */
  problems: {
    'not-found': 'There is nothing at this address',
    notFoundHow: 'Check the address, or begin at the list of events.',
    noEvent: 'There is no event at this address',
    notPublished: 'The programme is not published yet',
    notPublishedHow: 'Its organisers are still at work on it. Come back later.',
    nothingOfMine: 'There is nothing for your calendar yet',
    nothingOfMineHow:
      'The programme will be in it once it is published, and your tables once you have chosen them.',
    'signed-out':
      'You are signed out. Open the link on your badge again, or sign in with your code.',
    consoleOnly: 'You are signed out, or may not do this. Sign in again.',
    ownerOnly:
      'Only an organiser of this server can do this. Sign in with the organisers’ passphrase first.',
    'bad-request': (field: string, problem: string): string =>
      `This request cannot be understood: ${field} ${problem}.`,
    notUnderstood: 'This request cannot be understood. Load the page again and try once more.',
    notJson: 'This request cannot be understood: it is not valid JSON.',
    'too-large': 'This is more than we take at once.',
    'wrong-type': 'This is sent in a form that we do not read. Send JSON, or a form.',
    'wrong-origin':
      'This came from another page than ours, so nothing was done. Load our page anew and try again.',
    'too-many': (wait: string): string => `Too many tries. Wait ${wait}, then try again.`,
    failed: 'This did not work, and it is our fault',
    failedHow: 'Nothing was changed by it. Try again; if it stays so, tell the organiser.',
    unavailable: 'The server is stopping. Try again in a minute.',
    notBuilt: 'The screens are not built yet. Stop the server and start it with npm start.',
    home: 'To the list of events',
  },
} as const
