import { listed } from './refusals.ts'

/** `Priya Shah’s`, `Jones’` */
const whose = (name: string): string => (/[sx]$/i.test(name) ? `${name}’` : `${name}’s`)

/**
 * What is asked before a host may e-mail somebody, word for word, by version from 1. People have said yes to these
 * sentences, and a file of consents quotes them: none may ever change. Another wording is another version.
 */
export const EMAIL_WORDS: readonly ((host: string) => string)[] = [
  (host) =>
    `May ${host} e-mail you? If you say yes, ${host} gets your e-mail address. You can take it back here at any time.`,
]
/** Which words stood there; '' when no such version is known. */
export const emailWords = (version: number, host: string): string =>
  EMAIL_WORDS[version - 1]?.(host) ?? ''

/** The words of the pages on which people say something in words of their own, or let a host do something. */
export const TALK = {
  back: 'Back to my page',
  signInFirst: 'Sign in with the code on your badge first.',
  unnamed: 'Somebody who is not on the list any more',
  saved: 'Saved.',
  save: 'Save',
  tableNumber: (number: number): string => `Table ${number}`,

  questionsTitle: 'Your questions',
  questionsLead:
    'One question to each table, if you like. Its hosts read it beside your name when you sit with them.',
  question: 'Your question',
  onlyTable: (hosts: readonly string[]): string =>
    hosts.length === 0
      ? 'Only the hosts of this table see this.'
      : hosts.length === 1
        ? `Only ${whose(hosts[0] ?? '')} table sees this.`
        : `Only the table of ${listed(hosts)} sees this.`,
  atMost: (count: number): string => `At most ${count} characters.`,
  removeQuestion: 'Remove it',
  noQuestions: 'Nobody to ask yet',
  noQuestionsHow:
    'Say yes to a pitch, put a table on your list or choose one, and you can ask here.',
  asked: 'Your question is saved',
  removed: 'Your question is removed',

  talksTitle: 'Your talks',
  talksLead: 'Where you sat in the rounds that are over.',
  round: (number: number, time: string): string =>
    time === '' ? `Round ${number}` : `Round ${number}, ${time}`,
  useful: 'Useful?',
  yes: 'Yes',
  no: 'No',
  takeBack: 'Take it back',
  usefulHow: 'The table sees only how many said so, never who.',
  noTalks: 'No talks yet',
  noTalksHow: 'After each round, the table you sat at is listed here.',
  notAsked: 'This event does not ask what you thought of your talks.',
  emailTitle: 'May they e-mail you?',
  emailNo: 'Nobody may, unless you say yes here.',
  emailYes: (host: string): string => `Yes, ${host} may`,
  emailGiven: (when: string): string => `You said yes on ${when}.`,
  emailTaken: (when: string): string => `You took it back on ${when}.`,
  emailTakeBack: 'Take my yes back',
  emailNone: 'We have no e-mail address of yours: give it to the desk, or nobody can write to you.',
  emailSaid: 'Your yes is saved',
  emailRevoked: 'Your yes is taken back',
  when: (day: string, time: string): string => `${day} at ${time}`,

  proposeTitle: 'A table of your own',
  proposeLead:
    'What would you talk about? An organiser reads it, and gives you a table if there is one.',
  title: 'Title',
  line: 'One line about it',
  lineHint: 'What people will talk about. You may leave it open.',
  propose: 'Propose it',
  change: 'Save the change',
  withdraw: 'Take it back',
  remove: 'Remove it',
  waiting: 'Your proposal is with the organiser',
  waitingHow: 'Until it is answered you can change it or take it back.',
  accepted: (number: number): string => `Yes: you host table ${number}`,
  acceptedHow: (place: string): string =>
    place === '' ? 'From the next round on.' : `${place}. From the next round on.`,
  toHost: 'Who is coming to my table',
  declined: 'There is no table for this',
  declinedHow: 'The organiser gave no reason.',
  again: 'Propose something else',
  proposalsOff: 'No tables are proposed at this event',
  proposalsOffHow: 'The organiser has not opened this.',
  noTable: 'You host no table at this event.',
  hostsAlready: (number: number): string => `You host table ${number} already`,
} as const

/** The columns of the files that hosts and organisers take home. */
export const TALK_FILES = {
  guests: ['Name', 'Organisation', 'Job title', 'Rounds', 'My note', 'E-mail'],
  consents: ['Guest', 'Host', 'Answer', 'When', 'Words'],
  yes: 'yes',
  takenBack: 'taken back',
} as const
