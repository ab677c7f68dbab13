import type { Role } from '#shared/show/words.ts'

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

export const ROLE_WORDS: Record<Role, string> = {
  organiser: 'Organiser',
  'stage-manager': 'Stage manager',
  helper: 'Helper',
  presenter: 'Presenter',
  delegate: 'Delegate',
}

export const ASK_WORDS = {
  noAnswer: 'The server did not answer. Look whether it is running, then try again.',
  strange: 'The server could not do this and did not say why. Try again.',
} as const

export const DATA = {
  more: (next: number, left: number): string =>
    next === left
      ? `Show the last ${left}`
      : `Show ${next} more of ${left.toLocaleString('en-GB')}`,
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  saving: 'Saving…',
  undo: 'Undo',
  undone: 'Taken back.',
  zone: (zone: string): string => (/^zone\b/i.test(zone) ? zone : `Zone ${zone}`),
} as const

export const HOME = {
  skip: 'Skip to the page',
  product: 'Pitch & Talk',
  signOut: 'Sign out',
  events: 'Your events',
  another: 'New event',
  files: 'Files',
  publicPage: 'Public page',
  peopleHere: (people: number, here: number): string =>
    people === 0
      ? 'No people yet'
      : `${plural(people, 'person', 'people')}, ${here.toLocaleString('en-GB')} here`,
  firstTitle: 'Set up your event',
  firstLead:
    'A name, a day and three spreadsheets are all it takes. Everything can be changed later.',
  passphraseTitle: 'Choose the organisers’ passphrase',
  createTitle: 'Create your event',
  thenTitle: 'Load three spreadsheets',
  thenWords:
    'Programme, innovations and people, on the next page. There is an example to look round with.',
} as const

export const PASSPHRASE = {
  why: 'You are signed in by a link that works once. With a passphrase you can sign in again, from any computer.',
  label: 'Passphrase for organisers',
  hint: 'Four words that do not belong together are easy to keep in mind and hard to guess.',
  show: 'Show what I type',
  save: 'Keep this passphrase',
  short: (least: number): string =>
    `This is short enough to guess. Use ${least} characters or more: four words will do.`,
  done: 'The passphrase is set',
  doneWords: 'Tell it to the other organisers. Nobody can read it here again.',
} as const

export const NEW_EVENT = {
  title: 'What is it called?',
  titleMissing: 'Give the event a name.',
  address: 'Its address',
  addressHint: (url: string): string => `People will find it at ${url}`,
  addressMissing: 'Write an address in letters from a to z and digits, such as leeds-2026.',
  addressOdd:
    'An address has 2 to 40 letters from a to z, digits and single hyphens, such as leeds-2026.',
  addressTaken: (address: string): string =>
    `Another event is at ${address} already. Choose another address.`,
  place: 'Where is it?',
  placeHint: 'As you would tell a guest: Town Hall, Huddersfield. You can leave it open.',
  days: 'On which days?',
  day: (number: number): string => `Day ${number}`,
  addDay: 'Add a day',
  removeDay: 'Remove',
  dayMissing: 'Choose the day of the event.',
  dayOdd: 'This is not a day of the calendar. Choose another.',
  dayTwice: 'The same day stands here twice.',
  tooManyDays: 'An event has 14 days at most.',
  zone: 'Time zone',
  zoneHint: 'Every time on every screen is shown in it.',
  allZones: 'All time zones',
  create: 'Create the event',
  saving: 'Creating…',
  failed: 'The event was not created',
} as const

type Kind = 'programme' | 'innovations' | 'people' | 'schedule'

export const FILES = {
  title: 'Files',
  setUpTitle: 'Set up your event',
  change: 'Change',
  titleAndPlace: 'its name and place',
  titleLabel: 'Name',
  placeLabel: 'Place',
  titleMissing: 'Give the event a name.',
  save: 'Save',
  cancel: 'Cancel',
  importTitle: 'Three spreadsheets',
  importLead:
    'Programme, innovations and people, each as an Excel workbook or CSV. All at once or one after the other. Or the programme as Sessionize, pretalx or a calendar gives it. Nothing is added until you have seen what is in them.',
  organisersOnly: 'Only an organiser of this event can load files.',
  dropHere: 'Drop files here, or',
  choose: 'Choose files',
  dropHint:
    'A ticket report from Eventbrite, Tito or another shop will do as it is; so will a schedule.json, a schedule.xml, an .ics and Sessionize’s JSON.',
  chosen: 'Chosen files',
  drop: 'Take out',
  exampleLead: 'Or look round first:',
  loadExample: 'Load the example event',
  examplesTitle: 'Files to start from',
  examplesLead:
    'The example’s three files. Open one in a spreadsheet, put your own rows in, save it.',
  reading: 'Reading the files…',
  adding: 'Adding…',
  failed: 'The files were not read',
  noAnswer: 'The server did not answer, so nothing was read and nothing was added. Try again.',
  notKnown:
    'The server did not answer, so we do not know whether everything was added. Choose the files again: rows that are there already show as no change.',
  tooMany: 'Three files at most: a programme, innovations and people. Take one out first.',
  standing: {
    added: 'Everything is added',
    ask: 'Say what is in the columns',
    blocked: 'Something must be mended first',
    ready: 'This is what would be added',
    nothing: 'Nothing to change',
  },
  others: 'Choose other files',
  more: 'Load more files',
  allOrNothing: 'All of it or, if anything fails, none.',
  seePeople: 'See the people',
  seeProgramme: 'See the programme',
  counted: (count: number, kind: Kind): string =>
    kind === 'people'
      ? plural(count, 'person', 'people')
      : kind === 'innovations'
        ? plural(count, 'innovation')
        : plural(count, 'programme item'),
  add: (what: string): string => `Add ${what}`,
  changeOnly: (what: string): string => `Change ${what}`,
  addAndChange: (added: string, changed: string): string => `Add ${added}; change ${changed}`,
  kinds: {
    programme: 'Programme',
    innovations: 'Innovations',
    people: 'People',
    schedule: 'Schedule from another tool',
  } satisfies Record<Kind, string>,
  unknownKind: 'Which file is this?',
  toAdd: 'to add',
  added: 'added',
  toChange: 'to change',
  changed: 'changed',
  same: 'no change',
  leftOut: 'left out',
  gone: 'not in the file',
  toMend: 'to mend',
  problems: 'What to look at',
  wholeFile: 'The file',
  row: (line: number, kind: Kind | null): string =>
    line === 0 ? '' : kind === 'schedule' ? `Item ${line}` : `Row ${line}`,
  /** `jobTitle` as people write it: `job title` */
  field: (field: string): string =>
    field === 'email'
      ? 'e-mail'
      : field.replaceAll(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`),
  linksTitle: 'Badges and links',
  printBadges: 'Print badges',
  printHint: 'A page with everyone’s name, QR code and code for the back, made for your printer.',
  phones: 'Phones',
  phonesHint: 'Delegates sign in here with the code on their badge.',
  presenters: 'Presenters',
  presentersHint: 'Who is coming to my table, and how long until my pitch.',
  stage: 'Stage display',
  stageHint:
    'Open it on the computer that faces the speaker. The link signs it in: do not share it.',
  hall: 'Hall screen',
  hallHint:
    'Open it on the computers that face the room and the foyer. The link signs it in: do not share it.',
  public: 'Public page',
  publicHint: 'For anyone.',
} as const
