import { plural } from './console-data.ts'

/** Where an event stands, as lists say it. */
export const STANDING_WORDS = {
  draft: 'Draft',
  published: 'Published',
  today: 'Running today',
  past: 'Its day has passed',
  closed: 'Ended',
  archived: 'Archived',
} as const
export const REHEARSAL = 'Rehearsal'

/** The words of the console's Event screen, and of the bars that say how an event stands. */
export const EVENT = {
  title: 'Event',
  sure: 'Yes',
  working: 'One moment…',
  failed: 'That was not done',
  reload: 'Load the page again',

  rehearsalBar: 'Nothing here is real: people, phones and displays of the event see none of it.',
  closedBar: (day: string, time: string): string =>
    `This event was ended on ${day} at ${time}. Clocks and choosing have ended; phones show where people went.`,
  archivedBar: 'This event is archived.',

  overTitle: 'The event is over',
  overWords:
    'Nothing runs any more. What happened stands in the record; tables and people are as they were at the end.',
  toRecord: 'To the record',
  toEvent: 'Open it again, archive it, or use it again',

  askingTitle: 'Asking people',
  askingLead: 'What phones ask, and let people do, beside choosing tables. Both are off at first.',
  asking: {
    feedback: [
      'Ask after each round',
      'Was it useful, and may the host e-mail you? Hosts learn counts of five and more, and addresses of those who said yes to them.',
    ],
    proposals: [
      'Let people propose tables of their own',
      'Proposals wait under “Needs you” until you give them a table or decline.',
    ],
  },

  organisersTitle: 'Organisers',
  organisersLead:
    'They can do everything at this event, and see no other. Whoever knows the organisers’ passphrase can always come in as well.',
  nobodyInvited: 'Nobody has been invited to this event.',
  invite: 'Invite an organiser',
  name: 'Name',
  nameMissing: 'Write the name of the person.',
  email: 'E-mail',
  emailHint: 'So that you find each other. Nothing is sent.',
  emailOdd: 'This is no e-mail address. Check it, or leave it open.',
  inviteGo: 'Make them an organiser',
  invited: (name: string): string => `${name} is an organiser of this event.`,
  already: (who: string): string => `${who} is on the list of this event already.`,
  thatOne: (name: string): string => `Make this ${name} an organiser`,
  another: 'It is somebody else',
  isOne: (name: string): string => `${name} is an organiser of this event already.`,
  showLink: 'Sign-in link',
  hideLink: 'Hide the link',
  linkHow: (name: string): string =>
    `Hand this to ${name} alone: let them scan it from your screen, or send them the link. Whoever opens it is signed in as ${name}.`,
  link: 'Personal link',
  copy: 'Copy the link',
  copied: 'The link is copied.',
  qr: (name: string): string => `QR code that signs in ${name}`,
  code: 'Or, with their surname, the code',
  loadingLink: 'Fetching the link…',
  takeRole: 'Not an organiser any more',
  takeTitle: (name: string): string => `Is ${name} not an organiser any more?`,
  takeBody: (name: string, only: boolean): string =>
    only
      ? `${name} loses the console at once and stays on the list as a delegate; under People you can take them off it.`
      : `${name} loses the organiser’s rights at once and keeps every other role.`,
  takeYes: 'Take the role away',
  taken: (name: string): string => `${name} is not an organiser any more.`,

  rehearseTitle: 'Rehearse',
  rehearseLead:
    'A copy with everybody in it, at an address of its own. Try pitches, rounds and phones there; throw it away after. This event stays as it is. Badges printed for it open nothing in the rehearsal: it has its own.',
  atOnce: 'Begin the first item in 5 minutes',
  atOnceHow: 'The first day moves to today, and everything on it by as much.',
  asPlanned:
    'Days and times stay as planned. If the first day has come already, it becomes tomorrow.',
  rehearse: 'Begin a rehearsal',

  throwTitle: 'Throw away this rehearsal?',
  throwLead:
    'The rehearsal with everything in it goes: people, choices, times. The event that it is of stays as it is.',
  throwBody:
    'Everything in it is gone for good, and every screen that shows it is sent away. The event that it is of stays as it is.',
  throwAway: 'Throw away this rehearsal',

  againTitle: 'Use this event again',
  againLead:
    'A new event with the same stages, programme, innovations, tables and rounds. Nobody comes along: no people, no presenters, no hosts. It is not published.',
  againName: 'What is the new one called?',
  againDay: 'Its first day',
  againDayHint: (days: number): string =>
    days > 1
      ? 'The other days keep their distance, and every time stays as it is by the clock.'
      : 'Every time stays as it is by the clock.',
  again: 'Make the new event',

  saveTitle: 'Save everything',
  saveLead:
    'Everything that the server holds of this event in one file: plan, people, and all that happened. Another server can load it. It holds names, addresses, and what people wrote to hosts and hosts noted, so keep it as safe as they would.',
  save: 'Save everything (one file)',

  endTitle: 'End the event',
  endLead:
    'When everybody has gone. What is on stage and every round end, and nobody can choose or answer any more. Phones then show where people went and what they answered.',
  end: 'End the event',
  endAsk: 'End the event now?',
  endBody:
    'What is on stage and every round end at once, and nobody can choose a table or answer a pitch any more. All phones show where people went. You can open it again, but what was running stays ended.',
  ended: 'The event is ended.',
  openTitle: 'Open it again',
  openLead:
    'Choosing and clocks can go on. What was running when it was ended stays ended: start it again by hand.',
  open: 'Open the event again',
  opened: 'The event is open again.',

  archiveTitle: 'Archive',
  archiveLead:
    'Puts the event away from the list of events. Nothing is lost, and it can be taken back.',
  archive: 'Archive the event',
  archiveAsk: 'Archive an event that has not been ended?',
  archiveBody: 'It leaves the list of events. Its clocks and phones go on as they are.',
  archived: 'The event is archived.',
  takeBackLead: 'The event is archived: it stands apart in the list of events.',
  takeBack: 'Take it back',
  takenBack: 'The event is back in the list.',

  removeTitle: 'Remove for good',
  removeLead:
    'Everything of this event goes: plan, people, and all that happened. Nobody can bring it back, so save everything first.',
  removeField: (title: string): string => `Type the title of the event, ${title}`,
  removeOdd: (title: string): string => `Type it just as it is written: ${title}`,
  remove: 'Remove this event for good',
} as const

/** What the console's list of events says. */
export const EVENTS = {
  today: 'Today',
  coming: 'Coming up',
  over: 'Over',
  archived: (count: number): string => plural(count, 'archived event'),
  rehearsalOf: (title: string): string => `Rehearsal of ${title}`,
  loadTitle: 'Load an event from a file',
  loadLead:
    'A file that was saved with “Save everything”, here or on another server. Badges and links that were printed there open nothing here: print new ones.',
  file: 'The file',
  fileMissing: 'Choose the file first.',
  load: 'Load the event',
  loading: 'Loading…',
  loadFailed: 'The event was not loaded',
  otherAddress: 'Load it under another address',
  find: 'Find an event',
  none: (query: string): string => `No event has “${query}” in its name or place.`,
  takeBack: 'Take back',
} as const
