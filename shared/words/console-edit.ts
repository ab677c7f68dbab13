import type { Ms } from '#shared/time/instant.ts'
import { length } from '#shared/time/spoken.ts'
import { subjectWords } from './edits.ts'

const many = (count: number, one: string, more = `${one}s`): string =>
  `${count} ${count === 1 ? one : more}`
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const PEOPLE_CHOICE = {
  choose: 'Choose somebody to add',
  nobody: 'Nobody else has the role presenter',
  remove: 'Remove',
} as const

/** The words of changing the plan: undo, in place, moves, stages, days. */
export const EDIT = {
  undo: 'Undo',
  redo: 'Do again',
  undoOf: (what: string, who: string | null) => `${what}${who === null ? '' : `, by ${who}`}`,
  nothingToUndo: 'Nothing to undo',
  nothingToRedo: 'Nothing to do again',
  undone: (what: string) => `Undone: ${what}.`,
  redone: (what: string) => `Done again: ${what}.`,
  changes: 'Latest changes',
  changesLead:
    'Your own come first when you undo. A change cannot be undone once a later one touched the same thing.',
  noChanges: 'Nothing has been changed yet.',
  you: 'you',
  somebody: 'an organiser',
  wasUndone: 'undone',
  goneQuestion: (what: string, people: number) => ({
    title: `Undo “${what}”, and remove ${many(people, 'person', 'people')}?`,
    body: 'They came in with this change, so they are removed with it. Their links, codes and badges stop working for good, also if the same file is loaded again. It cannot be done again.',
    yes: `Undo and remove ${people === 1 ? 'them' : String(people)}`,
  }),
  changedTo: (text: string) =>
    `Somebody has changed this to “${text}” meanwhile. Press Enter to keep yours, Escape to leave theirs.`,
  cannotRedo: 'People who were added with it were removed, so it cannot be done again.',
  blockedLater: (what: string, who: string) => `${capital(what)} by ${who} since`,
  blockedEarlier: (what: string) => `Also undone: ${what}. Do that again first.`,
  /** a file keeps the letters of its name */
  what: (subject: { done: string; thing: string; name: string }) =>
    subject.thing === 'file' ? subjectWords(subject) : capital(subjectWords(subject)),
  changedBy: (who: string) => `${who}, just now`,
  start: 'Start',
  title: 'Title',
  lengthOf: 'Length',
  badTime: 'Write a time such as 10:40.',
  badLength: 'Write a length such as 5m or 1h30.',
  badTitle: 'Write a title.',
  gap: (by: Ms) => `${length(by)} free before it`,
  overlap: (by: Ms) => `begins ${length(by)} before the last one ends`,
  toBeConfirmed: 'to be confirmed',
  walkUp: 'walk up',
  hostsThere: 'hosts at their tables',
  notes: 'notes',
  drag: (title: string) => `Move ${title}`,
  movedTo: (title: string, before: string | null, where: string | null) =>
    `${title} is now ${before === null ? 'last' : `before ${before}`}${where === null ? '' : ` on ${where}`}.`,
  duplicate: 'Duplicate',
  copyOf: (title: string) => `${title} (copy)`,
  duplicated: (title: string) => `${title} is there twice now.`,
  remove: 'Remove',
  removed: (title: string) => `${title} is removed.`,
  removeAsk: (title: string, pitches: number) => ({
    title: `Remove ${title}?`,
    body: `Its ${many(pitches, 'pitch', 'pitches')} come off the programme with it. The innovations stay. You can undo this.`,
    yes: 'Remove',
  }),
  later: (by: Ms) => `Everything after this ${length(by)} later`,
  earlier: (by: Ms) => `Everything after this ${length(by)} earlier`,
  shifted: (title: string, by: Ms, moved: number, fixed: string | null) =>
    `${title} takes ${length(Math.abs(by))} ${by > 0 ? 'more' : 'less'}; ${many(moved, 'item')} after it ${moved === 1 ? 'moves' : 'move'}${
      fixed === null ? '' : `, up to ${fixed}, which is fixed`
    }.`,
  tooShort: (title: string) => `${title} is not that long.`,
  unfix: 'Let it follow the item before it',
  confirm: 'Mark as confirmed',
  unconfirm: 'Mark as to be confirmed',
  confirmed: (title: string) => `${title} is confirmed.`,
  unconfirmed: (title: string) => `${title} is to be confirmed.`,
  toDay: (day: string) => `Move to ${day}`,
  toStage: (stage: string) => `Move to ${stage}`,
  dropHere: 'Nothing here yet. Drop an item here, or add one.',
  addTo: 'Add an item',
  listOf: (stage: string, day: string) => `${stage} on ${day}`,
  addToOf: (stage: string, day: string) => `Add an item to ${stage} on ${day}`,
  days: 'Day',
  stagesAndDays: 'Stages and days',
  stage: 'Stage',
  stageName: 'Name of the stage',
  addStage: 'Add a stage',
  stageAdded: (name: string) => `${name} is added.`,
  stageSaved: (name: string) => `${name} is saved.`,
  stageRemoved: (name: string) => `${name} is removed.`,
  removeStage: (name: string) => `Remove ${name}`,
  addDay: 'Add a day',
  addDayHint: 'Such as 28/06/2026, or Tuesday',
  badDay: 'Write a day such as 28/06/2026.',
  dayAdded: (day: string) => `${day} is added.`,
  dayRemoved: (day: string) => `${day} is removed.`,
  removeDay: (day: string) => `Remove ${day}`,
  pitches: 'Pitches',
  ofTitle: (title: string) => ` of ${title}`,
  pitchesOf: (title: string) => `Pitches of ${title}`,
  addPitch: 'Add an innovation to this block',
  chooseInnovation: 'Choose an innovation',
  allPitched: 'All innovations have a pitch',
  pitchAdded: (title: string) => `${title} has a pitch.`,
  pitchRemoved: (title: string) => `The pitch of ${title} is removed.`,
} as const

export const PUBLISH = {
  published: 'Published',
  notPublished: 'Not published',
  publish: 'Publish the programme',
  withdraw: 'Take it off the public page',
  publishAsk: (confirmed: number, open: number) => ({
    title: 'Publish the programme?',
    body: `Anyone can then read it on the public page: ${many(confirmed, 'confirmed item')}${
      open === 0
        ? '.'
        : `. ${many(open, 'item')} to be confirmed ${open === 1 ? 'is' : 'are'} left off, and the page says that more will be added.`
    }`,
    yes: 'Publish',
  }),
  withdrawAsk: {
    title: 'Take the programme off the public page?',
    body: 'The page then says that the programme will be published later. Phones at the event keep showing it.',
    yes: 'Take it off',
  },
  done: 'The programme is on the public page.',
  withdrawn: 'The programme is off the public page.',
  open: 'Open the public page',
} as const

export const MISSING = {
  title: 'Still missing',
  nothing: 'Nothing is missing.',
  innovationsWithoutTable: (n: number) =>
    `${many(n, 'innovation')} ${n === 1 ? 'has' : 'have'} no table`,
  innovationsWithoutPitch: (n: number) =>
    `${many(n, 'innovation')} ${n === 1 ? 'has' : 'have'} no pitch`,
  innovationsWithoutPresenter: (n: number) =>
    `${many(n, 'innovation')} ${n === 1 ? 'has' : 'have'} no presenter`,
  tablesWithoutInnovation: (n: number) =>
    `${many(n, 'table')} ${n === 1 ? 'has' : 'have'} no innovation`,
  tablesWithoutHost: (n: number) => `${many(n, 'table')} ${n === 1 ? 'has' : 'have'} no host`,
  blocksWithoutPitches: (n: number) =>
    `${many(n, 'pitch block')} ${n === 1 ? 'has' : 'have'} no pitches`,
  toBeConfirmed: (n: number) => `${many(n, 'item')} to be confirmed`,
  roundsWithoutTables: () => 'Rounds are planned, but there are no tables yet',
  overlaps: (n: number) =>
    `${many(n, 'item')} ${n === 1 ? 'begins' : 'begin'} before the last one ends`,
  show: 'Show',
} as const

export const SEATS = {
  title: 'Do the seats add up?',
  people: 'People',
  tables: 'Tables',
  seats: 'Seats at a table',
  rounds: 'Rounds',
  reset: 'As in this event',
  sum: (numbers: {
    people: number
    tables: number
    seats: number
    total: number
    rounds: number
    visits: string
  }) => {
    const { people, tables, seats, total, rounds, visits } = numbers
    const each = total === tables * seats ? `of ${seats}` : `with ${total} seats in all`
    return `${many(people, 'person', 'people')}, ${many(tables, 'table')} ${each}, ${many(rounds, 'round')}: ${visits} visits each`
  },
  inRound: (seated: number, people: number, seats: number) =>
    people <= seats
      ? `Everyone has a seat in every round; ${many(seats - people, 'seat')} stay free.`
      : `${many(seated, 'person', 'people')} sit in a round; ${people - seated} wait for the next.`,
  picture: 'Seats in one round, against the people who want one',
  seatLine: (seats: number) => `${seats} seats`,
  wait: (people: number) => `${people} without a seat`,
  sit: (people: number) => `${people} seated`,
  free: (seats: number) => `${seats} free`,
  more: (tables: number) => `${many(tables, 'more table')} would seat everyone in every round.`,
} as const

export const INNOVATIONS = {
  title: 'Innovations',
  add: 'Add an innovation',
  empty: 'No innovations yet',
  emptyBody:
    'What is pitched on stage and talked about at the tables will be listed here. Load the file, or add the first one.',
  caption: 'Innovations, A to Z',
  head: {
    title: 'Innovation',
    presenters: 'Presenters',
    pitch: 'Pitch',
    table: 'Table',
    act: 'Do',
  },
  find: 'Find an innovation',
  none: (text: string) => `No innovation matches “${text}”.`,
  nobody: 'nobody yet',
  noPitch: 'no pitch',
  noTable: 'no table',
  change: 'Change',
  changeOf: (title: string) => `Change ${title}`,
  addTitle: 'Add an innovation',
  name: 'Title',
  organisation: 'Organisation',
  summary: 'Summary',
  summaryHint: 'One or two sentences. Everyone reads it.',
  presenters: 'Presenters',
  presentersHint: 'Chosen from the people with the role presenter.',
  block: 'Pitches in',
  noBlock: 'No pitch',
  table: 'Table',
  errors: { title: 'Give it a title.' },
  saved: (title: string) => `${title} is saved.`,
  added: (title: string) => `${title} is added.`,
  removed: (title: string) => `${title} is removed.`,
  remove: 'Remove',
  removeAsk: (title: string, pitched: boolean, table: number | null) => ({
    title: `Remove ${title}?`,
    body: `${pitched ? 'Its pitch comes off the programme. ' : ''}${
      table === null ? '' : `Table ${table} is then without an innovation. `
    }You can undo this.`,
    yes: 'Remove',
  }),
  onlyOrganisers: 'Only the organiser can change innovations.',
} as const
