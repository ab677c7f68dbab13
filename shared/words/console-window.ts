import { PER_ORGANISATION } from './console-choosing.ts'

/** The form that adds choosing, or changes it. */
export const WINDOW = {
  addTitle: 'Add choosing',
  name: 'Title',
  follows: 'Opens when these pitches have ended',
  noBlocks: 'There are no pitch blocks on the programme.',
  rounds: 'Fills these rounds',
  round: (item: string, number: number) => `${item}, round ${number}`,
  noRounds:
    'Every round is filled by other choosing, is walk-up, or has begun. Add rounds to the programme first.',
  tables: 'Tables',
  allTables: 'Every table with an innovation',
  someTables: 'Only these tables',
  table: (number: number, title: string) => `${number}, ${title}`,
  perOrganisation: 'At most this many from one organisation at a table',
  perOrganisationHint: 'Leave it empty for any number.',
  mustMeets: 'At most this many seats of a table for people whom its presenters must meet',
  mustMeetsHint: 'Over all its rounds. It matters only at tables where you have named such people.',
  policy: 'What counts first',
  policyHint: {
    nested: 'As many as possible get their first choice, then their first three.',
    strict:
      'Nobody gets a third table of their choice before all have two. Costs some first choices.',
  },
  whoMoves: 'Who moves between rounds',
  movers: { delegates: 'Delegates', presenters: 'Presenters' },
  moversHint: {
    delegates: 'Every presenter stays at their table.',
    presenters:
      'Delegates sit at one table with others who wish alike, and presenters come to them. Fewer wishes are met, and nobody has to get up but those who present.',
  },
  who: 'Who is seated',
  here: 'Only people who have arrived',
  hereHint: 'Others’ choices wait for the next seating. Full tables instead of empty chairs.',
  everyone: 'Everybody, arrived or not',
  byItself: 'Opens and closes by itself',
  opensBefore: 'Opens this long before its first round moves',
  closesBefore: 'Closes this long before its first round moves',
  closesHint: 'The seating takes a second. Leave time to look at it, and for people to walk.',
  publishesItself: 'Publishes the seating by itself, without anybody looking at it first',
  errors: {
    title: 'Give it a title.',
    rounds: 'Choose at least one round.',
    tables: 'Choose at least one table.',
    perOrganisation: PER_ORGANISATION,
    mustMeets: 'Write a number of seats from 0 to 500.',
    length: 'Write a length such as 5, or 1:30.',
    order: 'It opens before it closes: this has to be longer.',
  },
  saved: (title: string) => `Choosing of ${title} is saved.`,
  removeAsk: (title: string, rounds: string) => ({
    title: `Remove choosing of ${title}?`,
    body: `${rounds} ${rounds.startsWith('Rounds') ? 'are' : 'is'} first come, first served again. You can undo this.`,
    yes: 'Remove',
  }),
  removed: (title: string) => `Choosing of ${title} is removed.`,
} as const
